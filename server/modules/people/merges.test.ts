import { afterAll, beforeAll, expect, test } from 'vitest';
import { asTest, startTestApp, type TestApp } from '../../testing/app.ts';
import { makePerson } from '../../testing/make-person.ts';
import {
  addNeed,
  addTimelineEntry,
  contactState,
  currentId,
  findActing,
  findByAddress,
  findPeople,
  grantProxy,
  listTimeline,
  mergePeople,
  readBanner,
  setConsent,
  setDeceased,
  setSafeContact,
  undoDeceased,
  unmerge,
} from './index.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ now: Temporal.Instant.from('2026-11-24T12:00:00Z') });
});
afterAll(() => app.stop());

const refId = '01920000-0000-7000-8000-000000000001';
const banner = (id: string) => app.act(asTest, (ctx) => readBanner(ctx, id));
const merge = (keepId: string, mergeId: string) =>
  app.act(asTest, (ctx) => mergePeople(ctx, { keepId, mergeId, reason: 'same birth date and telephone' }));
const undo = (id: string) => app.act(asTest, (ctx) => unmerge(ctx, id, { reason: 'twins' }));

test('what either record says is there after a merge, and undoing it restores both exactly', async () => {
  const kept = await makePerson(app, { name: { given: 'María José', family: 'García López' }, contacts: [] });
  const other = await makePerson(app, {
    name: { given: 'Maria', family: 'Garcia' },
    contacts: [{ system: 'phone', value: '617 555 0134' }],
    identifiers: [{ system: 'urn:mrn', value: 'M-1' }],
  });
  const friend = await makePerson(app);
  await app.act(asTest, async (ctx) => {
    await addNeed(ctx, other.id, { kind: 'interpreter', words: 'Español' });
    await setSafeContact(ctx, other.id, {
      doNotNameClinic: true,
      noVoicemail: false,
      onlyFrom: null,
      onlyUntil: null,
      onlyChannel: null,
      codeWord: null,
      words: null,
    });
    await setConsent(ctx, other.id, { channel: 'email', purpose: 'survey', given: false });
    await grantProxy(ctx, {
      proxyPersonId: friend.id,
      forPersonId: other.id,
      scopes: ['messages'],
      until: '2027-01-01T00:00:00Z',
    });
    await addTimelineEntry(ctx, {
      personId: other.id,
      at: ctx.now,
      kind: 'desk.conversation',
      refId,
      visibleTo: ['staff'],
    });
  });
  const [keptBefore, otherBefore] = [await banner(kept.id), await banner(other.id)];

  const { mergeId } = await merge(kept.id, other.id);
  expect(await app.act(asTest, (ctx) => currentId(ctx, other.id))).toBe(kept.id);
  const joined = await banner(other.id);
  expect(joined).toMatchObject({
    id: kept.id,
    displayName: 'María José García López',
    otherNames: ['Maria Garcia'],
    identifiers: [{ value: 'M-1' }],
    contacts: [{ value: '617 555 0134', sharedBy: 1 }],
    needs: [{ kind: 'interpreter' }],
    safeContact: { doNotNameClinic: true },
    consents: [{ channel: 'email', given: false }],
    proxies: [{ personId: friend.id }],
    merges: [{ mergeId }],
  });
  expect(await app.act(asTest, (ctx) => findByAddress(ctx, { system: 'phone', value: '+16175550134' }))).toEqual([
    kept.id,
  ]);
  const found = await app.act(asTest, (ctx) => findPeople(ctx, { text: 'maria garcia' }));
  expect(found.map((one) => one.id)).toEqual([kept.id]);
  expect((await app.act(asTest, (ctx) => findActing(ctx, friend.id)))?.actsFor).toMatchObject([{ personId: kept.id }]);
  const { entries } = await app.act(asTest, (ctx) => listTimeline(ctx, kept.id));
  expect(entries).toContainEqual(expect.objectContaining({ kind: 'desk.conversation', personId: kept.id, refId }));
  const state = await app.act(asTest, (ctx) => contactState(ctx, other.id, { channel: 'email', purpose: 'survey' }));
  expect(state).toMatchObject({ personId: kept.id, consent: 'refused' });

  await undo(mergeId);
  expect([await banner(kept.id), await banner(other.id)]).toEqual([keptBefore, otherBefore]);
  await expect(undo(mergeId)).rejects.toMatchObject({ code: 'people.already-unmerged' });
});

test('those who came along in a second merge go back where they were', async () => {
  const [a, b, c] = [await makePerson(app), await makePerson(app), await makePerson(app)];
  const first = await merge(b.id, a.id);
  const second = await merge(c.id, b.id);
  const idOf = (id: string) => app.act(asTest, (ctx) => currentId(ctx, id));
  expect([await idOf(a.id), await idOf(b.id)]).toEqual([c.id, c.id]);
  await undo(second.mergeId);
  expect([await idOf(a.id), await idOf(b.id)]).toEqual([b.id, b.id]);
  const third = await merge(c.id, b.id);
  await undo(first.mergeId);
  expect([await idOf(a.id), await idOf(b.id)]).toEqual([a.id, c.id]);
  await undo(third.mergeId);
  expect([await idOf(a.id), await idOf(b.id)]).toEqual([a.id, b.id]);
});

test('of two records that are one person, one saying "has died" is enough, until somebody undoes it', async () => {
  const [kept, other] = [await makePerson(app), await makePerson(app)];
  await app.act(asTest, (ctx) => setDeceased(ctx, other.id, { source: 'mail' }));
  await merge(kept.id, other.id);
  expect((await banner(kept.id)).deceased).toMatchObject({ source: 'mail' });
  await app.act(asTest, (ctx) => undoDeceased(ctx, kept.id, { reason: 'it was her sister' }));
  expect((await banner(kept.id)).deceased).toBeNull();
});

import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anyone } from '../../platform/access/actor.ts';
import { asTest, startTestApp, type TestApp } from '../../testing/app.ts';
import { makePerson } from '../../testing/make-person.ts';
import {
  actsFor,
  addTimelineEntry,
  contactState,
  endProxy,
  grantProxy,
  isDeceased,
  listTimeline,
  readBanner,
  readPerson,
  registerPerson,
  setBereaved,
  setConsent,
  setDeceased,
  setRestricted,
  setSafeContact,
  undoBereaved,
  undoDeceased,
} from './index.ts';

const noon = Temporal.Instant.from('2026-11-24T17:00:00Z');
let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ now: noon });
});
afterAll(() => app.stop());

const stateOf = (id: string, purpose = 'survey') =>
  app.act(asTest, (ctx) => contactState(ctx, id, { channel: 'email', purpose }));
const staff = {
  kind: 'staff' as const,
  id: '01920000-0000-7000-8000-0000000000aa',
  name: 'Nora Nurse',
  sessionId: '01920000-0000-7000-8000-0000000000ab',
  roles: ['nurse'],
  teamIds: [],
  facilityIds: [],
};
const asSelf = (id: string, actsFor: { personId: string; name: string; scopes: string[] }[] = []) => ({
  kind: 'person' as const,
  id,
  name: 'Ada',
  sessionId: staff.sessionId,
  actsFor,
});

test('having died is set at once, undone as easily, and everything that was said is kept', async () => {
  const { id } = await makePerson(app);
  await app.act(staff, (ctx) =>
    setDeceased(ctx, id, { source: 'family', reason: 'her son rang', diedOn: '2026-11-20' }),
  );
  expect(await app.act(asTest, (ctx) => isDeceased(ctx, id))).toBe(true);
  expect((await stateOf(id)).deceased).toBe(true);
  const banner = await app.act(staff, (ctx) => readBanner(ctx, id));
  expect(banner).toMatchObject({
    age: 46,
    deceased: { source: 'family', reason: 'her son rang', diedOn: '2026-11-20' },
  });
  expect(banner.can).toContain('undo-deceased');
  await app.act(staff, (ctx) => undoDeceased(ctx, id, { reason: 'another person of that name' }));
  expect((await stateOf(id)).deceased).toBe(false);
  const { rows } = await sql<{ holds: boolean; recorded_by: string }>`
    select holds, recorded_by from people.state_fact where person_id = ${id} order by position`.execute(app.db);
  expect(rows.map((row) => [row.holds, row.recorded_by])).toEqual([
    [true, staff.id],
    [false, staff.id],
  ]);
  await expect(sql`update people.state_fact set holds = false`.execute(app.db)).rejects.toThrow(/permission denied/);
  await expect(sql`delete from people.consent_fact`.execute(app.db)).rejects.toThrow(/permission denied/);
});

test('mourning holds until the end of its last day where the hospital stands, or until it is undone', async () => {
  const { id } = await makePerson(app);
  await app.act(staff, (ctx) => setBereaved(ctx, id, { until: '2026-11-24', source: 'staff' }));
  expect((await stateOf(id)).bereavedUntil).toBe('2026-11-24');
  app.setNow(Temporal.Instant.from('2026-11-25T04:59:00Z'));
  expect((await stateOf(id)).bereavedUntil).toBe('2026-11-24');
  app.setNow(Temporal.Instant.from('2026-11-25T05:01:00Z'));
  expect((await stateOf(id)).bereavedUntil).toBeUndefined();
  app.setNow(noon);
  await app.act(staff, (ctx) => undoBereaved(ctx, id, { reason: 'she asked us to' }));
  expect((await stateOf(id)).bereavedUntil).toBeUndefined();
});

test('of consents the latest counts, about one purpose or about all', async () => {
  const { id } = await makePerson(app);
  const say = (purpose: string, given: boolean) =>
    app.act(staff, (ctx) => setConsent(ctx, id, { channel: 'email', purpose, given }));
  expect((await stateOf(id)).consent).toBe('unknown');
  await say('survey', true);
  expect((await stateOf(id)).consent).toBe('given');
  await say('every-purpose', false);
  expect([(await stateOf(id)).consent, (await stateOf(id, 'reminder')).consent]).toEqual(['refused', 'refused']);
  await say('survey', true);
  expect([(await stateOf(id)).consent, (await stateOf(id, 'reminder')).consent]).toEqual(['given', 'refused']);
});

test('rules for safe contact and a restriction reach the gate', async () => {
  const { id } = await makePerson(app);
  expect((await stateOf(id)).safeContact).toMatchObject({ doNotNameClinic: false, onlyChannel: null });
  const rules = {
    doNotNameClinic: true,
    noVoicemail: true,
    onlyFrom: '22:00:00',
    onlyUntil: '06:30:00',
    onlyChannel: 'portal' as const,
    codeWord: 'heron',
    words: 'shared flat',
  };
  await app.act(staff, async (ctx) => {
    await setSafeContact(ctx, id, rules);
    await setRestricted(ctx, id, { source: 'person', reason: 'wants no letters' });
  });
  expect(await stateOf(id)).toMatchObject({
    safeContact: rules,
    restricted: true,
    address: expect.stringContaining('@'),
  });
});

test('a proxy acts until the named moment or until it is ended, and sees no one else', async () => {
  const [daughter, mother, stranger] = [await makePerson(app), await makePerson(app), await makePerson(app)];
  const grant = (until: string) =>
    app.act(staff, (ctx) =>
      grantProxy(ctx, { proxyPersonId: daughter.id, forPersonId: mother.id, scopes: ['messages', 'messages'], until }),
    );
  const today = () => app.act(asTest, (ctx) => actsFor(ctx, daughter.id));
  await expect(grant('2026-11-24T17:00:00Z')).rejects.toMatchObject({ code: 'people.proxy-already-over' });
  await grant('2026-11-25T00:00:00Z');
  expect(await today()).toMatchObject([{ personId: mother.id, scopes: ['messages'] }]);
  await app.act(asSelf(daughter.id, await today()), (ctx) => readPerson(ctx, mother.id));
  await expect(
    app.act(asSelf(daughter.id, await today()), (ctx) => readPerson(ctx, stranger.id)),
  ).rejects.toMatchObject({ kind: 'not-found' });
  app.setNow(Temporal.Instant.from('2026-11-25T00:00:00Z'));
  expect(await today()).toEqual([]);
  const { proxyId } = await grant('2027-01-01T00:00:00Z');
  await app.act(staff, (ctx) => endProxy(ctx, { proxyId, reason: 'as she wished' }));
  expect(await today()).toEqual([]);
  await expect(app.act(staff, (ctx) => endProxy(ctx, { proxyId, reason: 'again' }))).rejects.toMatchObject({
    code: 'people.proxy-already-over',
  });
  await grant('2027-01-01T00:00:00Z');
  app.setNow(noon);
});

test('a stranger may be written down but not verified, and reads nobody', async () => {
  const name = { given: 'Ada', family: 'Asks' };
  const { id } = await app.act(anyone, (ctx) => registerPerson(ctx, { name, contacts: [], verified: false }));
  await expect(
    app.act(anyone, (ctx) => registerPerson(ctx, { name, contacts: [], verified: true })),
  ).rejects.toMatchObject({ code: 'people.only-staff-verify' });
  await expect(app.act(anyone, (ctx) => readPerson(ctx, id))).rejects.toMatchObject({ kind: 'not-found' });
  expect((await app.act(staff, (ctx) => readPerson(ctx, id))).can).toContain('verify');
});

test('the timeline shows each viewer only what they may know, page by page', async () => {
  const { id } = await makePerson(app);
  const ref = (n: number) => `01920000-0000-7000-8000-${String(n).padStart(12, '0')}`;
  const tell = (n: number, visibleTo: string[], hiddenFrom: string[] = []) =>
    app.act(asTest, (ctx) =>
      addTimelineEntry(ctx, {
        personId: id,
        at: noon.subtract({ hours: n }),
        kind: 'concerns.complaint',
        refId: ref(n),
        visibleTo,
        hiddenFrom,
      }),
    );
  await tell(1, ['staff', 'person']);
  await tell(2, ['role:patient-relations']);
  await tell(3, ['staff'], [`staff:${staff.id}`]);
  await tell(4, ['staff', 'proxy:messages']);
  await tell(4, ['staff', 'proxy:messages']);
  type Viewer = Parameters<TestApp['act']>[0];
  const seen = async (viewer: Viewer) =>
    (await app.act(viewer, (ctx) => listTimeline(ctx, id))).entries.map((one) => Number(one.refId.slice(-2)));
  expect(await seen(staff)).toEqual([1, 4]);
  expect(await seen({ ...staff, id: ref(99), roles: ['patient-relations'] })).toEqual([1, 2, 3, 4]);
  expect(await seen(asSelf(id))).toEqual([1]);
  expect(await seen(asSelf(ref(98), [{ personId: id, name: '', scopes: ['messages'] }]))).toEqual([4]);
  expect(await seen(asTest)).toEqual([1, 2, 3, 4]);

  const other = await makePerson(app);
  await app.act(asTest, async (ctx) => {
    for (let n = 100; n < 170; n++)
      await addTimelineEntry(ctx, {
        personId: other.id,
        at: noon,
        kind: 'desk.note',
        refId: ref(n),
        visibleTo: ['staff'],
      });
  });
  const first = await app.act(staff, (ctx) => listTimeline(ctx, other.id));
  const second = await app.act(staff, (ctx) => listTimeline(ctx, other.id, first.next ?? ''));
  expect([first.entries.length, second.entries.length, second.next]).toEqual([50, 20, null]);
  expect(new Set([...first.entries, ...second.entries].map((one) => one.id)).size).toBe(70);
  for (const cursor of ['', 'x', `2026-11-24T17:00:00Z_${'-'.repeat(36)}`])
    await expect(app.act(staff, (ctx) => listTimeline(ctx, other.id, cursor))).rejects.toMatchObject({
      code: 'people.unusable-cursor',
    });
});

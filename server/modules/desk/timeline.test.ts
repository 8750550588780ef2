import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../testing/app.ts';
import { asStaff, type SignedIn } from '../../testing/as.ts';
import { makeAsker, makeConversation } from '../../testing/make-conversation.ts';
import { makePerson } from '../../testing/make-person.ts';
import { makeFacility } from '../../testing/make-place.ts';
import { makeTeam } from '../../testing/make-staff.ts';
import { listTimeline } from '../people/index.ts';

let app: TestApp;
let north: string;
let team: string;
let otherTeam: string;
let ana: SignedIn;
let ben: SignedIn;
let minute = 0;
beforeAll(async () => {
  app = await startTestApp({ now: Temporal.Instant.from('2026-11-24T15:00:00Z') });
  north = (await makeFacility(app)).id;
  team = (await makeTeam(app, { facilityId: north })).id;
  otherTeam = (await makeTeam(app, { facilityId: north })).id;
  ana = await asStaff(app, { teamIds: [team] });
  ben = await asStaff(app, { teamIds: [otherTeam] });
});
afterAll(() => app.stop());

/** What happens one after the other has its own moment. */
const later = () => app.setNow(Temporal.Instant.from('2026-11-24T15:00:00Z').add({ minutes: ++minute }));

async function send(who: SignedIn, url: string, payload: object = {}, method: 'POST' | 'PUT' = 'POST') {
  later();
  const answer = await app.server.inject({ method, url: `/api${url}`, headers: who.headers, payload });
  expect(answer.statusCode, `${url} ${answer.body}`).toBe(200);
  return answer.json();
}

/** The line of a person as this colleague sees it, oldest first. */
async function line(who: SignedIn, personId: string): Promise<string[]> {
  const { body, statusCode } = await app.server.inject({
    url: `/api/people/${personId}/timeline`,
    headers: who.headers,
  });
  expect(statusCode, body).toBe(200);
  return (JSON.parse(body).entries as { kind: string }[]).map((entry) => entry.kind).toReversed();
}

async function asks(teamId: string) {
  later();
  const asked = await makeConversation(app, { teamId });
  return { ...asked, at: `/desk/conversations/${asked.id}` };
}

it('what was asked, answered and resolved is on the line of the asker and of whom it is about', async () => {
  later();
  const aboutPersonId = await makeAsker(app);
  const asked = await makeConversation(app, { teamId: team, aboutPersonId });
  const at = `/desk/conversations/${asked.id}`;
  const { version } = await send(ana, `${at}/claim`);
  const answer = { version, text: 'On Monday.', fileIds: [], next: 'stay' };
  const answered = await send(ana, `${at}/answer`, answer);
  const resolved = await send(ana, `${at}/resolution`, { version: answered.version });
  const all = ['desk.question-asked', 'desk.question-answered', 'desk.question-resolved'];
  expect(await line(ana, asked.askerPersonId)).toEqual(all);
  expect(await line(ana, aboutPersonId)).toEqual(all);
  await send(ana, `${at}/undo`, { version: resolved.version });
  expect(await line(ana, aboutPersonId)).toEqual([...all, 'desk.question-reopened']);
});

it('the asker reads it on their own line; about whom it is does not', async () => {
  later();
  const aboutPersonId = await makeAsker(app);
  const { askerPersonId } = await makeConversation(app, { teamId: team, aboutPersonId });
  const ownLine = async (id: string) => {
    const reader = { kind: 'person' as const, id, name: 'Ada', sessionId: randomUUID(), actsFor: [] };
    return (await app.act(reader, (ctx) => listTimeline(ctx, id))).entries.map((entry) => entry.kind);
  };
  expect(await ownLine(askerPersonId)).toEqual(['desk.question-asked']);
  expect(await ownLine(aboutPersonId)).toEqual([]);
});

it('a colleague learns of a conversation from the line only where the desk shows it to them', async () => {
  const { askerPersonId } = await asks(team);
  const elsewhere = (await makeFacility(app)).id;
  const leads = { roles: ['manager' as const] };
  const viewers: [SignedIn, boolean][] = [
    [ana, true],
    [ben, false],
    [await asStaff(app, { roles: ['clinician'] }), false],
    [await asStaff(app, { roles: ['compliance'] }), false],
    [await asStaff(app, leads), true],
    [await asStaff(app, { ...leads, facilityIds: [north] }), true],
    [await asStaff(app, { ...leads, facilityIds: [elsewhere] }), false],
    [await asStaff(app, { roles: ['patient-relations'], facilityIds: [north] }), true],
    [await asStaff(app, { roles: ['administrator'] }), true],
  ];
  for (const [viewer, sees] of viewers) {
    const url = `/api/desk/people/${askerPersonId}/conversations`;
    const shown = (await app.server.inject({ url, headers: viewer.headers })).json().conversations;
    expect(shown.length).toBe(sees ? 1 : 0);
    expect(await line(viewer, askerPersonId)).toEqual(sees ? ['desk.question-asked'] : []);
  }
});

it('a conversation of the whole hospital is known to its team and to whoever leads anywhere', async () => {
  const { askerPersonId } = await asks((await makeTeam(app)).id);
  expect(await line(ana, askerPersonId)).toEqual([]);
  const manager = await asStaff(app, { roles: ['manager'], facilityIds: [north] });
  expect(await line(manager, askerPersonId)).toEqual(['desk.question-asked']);
});

it('its lines go with it: to the colleague or the team that takes it, and away from who gave it', async () => {
  const { askerPersonId, at } = await asks(team);
  const handed = await send(ana, `${at}/hand-over`, { version: 1, to: { staffId: ben.subjectId } });
  expect(await line(ben, askerPersonId)).toEqual(['desk.question-asked']);
  await send(ben, `${at}/hand-over`, { version: handed.version, to: { teamId: otherTeam } });
  expect(await line(ben, askerPersonId)).toEqual(['desk.question-asked']);
  expect(await line(ana, askerPersonId)).toEqual([]);
});

it('what became of the person is on their line for every colleague', async () => {
  const { id } = await makePerson(app);
  const { id: daughter } = await makePerson(app);
  const { id: double } = await makePerson(app);
  const at = `/people/${id}`;
  const until = Temporal.Instant.from('2027-11-24T15:00:00Z').toString();
  const rules = { doNotNameClinic: true, noVoicemail: false, onlyFrom: null, onlyUntil: null };
  await send(ana, `${at}/death`, { source: 'family' });
  await send(ana, `${at}/death/undo`, { reason: 'Another of this name' });
  await send(ana, `${at}/bereavement`, { source: 'family', until: '2027-01-31' });
  await send(ana, `${at}/bereavement/undo`, { reason: 'Said by mistake' });
  await send(ana, `${at}/restriction`, { source: 'staff', reason: 'A court order' });
  await send(ana, `${at}/restriction/undo`, { reason: 'Over' });
  await send(ana, `${at}/consents`, { channel: 'email', purpose: 'answer-in-full', given: true });
  await send(ana, `${at}/consents`, { channel: 'email', purpose: 'answer-in-full', given: false });
  await send(ana, `${at}/safe-contact`, { ...rules, onlyChannel: null, codeWord: null, words: null }, 'PUT');
  const grant = { proxyPersonId: daughter, forPersonId: id, scopes: ['messages'], until };
  const { proxyId } = await send(ana, '/proxies', grant);
  await send(ana, `/proxies/${proxyId}/end`, { reason: 'No longer wished' });
  const { mergeId } = await send(ana, '/merges', { keepId: id, mergeId: double, reason: 'One person' });
  await send(ana, `/merges/${mergeId}/undo`, { reason: 'Two after all' });
  const kinds = (await line(ben, id)).map((kind) => kind.replace('people.', ''));
  expect(kinds).toEqual([
    ...['death-recorded', 'death-taken-back', 'bereavement-recorded', 'bereavement-ended'],
    ...['restriction-set', 'restriction-lifted', 'consent-given', 'consent-refused', 'safe-contact-changed'],
    ...['proxy-granted', 'proxy-ended', 'records-merged', 'records-taken-apart'],
  ]);
  expect(await line(ben, daughter)).toEqual(['people.proxy-granted', 'people.proxy-ended']);
  expect(await line(ben, double)).toEqual(['people.records-taken-apart']);
});

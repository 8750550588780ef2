import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Actor, Person } from '../../platform/access/actor.ts';
import { asTest, startTestApp, type TestApp } from '../../testing/app.ts';
import { asPerson, asStaff, type SignedIn, signInAs } from '../../testing/as.ts';
import { makeAsker, makeConversation } from '../../testing/make-conversation.ts';
import { makeFacility } from '../../testing/make-place.ts';
import { makeTeam } from '../../testing/make-staff.ts';
import { mergePeople, readBanner, unmerge } from '../people/index.ts';
import { removeSpecialDay, setSpecialDay } from '../places/index.ts';
import { closeTeam, dismissStaff, leaveTeam, recordAbsence, setTeamHours } from '../workforce/index.ts';
import type { Changed, Conversation } from './contract.ts';
import * as desk from './index.ts';

let app: TestApp;
let team: string;
let ana: SignedIn;
let ben: SignedIn;
const tuesday = Temporal.Instant.from('2026-11-24T15:00:00Z');
const officeHours = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '09:00', closes: '17:00' }));

beforeAll(async () => {
  app = await startTestApp({ now: tuesday });
  team = (await makeTeam(app, { hours: officeHours, reasons: ['appointment', 'other'] })).id;
  ana = await asStaff(app, { name: 'Ana Ruiz', shownAs: 'Ana R.', teamIds: [team] });
  ben = await asStaff(app, { name: 'Ben Okafor', teamIds: [team] });
});
afterAll(() => app.stop());
afterEach(() => moveTo(tuesday));

/** Sessions do not outlive a leap of the clock. */
async function moveTo(moment: Temporal.Instant): Promise<void> {
  app.setNow(moment);
  [ana, ben] = (await Promise.all([ana, ben].map((one) => signInAs(app, { ...one, kind: 'staff' })))) as [
    SignedIn,
    SignedIn,
  ];
}

const get = async <T>(who: SignedIn, path: string) =>
  (await app.server.inject({ url: `/api/desk${path}`, headers: who.headers })).json() as T;
const read = (who: SignedIn, id: string) => get<Conversation>(who, `/conversations/${id}`);
const post = async (
  who: SignedIn,
  id: string,
  what: string,
  payload: object = {},
  method: 'POST' | 'DELETE' = 'POST',
) => {
  const url = `/api/desk/conversations/${id}/${what}`;
  const answer = await app.server.inject({ method, url, headers: who.headers, payload });
  return { status: answer.statusCode, body: answer.json() as Changed & { code?: string } };
};
const person = (id: string, actsFor: Person['actsFor'] = []): Actor => ({
  ...{ kind: 'person', id, name: 'Ada Example', sessionId: id, actsFor },
});
const factsOf = (it: Conversation) => it.entries.flatMap((entry) => (entry.kind === 'fact' ? entry.fact : []));

describe('an internal note', () => {
  it('never goes out: not in the portal, not by mail, not in what messaging keeps', async () => {
    const { id, askerPersonId } = await makeConversation(app, { teamId: team });
    const secret = 'Zebra-note: her neighbour rang us';
    await post(ana, id, 'notes', { text: secret });
    await post(ana, id, 'claim');
    await post(ana, id, 'hand-over', { version: 2, to: { staffId: ben.subjectId }, note: `${secret} again` });
    await post(ben, id, 'answer', { version: 3, text: 'Bring the blue form.', next: 'resolve' });
    await app.drain();
    const seen = await app.act(person(askerPersonId), (ctx) => desk.readConversationForPerson(ctx, id));
    expect(seen.messages.map((message) => message.text)).toEqual([
      'Which form do I bring on Monday?',
      'Bring the blue form.',
    ]);
    expect(JSON.stringify([seen, app.outbox.sent])).not.toContain('Zebra');
    const { rows } = await sql<{ table: string }>`
      select format('%I.%I', table_schema, table_name) as table from information_schema.tables
      where table_type = 'BASE TABLE' and table_schema in ('messaging', 'desk', 'platform', 'people')`.execute(app.db);
    const holding: string[] = [];
    for (const { table } of rows) {
      const found = await sql
        .raw<{ n: number }>(`select count(*)::int as n from ${table} it where it::text like '%Zebra%'`)
        .execute(app.db);
      if (found.rows[0]!.n > 0) holding.push(table);
    }
    expect(holding).toEqual(['desk.note']);
    expect((await read(ana, id)).entries.filter((entry) => entry.kind === 'note')).toHaveLength(2);
  });

  it('has no way out: one file of the desk sends, and it knows no note', () => {
    const folder = fileURLToPath(new URL('.', import.meta.url));
    const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.includes('.test.'));
    const textOf = (name: string) => readFileSync(`${folder}${name}`, 'utf8');
    const sending = files.filter((name) => /\bsendTo(Person|Address)\b/.test(textOf(name)));
    expect(sending).toEqual(['outgoing.ts']);
    const imports = [...textOf('outgoing.ts').matchAll(/from '(.*?)'/g)].map((match) => match[1]);
    expect(imports.filter((path) => /note|changes|reading|store/.test(path!))).toEqual(['./conversation-store.ts']);
    expect(files.filter((name) => /note-store/.test(textOf(name))).toSorted()).toEqual(['notes.ts', 'reading.ts']);
  });
});

describe('the asker', () => {
  it('sees who has it by first name and team, and opens it again by writing', async () => {
    const { id, askerPersonId, expectedBy } = await makeConversation(app, { teamId: team });
    expect(expectedBy).toBe('2026-11-24T19:00:00Z');
    await post(ana, id, 'claim');
    const asAsker = person(askerPersonId);
    const look = () => app.act(asAsker, (ctx) => desk.readConversationForPerson(ctx, id));
    expect(await look()).toMatchObject({ status: 'being-looked-at', staffName: 'Ana', expectedBy });
    await post(ana, id, 'answer', { version: 2, text: 'The blue one.', next: 'resolve' });
    expect(await look()).toMatchObject({ status: 'closed', expectedBy: null });
    await moveTo(tuesday.add({ hours: 24 }));
    await app.act(asAsker, (ctx) => desk.replyFromPerson(ctx, id, { text: 'And where do I bring it?' }));
    const again = await read(ana, id);
    expect(again).toMatchObject({ status: 'claimed', owner: { name: 'Ana Ruiz' }, lastMessageFrom: 'person' });
    expect(again.clocks.response).toMatchObject({ state: 'running', dueAt: '2026-11-25T19:00:00Z' });
    expect(factsOf(again)).toEqual(['opened', 'claimed', 'resolved', 'reopened']);
  });

  it('is the only one, with those who write for them; for others it is not there', async () => {
    const { id, askerPersonId } = await makeConversation(app, { teamId: team });
    const other = await makeAsker(app);
    const reading = (actor: Actor) => app.act(actor, (ctx) => desk.readConversationForPerson(ctx, id));
    const proxy = (scopes: string[]) => person(other, [{ personId: askerPersonId, name: 'Ada', scopes }]);
    await expect(reading(person(other))).rejects.toMatchObject({ kind: 'not-found' });
    await expect(reading(proxy(['bills']))).rejects.toMatchObject({ kind: 'not-found' });
    expect((await reading(proxy(['messages']))).id).toBe(id);
    const listed = (actor: Actor) => app.act(actor, (ctx) => desk.listConversationsOf(ctx, { of: askerPersonId }));
    expect((await listed(proxy(['bills']))).conversations).toEqual([]);
    await expect(listed(person(other))).rejects.toMatchObject({ kind: 'not-found' });
    expect((await listed(person(askerPersonId))).conversations.map((one) => one.id)).toEqual([id]);
    const signedIn = await asPerson(app, askerPersonId);
    expect(
      (await app.server.inject({ url: `/api/desk/conversations/${id}`, headers: signedIn.headers })).statusCode,
    ).toBe(401);
  });

  it('who writes words of danger while it waits is urgent at once, until somebody answers', async () => {
    const { id, askerPersonId } = await makeConversation(app, { teamId: team });
    await post(ana, id, 'claim');
    await post(ana, id, 'answer', { version: 2, text: 'How are you now?', next: 'wait' });
    const reply = { text: 'Worse. I can’t breathe.' };
    await app.act(person(askerPersonId), (ctx) => desk.replyFromPerson(ctx, id, reply));
    const now = await read(ana, id);
    expect(now).toMatchObject({ status: 'claimed', urgent: true, urgentWords: ['can’t breathe'] });
    expect(now.clocks.response).toMatchObject({ state: 'near', targetMinutes: 15, dueAt: '2026-11-24T15:15:00Z' });
    await post(ana, id, 'answer', { version: now.version, text: 'Please ring 911 now. I am ringing you.' });
    expect(await read(ana, id)).toMatchObject({ urgent: false, urgentWords: ['can’t breathe'] });
  });

  it.each([
    ['soon due', { hours: 3, minutes: 50 }, 'near'],
    ['late already', { hours: 5 }, 'breached'],
  ])('words of danger in what is %s never make the answer due later', async (_when, after, state) => {
    const { id, askerPersonId, expectedBy } = await makeConversation(app, { teamId: team });
    await moveTo(tuesday.add(after));
    await app.act(person(askerPersonId), (ctx) => desk.replyFromPerson(ctx, id, { text: 'I can’t breathe.' }));
    const { urgent, clocks } = await read(ana, id);
    expect(urgent).toBe(true);
    expect(clocks.response).toMatchObject({ state, dueAt: expectedBy });
  });
});

describe('the clocks', () => {
  it('stand still while it is the person’s turn, and never count a closed hour', async () => {
    const { id, askerPersonId } = await makeConversation(app, { teamId: team, reason: 'appointment' });
    const due = async () => (await read(ana, id)).clocks;
    expect((await due()).resolution.dueAt).toBe('2026-11-25T15:00:00Z');
    await post(ana, id, 'claim');
    await moveTo(tuesday.add({ hours: 1 }));
    await post(ana, id, 'answer', { version: 2, text: 'Which day?', next: 'wait' });
    expect(await due()).toMatchObject({
      resolution: { state: 'paused', dueAt: null },
      response: { state: 'met' },
    });
    await moveTo(tuesday.add({ hours: 25 }));
    await app.act(person(askerPersonId), (ctx) => desk.replyFromPerson(ctx, id, { text: 'Friday' }));
    expect(await due()).toMatchObject({ resolution: { state: 'running', dueAt: '2026-11-26T15:00:00Z' } });
    await moveTo(tuesday.add({ hours: 47, minutes: 40 }));
    expect((await due()).resolution.state).toBe('near');
    await moveTo(tuesday.add({ hours: 48 }));
    expect((await due()).resolution.state).toBe('breached');
    await post(ana, id, 'resolution', { version: 5 });
    await moveTo(tuesday);
    expect((await read(ana, id)).clocks.resolution.state).toBe('met');
  });

  it('follow the team’s hours when those change', async () => {
    const own = (await makeTeam(app, { hours: officeHours })).id;
    const { id, expectedBy } = await makeConversation(app, { teamId: own });
    const before = await app.act(asTest, (ctx) => desk.readConversation(ctx, id));
    await app.act(asTest, (ctx) => setTeamHours(ctx, own, [{ weekday: 3, opens: '09:00', closes: '17:00' }]));
    await app.drain();
    const after = await app.act(asTest, (ctx) => desk.readConversation(ctx, id));
    expect([expectedBy, after.clocks.response.dueAt]).toEqual(['2026-11-24T19:00:00Z', '2026-11-25T18:00:00Z']);
    expect(after.version).toBe(before.version);
    expect(await app.act(asTest, (ctx) => desk.recomputeDeadlines(ctx, 'all'))).toEqual({ changed: 0 });
  });

  it('follow a day that is closed, and opened again', async () => {
    const { id: facilityId } = await makeFacility(app);
    const own = (await makeTeam(app, { facilityId, hours: officeHours })).id;
    const { id } = await makeConversation(app, { teamId: own });
    const due = async () => {
      await app.drain();
      return (await app.act(asTest, (ctx) => desk.readConversation(ctx, id))).clocks.response.dueAt;
    };
    const before = await due();
    await app.act(asTest, (ctx) =>
      setSpecialDay(ctx, facilityId, { date: '2026-11-24', name: 'Burst pipe', windows: [] }),
    );
    const closed = await due();
    await app.act(asTest, (ctx) => removeSpecialDay(ctx, facilityId, '2026-11-24'));
    expect([before, closed, await due()]).toEqual(['2026-11-24T19:00:00Z', '2026-11-25T18:00:00Z', before]);
  });
});

describe('work nobody is there for', () => {
  it('goes back to the pool when its owner is away, dismissed or leaves the team, and moves on with a closed team', async () => {
    const cy = await asStaff(app, { name: 'Cy Park', teamIds: [team] });
    const mine = async () => {
      const { id } = await makeConversation(app, { teamId: team });
      await post(cy, id, 'claim');
      return id;
    };
    const [first, resolved] = [await mine(), await mine()];
    await post(cy, resolved, 'resolution', { version: 2 });
    await app.act(asTest, (ctx) => recordAbsence(ctx, { staffId: cy.subjectId, from: tuesday }));
    await app.drain();
    expect(await read(ana, first)).toMatchObject({ status: 'unclaimed', owner: null });
    expect((await read(ana, resolved)).owner?.name).toBe('Cy Park');
    const asker = person((await read(ana, resolved)).asker.personId);
    await app.act(asker, (ctx) => desk.replyFromPerson(ctx, resolved, { text: 'One more thing' }));
    expect(await read(ana, resolved)).toMatchObject({ status: 'unclaimed', owner: null });
    expect((await post(ana, first, 'hand-over', { version: 3, to: { staffId: cy.subjectId } })).body.code).toBe(
      'desk.colleague-away',
    );
    const second = await mine();
    await app.act(asTest, (ctx) => leaveTeam(ctx, team, cy.subjectId));
    await app.drain();
    expect((await read(ana, second)).owner).toBeNull();
    const dee = await asStaff(app, { teamIds: [team] });
    await post(dee, second, 'claim');
    await app.act(asTest, (ctx) => dismissStaff(ctx, dee.subjectId));
    await app.drain();
    expect((await read(ana, second)).owner).toBeNull();
    const closing = (await makeTeam(app)).id;
    const third = await makeConversation(app, { teamId: closing, reason: 'appointment' });
    await app.act(asTest, (ctx) => closeTeam(ctx, closing));
    await app.drain();
    expect((await read(ana, third.id)).team.teamId).toBe(team);
  });
});

describe('an unverified asker', () => {
  it('is tied to a known person, whose earlier conversations are then beside this one, and apart again', async () => {
    const known = await makeAsker(app, { verified: true });
    const earlier = await makeConversation(app, { teamId: team, askerPersonId: known });
    const { id, askerPersonId } = await makeConversation(app, { teamId: team });
    const reason = 'Same birth date, rang back on the number we have';
    expect((await post(ana, id, 'person-link', { version: 1, personId: known, reason })).body.version).toBe(2);
    const linked = await read(ana, id);
    expect(linked.asker).toMatchObject({ personId: known, verified: true });
    expect(linked.can).not.toContain('link-person');
    const beside = await get<{ conversations: { id: string }[] }>(ana, `/people/${known}/conversations`);
    expect(beside.conversations.map((one) => one.id).toSorted()).toEqual([earlier.id, id].toSorted());
    const { merges } = await app.act(asTest, (ctx) => readBanner(ctx, known));
    await app.act(asTest, (ctx) => unmerge(ctx, merges[0]!.mergeId, { reason: 'Not the same after all' }));
    await app.drain();
    expect((await read(ana, id)).asker.personId).toBe(askerPersonId);
  });

  it('who is merged elsewhere is followed', async () => {
    const known = await makeAsker(app, { verified: true });
    const { id, askerPersonId } = await makeConversation(app, { teamId: team });
    await app.act(asTest, (ctx) => mergePeople(ctx, { keepId: known, mergeId: askerPersonId, reason: 'Same person' }));
    await app.drain();
    expect((await read(ana, id)).asker.personId).toBe(known);
  });
});

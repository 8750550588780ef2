import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../testing/app.ts';
import { asStaff, type SignedIn } from '../../testing/as.ts';
import { makeAsker, makeConversation } from '../../testing/make-conversation.ts';
import { makePerson } from '../../testing/make-person.ts';
import { makeFacility } from '../../testing/make-place.ts';
import { makeTeam, staffActor } from '../../testing/make-staff.ts';
import { receiveMail } from '../messaging/index.ts';
import { mergePeople } from '../people/index.ts';
import { splitOff } from './cases.ts';
import type { FoundConversation, SearchPage } from './contract.ts';
import { addNote, answer, claim, openOnBehalf, replyFromPerson } from './index.ts';

let app: TestApp;
let team: string;
let ana: SignedIn;
const tuesday = Temporal.Instant.from('2026-11-24T15:00:00Z');

beforeAll(async () => {
  app = await startTestApp({ now: tuesday });
  team = (await makeTeam(app, { name: 'Front desk', reasons: ['appointment', 'other'] })).id;
  ana = await asStaff(app, { name: 'Ana Ruiz', teamIds: [team] });
});
afterAll(() => app.stop());

async function search(who: SignedIn, words: string, rest: object = {}) {
  const answer = await app.server.inject({
    ...{ method: 'POST', url: '/api/desk/search', headers: who.headers, payload: { words, ...rest } },
  });
  return { status: answer.statusCode, body: answer.json() as SearchPage & { code?: string; title?: string } };
}
const found = async (who: SignedIn, words: string, rest: object = {}) =>
  (await search(who, words, rest)).body.conversations.map((it) => it.id);
const ask = (text: string, given: object = {}) => makeConversation(app, { teamId: team, text, ...given });
const marked = ({ snippet }: FoundConversation) => snippet.marks.map((it) => snippet.text.slice(it.from, it.to));

describe('what was written', () => {
  test('is found as soon as it is there: asked, answered, noted, written again, told by telephone', async () => {
    const { id, askerPersonId } = await ask('My wheelchair broke on the stairs.');
    const actor = await staffActor(app, ana.subjectId);
    expect(await found(ana, 'wheelchair')).toEqual([id]);
    const { version } = await app.act(actor, (ctx) => claim(ctx, id));
    await app.act(actor, (ctx) => addNote(ctx, id, 'She sounded exasperated.'));
    await app.act(actor, (ctx) => answer(ctx, id, { version, text: 'A mechanic comes.', fileIds: [], next: 'stay' }));
    expect(await found(ana, 'exasperated')).toEqual([id]);
    expect(await found(ana, 'mechanic')).toEqual([id]);
    const asker = { kind: 'person', id: askerPersonId, name: 'Ada', sessionId: askerPersonId, actsFor: [] } as never;
    await app.act(asker, (ctx) => replyFromPerson(ctx, id, { text: 'It still squeaks.' }));
    expect(await found(ana, 'squeaks')).toEqual([id]);
    const told = { askerPersonId, reason: 'other', subject: 'Lost umbrella', text: 'It is turquoise.', teamId: team };
    const rang = await app.act(actor, (ctx) => openOnBehalf(ctx, { ...told, channel: 'phone' }));
    expect(await found(ana, 'umbrella')).toEqual([rang.id]);
    expect(await found(ana, 'turquoise')).toEqual([rang.id]);
    expect(await found(ana, rang.reference)).toEqual([rang.id]);
  });

  test('by mail is found likewise', async () => {
    const lines = ['From: Jo <jo@people.test>', 'To: front.desk@mail.bedside.test', 'Subject: Trombone'];
    const raw = [...lines, 'Message-ID: <trombone@people.test>', '', 'May I practise the xylophone?', ''].join('\r\n');
    await receiveMail(app.shop, Buffer.from(raw), {});
    await app.drain();
    const [byText] = (await search(ana, 'xylophone')).body.conversations;
    expect(byText).toMatchObject({ subject: { text: 'Trombone' }, where: 'message' });
    expect(await found(ana, 'trombone')).toEqual([byText?.id]);
  });

  test('has every word somewhere in one conversation, not in one message', async () => {
    const { id } = await ask('The lampshade fell.');
    await ask('Another lampshade, elsewhere.');
    await app.act(await staffActor(app, ana.subjectId), (ctx) => addNote(ctx, id, 'Janitor informed.'));
    expect(await found(ana, 'janitor lampshade')).toEqual([id]);
    expect(await found(ana, 'the lampshade of the janitor')).toEqual([id]);
    expect(await found(ana, 'janitor chandelier')).toEqual([]);
  });
});

describe('a case that was split off', () => {
  test('is found by the messages it is about, before and after, and not by the notes of the other', async () => {
    const other = (await makeTeam(app, { name: 'Billing', reasons: ['bill'] })).id;
    const biller = await asStaff(app, { teamIds: [other] });
    const { id, askerPersonId } = await ask('My invoice mentions a defibrillator.');
    const actor = await staffActor(app, ana.subjectId);
    await app.act(actor, (ctx) => addNote(ctx, id, 'Sounded suspicious.'));
    const { version } = await app.act(actor, (ctx) => claim(ctx, id));
    const input = { version, reason: 'bill', teamId: other, subject: 'The invoice', keep: false };
    const { split } = await app.act(actor, (ctx) => splitOff(ctx, id, input));
    const [row] = (await search(biller, 'defibrillator')).body.conversations;
    expect(row).toMatchObject({ id: split.id, where: 'message', subject: { text: 'The invoice' } });
    expect(await found(biller, 'suspicious')).toEqual([]);
    expect(await found(ana, 'suspicious')).toEqual([id]);
    const asker = { kind: 'person', id: askerPersonId, name: 'Ada', sessionId: askerPersonId, actsFor: [] } as never;
    await app.act(asker, (ctx) => replyFromPerson(ctx, id, { text: 'And a stretcher.' }));
    expect(await found(biller, 'stretcher')).toEqual([split.id]);
    expect(await found(ana, 'stretcher')).toEqual([id]);
  });
});

describe('words', () => {
  let ids: Record<string, string>;
  beforeAll(async () => {
    const french = (await makePerson(app, { language: 'fr-CA' })).id;
    ids = {
      english: (await ask('My vaccinations were rescheduled, happily.')).id,
      spanish: (await ask('Las cirugías del corazón fueron canceladas.')).id,
      french: (await ask('Les journaux municipaux sont arrivés.', { askerPersonId: french })).id,
      hindi: (await ask('मुझे नमस्ते कहना है')).id,
      japanese: (await ask('予約を変更したいです')).id,
      german: (await ask('Die Straße ist gesperrt, sagt Herr Łukasiewicz.')).id,
    };
  });

  test.each([
    ['vaccination', 'english'],
    ['VACCINATED', 'english'],
    ['reschedule', 'english'],
    ['cirugia', 'spanish'],
    ['CIRUGÍA corazon', 'spanish'],
    ['cancelar', 'spanish'],
    ['journal', 'french'],
    ['municipal', 'french'],
    ['नमस्ते', 'hindi'],
    ['予約', 'japanese'],
    ['strasse', 'german'],
    ['lukasiewicz', 'german'],
  ])('"%s" finds the %s text', async (words, which) => {
    const { conversations } = (await search(ana, words)).body;
    expect(conversations.filter((it) => it.exact).map((it) => it.id)).toEqual([ids[which]]);
  });

  test('are marked where they stand, as places in a plain text', async () => {
    const { id } = await ask(
      `${'Before that much was said. '.repeat(40)}<b>Prescriptions</b>\nfor Zoë’s 👩‍👩‍👧 hamster`,
    );
    const [row] = (await search(ana, 'prescription hamster zoe')).body.conversations;
    expect(row).toMatchObject({ id, where: 'message', exact: true, at: tuesday.toString() });
    expect(row && marked(row)).toEqual(['Prescriptions', 'Zoë’s', 'hamster']);
    expect(row?.snippet.text).toMatch(/^….*<b>Prescriptions<\/b> for Zoë’s/);
    expect(row?.snippet.text.length).toBeLessThan(300);
  });

  test('that stand in the subject are marked there, and the beginning of the text is shown', async () => {
    const { id } = await ask('It was blue.', { subject: 'Forgotten raincoats' });
    const [row] = (await search(ana, 'raincoat')).body.conversations;
    expect(row).toMatchObject({ id, where: 'subject', snippet: { text: 'It was blue.', marks: [] } });
    expect(row?.subject).toEqual({ text: 'Forgotten raincoats', marks: [{ from: 10, to: 19 }] });
  });

  test.each([
    "' or 1=1 --",
    "zzz' | 'qqq",
    '& | ! ( ) <-> :*',
    '\\',
    '%',
    '🤷',
    "''''",
    ':*',
    '<script>alert(1)</script>',
  ])('%j is text and nothing else', async (words) => {
    const { status, body } = await search(ana, words);
    expect(status).toBe(200);
    if (!/[a-z]/.test(words)) expect(body.conversations.every((it) => it.snippet.marks.length === 0)).toBe(true);
    else expect(body.conversations).toEqual([]);
  });

  test('of a book that somebody sends do not keep it from arriving, nor what is written after it', async () => {
    const word = (n: number) =>
      [...(n * 7919 + 456_976).toString(26)].map((it) => String.fromCharCode(97 + Number.parseInt(it, 26))).join('');
    const book = (from: number) => Array.from({ length: 6000 }, (_, n) => word(from + n)).join(' ');
    const { id } = await ask(`${'ü'.repeat(3000)} ${book(0)}`);
    const actor = await staffActor(app, ana.subjectId);
    for (let n = 1; n <= 8; n++) await app.act(actor, (ctx) => addNote(ctx, id, book(n * 6000).slice(0, 20_000)));
    expect(await found(ana, word(3))).toEqual([id]);
  });
});

describe('a slip of the hand', () => {
  test.each(['omelete', 'omlette', 'moelette', 'omelettte', 'omelewte'])(
    '%s means omelette, and says so',
    async (typed) => {
      const { id } = await ask('Cold omelette again.', { teamId: (await slips()).team });
      const { conversations, alsoSearched } = (await search((await slips()).who, typed)).body;
      expect(conversations[0]).toMatchObject({ id, exact: false });
      expect(conversations[0] && marked(conversations[0])).toEqual(['omelette']);
      expect(alsoSearched).toEqual([{ typed, meant: ['omelette'] }]);
    },
  );

  test('comes behind what was typed, over the pages too', async () => {
    const { who, team: teamId } = await slips();
    const meant = [await ask('A gazelle in the garden', { teamId }), await ask('The gazelle was gone', { teamId })];
    const typed = await ask('A gazele in the garden', { teamId });
    const first = (await search(who, 'gazele', { limit: 2 })).body;
    expect(first.conversations.map((it) => [it.id, it.exact])).toEqual([
      [typed.id, true],
      [meant[1]?.id, false],
    ]);
    const second = (await search(who, 'gazele', { limit: 2, cursor: first.next })).body;
    expect(second.conversations.map((it) => it.id)).toEqual([meant[0]?.id]);
    expect(second).toMatchObject({ next: null, alsoSearched: [{ typed: 'gazele', meant: ['gazelle'] }] });
  });

  let made: { who: SignedIn; team: string } | undefined;
  async function slips() {
    if (made) return made;
    const own = (await makeTeam(app, { name: 'Kitchen' })).id;
    made = { team: own, who: await asStaff(app, { name: 'Kim Cook', teamIds: [own] }) };
    return made;
  }
});

test('who was shown is in the audit, and not what was looked for', async () => {
  const { askerPersonId } = await ask('A metronome');
  await search(ana, 'metronome');
  const { rows } = await sql<{ all: string }>`select audit_entry::text as all from platform.audit_entry
    where ${askerPersonId} = any (person_ids) and action = 'desk.search-conversations'`.execute(app.shop.db);
  expect(rows).toHaveLength(1);
  expect(rows[0]?.all).not.toContain('metronome');
});

describe('what one may not see', () => {
  test('is not found, not counted, not suggested: not by words, slips, person, team or cursor', async () => {
    const other = (await makeTeam(app, { name: 'Oncology', reasons: ['results'] })).id;
    const { askerPersonId } = await ask('My sarcoma, and the pelican.', { teamId: other });
    await ask('The pelicans of the pond.');
    const insider = await asStaff(app, { name: 'Olu Ade', teamIds: [other] });
    expect(await found(insider, 'sarcoma')).toHaveLength(1);
    const nothing = { conversations: [], next: null, lookedBackTo: null, alsoSearched: [], stillReading: false };
    for (const words of ['sarcoma', 'sarkoma', 'sarcomas', 'sarcoma pelican'])
      expect((await search(ana, words)).body, words).toEqual(nothing);
    expect((await search(ana, '', { personId: askerPersonId })).body).toEqual(nothing);
    expect((await search(ana, 'pelican', { teamId: other })).body).toEqual(nothing);
    expect(await found(ana, 'pelican')).toHaveLength(1);
  });

  test('changes nothing in what is said about words that one may see', async () => {
    const other = (await makeTeam(app)).id;
    await ask('The marmalade was sour.');
    const before = (await search(ana, 'marmelade')).body;
    for (const hidden of ['marmelada', 'marmeladen', 'mermelade']) await ask(`${hidden} hidden`, { teamId: other });
    expect((await search(ana, 'marmelade')).body).toEqual(before);
    expect(before.alsoSearched).toEqual([{ typed: 'marmelade', meant: ['marmalade'] }]);
  });

  test('is for the owner, and for those who lead where it lies, to see', async () => {
    const [here, there] = [(await makeFacility(app)).id, (await makeFacility(app)).id];
    const [own, far] = [
      (await makeTeam(app, { facilityId: here, name: 'Here' })).id,
      (await makeTeam(app, { facilityId: there, name: 'There' })).id,
    ];
    const a = await ask('A cucumber here', { teamId: own });
    const b = await ask('A cucumber there', { teamId: far });
    const c = await ask('A cucumber for everyone');
    const manager = await asStaff(app, { roles: ['manager'], facilityIds: [here], teamIds: [own] });
    const administrator = await asStaff(app, { roles: ['administrator'] });
    const owner = await asStaff(app, { teamIds: [far] });
    await app.act(await staffActor(app, owner.subjectId), (ctx) => claim(ctx, b.id));
    expect(await found(manager, 'cucumber')).toEqual([c.id, a.id]);
    expect(await found(administrator, 'cucumber')).toEqual([c.id, b.id, a.id]);
    expect(await found(owner, 'cucumber')).toEqual([b.id]);
    expect(await found(await asStaff(app, { roles: ['clinician'] }), 'cucumber')).toEqual([]);
    // By walking through all, newest first, the same is seen.
    expect((await found(manager, '', { limit: 50 })).slice(0, 2)).toEqual([c.id, a.id]);
    expect(await found(owner, '')).toEqual([b.id]);
  });
});

describe('a search', () => {
  test('is narrowed by reason, team, state, days and person', async () => {
    const own = (await makeTeam(app, { name: 'Records' })).id;
    const both = await asStaff(app, { teamIds: [own, team] });
    app.setNow(Temporal.Instant.from('2026-03-11T03:30:00Z'));
    const old = await ask('A saxophone', { reason: 'bill', teamId: own });
    app.setNow(tuesday);
    const fresh = await ask('A saxophone');
    await app.act(await staffActor(app, both.subjectId), (ctx) => claim(ctx, fresh.id));
    const one = (rest: object) => found(both, 'saxophone', rest);
    expect(await one({})).toEqual([fresh.id, old.id]);
    expect(await one({ reason: 'bill' })).toEqual([old.id]);
    expect(await one({ teamId: team })).toEqual([fresh.id]);
    expect(await one({ status: 'claimed' })).toEqual([fresh.id]);
    expect(await one({ status: 'unclaimed' })).toEqual([old.id]);
    expect(await one({ status: 'resolved' })).toEqual([]);
    // In New York it was still the tenth.
    expect(await one({ from: '2026-03-10', until: '2026-03-10' })).toEqual([old.id]);
    expect(await one({ from: '2026-03-11' })).toEqual([fresh.id]);
    expect(await one({ personId: old.askerPersonId })).toEqual([old.id]);
    expect(await found(both, '', { personId: old.askerPersonId })).toEqual([old.id]);
    const kept = await makeAsker(app, { verified: true });
    const merge = { keepId: kept, mergeId: old.askerPersonId, reason: 'The same person' };
    await app.act(await staffActor(app, both.subjectId), (ctx) => mergePeople(ctx, merge));
    await app.drain();
    for (const personId of [kept, old.askerPersonId]) expect(await one({ personId })).toEqual([old.id]);
  });

  test('of days that are upside down says so in the language of who asks', async () => {
    const { status, body } = await search(ana, 'x', { from: '2026-03-11', until: '2026-03-10' });
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'desk.days-upside-down', title: expect.stringContaining('first day') });
  });

  test('goes on page by page and shows each once, whatever comes in between', async () => {
    const made: string[] = [];
    for (let n = 0; n < 7; n++) made.unshift((await ask(`Accordion number ${n}`)).id);
    const seen: string[] = [];
    let cursor: string | null | undefined;
    do {
      const { body } = await search(ana, 'accordion', { limit: 3, ...(cursor && { cursor }) });
      seen.push(...body.conversations.map((it) => it.id));
      cursor = body.next;
      if (seen.length === 3) await ask('An accordion that came later');
    } while (cursor);
    expect(seen).toEqual(made);
    expect((await search(ana, 'x', { cursor: 'nonsense' })).body.code).toBe('platform.unreadable-cursor');
  });
});

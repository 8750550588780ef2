import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asTest, startTestApp, type TestApp } from '../../testing/app.ts';
import { asStaff, type SignedIn } from '../../testing/as.ts';
import { makeConversation } from '../../testing/make-conversation.ts';
import { makeTeam, staffActor } from '../../testing/make-staff.ts';
import type { SearchPage } from './contract.ts';
import { addNote, answer, claim } from './index.ts';
import { readDue, readDueTexts } from './searchable.ts';
import { addWords } from './searchable-store.ts';

let app: TestApp;
let owner: pg.Client;
let team: string;
let ana: SignedIn;
beforeAll(async () => {
  app = await startTestApp();
  owner = new pg.Client(app.databaseUrl);
  await owner.connect();
  team = (await makeTeam(app)).id;
  ana = await asStaff(app, { teamIds: [team] });
});
afterAll(async () => {
  await owner.end();
  await app.stop();
});

async function search(words: string): Promise<SearchPage> {
  const asked = { method: 'POST' as const, url: '/api/desk/search', headers: ana.headers, payload: { words } };
  return (await app.server.inject(asked)).json();
}
const ids = async (words: string) => (await search(words)).conversations.map((it) => it.id);
const kept = async () =>
  (await owner.query('select conversation_id, words::text from desk.searchable order by conversation_id')).rows;
/** As a house is on the day on which it gets the search. */
const forget = () =>
  owner.query(`truncate desk.searchable, desk.search_word, desk.search_due;
    insert into desk.search_due select id, opened_at from desk.conversation`);

test('reading what lies there gives what was kept as it came', async () => {
  for (const text of ['My wheelchair broke.', 'Las cirugías fueron canceladas.', 'A third, K7M-4QX, by 5 o’clock'])
    await makeConversation(app, { teamId: team, text, subject: `About: ${text}` });
  const { id } = await makeConversation(app, { teamId: team });
  const actor = await staffActor(app, ana.subjectId);
  const { version } = await app.act(actor, (ctx) => claim(ctx, id));
  await app.act(actor, (ctx) => addNote(ctx, id, 'Exasperated, I noted.'));
  await app.act(actor, (ctx) => answer(ctx, id, { version, text: 'Ånswered', fileIds: [], next: 'stay' }));
  const before = await kept();
  await forget();
  expect(await search('wheelchair')).toMatchObject({ conversations: [], stillReading: true });
  expect(await app.act(asTest, readDue)).toEqual({ read: 4 });
  expect(await kept()).toEqual(before);
  expect(await search('wheelchair')).toMatchObject({ conversations: [{}], stillReading: false });
  expect(await app.act(asTest, readDue)).toEqual({ read: 0 });
});

test('a reading that is broken off loses nothing, and the next one ends it', async () => {
  const { id } = await makeConversation(app, { teamId: team, text: 'The barometer fell.' });
  await forget();
  const broken = app.act(asTest, async (ctx) => {
    await readDue(ctx);
    throw new Error('The process ended.');
  });
  await expect(broken).rejects.toThrow('The process ended.');
  expect(await ids('barometer')).toEqual([]);
  await Promise.all([app.act(asTest, readDue), app.act(asTest, readDue), app.act(asTest, readDue)]);
  expect(await ids('barometer')).toEqual([id]);
});

test('what is written while the old is read comes in beside it', async () => {
  const made = await Promise.all(
    Array.from({ length: 6 }, () => makeConversation(app, { teamId: team, text: 'The thermostat' })),
  );
  await forget();
  const actor = await staffActor(app, ana.subjectId);
  await Promise.all([
    app.act(asTest, readDue),
    ...made.map(({ id }) => app.act(actor, (ctx) => addNote(ctx, id, 'A cormorant sat on it.'))),
  ]);
  expect(await ids('thermostat cormorant')).toHaveLength(6);
});

test('twenty who write into one conversation at once, with new words in other orders, all get in', async () => {
  const { id } = await makeConversation(app, { teamId: team });
  const actor = await staffActor(app, ana.subjectId);
  const words = Array.from({ length: 20 }, (_, n) => `zebra${'abcdefghijklmnopqrst'[n]}`);
  await Promise.all(
    words.map((word, n) =>
      app.act(actor, (ctx) => addNote(ctx, id, [word, ...words.slice(n), ...words.slice(0, n)].join(' '))),
    ),
  );
  for (const word of words) expect(await ids(word)).toEqual([id]);
  const { rows } = await owner.query("select count(*)::int as n from desk.search_word where word like 'zebra%'");
  expect(rows).toEqual([{ n: 20 }]);
});

test('a case of very many long words is full, and takes what is written without a fault', async () => {
  const { id } = await makeConversation(app, { teamId: team, text: 'The tambourine' });
  const long = (n: number) => `7${String(n).padStart(47, 'x')}`;
  for (let from = 0; from < 24_000; from += 2000) {
    const words = Array.from({ length: 2000 }, (_, n) => long(from + n));
    await app.act(asTest, (ctx) => addWords(ctx, [{ id, words }]));
  }
  await app.act(await staffActor(app, ana.subjectId), (ctx) => addNote(ctx, id, 'One word more'));
  expect(await ids(`tambourine ${long(17)}`)).toEqual([id]);
});

test('the clock begins steps of reading only while anything is due', async () => {
  const waiting = async () =>
    (await owner.query("select count(*)::int as n from graphile_worker.jobs where task_identifier = 'deliver'")).rows[0]
      .n;
  await app.drain();
  const before = await waiting();
  await app.act(asTest, readDueTexts.run);
  expect(await waiting()).toBe(before);
  await forget();
  await app.act(asTest, readDueTexts.run);
  await app.act(asTest, readDueTexts.run);
  expect(await waiting()).toBe(before + 15);
  await app.drain();
  expect((await search('wheelchair')).stillReading).toBe(false);
});

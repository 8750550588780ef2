import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../testing/app.ts';
import { asStaff, type SignedIn } from '../../testing/as.ts';
import { makeAsker } from '../../testing/make-conversation.ts';
import { makeTeam } from '../../testing/make-staff.ts';
import type { SearchPage } from './contract.ts';

let app: TestApp;
let owner: pg.Client;
let asker: string;
let team: string;
let ana: SignedIn;

beforeAll(async () => {
  app = await startTestApp({ now: Temporal.Instant.from('2026-11-24T15:00:00Z') });
  owner = new pg.Client(app.databaseUrl);
  await owner.connect();
  asker = await makeAsker(app);
  team = (await makeTeam(app)).id;
  ana = await asStaff(app, { teamIds: [team] });
  await fill(team, 14_000);
});
afterAll(async () => {
  await owner.end();
  await app.stop();
});

/** One a minute, the newest first: `antique` stands in the oldest 3500, `usual` in every other, `single` in one of them. */
async function fill(teamId: string, count: number, single = 'single'): Promise<void> {
  await owner.query(
    `with made as (insert into desk.conversation (id, thread_id, reference, version, subject, reason, channel, answer_by,
        asker_person_id, asker_current_id, team_id, opened_at, last_message_at, last_message_from, response_minutes,
        resolution_minutes, response_started_at, resolution_started_at)
      select id, id, left(signs, 3) || '-' || right(signs, 3),
        1, 'n ' || n, case when n % 2 = 0 then 'bill' else 'other' end, 'portal', 'portal', $2, $2, $1,
        at, at, 'person', 1, 1, at, at
      from (select n, translate(lpad((n + $4::int)::text, 6, '0'), '0123456789', '23456789FH') as signs, gen_random_uuid() as id, timestamptz '2026-11-24 12:00Z' - n * interval '1 minute' as at from generate_series(0, $3::int - 1) n) it
      returning id, subject)
    insert into desk.searchable select id, array_to_tsvector(array_remove(array['n',
      case when split_part(subject, ' ', 2)::int >= $3::int - 3500 then 'antique' end,
      case when split_part(subject, ' ', 2)::int % 2 = 0 then 'usual' end,
      case when subject = 'n ' || $3::int * 5 / 9 then $5::text end], null)) from made`,
    [teamId, asker, count, await nextReference(), single],
  );
}
const nextReference = async () =>
  (await owner.query<{ n: number }>('select count(*)::int as n from desk.conversation')).rows[0]?.n ?? 0;

const search = (rest: object) => searchAs(ana, rest);
async function searchAs({ headers }: SignedIn, payload: object): Promise<SearchPage> {
  return (await app.server.inject({ method: 'POST', url: '/api/desk/search', headers, payload })).json();
}
const subjects = ({ conversations }: SearchPage) => conversations.map((it) => it.subject.text);

test('a word of every other conversation leads to the newest of them, page by page', async () => {
  const first = await search({ words: 'usual', limit: 3 });
  expect(subjects(first)).toEqual(['n 0', 'n 2', 'n 4']);
  expect(first.lookedBackTo).toBeNull();
  expect(subjects(await search({ words: 'usual', limit: 3, cursor: first.next }))).toEqual(['n 6', 'n 8', 'n 10']);
  expect(subjects(await search({ words: 'usual', limit: 2, reason: 'other' }))).toEqual([]);
  expect(subjects(await search({ words: 'usual', limit: 2, until: '2026-11-23' }))).toEqual(['n 422', 'n 424']);
});

test('a rare word leads to its conversation, however far back', async () => {
  expect(subjects(await search({ words: 'single' }))).toEqual(['n 7777']);
  const hidden = (await makeTeam(app)).id;
  await fill(hidden, 9, 'hidden');
  expect(await search({ words: 'hidden' })).toMatchObject({ conversations: [], next: null, lookedBackTo: null });
  expect(subjects(await searchAs(await asStaff(app, { teamIds: [hidden] }), { words: 'hidden' }))).toEqual(['n 5']);
});

test('a frequent word that only stands far back is found by looking further, and how far was looked is said', async () => {
  const first = await search({ words: 'antique', limit: 2 });
  expect(first).toMatchObject({ conversations: [], alsoSearched: [], lookedBackTo: '2026-11-17T13:21:00Z' });
  const second = await search({ words: 'antique', limit: 2, cursor: first.next });
  expect(subjects(second)).toEqual(['n 10500', 'n 10501']);
  expect(subjects(await search({ words: 'antique', personId: asker, limit: 2, cursor: first.next }))).toEqual(
    subjects(second),
  );
});

test('how far was looked is the same whether or not there are conversations that one may not see', async () => {
  const before = await search({ words: 'antique' });
  await fill((await makeTeam(app)).id, 500);
  expect(await search({ words: 'antique' })).toEqual(before);
});

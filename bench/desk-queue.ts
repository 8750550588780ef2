import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { connectionOptions } from '../server/platform/database/connect.ts';
import { startEmbeddedPostgres } from '../server/platform/database/embedded.ts';
import { type Bench, load, percentile } from './measure.ts';
import { makeDataFolder, removeDataFolder, startHouse } from './running-house.ts';

const agents = 32;
/** How often somebody at work comes back to the list, or the list is asked again because something happened. */
const everySeconds = 3;

/**
 * The list at the left of the desk with its counts, over many open cases: for agents of one or two teams and a manager
 * who sees all, over HTTP to Bedside in a process of its own. Once at the pace of people at work, once as fast as it goes.
 */
export const bench: Bench = {
  name: 'desk-queue',
  async run({ smoke }) {
    const folder = await makeDataFolder();
    const postgres = await startEmbeddedPostgres({ dataFolder: folder });
    const settings = {
      DATABASE_URL: postgres.url,
      BEDSIDE_DEMO: 'on',
      BEDSIDE_SECRET: Buffer.alloc(32, 5).toString('base64'),
    };
    const house = await startHouse(folder, settings);
    try {
      const cases = smoke ? 500 : 50_000;
      await fill(postgres.url, cases);
      const cookies = await signInAll(house.origin);
      const at = (n: number) => cookies[n % cookies.length] ?? '';
      await load(4, cookies.length * 4, (n) => look(house.origin, at(n)));
      const calm = await atWork(house.origin, at, smoke ? 4 : 60);
      const all = await load(agents, smoke ? 64 : 1_500, (n) => look(house.origin, at(n)));
      if (all.failures > 0) throw new Error(`Looking at the list failed: ${all.firstFailure}`);
      const what = `${agents} agents, ${cases} open cases`;
      return [
        {
          ...{ what: `${what}: list and counts, p95`, value: percentile(calm, 0.95), unit: 'ms', aim: '≤ 150 ms' },
          note: `each looks every ${everySeconds} s; p50 ${percentile(calm, 0.5).toFixed(1)}, n ${calm.length}`,
        },
        { what: 'the same without a pause, p95', value: all.p95, unit: 'ms', note: `p50 ${all.p50.toFixed(1)}` },
        { what: 'looks a second without a pause', value: all.perSecond, unit: '/s' },
      ];
    } finally {
      await house.stop();
      await postgres.stop();
      await removeDataFolder(folder);
    }
  },
};

/** What the screen asks for when it opens or when something happened: both at once. */
async function look(origin: string, cookie: string): Promise<void> {
  const ask = async (path: string) => {
    const answer = await fetch(origin + path, { headers: { cookie } });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path} ${answer.status} ${text.slice(0, 200)}`);
  };
  await Promise.all([ask('/api/desk/queue?list=open&limit=50'), ask('/api/desk/queues')]);
}

async function atWork(origin: string, cookieOf: (n: number) => string, seconds: number): Promise<number[]> {
  const times: number[] = [];
  const until = performance.now() + seconds * 1000;
  await Promise.all(
    Array.from({ length: agents }, async (_, n) => {
      await sleep(randomInt(everySeconds * 1000));
      while (performance.now() < until) {
        const began = performance.now();
        await look(origin, cookieOf(n));
        times.push(performance.now() - began);
        await sleep(Math.max(0, everySeconds * 1000 - (performance.now() - began)));
      }
    }),
  );
  return times;
}

interface DemoPerson {
  readonly accountId: string;
  readonly kind: string;
}

async function signInAll(origin: string): Promise<string[]> {
  const { people } = (await (await fetch(`${origin}/api/access/demo-people`)).json()) as { people: DemoPerson[] };
  const cookies: string[] = [];
  for (const { accountId } of people.filter((one) => one.kind === 'staff')) {
    const answer = await fetch(`${origin}/api/access/demo-sign-in`, {
      ...{ method: 'POST', headers: { 'x-bedside': '1', 'content-type': 'application/json' } },
      body: JSON.stringify({ accountId }),
    });
    const cookie = answer.headers.getSetCookie()[0]?.split(';')[0];
    if (!cookie) throw new Error('Signing in gave no session.');
    cookies.push(cookie);
  }
  return cookies;
}

/** Open cases of all ages over the teams of the demonstration: owned, waiting, urgent and late ones among them. */
async function fill(url: string, count: number): Promise<void> {
  const client = new pg.Client(connectionOptions(url, { asOwner: true, statementTimeoutMs: 0 }));
  await client.connect();
  try {
    await client.query('select setseed(0.31)');
    await client.query(
      `insert into desk.conversation (id, thread_id, reference, version, subject, reason, channel, answer_by,
         asker_person_id, asker_current_id, team_id, facility_id, owner_staff_id, claimed_at, opened_at, waiting_since,
         last_message_at, last_message_from, urgent_words, urgent_at, response_minutes, resolution_minutes,
         response_started_at, resolution_started_at, answered_at, response_due_at, response_near_at, resolution_due_at,
         resolution_near_at, next_due_at, next_near_at)
       select id, id, reference, 1, 'Question number ' || n, 'appointment', 'portal', 'portal', person, person, team,
         facility, case when r1 < 0.3 then owner end, case when r1 < 0.3 then opened end, opened,
         case when r2 < 0.15 then opened + interval '1 hour' end, opened, case when r3 < 0.6 then 'person' else 'staff' end,
         '{}', case when r3 < 0.02 then opened end, 240, 1440, opened, opened, case when r3 >= 0.6 then opened end,
         opened + interval '4 hours', opened + interval '3 hours', opened + interval '3 days', opened + interval '2 days',
         case when r2 < 0.15 then null when r3 < 0.6 then opened + interval '4 hours' else opened + interval '3 days' end,
         case when r2 < 0.15 then null when r3 < 0.6 then opened + interval '3 hours' else opened + interval '2 days' end
       from (select n, gen_random_uuid() as id, random() as r1, random() as r2, random() as r3,
           now() - random() * interval '5 days' as opened,
           (select string_agg(substr('FHJKMQRTWX', (n / power(10, at)::int) % 10 + 1, 1), '' order by at) from generate_series(0, 1) at)
             || (2 + n / 100 % 8)::text || '-' ||
           (select string_agg(substr('FHJKMQRTWX', (n / 800 / power(10, at)::int) % 10 + 1, 1), '' order by at) from generate_series(0, 1) at)
             || '9' as reference,
           people[1 + n % array_length(people, 1)] as person, (teams[1 + n % array_length(teams, 1)]).id as team,
           (teams[1 + n % array_length(teams, 1)]).facility_id as facility, staff[1 + n % array_length(staff, 1)] as owner
         from generate_series(1, $1) n, (select array_agg(id) as people from people.person where merged_into is null) p,
           (select array_agg(id) as staff from workforce.staff) s,
           (select array_agg(team) as teams from workforce.team team where closed_at is null) t) it
       on conflict on constraint conversation_reference_once do nothing`,
      [count],
    );
    await client.query('vacuum (analyze)');
    const { rows } = await client.query<{ n: number }>('select count(*)::int as n from desk.conversation');
    if ((rows[0]?.n ?? 0) < count) throw new Error(`Only ${rows[0]?.n} cases were made.`);
  } finally {
    await client.end();
  }
}

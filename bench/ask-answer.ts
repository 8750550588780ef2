import { makeApp } from '../server/app.ts';
import { makePool } from '../server/platform/database/connect.ts';
import { startEmbeddedPostgres } from '../server/platform/database/embedded.ts';
import { silent } from '../server/platform/log.ts';
import { makeOutboxFolderSender } from '../server/platform/mail/outgoing.ts';
import { readSettings } from '../server/platform/settings.ts';
import { makeHouse } from '../server/serve.ts';
import { type Bench, type Load, load, type Row } from './measure.ts';
import { makeReplay, record, replay, type Statement } from './recorded.ts';
import { makeDataFolder, removeDataFolder, startHouse } from './running-house.ts';

const secret = Buffer.alloc(32, 5);
const requestsEach = 3;

/**
 * A question is written down, claimed and answered: three commands by a signed-in colleague, over HTTP to Bedside in a
 * process of its own; beside it the very statements these commands send, through the driver alone; and a bare route.
 */
export const bench: Bench = {
  name: 'ask-answer',
  async run({ smoke }) {
    const folder = await makeDataFolder();
    const postgres = await startEmbeddedPostgres({ dataFolder: folder });
    try {
      return await measure(folder, postgres.url, smoke ? 12 : 600);
    } finally {
      await postgres.stop();
      await removeDataFolder(folder);
    }
  },
};

async function measure(folder: string, databaseUrl: string, count: number): Promise<Row[]> {
  const settings = { DATABASE_URL: databaseUrl, BEDSIDE_DEMO: 'on', BEDSIDE_SECRET: secret.toString('base64') };
  const house = await startHouse(folder, settings);
  const bare = new Map<number, Load>();
  const overHttp = new Map<number, Load>();
  let asker: Asker;
  try {
    const { origin } = house;
    asker = await signIn(origin);
    const call = httpCaller(origin, asker.cookie);
    await load(4, 20, () => askAndAnswer(call, asker));
    for (const callers of [1, 8, 32]) {
      bare.set(
        callers,
        await load(callers, count * 3, () => fetch(`${origin}/health`).then((answer) => answer.text())),
      );
      overHttp.set(callers, await load(callers, count, () => askAndAnswer(call, asker)));
    }
  } finally {
    await house.stop();
  }
  const next = makeReplay(...(await recordTwice(folder, databaseUrl, settings, asker)));
  const pool = makePool(databaseUrl, { connections: 10 });
  try {
    const rows: Row[] = [];
    for (const callers of [1, 8, 32]) {
      const alone = await load(callers, count, () => replay(pool, next()));
      rows.push(...rowsOf(callers, bare.get(callers), overHttp.get(callers), alone));
    }
    return rows;
  } finally {
    await pool.end();
  }
}

function rowsOf(callers: number, bare: Load | undefined, http: Load | undefined, alone: Load): Row[] {
  if (!bare || !http || bare.failures + http.failures + alone.failures > 0)
    throw new Error(`Something failed: ${bare?.firstFailure}, ${http?.firstFailure}, ${alone.firstFailure}.`);
  const row = (what: string, it: Load, requests: number): Row => ({
    what: `${what}, ${callers} callers`,
    value: it.perSecond * requests,
    unit: 'requests/s',
    note: `p95 of ${requests === 1 ? 'one' : 'the three'} ${it.p95.toFixed(1)} ms`,
  });
  return [
    row('bare route', bare, 1),
    row('ask, claim, answer over HTTP', http, requestsEach),
    row('their statements through pg alone', alone, requestsEach),
    {
      what: `what the house costs, ${callers} callers`,
      value: alone.perSecond / http.perSecond,
      unit: '×',
      aim: '≤ 2.5 ×',
    },
  ];
}

/** The same application in this process, on the same database, so that what it sends can be heard. */
async function recordTwice(
  folder: string,
  databaseUrl: string,
  environment: Record<string, string>,
  asker: Asker,
): Promise<[Statement[], Statement[]]> {
  const house = await makeHouse({ ...readSettings(environment), secret }, databaseUrl);
  const app = await makeApp({
    databaseUrl,
    house,
    log: silent,
    mail: makeOutboxFolderSender({ folder }),
    takesJobs: false,
  });
  const call: Call = async (method, path, body) => {
    const headers = { 'x-bedside': '1', cookie: asker.cookie, 'content-type': 'application/json' };
    const answer = await app.server.inject({
      method: method as 'POST',
      url: path,
      headers,
      payload: JSON.stringify(body),
    });
    if (answer.statusCode >= 400) throw new Error(`${path} ${answer.statusCode}`);
    return { body: answer.json(), cookie: undefined };
  };
  try {
    await askAndAnswer(call, asker);
    return [await record(() => askAndAnswer(call, asker)), await record(() => askAndAnswer(call, asker))];
  } finally {
    await app.stop();
  }
}

type Call = (method: string, path: string, body?: object) => Promise<{ body: unknown; cookie: string | undefined }>;

interface Asker {
  readonly cookie: string;
  readonly personId: string;
  readonly teamId: string;
}

const httpCaller =
  (origin: string, cookie?: string): Call =>
  async (method, path, body) => {
    const answer = await fetch(origin + path, {
      method,
      headers: { 'x-bedside': '1', ...(body && { 'content-type': 'application/json' }), ...(cookie && { cookie }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path} ${answer.status} ${text}`);
    return { body: JSON.parse(text), cookie: answer.headers.getSetCookie()[0]?.split(';')[0] };
  };

interface DemoPeople {
  readonly people: readonly { readonly accountId: string; readonly kind: string; readonly role: string }[];
}

async function signIn(origin: string): Promise<Asker> {
  const stranger = httpCaller(origin);
  const { people } = (await stranger('GET', '/api/access/demo-people')).body as DemoPeople;
  const colleague = people.find((one) => one.kind === 'staff' && /manager/i.test(one.role));
  const { cookie } = await stranger('POST', '/api/access/demo-sign-in', { accountId: colleague?.accountId });
  if (!cookie) throw new Error('Signing in gave no session.');
  const call = httpCaller(origin, cookie);
  const { teams } = (await call('GET', '/api/desk/queues')).body as { teams: { teamId: string }[] };
  const found = (await call('POST', '/api/people/search', { text: 'Priya Raman' })).body as {
    people: { id: string }[];
  };
  const [personId, teamId] = [found.people[0]?.id, teams[0]?.teamId];
  if (!personId || !teamId) throw new Error('The demo has no such person or team.');
  return { cookie, personId, teamId };
}

async function askAndAnswer(call: Call, { personId, teamId }: Asker): Promise<void> {
  const question = {
    askerPersonId: personId,
    teamId,
    reason: 'appointment',
    channel: 'phone',
    subject: 'Moving a visit',
    text: 'She rang: can the visit on Tuesday be moved to the afternoon?',
  };
  const opened = (await call('POST', '/api/desk/conversations', question)).body as { id: string };
  const claimed = (await call('POST', `/api/desk/conversations/${opened.id}/claim`, {})).body as { version: number };
  const text = 'Of course. Tuesday at three is free, and we have put you down for it.';
  await call('POST', `/api/desk/conversations/${opened.id}/answer`, { version: claimed.version, text });
}

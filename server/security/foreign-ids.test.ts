import { randomUUIDv7 } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { routes } from '../app.ts';
import { methodOf, type Route } from '../platform/http/route.ts';
import { startTestApp, type TestApp } from '../testing/app.ts';
import { asStaff, type SignedIn } from '../testing/as.ts';
import { browse } from '../testing/browse.ts';
import { sampleOf } from '../testing/sample-input.ts';
import { hashTables } from '../testing/table-contents.ts';
import { forAnyone, forEveryColleague, type Kind, kindOfParam, makeWard, type Ward } from '../testing/two-worlds.ts';

let app: TestApp;
let own: Ward;
let foreign: Ward;
let elsewhere: SignedIn;
beforeAll(async () => {
  app = await startTestApp();
  own = await makeWard(app, 'OWNQX');
  foreign = await makeWard(app, 'FRGNZQ');
  elsewhere = await asStaff(app, { name: 'Somebody of no team', roles: ['clinician'] });
});
afterAll(() => app.stop());

const calendar = Buffer.from(
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//x//EN', 'BEGIN:VEVENT', 'UID:1', 'DTSTART;VALUE=DATE:20261225']
    .concat('SUMMARY:Christmas', 'END:VEVENT', 'END:VCALENDAR', '')
    .join('\r\n'),
);

interface Ask {
  readonly idOf: (kind: Kind) => string;
  readonly reference: string;
}
const nobodys = { idOf: () => randomUUIDv7(), reference: '222-222' };
const foreigns = { idOf: (kind: Kind) => foreign.ids[kind], reference: '' };

const kindOfField = (name: string): Kind | undefined =>
  (({ relatedId: 'person', keepId: 'person', mergeId: 'person', parentId: 'location', fileIds: 'file' })[
    name
  ] as Kind) ?? (/^(\w*)PersonId$/.test(name) ? 'person' : (kindOfParam('', name) ?? kindNamed(name)));
const kindNamed = (name: string): Kind | undefined =>
  (/^(person|conversation|staff|team|facility|location|department|service)Ids?$/.exec(name)?.[1] as Kind) ?? undefined;

/** The sample of one is no place in any list. */
const withoutCursor = (sample: unknown) =>
  typeof sample === 'object' && sample !== null && !Array.isArray(sample)
    ? Object.fromEntries(Object.entries(sample).filter(([name]) => name !== 'cursor'))
    : sample;

function requestOf(route: Route, who: SignedIn | undefined, ask: Ask) {
  const nameable = 'params' in route && route.params ? (sampleOf(route.params) as Record<string, string>) : {};
  const url = route.path.replace(/:(\w+)/g, (_, name: string) => {
    const kind = kindOfParam(route.path, name);
    if (kind) return ask.idOf(kind);
    if (name === 'reference') return ask.reference || foreign.reference;
    return String(nameable[name] ?? randomUUIDv7());
  });
  const idFor = (name: string) => {
    const kind = kindOfField(name);
    return kind && ask.idOf(kind);
  };
  const takes = (route.kind === 'command' || route.kind === 'query') && route.body;
  const body = takes ? withoutCursor(sampleOf(takes, { idFor })) : undefined;
  const isUpload = route.kind === 'command' && route.upload;
  const type = isUpload ? 'application/octet-stream' : body !== undefined && 'application/json';
  const search = 'search' in route && route.search ? (sampleOf(route.search, { idFor }) as Record<string, string>) : {};
  const asked = withoutCursor(search) as Record<string, string>;
  const query = Object.keys(asked).length > 0 ? `?${new URLSearchParams(asked)}` : '';
  return {
    ...{ method: methodOf(route), url: `${url}${query}`, remoteAddress: `10.1.${Math.floor(Math.random() * 250)}.9` },
    headers: { 'x-bedside': '1', ...who?.headers, ...(type && { 'content-type': type }) },
    ...(body !== undefined && { payload: JSON.stringify(body) }),
    ...(isUpload && { payload: calendar }),
  };
}

const others: readonly [string, () => SignedIn | undefined, (route: Route) => boolean][] = [
  ['anyone', () => undefined, forAnyone],
  ['a patient', () => own.patient, forAnyone],
  ['a colleague of another team', () => own.clerk, forEveryColleague],
  ['a manager of another house', () => own.manager, forEveryColleague],
  ['a colleague of no team', () => elsewhere, forEveryColleague],
];
const schemas = ['people', 'workforce', 'places', 'messaging', 'promises', 'desk'];
/** Without what differs from one request to the next. */
const bare = (body: string) =>
  body.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID').replace(/name="_token" value="[^"]*"/g, '');
const isInDirectory = (route: Route) => /^\/api\/(workforce|places)\//.test(route.path);

test.each(others)('%s who names foreign ids sees nothing of theirs and changes nothing', async (_name, who, open) => {
  const before = await hashTables(app.databaseUrl, schemas);
  let asked = 0;
  for (const route of routes) {
    if (open(route) || route.kind === 'stream' || route.kind === 'form') continue;
    const actor = who();
    // Signs out whoever asks; its own session is no foreign thing.
    if (/sign-out/.test(route.path) || /^\/api\/access\/(?!sessions)/.test(route.path)) continue;
    const named = requestOf(route, actor, foreigns);
    if (route.kind === 'query' || route.kind === 'page') {
      const list = await app.server.inject({ ...named, url: named.url.split('?')[0] ?? '/' });
      expect(list.body, `${route.name} without any id in its search`).not.toContain(foreign.mark);
    }
    const isAboutIds = `${named.url}${named.payload ?? ''}`.includes('-7') || route.path.includes(':reference');
    if (!isAboutIds) continue;
    asked++;
    const answer = await app.server.inject(named);
    const what = `${route.name} ${answer.statusCode} ${answer.body.slice(0, 300)}`;
    // A refusal of the input's form would prove nothing.
    expect([400, 415, 500], what).not.toContain(answer.statusCode);
    expect(answer.body, what).not.toContain(foreign.mark);
    const lost = await app.server.inject(requestOf(route, actor, nobodys));
    // A colleague may look up places and other colleagues: that they may not change them is no secret.
    if (isInDirectory(route) && who() && actor !== own.patient && answer.statusCode === 403) continue;
    const same = `${answer.statusCode} ${bare(answer.body)}` === `${lost.statusCode} ${bare(lost.body)}`;
    expect(same, `${what} instead of ${lost.statusCode} ${lost.body.slice(0, 300)}`).toBe(true);
    expect(Object.keys(answer.headers), what).toEqual(Object.keys(lost.headers));
    if (answer.statusCode === 200) expect(route.kind, what).not.toBe('command');
  }
  expect(asked).toBeGreaterThan(10);
  expect(await hashTables(app.databaseUrl, schemas)).toEqual(before);
});

test('forms of the portal do nothing with a foreign id', async () => {
  const before = await hashTables(app.databaseUrl, schemas);
  const person = browse(app);
  for (const [name, value] of own.patient.headers.cookie?.split('; ').map((one) => one.split('=')) ?? [])
    person.cookies.set(name ?? '', value ?? '');
  await person.open(`/messages/${own.ids.conversation}`);
  const page = person.page();
  expect(page.status).toBe(200);
  for (const id of [foreign.ids.conversation, randomUUIDv7()]) {
    const replied = await person.send(
      { text: 'Mine?' },
      { from: retold(page, id), action: `/messages/${id}`, follows: false },
    );
    expect(replied.status).toBe(404);
    expect(replied.html).not.toContain(foreign.mark);
    const file = await person.open(`/messages/${own.ids.conversation}/files/${foreign.ids.file}`);
    expect(file.status).toBe(404);
  }
  expect(await hashTables(app.databaseUrl, schemas)).toEqual(before);
});
const retold = (page: ReturnType<ReturnType<typeof browse>['page']>, id: string) => ({
  ...page,
  html: page.html.replaceAll(own.ids.conversation, id),
});

test('what is not theirs takes as long to be not found as what is not there', async () => {
  const spent: Record<string, number[]> = { foreign: [], nobodys: [] };
  for (let turn = 0; turn < 60; turn++) {
    for (const [name, id] of [
      ['foreign', foreign.ids.conversation],
      ['nobodys', randomUUIDv7()],
    ] as const) {
      const began = performance.now();
      await app.server.inject({ url: `/api/desk/conversations/${id}`, headers: own.clerk.headers });
      spent[name]?.push(performance.now() - began);
    }
  }
  const [one = 0, other = 0] = Object.values(spent).map((times) => times.sort((a, b) => a - b)[30]);
  // One more statement for what is there would already be more than this.
  expect(Math.abs(one - other)).toBeLessThan(Math.max(2, 0.4 * Math.min(one, other)));
});

test('whose it is sees it: the ids that were tried are real', async () => {
  const mine = await app.server.inject({
    url: `/api/desk/conversations/${foreign.ids.conversation}`,
    headers: foreign.clerk.headers,
  });
  expect(mine.statusCode).toBe(200);
  for (const word of ['I ask', 'Note', 'Answer']) expect(mine.body).toContain(`${word} ${foreign.mark}`);
  const page = await app.server.inject({
    url: `/messages/${foreign.ids.conversation}`,
    headers: foreign.patient.headers,
  });
  expect(page.statusCode).toBe(200);
  expect(page.body).toContain(`Answer ${foreign.mark}`);
  expect(page.body).not.toContain(`Note ${foreign.mark}`);
});

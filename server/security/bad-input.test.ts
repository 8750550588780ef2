import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { routes } from '../app.ts';
import { type CommandRoute, methodOf, type QueryRoute } from '../platform/http/route.ts';
import { startTestApp, type TestApp } from '../testing/app.ts';
import { asStaff, type SignedIn, signInAs } from '../testing/as.ts';
import { browse } from '../testing/browse.ts';
import { makeTeam } from '../testing/make-staff.ts';
import { leavesOf, sampleOf, withValue } from '../testing/sample-input.ts';
import { type Kind, kindOfParam, makeWard, type Ward } from '../testing/two-worlds.ts';

type Taking = (CommandRoute | QueryRoute) & { body: NonNullable<QueryRoute['body']> };

let app: TestApp;
let ward: Ward;
let victim: Ward;
beforeAll(async () => {
  app = await startTestApp();
  ward = await makeWard(app, 'SWEEP');
  victim = await makeWard(app, 'OTHER');
  await makeTeam(app, { name: 'Whoever is left', reasons: ['other'] });
});
afterAll(() => app.stop());

const lone = '\ud800';
const texts: Readonly<Record<string, string>> = {
  nul: 'a\0b',
  'lone surrogate': `a${lone}b`,
  'a megabyte': 'y'.repeat(1_000_000),
  'a long word': 'z'.repeat(60_000),
  'right to left': '\u202eabc\u202c \u05d0\u05d1',
  'four bytes': '\u{1f9e1}\u{1f468}\u200d\u{1f469}\u200d\u{1f467}',
  'unusual spaces': '\u00a0\u2003\ufeff\u200b',
  sql: `x'; drop table people.person; --`,
  'like pattern': `%_\\%`,
  html: '<script>window.hit=1</script>"><img src=x onerror=hit()>',
  template: '$& $1 $` {{constructor}} $\u007b7*7} #{7*7} %s %n',
  'line breaks': 'a\r\nBcc: x@example.org\r\n\r\nb',
  'a date that is none': '2026-02-30',
  'a time far away': '+275760-09-13T00:00:00Z',
  'an id nearly': '00000000-0000-0000-0000-00000000000g',
  'not a number': 'NaN',
  empty: '',
};
const others: Readonly<Record<string, unknown>> = {
  'a huge number': 1e308,
  'a number no integer holds': 2 ** 53 + 2,
  'a whole too large for the database': 2_147_483_648,
  'less than none': -1,
  'a half': 0.5,
  null: null,
  yes: true,
  'a list': [[]],
  'an object': { a: { b: 1 } },
};

const taking = routes.filter(
  (route): route is Taking => (route.kind === 'command' || route.kind === 'query') && route.body !== undefined,
);
const idFor = (name: string) => {
  const kind = ((/^(person|staff|team|facility|location|department|service)Ids?$/.exec(name) ?? [])[1] ??
    {
      relatedId: 'person',
      proxyPersonId: 'person',
      forPersonId: 'person',
      askerPersonId: 'person',
      keepId: 'person',
      mergeId: 'person',
      parentId: 'location',
      fileIds: 'file',
    }[name]) as Kind | undefined;
  return kind && (name === 'mergeId' || name === 'relatedId' || name === 'forPersonId' ? victim : ward).ids[kind];
};
const urlOf = (route: Taking) =>
  route.path.replace(/:(\w+)/g, (_, name: string) => {
    const kind = kindOfParam(route.path, name);
    return kind ? ward.ids[kind] : name === 'date' ? '2026-12-24' : '00000000-0000-7000-8000-00000000dead';
  });

/** Desk commands name the version they are about: an older one would be refused before anything is looked at. */
async function nowOf(route: Taking, who: SignedIn, body: string): Promise<string> {
  if (!route.path.startsWith('/api/desk/conversations/:id') || !body.includes('"version":1')) return body;
  const { version } = (
    await app.server.inject({ url: `/api/desk/conversations/${ward.ids.conversation}`, headers: who.headers })
  ).json();
  return body.replace('"version":1', `"version":${version}`);
}

async function send(route: Taking, who: SignedIn, body: string) {
  const payload = await nowOf(route, who, body);
  const began = performance.now();
  const answer = await app.server.inject({
    ...{ method: methodOf(route), url: urlOf(route), payload },
    headers: { ...who.headers, 'content-type': 'application/json' },
  });
  const what = `${route.name} ${answer.statusCode} ${answer.body.slice(0, 200)} to ${payload.slice(0, 300)}`;
  expect(answer.statusCode, what).toBeLessThan(500);
  expect(performance.now() - began, `a stall: ${what}`).toBeLessThan(5_000);
  if (answer.statusCode >= 400) expect(answer.json(), what).toMatchObject({ code: expect.any(String) });
  return answer;
}
const calm = () => sql`delete from platform.rate_limit`.execute(app.db);

interface BadBody {
  readonly name: string;
  readonly body: string;
  /** What of the answer it could change; of several alike one is sent. */
  readonly alike?: string;
}

/** Refused for the whole body, before any shape: the same wherever in it they stand. */
const beforeShapes = ['nul', 'lone surrogate', 'a megabyte'];

/** A value that the shape refuses gets no further than its refusal: one for each way to refuse it, at each place. */
function alikeOf(route: Taking, path: string, name: string, given: unknown): string {
  if (beforeShapes.includes(name)) return name;
  const read = route.body.safeParse(given);
  return read.success ? `${path}: ${name}` : `${path}: ${JSON.stringify(read.error.issues.map((one) => one.code))}`;
}

/** JSON in which one value stands as written: JSON.stringify would escape half a pair, but also never write NaN. */
const badBodies = (route: Taking): BadBody[] => {
  const whole = sampleOf(route.body, { idFor });
  const bad = leavesOf(whole).flatMap(({ path }) =>
    Object.entries({ ...texts, ...others }).map(([name, value]): BadBody => {
      const given = withValue(whole, path, value as never);
      const place = path.join('.');
      return { name: `${place}: ${name}`, body: JSON.stringify(given), alike: alikeOf(route, place, name, given) };
    }),
  );
  const once = [...new Map(bad.toReversed().map((one) => [one.alike, one])).values()].toReversed();
  const spread = whole as Record<string, never>;
  return [
    ...once,
    { name: 'an unknown key', body: JSON.stringify({ ...spread, isAdministrator: true }) },
    {
      name: 'keys that poison',
      body: JSON.stringify(spread).replace(/\}$/, ',"__proto__":{"roles":["administrator"]}}').replace('{,', '{'),
    },
    { name: 'a constructor', body: JSON.stringify({ ...spread, constructor: { prototype: { admin: 1 } } }) },
    { name: 'a list', body: '[]' },
    { name: 'a text', body: '"x"' },
    { name: 'nothing', body: 'null' },
    { name: 'half of it', body: JSON.stringify(spread).slice(0, -1) },
    { name: 'very deep', body: `${'['.repeat(40)}${']'.repeat(40)}` },
  ];
};
const alwaysBad =
  /unknown key|poison|constructor|^a list|^a text|half of it|very deep|: (nul|lone surrogate|a megabyte|an object)$/;

test('samples are what the routes take: bad values reach the code behind the shapes', () => {
  const refused = taking.filter((route) => !route.body.safeParse(sampleOf(route.body, { idFor })).success);
  expect(refused.map((route) => route.name)).toEqual([]);
  expect(taking.length).toBeGreaterThan(40);
});

test.each(taking.map((route) => [route.name, route] as const))(
  '%s meets every kind of bad value with an answer, never with a fault',
  async (_name, route) => {
    // Somebody new each time: one of the routes ends the session, another takes their roles.
    const who = await asStaff(app, {
      roles: ['administrator', 'manager', 'front-desk'],
      teamIds: [ward.ids.team],
      facilityIds: [ward.ids.facility],
    });
    await calm();
    await send(route, who, JSON.stringify(sampleOf(route.body, { idFor })));
    for (const { name, body } of badBodies(route)) {
      if (/a megabyte|unknown key/.test(name)) await calm();
      const answer = await send(route, who, body);
      if (alwaysBad.test(name))
        expect(answer.statusCode, `${route.name}, ${name}: ${answer.body}`).toBeGreaterThanOrEqual(400);
    }
  },
);

test('addresses and searches of every route meet bad values with an answer', async () => {
  const who = await asStaff(app, { roles: ['administrator'] });
  const bad = [
    '%00',
    '%ED%A0%80',
    '%',
    '..%2f..%2fetc%2fpasswd',
    "'%20or%201=1",
    '-1',
    '1e308',
    'a'.repeat(150),
    '%F0%9F%A7%A1',
    '__proto__',
    '%5B%5D',
  ];
  for (const route of routes) {
    if (route.kind === 'stream') continue;
    await calm();
    const named = 'search' in route && route.search ? Object.keys(sampleOf(route.search) as object) : ['x'];
    for (const value of bad) {
      const url = route.path.includes(':') ? route.path.replace(/:\w+/g, value) : route.path;
      const searches = named.flatMap((name) => [
        `?${name}=${value}`,
        `?${name}=${value}&${name}=2`,
        `?${name}[]=1`,
        `?${name}[__proto__]=1`,
      ]);
      for (const search of route.path.includes(':') ? ['', searches[0] ?? ''] : searches) {
        const answer = await app.server.inject({ method: methodOf(route), url: url + search, headers: who.headers });
        expect(answer.statusCode, `${methodOf(route)} ${url}${search} ${answer.body.slice(0, 200)}`).toBeLessThan(500);
      }
    }
  }
}, 240_000);

test('forms of the portal meet every kind of bad value with a page', async () => {
  const fields = [
    'reason',
    'who',
    'given',
    'family',
    'born-day',
    'born-month',
    'born-year',
    'email',
    'phone',
    'voicemail',
  ].concat([
    'relation',
    'text',
    'seen',
    'shown',
    'need',
    'need-words',
    'remove',
    'code',
    'token',
    'next',
    'language',
    '_once',
    'accountId',
  ]);
  const person = browse(app);
  for (const [name, value] of ward.patient.headers.cookie?.split('; ').map((one) => one.split('=')) ?? [])
    person.cookies.set(name ?? '', value ?? '');
  const formCookie = (await person.open('/ask')).html.match(/name="_token" value="([^"]+)"/)?.[1] ?? '';
  expect(formCookie).not.toBe('');
  await person.send({ reason: 'bill' });
  const draft = /^\/ask\/([^/]+)\//.exec(person.page().url)?.[1] ?? '';
  expect(draft).not.toBe('');
  const cookie = [...person.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const steps = ['reason', 'who', 'you', 'reach', 'them', 'question', 'danger', 'needs'];
  const forms = routes.filter((route) => route.kind === 'form' && !/sign-out/.test(route.path));
  const urls = forms.flatMap(({ path }) =>
    path.includes(':step')
      ? steps.map((step) => `/ask/${draft}/${step}`)
      : [path.replace(':draft', draft).replace(':id', ward.ids.conversation)],
  );
  let accepted = 0;
  for (const url of urls) {
    for (const [name, value] of Object.entries(texts)) {
      await calm();
      // One at a time gets further, past the first question that is not answered.
      const alone = ['right to left', 'four bytes', 'sql', 'html', 'a date that is none'].includes(name) ? fields : [];
      for (const field of [undefined, ...alone]) {
        const given = Object.fromEntries(
          fields.map((one) => [one, field === undefined || one === field ? value : '1']),
        );
        const payload = new URLSearchParams({ ...given, _token: formCookie })
          .toString()
          .replaceAll('%EF%BF%BD', '%ED%A0%80');
        const answer = await app.server.inject({
          ...{ method: 'POST', url, payload, headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' } },
        });
        expect(answer.statusCode, `${url}, ${field ?? 'every field'}: ${name}`).toBeLessThan(500);
        if (answer.statusCode < 400) accepted++;
      }
    }
  }
  expect(accepted).toBeGreaterThan(0);
}, 420_000);

test('what was kept of all that breaks nothing later: every job runs, every list is shown', async () => {
  await calm();
  await app.drain();
  const { rows } = await sql<{
    last_error: string;
  }>`select last_error, task_identifier from graphile_worker.jobs where last_error is not null`.execute(app.db);
  expect(rows).toEqual([]);
  const who = await asStaff(app, {
    roles: ['administrator', 'manager'],
    teamIds: [ward.ids.team],
    facilityIds: [ward.ids.facility],
  });
  const patient = await signInAs(app, { ...ward.patient, kind: 'person' });
  for (const route of routes) {
    if (route.kind !== 'query' && route.kind !== 'page') continue;
    if (methodOf(route) !== 'GET') continue;
    const asked = { ...route, body: undefined } as unknown as Taking;
    for (const { headers } of [who, patient]) {
      const answer = await app.server.inject({ url: urlOf(asked), headers });
      expect(answer.statusCode, `${route.name} ${answer.body.slice(0, 200)}`).toBeLessThan(500);
      const isPage = String(answer.headers['content-type']).startsWith('text/html');
      if (isPage) expect(answer.body.includes('<script>window.hit'), route.name).toBe(false);
    }
  }
});

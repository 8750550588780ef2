import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { routes } from '../app.ts';
import { methodOf, type Route } from '../platform/http/route.ts';
import { startTestApp, type TestApp } from '../testing/app.ts';
import { asStaff, type SignedIn } from '../testing/as.ts';
import { forAnyone, forEveryColleague, kindOfParam, makeWard, type Ward } from '../testing/two-worlds.ts';

/** Everything that was asked, by who and where, with what was answered. */
type Answers = ReadonlyMap<string, string>;

let own: Ward;
let before: Answers;
let after: Answers;
let app: TestApp;

beforeAll(async () => {
  app = await startTestApp({ now: Temporal.Instant.from('2026-11-24T15:00:00Z') });
  own = await makeWard(app, 'OWNQX');
  const elsewhere = await asStaff(app, { name: 'Somebody of no team', roles: ['clinician'] });
  before = await askAll(elsewhere);
  await makeWard(app, 'FRGNZQ');
  after = await askAll(elsewhere);
});
afterAll(() => app.stop());

async function askAll(elsewhere: SignedIn): Promise<Answers> {
  const actors: readonly [string, SignedIn | undefined, (route: Route) => boolean][] = [
    ['anyone', undefined, forAnyone],
    ['a patient', own.patient, forAnyone],
    ['a colleague of another team', own.clerk, forEveryColleague],
    ['a manager of another house', own.manager, forEveryColleague],
    ['a colleague of no team', elsewhere, forEveryColleague],
  ];
  const answers = new Map<string, string>();
  for (const [name, actor, open] of actors)
    for (const route of routes) {
      if ((route.kind !== 'query' && route.kind !== 'page') || methodOf(route) !== 'GET' || open(route)) continue;
      // Who opened it is written down, and asking all of this opens it.
      if (route.path === '/record/opened') continue;
      for (const url of addressesOf(route)) {
        const { statusCode, body } = await app.server.inject({ url, headers: { ...actor?.headers } });
        answers.set(`${name}: ${url}`, `${statusCode} ${withoutWhatIsNewEachTime(body)}`);
      }
    }
  for (const [name, actor] of actors)
    for (const payload of searched) {
      const asked = { method: 'POST' as const, url: '/api/desk/search', headers: { ...actor?.headers }, payload };
      const { statusCode, body } = await app.server.inject(asked);
      answers.set(
        `${name}: ${asked.url} ${JSON.stringify(payload)}`,
        `${statusCode} ${withoutWhatIsNewEachTime(body)}`,
      );
    }
  return answers;
}

/** Everything, a word that stands on both sides, one of theirs alone, and slips of words of either side. */
const searched = [{}, 'answer', 'FRGNZQ', 'FRGNZQS', 'FRGNZP', 'OWNQY'].map((it) =>
  typeof it === 'string' ? { words: it } : it,
);

/** Their own things by id, then every choice that the search offers, one at a time: list, order, filter. */
function addressesOf(route: Route): string[] {
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => {
    const kind = kindOfParam(route.path, name);
    return kind ? own.ids[kind] : own.reference;
  });
  const shape = 'search' in route ? route.search : undefined;
  const schema = shape && (z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' }) as Searched);
  const choices = Object.entries(schema?.properties ?? {}).flatMap(([name, of]) =>
    (of.enum ?? (of.type === 'integer' ? ['1'] : [])).map((value) => `${path}?${name}=${encodeURIComponent(value)}`),
  );
  return [path, ...choices];
}
interface Searched {
  readonly properties?: Readonly<Record<string, { readonly enum?: readonly string[]; readonly type?: string }>>;
}

const withoutWhatIsNewEachTime = (body: string) =>
  body.replace(/name="_(token|once)" value="[^"]*"/g, '').replace(/"requestId":"[^"]*"/g, '');

test('lists, counts, orders and searches are the same whether or not there are rows that one may not see', () => {
  expect(before.size).toBeGreaterThan(100);
  const changed = [...before].filter(([asked, answer]) => after.get(asked) !== answer);
  expect(changed.map(([asked, answer]) => `${asked}\n  ${answer}\n  ${after.get(asked)}`)).toEqual([]);
});

test('what was compared is not empty: their own rows are in the lists', () => {
  const own = [...before].filter(([, answer]) => answer.startsWith('200') && answer.includes('OWNQX'));
  const asked = new Set(own.map(([it]) => it.split(': ')[0]));
  expect([...asked]).toEqual(['a patient', 'a colleague of another team', 'a manager of another house']);
  expect(own.filter(([it]) => it.includes('/api/desk/')).length).toBeGreaterThan(5);
});

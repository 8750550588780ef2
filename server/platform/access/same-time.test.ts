import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../testing/app.ts';
import { browse } from '../../testing/browse.ts';
import { makeAccount, makeActiveStaff } from '../../testing/make-account.ts';
import { makePerson } from '../../testing/make-person.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const rounds = 40;

/** Many of each, one right after the other in turn, so that whatever else the machine does falls on both alike. */
async function timesOf(kinds: readonly (() => Promise<unknown>)[]): Promise<number[][]> {
  const times = kinds.map((): number[] => []);
  for (let round = -3; round < rounds; round++) {
    // Below every limit, which both would reach in the same round.
    if (round % 4 === 0) {
      await sql`delete from platform.rate_limit`.execute(app.db);
      await sql`delete from platform.sign_in_request`.execute(app.db);
    }
    // Each comes first as often as last.
    const order = kinds.map((_, at) => (at + round + kinds.length * rounds) % kinds.length);
    for (const kind of order) {
      const before = performance.now();
      await kinds[kind]?.();
      // The first rounds only warm up.
      if (round >= 0) times[kind]?.push(performance.now() - before);
    }
  }
  return times;
}

const middle = (times: readonly number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

/**
 * How often one of the first takes longer than one of the second: a half when nothing tells them apart (Mann and
 * Whitney's U over the number of pairs). A hash that is missing in one of them puts it at 0 or 1.
 */
function longerThan(one: readonly number[], two: readonly number[]): number {
  const pairs = one.flatMap((a) => two.map((b): number => (a > b ? 1 : a === b ? 0.5 : 0)));
  return pairs.reduce((sum, it) => sum + it, 0) / pairs.length;
}

/** With forty of each, chance alone goes beyond 0.5 ± 0.25 less than once in ten thousand runs. */
function expectAlike(one: readonly number[], two: readonly number[]) {
  const told = `${middle(one).toFixed(1)} and ${middle(two).toFixed(1)} ms in the middle`;
  expect(Math.abs(longerThan(one, two) - 0.5), told).toBeLessThan(0.25);
}

describe('takes as long for who has an account as for who has none', () => {
  test('a wrong password', async () => {
    const known = await makeActiveStaff(app);
    const tries = (email: string) => () =>
      app.server.inject({
        method: 'POST',
        url: '/api/access/sign-in',
        headers: { 'x-bedside': '1' },
        payload: { email, password: 'not the password of anybody' },
      });
    const [there, nobody] = await timesOf([tries(known.email), tries('nobody@hospital.test')]);
    expectAlike(there ?? [], nobody ?? []);
  });

  test('asking for a new password', async () => {
    const known = await makeActiveStaff(app);
    const asks = (email: string) => () =>
      app.server.inject({
        method: 'POST',
        url: '/api/access/password-reset',
        headers: { 'x-bedside': '1' },
        payload: { email },
      });
    const [there, nobody] = await timesOf([asks(known.email), asks('nobody@hospital.test')]);
    expectAlike(there ?? [], nobody ?? []);
  });

  test('asking for a sign-in link in the portal', async () => {
    const { id: subjectId } = await makePerson(app);
    const email = 'somebody.known@example.test';
    await makeAccount(app, { kind: 'person', subjectId, email });
    const page = browse(app);
    await page.open('/sign-in');
    const form = page.page();
    const asks = (address: string) => () => page.send({ email: address }, { from: form, follows: false });
    const [there, nobody] = await timesOf([asks(email), asks('nobody.known@example.test')]);
    expectAlike(there ?? [], nobody ?? []);
  });

  test('and a difference of a hash would be seen', async () => {
    const breath = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
    const [longer, shorter] = await timesOf([() => breath(24), () => breath(4)]);
    expect(longerThan(longer ?? [], shorter ?? [])).toBeGreaterThan(0.75);
  });
});

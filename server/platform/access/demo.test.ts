import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asTest, startTestApp, type TestApp } from '../../testing/app.ts';
import { makeBrowser } from '../../testing/browser.ts';
import { makeActiveStaff } from '../../testing/make-account.ts';
import { makePerson } from '../../testing/make-person.ts';
import { makeStaff } from '../../testing/make-staff.ts';
import { anyone } from './actor.ts';
import { demandSecondFactor, makeDemoAccount, settleMode, signInToDemo } from './index.ts';

let demo: TestApp;
let real: TestApp;
beforeAll(async () => {
  demo = await startTestApp({ house: { demo: true } });
  real = await startTestApp();
});
afterAll(() => Promise.all([demo.stop(), real.stop()]));

const demoStaff = async (app: TestApp) => {
  const { id: subjectId } = await makeStaff(app);
  const given = {
    kind: 'staff',
    subjectId,
    name: 'Ana Flores',
    role: 'Front desk',
    email: `${subjectId}@demo.test`,
  } as const;
  return app.act(asTest, (ctx) => makeDemoAccount(ctx, given));
};

describe('the demonstration', () => {
  test('lets every visitor be an invented colleague, whatever their role demands', async () => {
    await demo.act(asTest, (ctx) => demandSecondFactor(ctx, ['front-desk']));
    const { accountId } = await demoStaff(demo);
    const browser = makeBrowser(demo);
    const { people } = (await browser.get('/api/access/demo-people')).json();
    expect(people).toContainEqual({ accountId, kind: 'staff', name: 'Ana Flores', role: 'Front desk' });
    expect((await browser.post('/api/access/demo-sign-in', { accountId })).statusCode).toBe(200);
    expect(await browser.state()).toMatchObject({ state: 'signed-in', demo: true, can: [] });
  });

  test('lets nobody be a colleague who is not invented, nor a person through the door of the staff', async () => {
    const { accountId } = await makeActiveStaff(demo);
    const { id: subjectId } = await makePerson(demo);
    const person = await demo.act(asTest, (ctx) =>
      makeDemoAccount(ctx, { kind: 'person', subjectId, name: 'Sam', role: 'Patient', email: 'sam@demo.test' }),
    );
    for (const id of [accountId, person.accountId, randomUUIDv7()])
      expect((await makeBrowser(demo).post('/api/access/demo-sign-in', { accountId: id })).statusCode).toBe(404);
    const { cookie } = await demo.act(anyone, (ctx) =>
      signInToDemo(ctx, { accountId: person.accountId, kind: 'person' }),
    );
    expect(await makeBrowser(demo, { [cookie.name]: cookie.value ?? '' }).state()).toMatchObject({
      kind: 'person',
      id: subjectId,
    });
  });

  test('does not exist in a real hospital, even for an account that is marked', async () => {
    const { accountId } = await makeActiveStaff(real);
    await sql`update platform.account set demo = true where id = ${accountId}`.execute(real.db);
    const browser = makeBrowser(real);
    const none = await browser.get('/api/no-such-thing');
    for (const answer of [
      await browser.get('/api/access/demo-people'),
      await browser.post('/api/access/demo-sign-in', { accountId }),
    ])
      expect([answer.statusCode, answer.json().code]).toEqual([404, none.json().code]);
    await expect(demoStaff(real)).rejects.toMatchObject({ kind: 'not-found' });
  });
});

describe('what a database is for', () => {
  test('is settled once, by the first who says, and never mixed', async () => {
    const app = await startTestApp();
    const settle = (wants: boolean | undefined) => app.act(asTest, (ctx) => settleMode(ctx, wants));
    const outcomes = await Promise.allSettled(Array.from({ length: 10 }, (_, n) => settle(n % 2 === 0)));
    expect(outcomes.filter((it) => it.status === 'fulfilled')).toHaveLength(5);
    const kept = await settle(undefined);
    await expect(settle(kept !== 'demo')).rejects.toThrow('a database of its own');
    expect(await settle(kept === 'demo')).toBe(kept);
    await app.stop();
  });

  test('is not a demonstration where somebody has an account', async () => {
    const app = await startTestApp();
    await makeActiveStaff(app);
    await expect(app.act(asTest, (ctx) => settleMode(ctx, true))).rejects.toThrow('needs an empty one');
    expect(await app.act(asTest, (ctx) => settleMode(ctx, undefined))).toBe('real');
    await app.stop();
  });
});

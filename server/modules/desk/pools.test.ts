import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../platform/access/actor.ts';
import { asTest, startTestApp, type TestApp } from '../../testing/app.ts';
import { makeAsker, makeConversation } from '../../testing/make-conversation.ts';
import { makeStaff, makeTeam, staffActor } from '../../testing/make-staff.ts';
import { registerPerson, setBereaved } from '../people/index.ts';
import { recordAbsence } from '../workforce/index.ts';
import * as desk from './index.ts';
import { correctMark } from './mark-corrections.ts';
import { setPoolRule, takeNext } from './pools.ts';

let app: TestApp;
let team: string;
let ana: Actor;
let ben: Actor;
let manager: Actor;
const tuesday = Temporal.Instant.from('2026-11-24T15:00:00Z');

beforeAll(async () => {
  app = await startTestApp({ now: tuesday });
});
afterAll(() => app.stop());
beforeEach(async () => {
  app.setNow(tuesday);
  team = (await makeTeam(app)).id;
  const member = async (more: object = {}) => staffActor(app, (await makeStaff(app, { teamIds: [team], ...more })).id);
  ana = await member({ name: 'Ana', languages: ['en'] });
  ben = await member({ name: 'Ben', languages: ['en', 'es'] });
  manager = await member({ name: 'Boss', roles: ['manager'], teamIds: [] });
});

const idOf = (actor: Actor) => ('id' in actor ? (actor.id ?? '') : '');
const next = async (who: Actor) => (await app.act(who, (ctx) => takeNext(ctx, {}))).taken;
const rule = (more: object) =>
  app.act(manager, (ctx) => setPoolRule(ctx, { teamId: team, mostOpen: 30, heavyADay: 3, assigns: false, ...more }));
const asked = (more: object = {}) => makeConversation(app, { teamId: team, ...more });
async function mourning(): Promise<string> {
  const askerPersonId = await makeAsker(app);
  const input = { until: '2027-01-31', source: 'staff' as const };
  await app.act(asTest, (ctx) => setBereaved(ctx, askerPersonId, input));
  return askerPersonId;
}
const ownerOf = async (id: string) => {
  const { owner } = await app.act(manager, (ctx) => desk.readConversation(ctx, id));
  const names = { [idOf(ana)]: 'Ana', [idOf(ben)]: 'Ben' };
  return owner ? (names[owner.staffId] ?? 'Cleo') : undefined;
};
const away = (who: Actor) =>
  app.act(asTest, (ctx) => recordAbsence(ctx, { staffId: idOf(who), from: tuesday, until: tuesday.add({ hours: 9 }) }));

describe('who asks for the next one', () => {
  it('gets what is most pressing, and what is urgent before everything', async () => {
    app.setNow(tuesday.subtract({ hours: 1 }));
    const first = await asked();
    app.setNow(tuesday);
    await asked();
    const urgent = await asked({ text: 'I cannot breathe' });
    expect((await next(ana))?.id).toBe(urgent.id);
    expect(await next(ana)).toMatchObject({ id: first.id, why: 'most-pressing' });
    expect(await ownerOf(first.id)).toBe('Ana');
  });

  it('gets another one than who asks at the same moment', async () => {
    const ids = await Promise.all(Array.from({ length: 12 }, async () => (await asked()).id));
    const taken = await Promise.all(Array.from({ length: 12 }, (_, n) => next(n % 2 ? ana : ben)));
    expect(taken.map((one) => one?.id).toSorted()).toEqual(ids.toSorted());
    expect(await next(ana)).toBeNull();
  });

  it('is told to finish something when they have enough open, but always gets what is urgent', async () => {
    await rule({ mostOpen: 2 });
    for (let n = 0; n < 3; n++) await asked();
    await next(ana);
    await next(ana);
    await expect(next(ana)).rejects.toMatchObject({ code: 'desk.enough-open' });
    const urgent = await asked({ text: 'chest pain since this morning' });
    expect((await next(ana))?.id).toBe(urgent.id);
    expect(await next(ben)).not.toBeNull();
  });

  it('with three hard conversations today is not offered the fourth first, while somebody else is there', async () => {
    for (let n = 0; n < 4; n++) await asked({ askerPersonId: await mourning() });
    for (let n = 0; n < 3; n++) await next(ana);
    app.setNow(tuesday.add({ minutes: 1 }));
    const light = await asked();
    expect(await next(ana)).toMatchObject({ id: light.id, why: 'fits-you-best' });
    await asked();
    expect(await next(ben)).toMatchObject({ why: 'most-pressing' });
  });

  it('finds it as hard when somebody writes in grief or anger, until a colleague says that it is not so', async () => {
    await rule({ heavyADay: 1 });
    const angry = { text: 'I am furious with you. This is outrageous and I am so angry.' };
    await asked(angry);
    await next(ana);
    const { id } = await asked(angry);
    app.setNow(tuesday.add({ minutes: 1 }));
    await asked();
    expect((await next(ana))?.why).toBe('fits-you-best');
    await app.act(ben, (ctx) => correctMark(ctx, id, { mark: 'anger', stands: false }));
    await asked();
    expect(await next(ana)).toMatchObject({ id, why: 'most-pressing' });
  });

  it('gets the hard one all the same when nobody else is there, and again on the next day', async () => {
    await away(ben);
    const ids = [];
    for (let n = 0; n < 4; n++) ids.push((await asked({ askerPersonId: await mourning() })).id);
    for (let n = 0; n < 4; n++) expect(ids).toContain((await next(ana))?.id);
    app.setNow(tuesday.add({ hours: 24 }));
    const { id } = await asked({ askerPersonId: await mourning() });
    await asked();
    expect((await next(ana))?.id).toBe(id);
  });

  it('leaves who speaks Spanish to a colleague who does', async () => {
    const name = { given: 'Luz', family: 'Example' };
    const person = await app.act(asTest, (ctx) =>
      registerPerson(ctx, { name, contacts: [], verified: false, language: 'es' }),
    );
    const spanish = await asked({ askerPersonId: person.id });
    app.setNow(tuesday.add({ minutes: 1 }));
    const other = await asked();
    expect((await next(ana))?.id).toBe(other.id);
    expect((await next(ben))?.id).toBe(spanish.id);
  });

  it('is refused while they are away, and for a team that is not theirs', async () => {
    await asked();
    await away(ana);
    await expect(next(ana)).rejects.toMatchObject({ code: 'desk.you-are-away' });
    const other = (await makeTeam(app)).id;
    await expect(app.act(ben, (ctx) => takeNext(ctx, { teamId: other }))).rejects.toMatchObject({ kind: 'not-found' });
  });
});

describe('a team that gives its work out in turn', () => {
  const ownersOf = async (ids: readonly string[]) => Promise.all(ids.map(ownerOf));
  const openMany = (n: number) => Promise.all(Array.from({ length: n }, async () => (await asked()).id));

  it('gives everybody as many, however many come at once', async () => {
    await rule({ assigns: true });
    const ids = await openMany(20);
    await app.drain();
    const owners = await ownersOf(ids);
    expect(owners.filter((name) => name === 'Ana')).toHaveLength(10);
    expect(owners.filter((name) => name === 'Ben')).toHaveLength(10);
  });

  it('counts a turn whatever becomes of it: who gives back or finishes at once gains nothing', async () => {
    await rule({ assigns: true });
    const given = { Ana: 0, Ben: 0 };
    for (let n = 0; n < 8; n++) {
      const { id } = await asked();
      await app.drain();
      const owner = (await ownerOf(id)) as 'Ana' | 'Ben';
      given[owner]++;
      if (owner === 'Ana') await app.act(ana, (ctx) => desk.giveBack(ctx, id, { version: 2 }));
    }
    expect(given).toEqual({ Ana: 4, Ben: 4 });
  });

  it('passes over who is away or has enough, and leaves it to be taken where nobody is there', async () => {
    await rule({ assigns: true, mostOpen: 2 });
    await away(ana);
    const ids = await openMany(3);
    await app.drain();
    const owners = await ownersOf(ids);
    expect(owners.filter((name) => name === 'Ben')).toHaveLength(2);
    expect(owners.filter((name) => name === undefined)).toHaveLength(1);
  });

  it('lets who comes new begin level with the others', async () => {
    await rule({ assigns: true });
    await openMany(10);
    await app.drain();
    await makeStaff(app, { name: 'Cleo', teamIds: [team] });
    const ids = await openMany(6);
    await app.drain();
    const owners = await ownersOf(ids);
    expect(owners.filter((name) => name === 'Cleo')).toHaveLength(2);
  });

  it('is a manager’s to decide', async () => {
    const refused = app.act(ana, (ctx) => setPoolRule(ctx, { teamId: team, mostOpen: 1, heavyADay: 1, assigns: true }));
    await expect(refused).rejects.toMatchObject({ kind: 'not-allowed' });
    const { rows } = await sql`select 1 from desk.pool_rule where team_id = ${team}`.execute(app.db);
    expect(rows).toEqual([]);
  });
});

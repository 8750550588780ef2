import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../platform/access/actor.ts';
import { asTest, startTestApp, type TestApp } from '../../testing/app.ts';
import { makeConversation } from '../../testing/make-conversation.ts';
import { makeFacility } from '../../testing/make-place.ts';
import { makeStaff, makeTeam, staffActor } from '../../testing/make-staff.ts';
import { recordAbsence } from '../workforce/index.ts';
import { openMinutesBetween } from './clocks.ts';
import * as desk from './index.ts';
import { listWarnings, markWarningsSeen, nextWarningAt, setLadderStep, warnOfDeadlines } from './warnings.ts';

let app: TestApp;
let team: string;
let ids: Record<'ana' | 'ben' | 'cleo' | 'boss' | 'admin', string>;
/** A Tuesday, ten in the morning where the hospital is. */
const tuesday = Temporal.Instant.from('2026-11-24T15:00:00Z');
const officeHours = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '09:00', closes: '17:00' }));

beforeAll(async () => {
  app = await startTestApp({ now: tuesday });
});
afterAll(() => app.stop());
beforeEach(async () => {
  app.setNow(tuesday);
  await sql`update desk.clock set next_warning_at = null`.execute(app.db);
  const { id: facilityId } = await makeFacility(app, { timeZone: 'America/New_York' });
  team = (await makeTeam(app, { hours: officeHours, facilityId })).id;
  const make = async (name: string, roles: 'front-desk' | 'manager' | 'administrator', teamIds: string[]) =>
    (await makeStaff(app, { name, roles: [roles], teamIds, facilityIds: [facilityId] })).id;
  ids = {
    ana: await make('Ana', 'front-desk', [team]),
    ben: await make('Ben', 'front-desk', [team]),
    cleo: await make('Cleo', 'front-desk', [team]),
    boss: await make('Boss', 'manager', [team]),
    admin: await make('Admin', 'administrator', []),
  };
});

const as = (who: keyof typeof ids): Promise<Actor> => staffActor(app, ids[who]);
const away = async (who: keyof typeof ids) => {
  const until = tuesday.add({ hours: 48 }).toString();
  await app.act(asTest, (ctx) => recordAbsence(ctx, { staffId: ids[who], from: tuesday.toString(), until }));
  await app.drain();
};
const run = () => app.act(asTest, (ctx) => warnOfDeadlines.run(ctx));
const at = async (minutes: number) => {
  app.setNow(tuesday.add({ minutes }));
  await run();
};
/** Who was told of a conversation, and as what, in the order in which they were. */
const told = async (id: string) => {
  const { rows } = await sql<{ moment: string; to_staff_id: string | null; told_as: string }>`
    select moment, to_staff_id, told_as from desk.warning where conversation_id = ${id} order by at, id`.execute(
    app.db,
  );
  const nameOf = (staffId: string | null) => Object.entries(ids).find(([, one]) => one === staffId)?.[0] ?? 'nobody';
  return rows.map((row) => `${row.moment}: ${nameOf(row.to_staff_id)} as ${row.told_as}`);
};
/** The first answer is due in 240 minutes, so that it is near after 192. */
const asked = () => makeConversation(app, { teamId: team });

describe('before a promise is broken', () => {
  it('who has it is told first, then a colleague, and who leads when it is due and once more', async () => {
    const { id } = await asked();
    await app.act(await as('ana'), (ctx) => desk.claim(ctx, id));
    await at(191);
    expect(await told(id)).toEqual([]);
    await at(192);
    expect(await told(id)).toEqual(['near: ana as owner']);
    await at(215);
    expect(await told(id)).toHaveLength(1);
    await at(216);
    expect((await told(id))[1]).toMatch(/^half: (ben|cleo|boss) as colleague$/);
    await at(240);
    expect((await told(id))[2]).toBe('due: boss as lead');
    await at(288);
    expect((await told(id))[3]).toBe('later: boss as lead');
    await at(400);
    expect(await told(id)).toHaveLength(4);
  });

  it('somebody stands in for an owner who is away, and for nobody', async () => {
    const { id } = await asked();
    await app.act(await as('ana'), (ctx) => desk.claim(ctx, id));
    await away('ana');
    await at(192);
    expect((await told(id))[0]).toMatch(/^near: (ben|cleo|boss) as stand-in$/);
    const other = await makeConversation(app, { teamId: team });
    await at(192 + 192);
    expect((await told(other.id))[0]).toMatch(/^near: (ben|cleo|boss) as stand-in$/);
  });

  it('the next one told is another person, as long as there is one', async () => {
    const { id } = await asked();
    await at(192);
    await at(216);
    const [near, half] = (await told(id)).map((line) => line.split(' ')[1]);
    expect(near).not.toBe(half);
  });

  it('where nobody of the team is there, who leads is told; where no manager is, an administrator', async () => {
    const { id } = await asked();
    for (const who of ['ana', 'ben', 'cleo', 'boss'] as const) await away(who);
    await at(216);
    await at(217);
    const all = await told(id);
    expect(all[0]).toBe('near: nobody as stand-in');
    // Administrators of other tests are there too: one of them, or ours.
    expect(all[1]).toMatch(/^half: (admin|nobody) as lead$/);
    const { rows } = await sql`select 1 from desk.warning where conversation_id = ${id} and moment = 'half'
      and to_staff_id in (select staff_id from workforce.staff_role where role = 'administrator')`.execute(app.db);
    expect(rows).toHaveLength(1);
  });

  it('nobody is told of what was answered, or waits for the person; after a pause it is told anew', async () => {
    const { id, askerPersonId } = await asked();
    const { id: other } = await asked();
    const ana = await as('ana');
    await app.act(ana, (ctx) => desk.answer(ctx, id, { version: 1, text: 'Soon.', fileIds: [], next: 'stay' }));
    await app.act(ana, (ctx) => desk.claim(ctx, other));
    await app.act(ana, (ctx) => desk.markWaiting(ctx, other, { version: 2 }));
    await at(300);
    expect([...(await told(id)), ...(await told(other))]).toEqual([]);
    const asker: Actor = { kind: 'person', id: askerPersonId, name: 'Ada', sessionId: askerPersonId, actsFor: [] };
    app.setNow(tuesday.add({ minutes: 300 }));
    await app.act(asker, (ctx) => desk.replyFromPerson(ctx, id, { text: 'And now?' }));
    await at(420 + 960 + 72);
    expect(await told(id)).toEqual(['near: ana as owner']);
  });

  it('each moment is told once, by however many processes at once', async () => {
    const { id } = await asked();
    app.setNow(tuesday.add({ minutes: 192 }));
    await Promise.all(Array.from({ length: 8 }, run));
    expect(await told(id)).toHaveLength(1);
  });

  it('is on the screen of who was told until they look, and of nobody else', async () => {
    const { id, reference } = await asked();
    const ana = await as('ana');
    await app.act(ana, (ctx) => desk.claim(ctx, id));
    await at(192);
    const mine = async (who: Actor) => (await app.act(who, (ctx) => listWarnings(ctx))).warnings;
    expect(await mine(ana)).toMatchObject([{ conversationId: id, reference, moment: 'near', clock: 'first-response' }]);
    expect(await mine(await as('ben'))).toEqual([]);
    await app.act(ana, (ctx) => markWarningsSeen(ctx, id));
    expect(await mine(ana)).toEqual([]);
  });

  it('a team has its own ladder where a manager gives it one', async () => {
    const step = { teamId: team, moment: 'near', tells: 'nobody' } as const;
    await expect(app.act(await as('ana'), (ctx) => setLadderStep(ctx, step))).rejects.toMatchObject({
      kind: 'not-allowed',
    });
    await app.act(await as('boss'), (ctx) => setLadderStep(ctx, step));
    const { id } = await asked();
    await at(192);
    expect(await told(id)).toEqual([]);
    await at(216);
    expect(await told(id)).toHaveLength(1);
  });
});

it('the moments come in order, half of what is left is half, and later is as long after as near was before', () => {
  const windows = officeHours;
  const calendar = { timeZone: 'America/New_York', windows, closures: [] };
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 2, max: 4_000 }), (start, length) => {
      const near_at = tuesday.add({ minutes: start });
      const due_at = near_at.add({ minutes: length });
      const all = [0, 1, 2, 3, 4].map((warned) => nextWarningAt({ near_at, due_at }, warned, calendar));
      expect(all[4]).toBeNull();
      const [near, half, due, later] = all.map((one) => one ?? tuesday);
      const open = (from?: Temporal.Instant, until?: Temporal.Instant) =>
        openMinutesBetween(from ?? tuesday, until ?? tuesday, calendar);
      const margin = open(near, due);
      expect(open(near, half)).toBeCloseTo(margin / 2, 3);
      expect(open(due, later)).toBeCloseTo(Math.max(margin, 1), 3);
    }),
    { numRuns: 60 },
  );
});

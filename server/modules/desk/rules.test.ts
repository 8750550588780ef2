import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asTest, startTestApp, type TestApp } from '../../testing/app.ts';
import { makeTeam } from '../../testing/make-staff.ts';
import { createFacility, setSpecialDay } from '../places/index.ts';
import { type ClockFacts, deadlines } from './deadlines.ts';
import { calendarOf } from './hours.ts';
import { makeReference, readReference } from './reference.ts';

const at = (text: string) => Temporal.Instant.from(`2026-11-24T${text}:00Z`);
const always = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: '00:00', closes: '24:00' }));
const facts: ClockFacts = {
  ...{
    response_started_at: at('10:00'),
    resolution_started_at: at('10:00'),
    response_minutes: 60,
    resolution_minutes: 300,
  },
  ...{ answered_at: null, resolved_at: null, waiting_since: null, pauses: [] },
  ...{ response_promised_at: null, resolution_promised_at: null, targets_changed_at: null, promise_broken_at: null },
};
const due = (more: Partial<ClockFacts>) => {
  const found = deadlines({ ...facts, ...more }, { timeZone: 'UTC', windows: always, closures: [] });
  return Object.fromEntries(Object.entries(found).map(([name, moment]) => [name, moment?.toString().slice(11, 16)]));
};

describe('what is due', () => {
  it('is near when less than a fifth, or less than half an hour, is left', () => {
    expect(due({})).toMatchObject({ response_due_at: '11:00', response_near_at: '10:30', next_due_at: '11:00' });
    expect(due({})).toMatchObject({ resolution_due_at: '15:00', resolution_near_at: '14:00', next_near_at: '10:30' });
  });

  it('after the first answer is the resolution alone, and after that nothing', () => {
    expect(due({ answered_at: at('10:20') })).toMatchObject({ response_due_at: '11:00', next_due_at: '15:00' });
    expect(due({ answered_at: at('10:20'), resolved_at: at('12:00') }).next_due_at).toBeUndefined();
  });

  it('moves by the time that was the person’s, but what was late before stays late', () => {
    const pause = (from: string, until: string) => ({ from: at(from).toString(), until: at(until).toString() });
    expect(due({ pauses: [pause('10:30', '11:30')] })).toMatchObject({
      response_due_at: '12:00',
      resolution_due_at: '16:00',
    });
    expect(due({ pauses: [pause('11:30', '12:30')] })).toMatchObject({
      response_due_at: '11:00',
      resolution_due_at: '16:00',
    });
    expect(due({ waiting_since: at('10:30') })).toMatchObject({ response_due_at: undefined, next_due_at: undefined });
    expect(due({ waiting_since: at('11:30') })).toMatchObject({
      response_due_at: '11:00',
      resolution_due_at: undefined,
    });
  });
});

describe('a reference', () => {
  it('has digits and letters that nobody mistakes in each half, and is read however it is typed', () => {
    for (let n = 0; n < 2_000; n++)
      expect(makeReference()).toMatch(
        /^(?=.?.?[2-9])(?=.?.?[FHJKMQRTWX])[2-9FHJKMQRTWX]{3}-(?=.?.?[2-9])(?=.?.?[FHJKMQRTWX])[2-9FHJKMQRTWX]{3}$/,
      );
    expect(readReference(' k7m 4qx ')).toBe('K7M-4QX');
    expect(readReference('K7M-4QO')).toBeUndefined();
    fc.assert(
      fc.property(
        fc.string(),
        (typed) => readReference(typed) === undefined || /^...-...$/.test(readReference(typed)!),
      ),
    );
  });
});

describe('the hours of a team', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ now: at('15:00') });
  });
  afterAll(() => app.stop());

  it('are its own within those of its facility on special days, the facility’s where it has none, else always', async () => {
    const week = [{ weekday: 4, opens: '08:00', closes: '18:00' }];
    const { id: facilityId } = await app.act(asTest, (ctx) =>
      createFacility(ctx, { name: 'St. Brigid North', timeZone: 'America/Chicago', hours: week }),
    );
    const date = Temporal.PlainDate.from('2026-11-26');
    const windows = [{ opens: '10:00', closes: '12:00' }];
    await app.act(asTest, (ctx) => setSpecialDay(ctx, facilityId, { date, name: 'Thanksgiving', windows }));
    const own = await makeTeam(app, { facilityId, hours: [{ weekday: 4, opens: '11:00', closes: '20:00' }] });
    const without = await makeTeam(app, { facilityId });
    const anywhere = await makeTeam(app);
    const calendar = (id: string) => app.act(asTest, (ctx) => calendarOf(ctx, id, ctx.now));
    expect(await calendar(own.id)).toMatchObject({
      ...{ timeZone: 'America/Chicago', windows: [{ opens: '11:00', closes: '20:00' }] },
      closures: [{ date: '2026-11-26', windows: [{ opens: '11:00', closes: '12:00' }] }],
    });
    expect(await calendar(without.id)).toMatchObject({ windows: week, closures: [{ windows }] });
    const always = { timeZone: 'America/New_York', windows: { length: 7 } };
    expect(await calendar(anywhere.id)).toMatchObject({ ...always, closures: [{ date: '2026-11-26', windows }] });
    await app.act(asTest, (ctx) => createFacility(ctx, { name: 'St. Brigid South', timeZone: 'America/Chicago' }));
    expect(await calendar(anywhere.id)).toMatchObject({ ...always, closures: [] });
  });
});

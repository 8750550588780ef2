import { actorId } from '../../platform/access/actor.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { onConstraint } from '../../platform/database/constraints.ts';
import { dayWindowRow, presentDayWindow, presentWindow, type WindowRow } from '../../platform/hours.ts';
import { notFound } from '../../platform/problem.ts';
import * as store from './calendar-store.ts';
import type { Closure, DayWindow, FacilityCalendar } from './contract.ts';
import { hoursChanged } from './events.ts';
import { windowsOverlap } from './facilities.ts';
import { selectFacility } from './facility-store.ts';
import { canSetHours, onlyIf } from './policy.ts';
import { without } from './windows.ts';

/**
 * When a facility is open, on its own wall clock: the usual week, and the dates on which it does not hold.
 * Without dates: from 60 days ago, for clocks that are still running, to 400 days ahead. A closed facility still answers.
 */
export async function facilityCalendar(
  ctx: Ctx,
  facilityId: string,
  dates: { from?: Temporal.PlainDate; until?: Temporal.PlainDate } = {},
): Promise<FacilityCalendar> {
  const facility = await selectFacility(ctx, facilityId, true);
  if (!facility) throw notFound();
  const today = ctx.now.toZonedDateTimeISO(facility.time_zone).toPlainDate();
  const from = dates.from ?? today.subtract({ days: 60 });
  const until = dates.until ?? today.add({ days: 400 });
  const holidays = await store.selectHolidays(ctx, facilityId, from, until);
  const specialDays = await store.selectSpecialDays(ctx, facilityId, from, until);
  return {
    timeZone: facility.time_zone,
    windows: facility.windows.map(presentWindow),
    closures: closuresOf(facility.windows, holidays, specialDays),
  };
}

/** A day set by hand goes before a calendar's; several entries of a calendar on one day all take their hours away. */
function closuresOf(
  week: readonly WindowRow[],
  holidays: readonly store.HolidayRow[],
  specialDays: readonly store.SpecialDayRow[],
): Closure[] {
  const closures = new Map<string, Closure>();
  for (const [date, onDate] of Map.groupBy(holidays, (it) => it.on_date.toString())) {
    const weekday = Temporal.PlainDate.from(date).dayOfWeek;
    let windows: store.SpecialDayRow['windows'] = week.filter((it) => it.weekday === weekday);
    for (const holiday of onDate) windows = without(windows, holiday);
    const name = [...new Set(onDate.map((it) => it.name))].join(', ');
    closures.set(date, { date, name, setBy: 'calendar', windows: windows.map(presentDayWindow) });
  }
  for (const day of specialDays) {
    const date = day.on_date.toString();
    closures.set(date, { date, name: day.name, setBy: 'hand', windows: day.windows.map(presentDayWindow) });
  }
  return [...closures.values()].toSorted((a, b) => a.date.localeCompare(b.date));
}

/** Closes a date, or gives it windows of its own. */
export async function setSpecialDay(
  ctx: Ctx,
  facilityId: string,
  day: { date: Temporal.PlainDate | string; name: string; windows: readonly DayWindow[] },
): Promise<void> {
  if (!(await selectFacility(ctx, facilityId))) throw notFound();
  onlyIf(canSetHours(ctx.actor, facilityId));
  await store
    .replaceSpecialDay(ctx, facilityId, {
      date: Temporal.PlainDate.from(day.date),
      name: day.name,
      by: actorId(ctx.actor) ?? null,
      windows: day.windows.map(dayWindowRow),
    })
    .catch(onConstraint('special_window_one_at_a_time', windowsOverlap));
  await ctx.emit(hoursChanged, { facilityId });
}

export async function removeSpecialDay(ctx: Ctx, facilityId: string, date: Temporal.PlainDate | string): Promise<void> {
  onlyIf(canSetHours(ctx.actor, facilityId));
  if (!(await store.deleteSpecialDay(ctx, facilityId, Temporal.PlainDate.from(date)))) throw notFound();
  await ctx.emit(hoursChanged, { facilityId });
}

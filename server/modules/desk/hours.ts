import type { Ctx } from '../../platform/ctx.ts';
import { facilityCalendar, findOnlyFacilityId } from '../places/index.ts';
import { teamHours } from '../workforce/index.ts';
import type { Calendar, DayWindow } from './clocks.ts';

const allWeek = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: '00:00', closes: '24:00' }));

/**
 * When a team answers: its own week where it has one, else the facility's, else always (better a due time than none).
 * Where the hospital is one facility, its closed days are those of the teams of the whole hospital too.
 * On days on which the facility's week does not hold, the team keeps what of its hours lies within the facility's.
 */
export async function calendarOf(ctx: Ctx, teamId: string, from: Temporal.Instant): Promise<Calendar> {
  const { facilityId: own, windows } = await teamHours(ctx, teamId);
  const zone = ctx.house.hospital.timeZone;
  const week = windows.length > 0 ? windows : allWeek;
  const facilityId = own ?? (await findOnlyFacilityId(ctx));
  if (!facilityId) return { timeZone: zone, windows: week, closures: [] };
  const since = from.toZonedDateTimeISO(zone).toPlainDate().subtract({ days: 2 });
  const until = ctx.now.toZonedDateTimeISO(zone).toPlainDate().add({ days: 400 });
  const facility = await facilityCalendar(ctx, facilityId, { from: since, until });
  if (own && windows.length === 0)
    return { ...facility, windows: facility.windows.length > 0 ? facility.windows : allWeek };
  const closures = facility.closures.map(({ date, windows: special }) => {
    const weekday = Temporal.PlainDate.from(date).dayOfWeek;
    const usual = week.filter((window) => window.weekday === weekday);
    return { date, windows: usual.flatMap((window) => special.flatMap((one) => common(window, one))) };
  });
  return { timeZone: own ? facility.timeZone : zone, windows: week, closures };
}

/** `HH:MM` sorts as it counts. */
function common(one: DayWindow, other: DayWindow): DayWindow[] {
  const opens = one.opens > other.opens ? one.opens : other.opens;
  const closes = one.closes < other.closes ? one.closes : other.closes;
  return opens < closes ? [{ opens, closes }] : [];
}

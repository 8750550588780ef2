import type { Ctx } from '../../platform/ctx.ts';
import { type Delivery, delivery, type Schedule } from '../../platform/jobs/delivery.ts';
import { Problem } from '../../platform/problem.ts';
import type { HolidayCalendar } from './contract.ts';
import { hoursChanged } from './events.ts';
import { readFacility } from './facilities.ts';
import { type Fetched, fetchCalendar, largestCalendar } from './gateway.ts';
import * as store from './holiday-store.ts';
import { readHolidaysInThread } from './holiday-thread.ts';
import { canSetHours, onlyIf } from './policy.ts';

const unreadable = () =>
  new Problem('invalid', 'places.calendar-unreadable', {
    en: 'We found no closed days in this file that we can use. It should be a calendar file (.ics) with the days in it.',
    es: 'No hemos encontrado en este archivo días de cierre que podamos usar. Debe ser un calendario (.ics) con los días.',
  });

const notAnAddress = () =>
  new Problem('invalid', 'places.feed-address', {
    en: 'The address of a calendar starts with https:// and has no password in it.',
    es: 'La dirección de un calendario empieza por https:// y no lleva contraseña.',
  });

/**
 * Takes the closed days of an iCalendar text, in place of those of the calendar before, from 60 days ago to three years
 * ahead. Repeating days are followed on by the clock later. Days set by hand are not touched. A text without a day in it
 * is refused: it is more likely a mistake than a year without holidays.
 */
export async function importHolidays(ctx: Ctx, facilityId: string, icsText: string): Promise<{ days: number }> {
  const facility = await readFacility(ctx, facilityId);
  onlyIf(canSetHours(ctx.actor, facilityId));
  if (icsText.length > largestCalendar || icsText.includes('\0') || !icsText.isWellFormed()) throw unreadable();
  const today = ctx.now.toZonedDateTimeISO(facility.timeZone).toPlainDate();
  const from = today.subtract({ days: 60 });
  const read = await readHolidaysInThread({
    text: icsText,
    timeZone: facility.timeZone,
    from: from.toString(),
    until: today.add({ years: 3 }).toString(),
  });
  if (!read.ok) throw unreadable();
  const days = read.days.map((day) => ({
    on_date: day.date,
    from_minute: day.fromMinute,
    until_minute: day.untilMinute,
    name: day.name,
  }));
  await store.replaceHolidays(ctx, facilityId, { text: icsText, from, days });
  await ctx.emit(hoursChanged, { facilityId });
  return { days: days.length };
}

/** The same from a file that was sent, in UTF-8. */
export function importHolidayFile(ctx: Ctx, facilityId: string, bytes: Buffer | undefined): Promise<{ days: number }> {
  if (!bytes) throw unreadable();
  return importHolidays(ctx, facilityId, bytes.toString('utf8'));
}

/** Fetches the calendar from this address now and once a day. `webcal:` is what calendar programs call `https:`. */
export async function setHolidayFeed(ctx: Ctx, facilityId: string, url: string): Promise<void> {
  await readFacility(ctx, facilityId);
  onlyIf(canSetHours(ctx.actor, facilityId));
  const address = URL.parse(url.replace(/^webcals?:/i, 'https:'));
  if (address?.protocol !== 'https:' || address.username || address.password) throw notAnAddress();
  await store.upsertFeed(ctx, facilityId, address.href);
  await ctx.deliver(fetchHolidays, facilityId, { onceKey: `places.fetch-holidays ${facilityId}` });
}

/** Forgets the calendar and its address; past days stay, since clocks were counted by them. */
export async function removeHolidayCalendar(ctx: Ctx, facilityId: string): Promise<void> {
  await readFacility(ctx, facilityId);
  onlyIf(canSetHours(ctx.actor, facilityId));
  await store.deleteHolidays(ctx, facilityId);
  await ctx.emit(hoursChanged, { facilityId });
}

export async function readHolidayCalendar(ctx: Ctx, facilityId: string): Promise<HolidayCalendar> {
  await readFacility(ctx, facilityId);
  const row = await store.selectCalendar(ctx, facilityId);
  return {
    days: row?.days ?? 0,
    ...(row?.read_at && { readAt: row.read_at.toString() }),
    ...(row?.feed_url && { feedUrl: row.feed_url }),
    ...(row?.feed_failed_at && { feedFailedAt: row.feed_failed_at.toString() }),
    ...(row?.feed_failure && { feedFailure: toldOf(row.feed_failure) }),
  };
}

/** Enough to mend an address by. Not more: who may set one must not learn from it what else there is inside the house. */
function toldOf(failure: string): HolidayCalendar['feedFailure'] {
  if (failure.startsWith('answered ')) return 'answered';
  return failure.startsWith('places.') || failure.startsWith('too-large') ? 'unreadable' : 'unreachable';
}

interface Fetching {
  readonly facilityId: string;
  readonly url: string;
}

export const fetchHolidays: Delivery = delivery<Fetching, Fetched>({
  name: 'places.fetch-holidays',
  attempts: 3,
  async claim(ctx, facilityId) {
    const row = await store.selectCalendar(ctx, facilityId);
    return row?.feed_url ? { facilityId, url: row.feed_url } : undefined;
  },
  call: ({ url }) => fetchCalendar(url),
  async record(ctx, { facilityId, url }, fetched) {
    const row = await store.selectCalendar(ctx, facilityId);
    // The address was changed or taken away while we fetched.
    if (row?.feed_url !== url) return undefined;
    const failure = fetched.ok ? await tryImport(ctx, facilityId, fetched.text) : fetched.reason;
    if (failure !== undefined) await store.markFeedFailed(ctx, facilityId, failure);
    return undefined;
  },
});

/** The code of the refusal, if it was refused; nothing has been written then. */
async function tryImport(ctx: Ctx, facilityId: string, text: string): Promise<string | undefined> {
  try {
    await importHolidays(ctx, facilityId, text);
    return undefined;
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
}

/** Once a day, in the small hours of the hospitals that use it most; a feed that failed is asked again the next day. */
export const refreshHolidays: Schedule = {
  name: 'places.refresh-holidays',
  cron: '17 7 * * *',
  async run(ctx) {
    for (const facilityId of await store.takeFeeds(ctx, ctx.now.subtract({ hours: 20 })))
      await ctx.deliver(fetchHolidays, facilityId, { onceKey: `places.fetch-holidays ${facilityId}` });
    for (const stale of await store.selectStale(ctx, ctx.now.subtract({ hours: 30 * 24 })))
      await tryImport(ctx, stale.facility_id, stale.ics_text);
  },
};

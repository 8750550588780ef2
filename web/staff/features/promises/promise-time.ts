import { language } from '../../../lib/language.ts';

const own = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** "Tue, Dec 1, 3:00 PM", on the clock on which it was said; its zone where the reader lives by another. */
export const whenWords = (at: string, timeZone: string): string =>
  new Intl.DateTimeFormat(language, {
    ...{ weekday: 'short', day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit', timeZone },
    ...(timeZone !== own && { timeZoneName: 'short' }),
  }).format(Date.parse(at));

export interface Wall {
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** `HH:MM` */
  readonly time: string;
}

/** What the clock on the wall of a zone shows at a moment. */
export function wallOf(at: number, timeZone: string): Wall {
  const parts = new Intl.DateTimeFormat('en-CA', {
    ...{
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    },
  }).formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return { date: `${part('year')}-${part('month')}-${part('day')}`, time: `${part('hour')}:${part('minute')}` };
}

const asUtc = ({ date, time }: Wall) => Date.parse(`${date}T${time}:00Z`);

/** The moment at which that clock shows this; of an hour that it skips the one after. Undefined while it is incomplete. */
export function momentAt(wall: Wall, timeZone: string): string | undefined {
  const wanted = asUtc(wall);
  if (Number.isNaN(wanted)) return undefined;
  let at = wanted;
  // The second round corrects for a change of the clocks between the guess and the moment.
  for (let round = 0; round < 2; round++) at += wanted - asUtc(wallOf(at, timeZone));
  return new Date(at).toISOString();
}

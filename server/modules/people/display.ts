import type { Ctx } from '../../platform/ctx.ts';

/** How a person is called on a screen: the name they go by, then the family name. */
export function displayName(name: { given: string; family: string; preferred: string | null }): string {
  return `${name.preferred ?? name.given} ${name.family}`.trim();
}

/** Whole years on this day where the hospital stands. */
export function age(ctx: Pick<Ctx, 'now' | 'house'>, born: Temporal.PlainDate | null): number | null {
  if (!born) return null;
  const today = ctx.now.toZonedDateTimeISO(ctx.house.hospital.timeZone).toPlainDate();
  return Math.max(0, born.until(today, { largestUnit: 'year' }).years);
}

import pg from 'pg';

const { types } = pg;
const oid = { int8: 20, date: 1082, timestamp: 1114, timestamptz: 1184, time: 1083 };

/** `2026-11-24 09:30:00.123+00` as PostgreSQL writes it, with the session in UTC. */
function instantOf(text: string): Temporal.Instant {
  return Temporal.Instant.from(`${text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')}`);
}

function safeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError('An int8 is beyond what a number holds: read it as text.');
  return value;
}

/** Rows carry Temporal values, never `Date`; int8 and count(*) are numbers. */
export const typeParsers = {
  getTypeParser(id: number, format?: 'text' | 'binary') {
    if (format === 'binary') return types.getTypeParser(id, 'binary');
    if (id === oid.timestamptz) return instantOf;
    if (id === oid.date) return Temporal.PlainDate.from;
    if (id === oid.timestamp) return (text: string) => Temporal.PlainDateTime.from(text.replace(' ', 'T'));
    if (id === oid.time) return Temporal.PlainTime.from;
    if (id === oid.int8) return safeNumber;
    return types.getTypeParser(id, 'text');
  },
} as pg.CustomTypesConfig;

/** `pg` asks a parameter for `toPostgres`; without it a Temporal value would arrive as quoted JSON. */
for (const kind of [
  Temporal.Instant,
  Temporal.PlainDate,
  Temporal.PlainDateTime,
  Temporal.PlainTime,
  Temporal.Duration,
] as const) {
  Object.defineProperty(kind.prototype, 'toPostgres', {
    value(this: { toString(): string }) {
      return this.toString();
    },
    enumerable: false,
    configurable: true,
  });
}

import pino from 'pino';

/** What a log line may say: codes, counts, ids of requests. Never a name, an address, a text, a URL. */
export interface Log {
  info(line: Record<string, string | number | boolean>): void;
  warn(line: Record<string, string | number | boolean>): void;
  error(line: Record<string, string | number | boolean>): void;
}

export function makeLog(level = 'info', destination?: pino.DestinationStream): Log {
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime };
  return destination ? pino(options, destination) : pino(options);
}

export const silent: Log = { info: () => {}, warn: () => {}, error: () => {} };

/**
 * What may be told of an unexpected error: its class, its PostgreSQL code and where in our code it was thrown.
 * The message stays out: a database's detail line quotes the row.
 */
export function errorLine(error: unknown): Record<string, string> {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  const frame = error.stack?.split('\n').find((line) => /^\s+at .*\/(server|bench)\//.test(line));
  const at = frame
    ? {
        at: frame
          .trim()
          .slice(0, 500)
          .replace(/\(?[^( ]*\/(server|bench)\//, '$1/'),
      }
    : {};
  return { error: error.name, ...code, ...at };
}

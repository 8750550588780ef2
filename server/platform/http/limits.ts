import { sql } from 'kysely';
import type { Database } from '../database/connect.ts';
import { Problem } from '../problem.ts';

/**
 * Counts one use of a bucket in the database and refuses when its window is full.
 * Its own statement, outside the request's transaction: a refused or failed attempt counts as well.
 */
export async function countUse(
  db: Database,
  bucket: string,
  max: number,
  windowSeconds: number,
  now: Temporal.Instant,
): Promise<void> {
  const windowStart = now.subtract({ seconds: windowSeconds });
  const { rows } = await sql<{ count: number; started: Temporal.Instant }>`
    insert into platform.rate_limit as old (bucket, window_started_at, count) values (${bucket}, ${now}, 1)
    on conflict (bucket) do update set
      count = case when old.window_started_at <= ${windowStart} then 1 else old.count + 1 end,
      window_started_at = case when old.window_started_at <= ${windowStart} then ${now} else old.window_started_at end
    returning count, window_started_at as started`.execute(db);
  const use = rows[0];
  if (!use || use.count <= max) return;
  const retryAfterSeconds = Math.max(1, Math.ceil(windowSeconds - now.since(use.started).total('seconds')));
  throw new Problem(
    'too-many',
    'platform.too-many-requests',
    {
      en: 'That was tried too often in a short time. Please wait a little and try again.',
      es: 'Se ha intentado demasiadas veces en poco tiempo. Espere un poco y vuelva a intentarlo.',
    },
    { retryAfterSeconds },
  );
}

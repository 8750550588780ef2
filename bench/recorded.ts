import { randomBytes, randomUUIDv7 } from 'node:crypto';
import pg from 'pg';

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Every statement that this process sends while `run` runs, in order. */
export async function record(run: () => Promise<void>): Promise<Statement[]> {
  const heard: Statement[] = [];
  const original = pg.Client.prototype.query;
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    const [text, values] = given;
    if (typeof text === 'string') heard.push({ text, values: Array.isArray(values) ? values : [] });
    return Reflect.apply(original, this, given);
  } as typeof original;
  try {
    await run();
  } finally {
    pg.Client.prototype.query = original;
  }
  return heard;
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/**
 * Two recordings of the same work tell what is new each time (ids, references, moments, hashes): what differs at the
 * same place. The result makes the statements of another such piece of work, with new values of the same kind.
 */
export function makeReplay(one: readonly Statement[], two: readonly Statement[]): () => Statement[] {
  if (one.length !== two.length || one.some((it, at) => it.text !== two[at]?.text))
    throw new Error('The two recordings did not do the same.');
  const news = new Set<string>();
  const learn = (a: unknown, b: unknown): void => {
    if (Array.isArray(a) && Array.isArray(b)) for (const [at, item] of a.entries()) learn(item, b[at]);
    if (typeof a !== 'string' || typeof b !== 'string' || a === b) return;
    const [mine, theirs] = [a.match(uuid) ?? [], b.match(uuid) ?? []];
    for (const [at, id] of mine.entries()) if (id !== theirs[at]) news.add(id);
    if (mine.length === 0) news.add(a);
  };
  for (const [at, it] of one.entries()) learn(it.values, two[at]?.values);
  return () => {
    const renamed = new Map<string, string>();
    const rename = (old: string) => {
      const known = renamed.get(old) ?? likeIt(old);
      renamed.set(old, known);
      return known;
    };
    const renew = (value: unknown): unknown => {
      if (value instanceof Temporal.Instant) return Temporal.Now.instant();
      if (Array.isArray(value)) return value.map(renew);
      if (typeof value !== 'string') return value;
      return news.has(value) ? rename(value) : value.replace(uuid, (id) => (news.has(id) ? rename(id) : id));
    };
    return one.map((it) => ({ text: it.text, values: it.values.map(renew) }));
  };
}

const referenceLetters = 'FHJKMQRTWX23456789';

function likeIt(old: string): string {
  if (old.match(uuid)?.[0] === old) return randomUUIDv7();
  if (/^\d{4}-\d\d-\d\dT/.test(old)) return Temporal.Now.instant().toString();
  const random = randomBytes(old.length);
  return [...old]
    .map((letter, at) =>
      /[A-Z0-9]/.test(letter) ? referenceLetters[(random[at] ?? 0) % referenceLetters.length] : letter,
    )
    .join('');
}

/** The same statements through the driver alone, on one connection of the pool. */
export async function replay(pool: pg.Pool, statements: readonly Statement[]): Promise<void> {
  const client = await pool.connect();
  try {
    for (const { text, values } of statements) await client.query(text, [...values]);
  } finally {
    client.release();
  }
}

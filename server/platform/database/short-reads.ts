import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import type pg from 'pg';

type Answer = PostgresQueryResult<unknown>;

const begin = 'start transaction read only';
const isEnd = (text: string) => text === 'commit' || text === 'rollback';
const noRows = (command: Answer['command']): Answer => ({ command, rowCount: 0, rows: [] });

/**
 * The pool as queries use it: a transaction that only reads makes fewer trips. It begins in one packet with its first
 * statement, and nobody waits for its end, which has nothing to lose. One that asks nothing takes no connection.
 * A transaction that writes begins and ends as ever: its first statement may not run if it did not begin.
 */
export function withShortReads(pool: pg.Pool): PostgresPool {
  return {
    options: pool.options,
    connect: async () => lateClient(pool),
    end: () => pool.end(),
  } as PostgresPool;
}

function lateClient(pool: pg.Pool): PostgresPoolClient {
  let taking: Promise<pg.PoolClient> | undefined;
  let taken: pg.PoolClient | undefined;
  let reading: 'no' | 'due' | 'begun' = 'no';
  let ended = 0;

  async function ask(text: string, values: readonly unknown[]): Promise<Answer> {
    if (text === begin) {
      reading = 'due';
      return noRows('SELECT');
    }
    if (isEnd(text) && reading !== 'no') {
      if (taken && reading === 'begun') endSoon(taken, text);
      reading = 'no';
      ended++;
      return noRows('COMMIT');
    }
    const endedBefore = ended;
    taking ??= pool.connect();
    taken = await taking;
    // Another statement of the same read failed meanwhile: this one would run outside of any transaction.
    if (ended !== endedBefore)
      throw new Error('A statement was given up before it was sent: its transaction has ended.');
    if (reading !== 'due') return (await taken.query(text, [...values])) as Answer;
    reading = 'begun';
    return beginWith(taken, text, values);
  }

  return {
    query: ask as PostgresPoolClient['query'],
    release(isBroken?: boolean) {
      ended++;
      if (taken) taken.release(isBroken);
      // Still to come: it goes back as soon as it is there, or nobody would have it ever again.
      else
        taking?.then(
          (client) => client.release(isBroken),
          () => {},
        );
    },
  } as PostgresPoolClient;
}

async function beginWith(client: pg.PoolClient, text: string, values: readonly unknown[]): Promise<Answer> {
  const { stream } = client.connection;
  stream.cork();
  const begun = client.query(begin);
  const first = client.query(text, [...values]);
  stream.uncork();
  const [, result] = await Promise.all([begun, first]);
  return result as Answer;
}

/** The next transaction on this connection is behind it in the same queue; if that starts at once, in the same packet. */
function endSoon(client: pg.PoolClient, text: string): void {
  const { stream } = client.connection;
  stream.cork();
  // A connection that breaks here is told to whoever uses it next.
  client.query(text).catch(() => {});
  setImmediate(() => stream.uncork());
}

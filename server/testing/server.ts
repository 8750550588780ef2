import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type pg from 'pg';
import { anyone } from '../platform/access/actor.ts';
import { makeReadRecorder } from '../platform/audit/entry.ts';
import { connect, type Database, makePool } from '../platform/database/connect.ts';
import type { Reaction } from '../platform/events/event.ts';
import type { Identify } from '../platform/http/answer.ts';
import { type Live, startLive } from '../platform/http/live.ts';
import type { Route } from '../platform/http/route.ts';
import { buildServer } from '../platform/http/server.ts';
import { type Log, silent } from '../platform/log.ts';
import type { Workshop } from '../platform/work.ts';
import { testHouse } from './app.ts';
import { makeTestDatabase } from './database.ts';

export interface TestServer {
  readonly server: FastifyInstance;
  readonly db: Database;
  readonly pool: pg.Pool;
  readonly shop: Workshop;
  readonly live: Live;
  /** Listens on loopback and gives the address. */
  listen(): Promise<string>;
  stop(): Promise<void>;
}

/** The platform's own server with routes of the test's, on a database of its own. */
export async function startTestServer(options: {
  routes: readonly Route[];
  reactions?: readonly Reaction[];
  identify?: Identify;
  log?: Log;
}): Promise<TestServer> {
  const database = await makeTestDatabase();
  const pool = makePool(database.appUrl);
  const db = connect(pool);
  const shop: Workshop = {
    db,
    house: testHouse,
    reactions: options.reactions ?? [],
    clock: () => Temporal.Now.instant(),
  };
  const log = options.log ?? silent;
  const live = await startLive(database.appUrl, log);
  const reads = makeReadRecorder(db);
  const server = await buildServer({
    shop: { ...shop, identify: options.identify ?? (async () => anyone), reads },
    routes: options.routes,
    live,
    log,
    trustedHops: 0,
    problemPage: (problem, requestId) => `<!doctype html><title>${problem.code}</title><p>${requestId}`,
  });
  return {
    server,
    db,
    pool,
    shop,
    live,
    async listen() {
      await server.listen({ host: '127.0.0.1', port: 0 });
      return `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
    },
    async stop() {
      await server.close();
      await live.stop();
      await db.destroy();
      await database.drop();
    },
  };
}

import { randomUUIDv7 } from 'node:crypto';
import { inTransaction } from '../platform/database/connect.ts';
import type { Route } from '../platform/http/route.ts';
import { makeCtx } from '../platform/work.ts';
import { type Acting, identifyByHeader } from './make-staff.ts';
import { startTestServer } from './server.ts';

interface Asking {
  /** A staff id; nobody is signed in without. */
  readonly as?: string;
  readonly payload?: object | string | Buffer;
  readonly headers?: Record<string, string>;
}

interface Answered {
  readonly status: number;
  // What a test expects of an answer it says itself.
  // biome-ignore lint/suspicious/noExplicitAny: as above
  readonly body: any;
}

export interface StaffServer extends Acting {
  ask(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, asking?: Asking): Promise<Answered>;
  stop(): Promise<void>;
}

/** These routes on a server and a database of their own, asked as a staff member by id. */
export async function startStaffServer(routes: readonly Route[]): Promise<StaffServer> {
  const { server, db, shop, stop } = await startTestServer({ routes, identify: identifyByHeader });
  return {
    stop,
    act: (actor, run) =>
      inTransaction(db, 'read write', (tx) =>
        run(makeCtx(shop, tx, { actor, now: shop.clock(), requestId: randomUUIDv7() }).ctx),
      ),
    async ask(method, url, { as, payload, headers } = {}) {
      const answer = await server.inject({
        ...{ method, url, ...(payload !== undefined && { payload }) },
        headers: { 'x-bedside': '1', ...(as && { 'x-test-staff': as }), ...headers },
      });
      return { status: answer.statusCode, body: answer.body ? answer.json() : undefined };
    },
  };
}

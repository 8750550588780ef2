import { sql } from 'kysely';
import type pg from 'pg';
import { z } from 'zod';
import { byAnyone } from '../access/access.ts';
import { sessionCookie } from '../access/sessions.ts';
import type { House } from '../house.ts';
import { busy } from '../problem.ts';
import { version } from '../version.ts';
import { openApi } from './openapi.ts';
import { probe, query, type Route } from './route.ts';
import { cookieName } from './same-origin.ts';

const answer = z.object({ status: z.literal('ok') });

/** What the machines around us ask: is it alive, can it serve, what does it offer. */
export function houseRoutes(routes: readonly Route[], pool: pg.Pool, house: House): Route[] {
  const described = openApi(routes, version, cookieName(house, sessionCookie));
  return [
    probe({ name: 'platform.health', path: '/health', access: byAnyone, run: () => ({ status: 'ok' }) }),
    query({
      name: 'platform.ready',
      path: '/ready',
      access: byAnyone,
      answer,
      run: async (ctx) => {
        if (pool.waitingCount > 50) throw busy();
        // A read that asks nothing would be answered without the database, too.
        await sql`select`.execute(ctx.tx);
        return { status: 'ok' as const };
      },
    }),
    query({
      name: 'platform.describe',
      path: '/api/openapi.json',
      access: byAnyone,
      answer: z.record(z.string(), z.unknown()),
      run: async () => described,
    }),
  ];
}

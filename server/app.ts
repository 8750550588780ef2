import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { identify } from './identify.ts';
import { draftedAmong } from './modules/desk/index.ts';
import { deskDeliveries, deskReactions, deskSchedules } from './modules/desk/reactions.ts';
import { deskRoutes } from './modules/desk/routes.ts';
import { attachedAmong } from './modules/messaging/index.ts';
import { messagingDeliveries, messagingReactions, messagingSchedules } from './modules/messaging/reactions.ts';
import { messagingRoutes } from './modules/messaging/routes.ts';
import { peopleDeliveries, peopleReactions, peopleSchedules } from './modules/people/reactions.ts';
import { peopleRoutes } from './modules/people/routes.ts';
import { placesDeliveries, placesReactions, placesSchedules } from './modules/places/reactions.ts';
import { placesRoutes } from './modules/places/routes.ts';
import { promisesDeliveries, promisesReactions, promisesSchedules } from './modules/promises/reactions.ts';
import { promisesRoutes } from './modules/promises/routes.ts';
import { findActiveStaff } from './modules/workforce/index.ts';
import { workforceDeliveries, workforceReactions, workforceSchedules } from './modules/workforce/reactions.ts';
import { workforceRoutes } from './modules/workforce/routes.ts';
import { accessSchedules } from './platform/access/index.ts';
import { accessRoutes } from './platform/access/routes.ts';
import { makeTouches } from './platform/access/touches.ts';
import { makeReadRecorder } from './platform/audit/entry.ts';
import { connect, type Database, makePool } from './platform/database/connect.ts';
import { fileRoutes } from './platform/files/routes.ts';
import { fileSchedules } from './platform/files/sweep.ts';
import type { House } from './platform/house.ts';
import { houseRoutes } from './platform/http/house-routes.ts';
import { startLive } from './platform/http/live.ts';
import type { Route } from './platform/http/route.ts';
import { buildServer } from './platform/http/server.ts';
import { readBuiltApp, serveApp, serveFiles } from './platform/http/static.ts';
import { drainJobs, startJobs } from './platform/jobs/runner.ts';
import type { Log } from './platform/log.ts';
import type { MailSender } from './platform/mail/outgoing.ts';
import type { Workshop } from './platform/work.ts';
import { filesInDrafts } from './portal/journeys/drafts.ts';
import { portalRoutes } from './portal/journeys/routes.ts';
import { portalSchedules } from './portal/journeys/schedules.ts';
import { portalAssets } from './portal/kit/index.ts';
import { problemPage } from './portal/problem-page.tsx';

/** Everything Bedside serves. */
export const routes: readonly Route[] = [
  ...accessRoutes({ describeStaff: findActiveStaff }),
  ...fileRoutes,
  ...peopleRoutes,
  ...workforceRoutes,
  ...placesRoutes,
  ...messagingRoutes,
  ...promisesRoutes,
  ...deskRoutes,
  ...portalRoutes,
];

/** Everything that happens because something else did. */
export const reactions = [
  ...peopleReactions,
  ...workforceReactions,
  ...placesReactions,
  ...messagingReactions,
  ...promisesReactions,
  ...deskReactions,
];

const deliveriesWith = (mail: MailSender) => [
  ...peopleDeliveries,
  ...workforceDeliveries,
  ...placesDeliveries,
  ...messagingDeliveries(mail),
  ...promisesDeliveries,
  ...deskDeliveries,
];

export const schedules = [
  ...accessSchedules,
  ...fileSchedules([attachedAmong, draftedAmong, filesInDrafts]),
  ...peopleSchedules,
  ...workforceSchedules,
  ...placesSchedules,
  ...messagingSchedules,
  ...promisesSchedules,
  ...deskSchedules,
  ...portalSchedules,
];

export interface AppOptions {
  /** The application's login, not the owner's. */
  readonly databaseUrl: string;
  readonly house: House;
  /** Where mail goes; handed to messaging alone. */
  readonly mail: MailSender;
  readonly log: Log;
  readonly trustedHops?: number;
  readonly clock?: () => Temporal.Instant;
  /** Whether this process takes jobs; several may. */
  readonly takesJobs?: boolean;
}

export interface App {
  readonly server: FastifyInstance;
  readonly shop: Workshop;
  readonly db: Database;
  /** Runs every job that is due, to the end, in this process: for tests and the command line. */
  drain(): Promise<void>;
  stop(): Promise<void>;
}

/** Where the build of the staff app leaves it. */
const staffAppFolder = fileURLToPath(new URL('../web/dist', import.meta.url));

/** The application over a migrated database, not yet listening. */
export async function makeApp(options: AppOptions): Promise<App> {
  const pool = makePool(options.databaseUrl);
  const db = connect(pool);
  const reads = makeReadRecorder(db);
  const touches = makeTouches(db);
  const shop: Workshop = {
    db,
    house: options.house,
    reactions,
    clock: options.clock ?? (() => Temporal.Now.instant()),
  };
  const jobs = { deliveries: deliveriesWith(options.mail), schedules };
  const assets = await portalAssets();
  const live = await startLive(options.databaseUrl, options.log);
  const server = await buildServer({
    shop: { ...shop, identify: identify(options.house), reads, touch: touches.touch },
    routes: [...routes, ...houseRoutes(routes, pool, options.house)],
    live,
    log: options.log,
    trustedHops: options.trustedHops ?? 0,
    problemPage: problemPage(options.house, assets),
  });
  serveFiles(server, assets.all);
  serveApp(server, await readBuiltApp(staffAppFolder, '/staff/'));
  const runner = options.takesJobs === false ? undefined : await startJobs(shop, pool, jobs, options.log);
  return {
    server,
    shop,
    db,
    drain: () => drainJobs(shop, pool, jobs, options.log),
    async stop() {
      await server.close();
      await runner?.stop();
      await reads.settled();
      await touches.settled();
      await live.stop();
      await db.destroy();
    },
  };
}

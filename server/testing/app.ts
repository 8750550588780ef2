import { randomUUIDv7 } from 'node:crypto';
import { type App, makeApp } from '../app.ts';
import { type Actor, system } from '../platform/access/actor.ts';
import type { Ctx } from '../platform/ctx.ts';
import { inTransaction } from '../platform/database/connect.ts';
import { type House, makeKeys } from '../platform/house.ts';
import { type Log, silent } from '../platform/log.ts';
import type { MailSender, OutgoingMail } from '../platform/mail/outgoing.ts';
import { makeCtx } from '../platform/work.ts';
import { makeTestDatabase, type TestDatabase } from './database.ts';

export const testHouse: House = {
  origin: 'http://localhost:8080',
  demo: false,
  hospital: { name: 'St. Brigid Hospital', phone: '555-0100', emergencyNumber: '911', timeZone: 'America/New_York' },
  mailDomain: 'mail.bedside.test',
  mailFrom: 'St. Brigid Hospital <front.desk@mail.bedside.test>',
  mailOut: 'sent',
  mailComesIn: true,
  mailBorder: undefined,
  keys: makeKeys(Buffer.alloc(32, 7)),
};

/** What the app handed over to be mailed, newest last. */
export interface Outbox extends MailSender {
  readonly sent: OutgoingMail[];
}

function makeOutbox(): Outbox {
  const sent: OutgoingMail[] = [];
  return {
    kind: 'outbox-folder',
    sent,
    async send(mail) {
      sent.push(mail);
      return { accepted: true, response: '250 kept for the test' };
    },
    close() {},
  };
}

export interface TestApp extends App {
  readonly outbox: Outbox;
  /** As the owner, who sees and may all. */
  readonly databaseUrl: string;
  readonly appDatabaseUrl: string;
  /** Moves the app's clock; it stands still otherwise only if `now` was given. */
  setNow(now: Temporal.Instant): void;
  /** Runs a verb as someone, in one transaction, as a route would. */
  act<T>(actor: Actor, run: (ctx: Ctx) => Promise<T>): Promise<T>;
}

interface TestAppOptions {
  readonly now?: Temporal.Instant;
  readonly house?: Partial<House>;
  readonly log?: Log;
  readonly takesJobs?: boolean;
  /** One that is there already; a new one otherwise. */
  readonly database?: TestDatabase;
}

/** The real application on a database of its own; stop it in `afterAll`. */
export async function startTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const database = options.database ?? (await makeTestDatabase());
  const outbox = makeOutbox();
  let now = options.now;
  const app = await makeApp({
    databaseUrl: database.appUrl,
    house: { ...testHouse, ...options.house },
    mail: outbox,
    log: options.log ?? silent,
    takesJobs: options.takesJobs ?? false,
    clock: () => now ?? Temporal.Now.instant(),
  });
  return {
    ...app,
    outbox,
    databaseUrl: database.url,
    appDatabaseUrl: database.appUrl,
    setNow: (moment) => {
      now = moment;
    },
    act: (actor, run) =>
      inTransaction(app.db, 'read write', (tx) =>
        run(makeCtx(app.shop, tx, { actor, now: app.shop.clock(), requestId: randomUUIDv7() }).ctx),
      ),
    async stop() {
      await app.stop();
      await database.drop();
    },
  };
}

export const asTest = system('test');

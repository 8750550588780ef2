import path from 'node:path';
import { makeApp } from './app.ts';
import { demoHospital, fillDemo, listDemoPeople } from './demo/index.ts';
import { inviteFirstAdministrator } from './first-administrator.ts';
import { startMailIntake } from './mail-intake.ts';
import { system } from './platform/access/actor.ts';
import { readMode, rekeyAccounts, settleMode } from './platform/access/index.ts';
import { refusePowerfulLogin } from './platform/database/app-login.ts';
import { connect, type DatabaseUrls, inTransaction, makePool } from './platform/database/connect.ts';
import { migrate } from './platform/database/migrate.ts';
import { type House, makeKeys } from './platform/house.ts';
import type { Log } from './platform/log.ts';
import { type MailSender, makeMailSender, makeOutboxFolderSender } from './platform/mail/outgoing.ts';
import { type Settings, SettingsError } from './platform/settings.ts';
import { asSystem } from './platform/work.ts';

export interface StartOptions {
  readonly settings: Settings & { readonly secret: Buffer };
  readonly database: DatabaseUrls;
  readonly log: Log;
}

export interface RunningApp {
  /** Where it listens, for a port that was left to the system. */
  readonly address: string;
  readonly demo: boolean;
  readonly demoPeople: readonly { readonly name: string; readonly role: string; readonly how: string }[];
  /** Shown once: how the first administrator of a real hospital gets in. */
  readonly invitation: { readonly email: string; readonly link: string } | undefined;
  stop(): Promise<void>;
}

/** Everything of one running Bedside over a database that is there: schema, mode, demo, mail both ways, and the port last. */
export async function startApp({ settings, database, log }: StartOptions): Promise<RunningApp> {
  await migrate(database.owner);
  await refusePowerfulLogin(database);
  const house = await makeHouse(settings, database.app);
  if (!house.hospital.phone)
    throw new SettingsError('Set BEDSIDE_PHONE: every page tells people whom to call when they cannot wait.');
  const mail = makeSender(settings);
  const app = await makeApp({ databaseUrl: database.app, house, log, mail, trustedHops: settings.trustedProxyHops });
  if (settings.previousSecrets.length > 0)
    await asSystem(app.shop, system('rekeying'), 'access.rekey-accounts', (ctx) => rekeyAccounts(ctx));
  if (house.demo) await fillDemo(app.shop, app.shop.clock());
  const invitation = house.demo ? undefined : await inviteFirstAdministrator(app.shop, settings.firstAdministrator);
  const intake = await startMailIntake(app.shop, settings, log);
  await app.server.listen({ host: settings.host, port: settings.port });
  return {
    address: app.server.listeningOrigin,
    demo: house.demo,
    demoPeople: house.demo ? await listDemoPeople(app.shop) : [],
    invitation,
    async stop() {
      await intake.stop();
      await app.stop();
      mail.close();
    },
  };
}

/** What this installation is. Nobody said whether a demo: what the database remembers, else one where the database is ours too. */
export async function makeHouse(settings: StartOptions['settings'], appUrl: string): Promise<House> {
  const pool = makePool(appUrl, { connections: 1 });
  const db = connect(pool);
  const house: Omit<House, 'demo' | 'hospital' | 'mailOut'> = {
    origin: settings.origin,
    mailDomain: settings.mailDomain,
    mailFrom: settings.mailFrom,
    mailComesIn: settings.imapUrl !== undefined || settings.smtpListen !== undefined,
    mailBorder: settings.mailBorder,
    keys: makeKeys(settings.secret, settings.previousSecrets),
  };
  try {
    const mode = await inTransaction(db, 'read write', async (tx) => {
      const kept = await readMode({ tx });
      return settleMode({ tx }, settings.demo ?? (kept ? undefined : settings.databaseUrl === undefined));
    });
    const demo = mode === 'demo';
    return { ...house, demo, hospital: demo ? demoHospital : settings.hospital, mailOut: mailOutOf(settings, demo) };
  } finally {
    await db.destroy();
  }
}

/** A file in a folder reaches nobody: outside a demonstration it counts as no mail at all. */
function mailOutOf(settings: Pick<Settings, 'smtpUrl'>, demo: boolean): House['mailOut'] {
  if (settings.smtpUrl) return 'sent';
  return demo ? 'outbox' : 'none';
}

function makeSender(settings: Settings): MailSender {
  if (settings.smtpUrl) return makeMailSender({ smtpUrl: settings.smtpUrl });
  return makeOutboxFolderSender({ folder: path.join(settings.dataFolder, 'outbox') });
}

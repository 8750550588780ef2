import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { type App, makeApp } from './app.ts';
import type { StartOptions } from './commands/start.ts';
import type { RunningApp } from './commands/welcome.ts';
import { demoHospital, fillDemo, listDemoPeople } from './demo/index.ts';
import { startMailIntake } from './mail-intake.ts';
import { settleMode } from './platform/access/index.ts';
import { connect, makePool } from './platform/database/connect.ts';
import { migrate } from './platform/database/migrate.ts';
import { type House, makeKeys } from './platform/house.ts';
import { type MailSender, makeMailSender, makeOutboxFolderSender } from './platform/mail/outgoing.ts';

/** Everything of one running Bedside over a database that is there: schema, mode, demo, mail both ways, and the port last. */
export async function startApp({ settings, databaseUrl, log }: StartOptions): Promise<RunningApp> {
  await migrate(databaseUrl);
  const demo = await settleDemo(settings, databaseUrl);
  const keys = makeKeys(settings.secret);
  const house: House = {
    origin: settings.origin,
    demo,
    hospital: demo ? demoHospital : settings.hospital,
    mailDomain: settings.mailDomain,
    mailFrom: settings.mailFrom,
    keys,
  };
  const mail = makeSender(settings);
  const app = await makeApp({ databaseUrl, house, log, mail, trustedHops: settings.trustedProxyHops });
  if (demo) await fillDemo(app.shop, app.shop.clock());
  const intake = await startMailIntake(app.shop, settings, log);
  await app.server.listen({ host: settings.host, port: settings.port });
  return {
    address: addressOf(app),
    demo,
    demoPeople: demo ? await listDemoPeople(app.shop) : [],
    async stop() {
      await intake.stop();
      await app.stop();
      mail.close();
    },
  };
}

/** A database is a demo or real from its first start on; nobody said: a demo where the database is ours as well. */
async function settleDemo(settings: StartOptions['settings'], databaseUrl: string): Promise<boolean> {
  const db = connect(makePool(databaseUrl, { connections: 1 }));
  try {
    return await db
      .transaction()
      .execute((tx) => settleMode({ tx }, settings.demo, { otherwise: settings.databaseUrl === undefined }));
  } finally {
    await db.destroy();
  }
}

function makeSender(settings: StartOptions['settings']): MailSender {
  if (settings.smtpUrl) return makeMailSender({ smtpUrl: settings.smtpUrl });
  return makeOutboxFolderSender({ folder: path.join(settings.dataFolder, 'outbox') });
}

function addressOf(app: App): string {
  const { address, port, family } = app.server.server.address() as AddressInfo;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}

import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { simpleParser } from 'mailparser';
import { createTransport } from 'nodemailer';
import { SMTPServer } from 'smtp-server';
import { buildStaffAppIfStale } from '../server/commands/build.ts';
import { tryPort } from '../server/platform/http/port.ts';
import { makeLog } from '../server/platform/log.ts';
import { readSettings } from '../server/platform/settings.ts';
import { startApp } from '../server/serve.ts';
import { makeTestDatabase } from '../server/testing/database.ts';

export interface ArrivedMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly replyTo: string;
  readonly messageId: string;
  /** Everything of it, decoded: head, text and HTML. */
  readonly whole: string;
}

export interface House {
  readonly origin: string;
  readonly databaseUrl: string;
  /** The first administrator's way in, where this is no demonstration. */
  readonly firstInvitation: string;
  /** What arrived at the patients' mail server, newest last. */
  readonly arrived: readonly ArrivedMail[];
  /** Every line that was logged, at the most talkative level. */
  readonly logged: readonly string[];
  /** Waits for a mail to this address that came after the first `seen` ones. */
  nextMailTo(address: string, seen?: number): Promise<ArrivedMail>;
  /** From now on the patients' mail server says: later. `back` when it takes mail again. */
  postOfficeIs(state: 'back' | 'away'): void;
  /** A patient's mail program sends this to the hospital. */
  sendMail(mail: {
    readonly from: string;
    readonly to: string;
    readonly subject: string;
    readonly text: string;
    readonly html?: string;
    readonly attachments?: { readonly filename: string; readonly content: Buffer }[];
    readonly inReplyTo?: string;
    readonly headers?: Readonly<Record<string, string>>;
  }): Promise<void>;
  stop(): Promise<void>;
}

export const firstAdministrator = { name: 'Theodora Blackwood', email: 'theodora.blackwood@example.org' };

/**
 * A whole running Bedside: real database, real port, a real mail server on each side. With the demonstration's hospital,
 * or as a real one on its first day.
 */
export async function startHouse({ demo = true } = {}): Promise<House> {
  await buildStaffAppIfStale();
  let isAway = false;
  const arrived: ArrivedMail[] = [];
  const logged: string[] = [];
  const postOffice = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onMailFrom(_address, _session, done) {
      done(isAway ? Object.assign(new Error('Come back later.'), { responseCode: 451 }) : undefined);
    },
    onData(stream, _session, done) {
      simpleParser(stream).then((mail) => {
        const to = Array.isArray(mail.to) ? mail.to[0] : mail.to;
        arrived.push({
          to: to?.value[0]?.address ?? '',
          subject: mail.subject ?? '',
          text: mail.text ?? '',
          replyTo: mail.replyTo?.value[0]?.address ?? '',
          messageId: mail.messageId ?? '',
          whole: [
            ...mail.headerLines.map((header) => header.line),
            mail.subject ?? '',
            mail.text ?? '',
            mail.html || '',
          ].join('\n'),
        });
        done();
      }, done);
    },
  });
  await new Promise<void>((resolve) => postOffice.listen(0, '127.0.0.1', resolve));
  const smtpPort = (postOffice.server.address() as AddressInfo).port;
  const [port, mailPort] = [await tryPort(0, '127.0.0.1'), await tryPort(0, '127.0.0.1')];
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'bedside-journey-'));
  const database = await makeTestDatabase();
  const settings = readSettings({
    BEDSIDE_PORT: String(port),
    BEDSIDE_DATA: dataFolder,
    BEDSIDE_DEMO: demo ? 'on' : 'off',
    BEDSIDE_PHONE: '555-0100',
    ...(!demo && { BEDSIDE_ADMIN_NAME: firstAdministrator.name, BEDSIDE_ADMIN_EMAIL: firstAdministrator.email }),
    BEDSIDE_SMTP_LISTEN: `127.0.0.1:${mailPort}`,
    DATABASE_URL: database.url,
    SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
    MAIL_FROM: 'Front desk <front.desk@care.example.org>',
    MAIL_DOMAIN: 'care.example.org',
    BEDSIDE_SECRET: Buffer.alloc(32, 3).toString('base64'),
  });
  const app = await startApp({
    settings: { ...settings, secret: settings.secret ?? Buffer.alloc(32) },
    database: { owner: database.url, app: database.appUrl },
    log: makeLog('trace', { write: (line) => logged.push(line) }),
  });
  return {
    origin: `http://localhost:${port}`,
    databaseUrl: database.url,
    firstInvitation: app.invitation?.link ?? '',
    arrived,
    logged,
    async nextMailTo(address, seen = 0) {
      for (let waited = 0; waited < 300; waited++) {
        const mail = arrived.slice(seen).find((one) => one.to === address);
        if (mail) return mail;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      throw new Error(`No mail came for ${address}; there were ${arrived.length} in all.`);
    },
    postOfficeIs(state) {
      isAway = state === 'away';
    },
    async sendMail(mail) {
      const transport = createTransport({ host: '127.0.0.1', port: mailPort, secure: false, ignoreTLS: true });
      await transport.sendMail(mail);
      transport.close();
    },
    async stop() {
      await app.stop();
      await new Promise<void>((resolve) => postOffice.close(() => resolve()));
      await database.drop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

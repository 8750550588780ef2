import { createHash } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Egress } from '../egress.ts';
import { compose, NotSendable, type OutgoingMail } from './compose.ts';
import { type SendFailure, type SendOutcome, whatWentWrong } from './send-outcome.ts';

export type { Mailbox, OutgoingMail } from './compose.ts';
export type { SendFailure, SendOutcome } from './send-outcome.ts';

export interface MailSender {
  /** For a status page: `outbox-folder` sends nothing to anybody. */
  readonly kind: 'smtp' | 'outbox-folder';
  /** Hands one mail over. Never throws. Sending the same Message-ID again after an unclear outcome is safe for the reader. */
  send(mail: OutgoingMail): Promise<SendOutcome>;
  close(): void;
}

export interface MailSenderOptions {
  /**
   * `smtps://user:password@host:465`, or `smtp://…:587`, which must then offer STARTTLS with a valid certificate. Only
   * towards this very machine (127.0.0.1, ::1, localhost) may a mail travel in the clear.
   */
  smtpUrl: string;
  /** For a host that was typed in a screen: connections go only where this allows. Leave out for the operator's own. */
  egress?: Egress;
  /** A certificate authority of the house's own. Verification cannot be switched off. */
  ca?: string;
  connectTimeoutMs?: number;
  /** For one mail, all told. */
  sendTimeoutMs?: number;
}

const hostsOnThisMachine = new Set(['127.0.0.1', '[::1]', 'localhost']);

export function makeMailSender(options: MailSenderOptions): MailSender {
  const { host, port, secure, auth, clear } = readSmtpUrl(options.smtpUrl);
  const { egress, connectTimeoutMs = 15_000, sendTimeoutMs = 120_000 } = options;
  const transport = createTransport({
    pool: true,
    host: host.replace(/^\[|\]$/g, ''),
    port,
    secure,
    ...(auth ? { auth } : {}),
    requireTLS: !clear,
    tls: { rejectUnauthorized: true, minVersion: 'TLSv1.2', ...(options.ca ? { ca: options.ca } : {}) },
    maxConnections: 3,
    maxMessages: 100,
    // Trying again is the job queue's work: here a lost answer would silently become a second mail.
    maxRequeues: 0,
    connectionTimeout: connectTimeoutMs,
    greetingTimeout: connectTimeoutMs,
    dnsTimeout: connectTimeoutMs,
    socketTimeout: Math.min(60_000, sendTimeoutMs),
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(egress ? { getSocket: socketThrough(egress, host, port, connectTimeoutMs) } : {}),
  });
  // Each failed sending is told to its caller; an idle connection that breaks concerns nobody.
  transport.on('error', () => {});
  return {
    kind: 'smtp',
    send: (mail) =>
      outcomeOf(async () => {
        const sent = await within(sendTimeoutMs, transport.sendMail(compose(mail)));
        return sent.response;
      }),
    close: () => transport.close(),
  };
}

/**
 * The outbox of a demonstration: every mail becomes a file `<time>-<hash of Message-ID>.eml` that a mail program opens.
 * Nothing leaves the machine. The same Message-ID gives the same ending, so a second sending can be seen.
 */
export function makeOutboxFolderSender({ folder }: { folder: string }): MailSender {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  return {
    kind: 'outbox-folder',
    send: (mail) =>
      outcomeOf(async () => {
        const built = await transport.sendMail(compose(mail));
        const hash = createHash('sha256').update(mail.messageId).digest('hex').slice(0, 16);
        const name = `${new Date().toISOString().replace(/[:.]/g, '-')}-${hash}.eml`;
        await mkdir(folder, { recursive: true });
        // Written aside and renamed, so that whoever watches the folder never sees half a mail.
        const aside = join(folder, `.${name}`);
        await writeFile(aside, built.message as Buffer, { mode: 0o600 });
        await rename(aside, join(folder, name));
        return `written to ${name}`;
      }),
    close: () => transport.close(),
  };
}

async function outcomeOf(sending: () => Promise<string>): Promise<SendOutcome> {
  try {
    return { accepted: true, response: await sending() };
  } catch (error) {
    if (!(error instanceof NotSendable)) return whatWentWrong(error);
    const failure: SendFailure = { accepted: false, permanent: true, code: 'not-sendable', reason: error.message };
    return failure;
  }
}

/** Throws on a URL that could be meant otherwise: a password sent in the clear is not taken back. */
function readSmtpUrl(smtpUrl: string) {
  const url = URL.parse(smtpUrl);
  if (!url || !['smtp:', 'smtps:'].includes(url.protocol) || url.hostname === '' || url.search !== '')
    throw new TypeError('SMTP_URL must look like smtps://user:password@host:465 or smtp://user:password@host:587');
  const secure = url.protocol === 'smtps:';
  const user = decodeURIComponent(url.username);
  return {
    host: url.hostname,
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    auth: user ? { user, pass: decodeURIComponent(url.password) } : undefined,
    clear: !secure && hostsOnThisMachine.has(url.hostname),
  };
}

function socketThrough(egress: Egress, host: string, port: number, timeoutMs: number) {
  return (_: unknown, done: (error: Error | null, found?: { connection: unknown }) => void): void => {
    egress.connect(host, port, timeoutMs).then(
      (connection) => done(null, { connection }),
      (error: Error) => done(error),
    );
  };
}

function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const error = Object.assign(new Error('not done in time'), { code: 'ETIMEDOUT' });
    timer = setTimeout(() => reject(error), milliseconds);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

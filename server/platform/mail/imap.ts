import { isIP } from 'node:net';
import { ImapFlow } from 'imapflow';
import type { Egress } from '../egress.ts';

export interface ImapMessage {
  uid: number;
  /** Together with `uid` and the mailbox this names the message; a new one means that all uids were given out anew. */
  uidValidity: bigint;
  /** Only its first part was fetched, because it is larger than `maxBytes`. */
  truncated: boolean;
}

export interface ImapIntakeOptions {
  /** `imaps://user:password@host:993/INBOX`, or `imap://…:143`, which must then offer STARTTLS (not on this very machine). */
  url: string;
  /**
   * Must keep the mail durably before it resolves. It may be handed the same mail twice (a crash before the mark was set),
   * so it recognises one it has, by Message-ID and hash. When it rejects, the mail stays unread and is tried again later.
   */
  receive(raw: Buffer, message: ImapMessage): Promise<'stored' | 'refused'>;
  /** Where stored mails are moved to; without it they stay and are marked read. Refused ones stay, read and flagged, for a person to see. */
  storedMailbox?: string;
  pollSeconds?: number;
  maxBytes?: number;
  /** For a host that was typed in a screen. Leave out for the operator's own. */
  egress?: Egress;
  ca?: string;
  backOffMs?: { first: number; most: number };
  log?: (event: { event: string; reason?: string; uid?: number }) => void;
}

export interface ImapIntake {
  /** Looks now instead of at the next round. */
  wake(): void;
  /** Lets the mail in hand be finished and marked, signs out, and takes no other. */
  stop(): Promise<void>;
}

const hostsOnThisMachine = new Set(['127.0.0.1', '[::1]', 'localhost']);
const truncatedBytes = 256 * 1024;

/** Takes every unread mail of a mailbox, now and as they come (IDLE, and a look every `pollSeconds`), for as long as it runs. */
export function startImapIntake(options: ImapIntakeOptions): ImapIntake {
  const place = readImapUrl(options.url);
  const backOff = options.backOffMs ?? { first: 1_000, most: 5 * 60_000 };
  const log = options.log ?? (() => {});
  const bell = makeBell();
  const retryAt = new Map<number, { at: number; tries: number }>();
  let knownValidity: bigint | undefined;
  let stopping = false;
  let signedIn = false;
  let current: ImapFlow | undefined;

  async function untilStopped(): Promise<void> {
    let failures = 0;
    while (!stopping) {
      try {
        await oneConnection(() => {
          failures = 0;
        });
      } catch (error) {
        log({ event: 'mail.imap-connection-failed', reason: nameOf(error) });
      }
      if (stopping) break;
      const pause = Math.min(backOff.most, backOff.first * 2 ** Math.min(failures, 20));
      failures += 1;
      // Many processes must not come back in the same second.
      await bell.ringOrAfter(pause * (0.75 + Math.random() / 2));
    }
  }

  async function oneConnection(succeeded: () => void): Promise<void> {
    const client = await makeClient(place, options);
    current = client;
    let closed = false;
    client.on('error', (error: Error) => log({ event: 'mail.imap-connection-failed', reason: nameOf(error) }));
    client.on('close', () => {
      closed = true;
      bell.ring();
    });
    client.on('exists', () => bell.ring());
    try {
      await client.connect();
      const mailbox = await client.mailboxOpen(place.mailbox);
      signedIn = true;
      if (mailbox.uidValidity !== knownValidity) retryAt.clear();
      knownValidity = mailbox.uidValidity;
      while (!stopping && !closed) {
        await sweep(client, mailbox.uidValidity);
        succeeded();
        if (!stopping && !closed) await bell.ringOrAfter((options.pollSeconds ?? 60) * 1000);
      }
      if (!closed) await client.logout();
    } finally {
      client.close();
      current = undefined;
      signedIn = false;
    }
  }

  async function sweep(client: ImapFlow, uidValidity: bigint): Promise<void> {
    const found = await client.search({ seen: false, deleted: false }, { uid: true });
    const uids = Array.isArray(found) ? found.toSorted((one, other) => one - other) : [];
    for (const uid of uids) {
      if (stopping) return;
      // One mail that cannot be kept must not hold up the others, nor be tried again every minute.
      if ((retryAt.get(uid)?.at ?? 0) <= Date.now()) await takeOne(client, uid, uidValidity);
    }
  }

  async function takeOne(client: ImapFlow, uid: number, uidValidity: bigint): Promise<void> {
    const maxBytes = options.maxBytes ?? 40 * 1024 * 1024;
    const about = await client.fetchOne(String(uid), { uid: true, size: true }, { uid: true });
    if (!about) return;
    const truncated = (about.size ?? 0) > maxBytes;
    // `source` is fetched by peeking: reading alone must not mark it read.
    const wanted = truncated
      ? { source: { start: 0, maxLength: Math.min(maxBytes, truncatedBytes) } }
      : { source: true };
    const message = await client.fetchOne(String(uid), { uid: true, ...wanted }, { uid: true });
    if (!message || message.source === undefined) return;
    let result: 'stored' | 'refused';
    try {
      result = await options.receive(message.source, { uid, uidValidity, truncated });
    } catch (error) {
      const tries = (retryAt.get(uid)?.tries ?? 0) + 1;
      retryAt.set(uid, { tries, at: Date.now() + Math.min(backOff.most, backOff.first * 2 ** tries) });
      log({ event: 'mail.not-stored', reason: nameOf(error), uid });
      return;
    }
    retryAt.delete(uid);
    const marks = result === 'stored' ? ['\\Seen'] : ['\\Seen', '\\Flagged'];
    await client.messageFlagsAdd(String(uid), marks, { uid: true });
    if (result === 'stored' && options.storedMailbox) {
      const moved = await client.messageMove(String(uid), options.storedMailbox, { uid: true });
      if (!moved) log({ event: 'mail.not-moved', uid });
    }
  }

  const running = untilStopped();
  return {
    wake: () => bell.ring(),
    async stop() {
      stopping = true;
      bell.ring();
      if (!signedIn) current?.close();
      // A server that no longer answers does not keep us: what was received is kept, and marked the next time.
      const tooLong = setTimeout(() => current?.close(), 10_000);
      await running;
      clearTimeout(tooLong);
    },
  };
}

interface ImapPlace {
  host: string;
  port: number;
  secure: boolean;
  clear: boolean;
  user: string;
  pass: string;
  mailbox: string;
}

function readImapUrl(text: string): ImapPlace {
  const url = URL.parse(text);
  if (
    !url ||
    !['imap:', 'imaps:'].includes(url.protocol) ||
    url.hostname === '' ||
    url.username === '' ||
    url.search !== ''
  )
    throw new TypeError('an IMAP address must look like imaps://user:password@host:993/INBOX');
  const secure = url.protocol === 'imaps:';
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (secure ? 993 : 143),
    secure,
    clear: !secure && hostsOnThisMachine.has(url.hostname),
    user: decodeURIComponent(url.username),
    pass: decodeURIComponent(url.password),
    mailbox: decodeURIComponent(url.pathname.slice(1)) || 'INBOX',
  };
}

async function makeClient(
  place: ImapPlace,
  { egress, ca, maxBytes = 40 * 1024 * 1024 }: ImapIntakeOptions,
): Promise<ImapFlow> {
  const host = egress ? await egress.addressOf(place.host, place.port) : place.host;
  return new ImapFlow({
    host,
    port: place.port,
    ...(isIP(place.host) ? {} : { servername: place.host }),
    secure: place.secure,
    ...(place.secure ? {} : { doSTARTTLS: !place.clear }),
    tls: { rejectUnauthorized: true, minVersion: 'TLSv1.2', ...(ca ? { ca } : {}) },
    auth: { user: place.user, pass: place.pass },
    // Its log would hold addresses and subjects.
    logger: false,
    autoIdleDelay: 200,
    connectionTimeout: 20_000,
    socketTimeout: 5 * 60_000,
    maxLiteralSize: maxBytes + 1024 * 1024,
    maxResponseSize: maxBytes + 4 * 1024 * 1024,
    maxLineLength: 16 * 1024 * 1024,
  });
}

/** Something to wait for that may have rung already. */
function makeBell() {
  let rung = false;
  let wake: (() => void) | undefined;
  return {
    ring(): void {
      rung = true;
      wake?.();
    },
    async ringOrAfter(milliseconds: number): Promise<void> {
      if (!rung) {
        let timer: NodeJS.Timeout | undefined;
        await new Promise<void>((resolve) => {
          wake = resolve;
          timer = setTimeout(resolve, milliseconds);
        });
        clearTimeout(timer);
        wake = undefined;
      }
      rung = false;
    },
  };
}

/** A code, never the words: an answer of the server may hold the user's name. */
function nameOf(error: unknown): string {
  const { code, name } = error as { code?: unknown; name?: unknown };
  return typeof code === 'string' ? code : typeof name === 'string' ? name : 'unknown';
}

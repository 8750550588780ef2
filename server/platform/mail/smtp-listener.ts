import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';

export interface SmtpListenerOptions {
  /** Behind the house's own mail server, on this machine or a private network: it speaks no spam filter and no SPF. */
  host?: string;
  /** 0 for any free port. */
  port: number;
  /** Whether mail to this address is ours to take. Everything else is refused with 550: we are no relay. */
  accepts(address: string): boolean | Promise<boolean>;
  /** Must keep the mail durably before it resolves: the sender forgets it then. `refused` is for good (554). */
  receive(raw: Buffer, envelope: SmtpEnvelope): Promise<'stored' | 'refused'>;
  maxBytes?: number;
  maxRecipients?: number;
  maxConnections?: number;
  idleTimeoutMs?: number;
  /** From connecting to the end of one mail, however busily the client keeps talking. */
  connectionTimeoutMs?: number;
  /** STARTTLS is offered only with these. */
  tls?: { key: string; cert: string };
  log?: (event: { event: string; reason?: string }) => void;
}

export interface SmtpEnvelope {
  /** `''` for the empty sender of bounces. */
  from: string;
  to: string[];
  remoteAddress: string;
}

export interface SmtpListener {
  port: number;
  /** Takes no new mail, lets what is being received end, then closes. */
  stop(): Promise<void>;
}

const refusal = (responseCode: number, text: string) => Object.assign(new Error(text), { responseCode });

export async function startSmtpListener(options: SmtpListenerOptions): Promise<SmtpListener> {
  const { maxBytes = 40 * 1024 * 1024, maxRecipients = 20, maxConnections = 50, log = () => {} } = options;
  const receiving = new Set<Promise<unknown>>();
  const server = new SMTPServer({
    name: 'bedside',
    banner: 'ready',
    authOptional: true,
    disabledCommands: options.tls ? ['AUTH'] : ['AUTH', 'STARTTLS'],
    ...(options.tls ?? {}),
    size: maxBytes,
    maxClients: maxConnections,
    disableReverseLookup: true,
    socketTimeout: options.idleTimeoutMs ?? 60_000,
    closeTimeout: 5_000,
    onRcptTo(address, session, done) {
      if (session.envelope.rcptTo.length >= maxRecipients) return done(refusal(452, '4.5.3 Too many recipients'));
      Promise.try(() => options.accepts(address.address)).then(
        (accepted) => done(accepted ? null : refusal(550, '5.1.1 No such address here')),
        () => done(refusal(451, '4.3.0 Please try again later')),
      );
    },
    onData(stream, session, done) {
      const work = take(stream, session, maxBytes, options.receive).then(
        (fault) => done(fault),
        (error: unknown) => {
          log({ event: 'mail.not-stored', reason: error instanceof Error ? error.name : 'unknown' });
          done(refusal(451, '4.3.0 Not stored, please try again later'));
        },
      );
      receiving.add(work);
      void work.finally(() => receiving.delete(work));
    },
  });
  server.on('error', (error) =>
    log({ event: 'mail.smtp-connection-failed', reason: (error as { code?: string }).code ?? error.name }),
  );
  limitTime(server, options.connectionTimeoutMs ?? 10 * 60_000);
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(options.port, options.host ?? '127.0.0.1', () => resolve());
  });
  return {
    port: (server.server.address() as AddressInfo).port,
    async stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      await Promise.allSettled(receiving);
      await closed;
    },
  };
}

/** Undefined when the mail is kept; what to answer otherwise. */
async function take(
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
  maxBytes: number,
  receive: SmtpListenerOptions['receive'],
): Promise<Error | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  // Read to its end even when it is too large, or the answer would be taken for part of the dialogue.
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= maxBytes) chunks.push(chunk);
    else chunks.length = 0;
  }
  if (size > maxBytes || stream.sizeExceeded) return refusal(552, '5.3.4 Message too big');
  const { mailFrom, rcptTo } = session.envelope;
  const envelope = {
    from: mailFrom ? mailFrom.address : '',
    to: rcptTo.map(({ address }) => address),
    remoteAddress: session.remoteAddress,
  };
  const result = await receive(Buffer.concat(chunks), envelope);
  return result === 'stored' ? null : refusal(554, '5.7.1 Not accepted');
}

/** Somebody who sends one byte a minute is never idle and would hold a place for ever. */
function limitTime(server: SMTPServer, milliseconds: number): void {
  server.server.on('connection', (socket) => {
    const timer = setTimeout(() => socket.destroy(), milliseconds);
    timer.unref();
    socket.once('close', () => clearTimeout(timer));
  });
}

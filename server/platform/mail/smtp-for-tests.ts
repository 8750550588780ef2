// A real SMTP server inside the test that keeps what it is sent, and senders to it. Used by tests only.
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { type MailSenderOptions, makeMailSender, type OutgoingMail } from './outgoing.ts';

const closing: (() => unknown)[] = [];
/** Ends what a test started, the last first. */
export async function closeAll(): Promise<void> {
  for (const close of closing.splice(0).reverse()) await close();
}
export function closeLater(close: () => unknown): void {
  closing.push(close);
}

export const mail: OutgoingMail = {
  messageId: '<m1@clinic.test>',
  from: { address: 'desk@clinic.test', name: 'Front Desk' },
  to: { address: 'ann@example.test', name: 'Ann' },
  subject: 'Your visit',
  text: 'Dear Ann,\n\nsee you.\n.\nBye',
};

interface Received {
  from: string;
  to: string[];
  raw: string;
}
export async function startSmtp(options: SMTPServerOptions = {}) {
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: options.key ? [] : ['STARTTLS'],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        received.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks).toString('binary'),
        });
        done(null);
      });
    },
    ...options,
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return { received, port: (server.server.address() as { port: number }).port };
}
export function senderTo(port: number, more: Partial<MailSenderOptions> = {}) {
  const sender = makeMailSender({
    smtpUrl: `smtp://127.0.0.1:${port}`,
    connectTimeoutMs: 1000,
    sendTimeoutMs: 3000,
    ...more,
  });
  closing.push(() => sender.close());
  return sender;
}
export const refuse = (responseCode: number, message = 'no') => Object.assign(new Error(message), { responseCode });

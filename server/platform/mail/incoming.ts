import { Worker } from 'node:worker_threads';
import type { ReadingTask } from './incoming-worker.ts';
import { type IncomingMail, type MailAddress, type ReadingOptions, readMail } from './read-mail.ts';

export type { IncomingMail, MailAddress, MailAttachment, MailProblem } from './read-mail.ts';

/** A mail that could not be read whole. Its bytes are still worth keeping: a person may open them with another program. */
export interface UnreadableMail {
  ok: false;
  reason: 'too-large' | 'too-slow' | 'too-much-memory' | 'not-readable' | 'empty';
  /** What its first headers say, so that somebody can ask the sender to write again. */
  head: { messageId: string | null; from: MailAddress | null; subject: string; date: Date | null } | null;
}

export type ParsedMail = IncomingMail | UnreadableMail;

export interface ParseOptions extends ReadingOptions {
  maxBytes?: number;
  timeoutMs?: number;
}

const defaultMaxBytes = 40 * 1024 * 1024;
const defaultTimeoutMs = 10_000;

let worker: Worker | undefined;
let lastTurn: Promise<unknown> = Promise.resolve();

/** Reads any bytes as a mail. Never throws and always ends: whatever the mail does, it does to a thread that can be stopped. */
export async function parseMail(raw: Buffer, options: ParseOptions = {}): Promise<ParsedMail> {
  const { maxBytes = defaultMaxBytes, timeoutMs = defaultTimeoutMs, ...reading } = options;
  if (raw.length === 0) return { ok: false, reason: 'empty', head: null };
  if (raw.length > maxBytes) return { ok: false, reason: 'too-large', head: await readHead(raw) };
  const turn = lastTurn.then(() => readInWorker({ raw, options: reading }, timeoutMs));
  lastTurn = turn;
  const answer = await turn;
  return typeof answer === 'string' ? { ok: false, reason: answer, head: await readHead(raw) } : answer;
}

/** Ends the reading thread. It does not keep a process alive, so only tests and an orderly stop need this. */
export async function stopParsing(): Promise<void> {
  await lastTurn;
  const running = worker;
  worker = undefined;
  await running?.terminate();
}

function startWorker(): Worker {
  const started = new Worker(new URL('./incoming-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: 512, stackSizeMb: 4 },
  });
  // A thread that dies after it was given up must not take the process with it.
  started.on('error', () => {});
  started.on('exit', () => {
    if (worker === started) worker = undefined;
  });
  started.unref();
  return started;
}

function readInWorker(task: ReadingTask, timeoutMs: number): Promise<IncomingMail | UnreadableMail['reason']> {
  const reader = worker ?? startWorker();
  worker = reader;
  reader.ref();
  return new Promise((resolve) => {
    const giveUp = (reason: UnreadableMail['reason']) => {
      if (worker === reader) worker = undefined;
      void reader.terminate();
      finish(reason);
    };
    const timer = setTimeout(() => giveUp('too-slow'), timeoutMs);
    const onError = (error: Error & { code?: string }) =>
      giveUp(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too-much-memory' : 'not-readable');
    const onExit = () => giveUp('not-readable');
    const onMessage = (answer: IncomingMail | { ok: false; reason: 'not-readable' }) => {
      reader.unref();
      finish(answer.ok ? withBuffers(answer) : answer.reason);
    };
    const finish = (result: IncomingMail | UnreadableMail['reason']) => {
      clearTimeout(timer);
      reader.off('message', onMessage).off('error', onError).off('exit', onExit);
      resolve(result);
    };
    reader.on('message', onMessage).on('error', onError).on('exit', onExit);
    reader.postMessage(task);
  });
}

function withBuffers(mail: IncomingMail): IncomingMail {
  const attachments = mail.attachments.map((attachment) => ({
    ...attachment,
    content: Buffer.from(attachment.content.buffer),
  }));
  return { ...mail, attachments };
}

const headNames = ['message-id', 'from', 'subject', 'date'];

/** Reads only the four short headers that matter, each cut to a length at which nothing can go wrong. */
async function readHead(raw: Buffer): Promise<UnreadableMail['head']> {
  const top = raw.subarray(0, 256 * 1024).toString('latin1');
  const header = top.split(/\r?\n\r?\n/, 1)[0] ?? '';
  const unfolded = header.slice(0, 256 * 1024).replace(/\r?\n[ \t]+/g, ' ');
  const lines = headNames.flatMap((name) => {
    const line = unfolded.split(/\r?\n/).find((candidate) => candidate.toLowerCase().startsWith(`${name}:`));
    return line ? [line.slice(0, 2000)] : [];
  });
  if (lines.length === 0) return null;
  const short = Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1');
  const mail = await readMail(short, {}).catch(() => null);
  return mail && { messageId: mail.messageId, from: mail.from, subject: mail.subject, date: mail.date };
}

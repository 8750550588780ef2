import { randomUUIDv7 } from 'node:crypto';
import { actorId } from '../../platform/access/actor.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { listFiles, type StoredFile, takeOwnFiles } from '../../platform/files/files.ts';
import { cleanLine, cleanText } from '../../platform/mail/clean-text.ts';
import { Problem } from '../../platform/problem.ts';
import { currentId, readPerson } from '../people/index.ts';
import type { Deliver, GateReason } from './contract.ts';
import { queueDispatch } from './dispatches.ts';
import { asksForWords } from './gate-facts.ts';
import { firstMailOfThread } from './mail-store.ts';
import { plainMailbox } from './mailbox.ts';
import { insertAttachments, insertMessage } from './message-store.ts';
import { threadTopic } from './topics.ts';

export interface Author {
  readonly kind: 'staff' | 'system';
  readonly id?: string;
  /** As the person sees it: "Maria, front desk". */
  readonly shownAs: string;
}

interface Written {
  readonly threadId: string;
  readonly threadKind?: 'conversation';
  readonly subject: string;
  readonly text: string;
  /** Files that the writer uploaded before. */
  readonly attachments?: readonly string[];
  readonly author: Author;
}

export interface ToPerson extends Written {
  readonly personId: string;
  readonly purpose: string;
  readonly deliver: Deliver;
}

export interface Sent {
  readonly messageId: string;
  /** The gate holds the mail back as things stand; the portal has the message all the same. */
  readonly held?: { readonly reason: GateReason };
}

/**
 * The only way to write to a person. The portal copy is there at once; whether and what goes by mail the gate decides
 * twice: now, so that the writer is told, and again in the moment in which it goes.
 */
export async function sendToPerson(ctx: Ctx, given: ToPerson): Promise<Sent> {
  const personId = await currentId(ctx, given.personId);
  ctx.sees(personId);
  const messageId = await writeDown(ctx, given, personId, given.purpose);
  if (given.deliver === 'portal') return { messageId };
  const held = await queueDispatch(ctx, {
    id: randomUUIDv7(),
    kind: 'message',
    purpose: given.purpose,
    queued_at: ctx.now,
    wants: (await wantsWords(ctx, given.deliver, personId)) ? 'in-full' : 'notice',
    message_id: messageId,
    thread_id: given.threadId,
    person_id: personId,
  });
  return held ? { messageId, held } : { messageId };
}

const wantsWords = async (ctx: Ctx, deliver: Deliver, personId: string): Promise<boolean> =>
  deliver === 'email' ? asksForWords(ctx, personId) : deliver === 'email-in-full';

export interface ToAddress extends Written {
  readonly address: string;
  /** Who is taken to have written, as far as anybody knows. */
  readonly personId?: string;
}

/** The full text back to the mailbox that began this thread by mail, and to no other. */
export async function sendToAddress(ctx: Ctx, given: ToAddress): Promise<Sent> {
  const first = await firstMailOfThread(ctx, given.threadId);
  if (!first?.from_plain || first.from_plain !== plainMailbox(given.address)) throw notTheirThread();
  const personId = given.personId ? await currentId(ctx, given.personId) : null;
  if (personId) ctx.sees(personId);
  const messageId = await writeDown(ctx, given, personId, 'answer');
  const held = await queueDispatch(ctx, {
    id: randomUUIDv7(),
    kind: 'message',
    purpose: 'answer',
    wants: 'in-full',
    queued_at: ctx.now,
    message_id: messageId,
    thread_id: given.threadId,
    person_id: personId,
    writer_address: given.address,
  });
  return held ? { messageId, held } : { messageId };
}

const notTheirThread = () =>
  new Problem('conflict', 'messaging.not-their-thread', {
    en: 'This address did not begin the conversation, so nothing of it can go there.',
    es: 'Esta dirección no inició la conversación, así que no se le puede enviar nada de ella.',
  });

async function writeDown(ctx: Ctx, given: Written, personId: string | null, purpose: string): Promise<string> {
  const id = randomUUIDv7();
  await insertMessage(ctx, {
    id,
    thread_id: given.threadId,
    direction: 'out',
    channel: 'portal',
    person_id: personId,
    purpose,
    at: ctx.now,
    author_kind: given.author.kind,
    author_id: given.author.id ?? null,
    author_shown: cleanLine(given.author.shownAs, 200) || ctx.house.hospital.name,
    subject: cleanLine(given.subject, 500),
    text: writtenText(given.text),
    full_text: null,
  });
  await attach(ctx, id, given.attachments ?? []);
  await ctx.announce(threadTopic(given.threadId));
  return id;
}

export interface FromPortal {
  readonly personId: string;
  /** Missing where the thread is made only after: `assignThread` then gives it one. */
  readonly threadId?: string;
  readonly subject?: string;
  readonly text: string;
  /** Files that this person uploaded before. */
  readonly files?: readonly string[];
}

/** What somebody wrote while signed in. Whoever calls knows of it, so nothing is emitted. */
export async function receiveFromPortal(ctx: Ctx, given: FromPortal): Promise<{ messageId: string }> {
  const personId = await currentId(ctx, given.personId);
  ctx.sees(personId);
  const messageId = randomUUIDv7();
  await insertMessage(ctx, {
    id: messageId,
    thread_id: given.threadId ?? null,
    direction: 'in',
    channel: 'portal',
    person_id: personId,
    // A proxy writes under their own name, also where it is about somebody else.
    author_kind: 'person',
    author_id: actorId(ctx.actor) ?? personId,
    purpose: 'question',
    at: ctx.now,
    author_shown: cleanLine(await writerName(ctx, personId), 200) || '?',
    subject: cleanLine(given.subject ?? '', 500),
    text: writtenText(given.text),
    full_text: null,
  });
  await attach(ctx, messageId, given.files ?? []);
  if (given.threadId) await ctx.announce(threadTopic(given.threadId));
  return { messageId };
}

async function writerName(ctx: Ctx, personId: string): Promise<string> {
  if (ctx.actor.kind === 'person') return ctx.actor.name;
  return (await readPerson(ctx, personId)).displayName;
}

const longestWritten = 50_000;

function writtenText(text: string): string {
  const clean = cleanText(text, longestWritten).trim();
  if (clean === '')
    throw new Problem('invalid', 'messaging.nothing-written', {
      en: 'Write something first.',
      es: 'Escriba algo primero.',
    });
  return clean;
}

async function attach(ctx: Ctx, messageId: string, fileIds: readonly string[]): Promise<void> {
  const files: StoredFile[] =
    ctx.actor.kind === 'system' ? await listFiles(ctx, fileIds) : await takeOwnFiles(ctx, [...new Set(fileIds)]);
  await insertAttachments(
    ctx,
    files.map((file, position) => ({
      message_id: messageId,
      position,
      file_id: file.id,
      left_out: null,
      name: file.name,
      size_bytes: file.sizeBytes,
    })),
  );
}

import { randomUUIDv7 } from 'node:crypto';
import type { Ctx } from '../../platform/ctx.ts';
import type { Automatic } from '../../platform/mail/automatic.ts';
import type { IncomingMail, UnreadableMail } from '../../platform/mail/incoming.ts';
import { readPerson } from '../people/index.ts';
import { noteBounce } from './bounces.ts';
import type { SetAsideSign } from './contract.ts';
import { messageReceived } from './events.ts';
import { keepAttachments } from './mail-files.ts';
import { acceptsRecipient } from './mail-names.ts';
import * as store from './mail-store.ts';
import { plainMailbox } from './mailbox.ts';
import { insertMessage } from './message-store.ts';
import { findPlace, type Place } from './proof.ts';
import { threadTopic } from './topics.ts';
import { tellEverybody } from './words.ts';

export interface Arrived {
  readonly mail: IncomingMail | UnreadableMail;
  readonly raw: Buffer;
  readonly sameMail: Buffer;
}

/** A person does not write more than this; past it nobody is troubled, and past the second nothing is kept. */
const mostAnHour = { fromSender: 30, kept: 300, intoThread: 60 };
/** Bytes of one mail; what is larger is noted, neither read nor kept. */
export const largestMail = 40 * 1024 * 1024;

/** Keeps one mail, in one transaction: the row, its bytes, and what follows from it. */
export async function keepMail(ctx: Ctx, arrived: Arrived): Promise<'stored' | 'refused'> {
  const { mail, raw, sameMail } = arrived;
  const sender = mail.ok ? mail.from : (mail.head?.from ?? null);
  const plain = sender ? plainMailbox(sender.address) : null;
  await store.lockSender(ctx, plain ?? 'nobody');
  const known = await store.findSameMail(ctx, sameMail);
  if (known) return known.outcome === 'loop' ? 'refused' : 'stored';
  const lately = plain ? await store.countFromSender(ctx, plain, ctx.now.subtract({ hours: 1 })) : 0;
  if (lately >= mostAnHour.kept) return 'refused';

  const place: Place = mail.ok ? await findPlace(ctx, mail) : { proven: null, suggested: null };
  const { outcome, because } = await judge(ctx, mail, plain, lately, place);
  const id = randomUUIDv7();
  const isNew = await store.insertIncomingMail(ctx, {
    id,
    received_at: ctx.now,
    same_mail: sameMail,
    outcome,
    because,
    message_id: null,
    mail_id: mail.ok ? mail.messageId : (mail.head?.messageId ?? null),
    from_address: sender?.address ?? null,
    from_name: sender?.name ?? null,
    from_plain: plain,
    subject: mail.ok ? mail.subject : (mail.head?.subject ?? ''),
    suggested_thread_id: place.proven ? null : (place.suggested?.threadId ?? null),
    suggested_because: place.proven ? null : (place.suggested?.because ?? null),
    authentication: mail.ok && mail.authentication ? JSON.stringify(mail.authentication) : null,
    html: mail.ok ? (mail.html?.html ?? null) : null,
    remote_pictures: mail.ok ? (mail.html?.remotePictures ?? 0) : 0,
    ...{ taken_up_at: null, taken_up_by: null },
  });
  if (!isNew) return 'stored';
  if (outcome === 'loop') return 'refused';
  if (raw.length <= largestMail) await store.insertRawMail(ctx, id, raw);
  if (outcome === 'bounce' && mail.ok) await noteBounce(ctx, mail);
  if (outcome === 'message') await becomeMessage(ctx, id, mail, place);
  return 'stored';
}

interface Judgement {
  readonly outcome: store.IncomingMailRow['outcome'];
  readonly because: SetAsideSign | Automatic['because'] | null;
}

/** Machines are never answered and wake nobody; what only looks like a machine goes to people. */
async function judge(
  ctx: Ctx,
  mail: Arrived['mail'],
  sender: string | null,
  lately: number,
  { proven }: Place,
): Promise<Judgement> {
  const automatic = mail.ok && mail.automatic?.strength === 'strong' ? mail.automatic : undefined;
  if (automatic?.kind === 'loop') return { outcome: 'loop', because: automatic.because };
  if (sender && acceptsRecipient(ctx.house)(sender)) return { outcome: 'loop', because: 'from-us' };
  if (automatic) return { outcome: automatic.kind === 'bounce' ? 'bounce' : 'automatic', because: automatic.because };
  if (lately >= mostAnHour.fromSender) return { outcome: 'limited', because: 'sender-limit' };
  const hourAgo = ctx.now.subtract({ hours: 1 });
  if (proven && (await store.countIntoThread(ctx, proven.threadId, hourAgo)) >= mostAnHour.intoThread)
    return { outcome: 'limited', because: 'thread-limit' };
  return { outcome: 'message', because: null };
}

/** The mail as a message, where it proves to belong; whoever finds places for the others is told. */
export async function becomeMessage(
  ctx: Ctx,
  mailRowId: string,
  mail: Arrived['mail'],
  { proven }: Place,
): Promise<string> {
  const id = randomUUIDv7();
  const threadId = proven?.threadId ?? null;
  const personId = proven?.personId ?? null;
  if (personId) ctx.sees(personId);
  const text = mail.ok ? mail.newText : tellEverybody(wordsFor(mail));
  await insertMessage(ctx, {
    id,
    thread_id: threadId,
    direction: 'in',
    channel: 'email',
    person_id: personId,
    ...(await authorOf(ctx, mail, proven)),
    purpose: 'question',
    subject: mail.ok ? mail.subject : (mail.head?.subject ?? ''),
    at: ctx.now,
    text,
    full_text: mail.ok && mail.text.trim() !== text.trim() ? mail.text : null,
  });
  if (mail.ok) await keepAttachments(ctx, id, mail.attachments);
  await store.setMessageOfMail(ctx, mailRowId, id);
  await ctx.emit(messageReceived, { messageId: id, ...(threadId && { threadId }) });
  if (threadId) await ctx.announce(threadTopic(threadId));
  return id;
}

const wordsFor = ({ reason }: UnreadableMail) => (reason === 'too-large' ? 'too-large-to-read' : 'not-readable');

async function authorOf(ctx: Ctx, mail: Arrived['mail'], proven: Place['proven']) {
  if (proven?.personId && !proven.mailboxIsShared) {
    const { displayName } = await readPerson(ctx, proven.personId);
    return { author_kind: 'person', author_id: proven.personId, author_shown: displayName } as const;
  }
  // The address and not the name: a name can be anybody's.
  const sender = mail.ok ? mail.from : mail.head?.from;
  return { author_kind: 'unproven', author_id: null, author_shown: sender?.address || '?' } as const;
}

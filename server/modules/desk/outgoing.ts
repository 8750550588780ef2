import type { Ctx } from '../../platform/ctx.ts';
import type { Words } from '../../platform/problem.ts';
import { listThread, type Sent, sendToAddress, sendToPerson, type ThreadMessage } from '../messaging/index.ts';
import { readStaff } from '../workforce/index.ts';
import type { Entry, MessageEntry } from './contract.ts';
import type { ConversationRow } from './conversation-store.ts';
import { askerMayNoMore } from './may-no-more.ts';

interface Answer {
  readonly text: string;
  readonly fileIds: readonly string[];
  readonly staffId: string;
}

/**
 * The one place from which the desk reaches a person. It takes the words of an answer and nothing else: no note, and
 * nothing that could look one up, comes by here.
 */
export async function sendAnswer(ctx: Ctx, row: ConversationRow, answer: Answer) {
  const { shownAs } = await readStaff(ctx, answer.staffId);
  const written = {
    ...{ threadId: row.thread_id, threadKind: 'conversation' as const, subject: row.subject, text: answer.text },
    ...{ attachments: answer.fileIds, author: { kind: 'staff' as const, id: answer.staffId, shownAs } },
  };
  // A notice would call them to what they find no more.
  const mayNoMore = await askerMayNoMore(ctx, row);
  const sent: Sent =
    !mayNoMore && row.answer_by === 'email-in-full' && row.answer_address
      ? await sendToAddress(ctx, { ...written, address: row.answer_address, personId: row.asker_current_id })
      : await sendToPerson(ctx, {
          ...{
            ...written,
            personId: row.asker_current_id,
            purpose: 'answer',
            deliver: mayNoMore ? 'portal' : 'email',
          },
        });
  if (mayNoMore) return { messageId: sent.messageId, heldReason: proxyOver[ctx.language] };
  return { messageId: sent.messageId, heldReason: sent.held ? await heldWords(ctx, row.thread_id, sent) : null };
}

const proxyOver: Words = {
  en: 'They may no longer act for the person this is about.',
  es: 'Ya no puede actuar en nombre de la persona de quien se trata.',
};

async function heldWords(ctx: Ctx, threadId: string, sent: Sent): Promise<string> {
  const message = (await listThread(ctx, threadId)).find((one) => one.id === sent.messageId);
  return message?.stateWords ?? sent.held?.reason ?? '';
}

export async function listMessages(ctx: Ctx, threadId: string): Promise<MessageEntry[]> {
  return (await listThread(ctx, threadId)).map((message) => presentMessage(threadId, message));
}

const presentMessage = (threadId: string, message: ThreadMessage): Extract<Entry, { kind: 'message' }> => ({
  ...{ kind: 'message', id: message.id, threadId, at: message.at, from: message.from, name: message.name },
  ...{ channel: message.channel, text: message.text, hasFullText: message.hasFullText, hasHtml: message.hasHtml },
  ...{
    attachments: message.attachments,
    leftOut: message.leftOut,
    authorProven: message.authorProven,
    state: message.state,
  },
  ...{ heldReason: message.heldReason && (message.stateWords ?? message.heldReason), stateWords: message.stateWords },
});

import type { Ctx } from '../../platform/ctx.ts';
import { readFile } from '../../platform/files/files.ts';
import { isLanguage, type Language } from '../../platform/i18n/messages.ts';
import type { OutgoingMail } from '../../platform/mail/outgoing.ts';
import type { MailForm } from './contract.ts';
import { type DispatchRow, selectSentMailIds } from './dispatch-store.ts';
import { askGate, type Verdict } from './gate.ts';
import { readFacts } from './gate-facts.ts';
import { mailIdOf } from './mail-names.ts';
import { selectReceivedMailIds } from './mail-store.ts';
import { answerMail } from './mails.ts';
import { type AttachmentRow, selectAttachments, selectMessage } from './message-store.ts';

/** What is to go, the gate's word on it, and the writing of it once that is known. */
export interface Prepared {
  readonly verdict: Verdict;
  readonly personId: string | null;
  write(form: MailForm): OutgoingMail;
}

export async function prepareMessageMail(ctx: Ctx, row: DispatchRow): Promise<Prepared | undefined> {
  const message = row.message_id ? await selectMessage(ctx, row.message_id) : undefined;
  if (!message) return undefined;
  const { facts, state } = await readFacts(ctx, row);
  const verdict = askGate(facts);
  const attached = await selectAttachments(ctx, [message.id]);
  const files = verdict.form === 'in-full' ? await readFiles(ctx, attached) : undefined;
  const threadIds = row.thread_id ? await mailIdsOfThread(ctx, row.thread_id) : { inReplyTo: null, references: [] };
  return {
    verdict,
    personId: state?.personId ?? null,
    write: (form) =>
      answerMail(ctx.house, {
        dispatchId: row.id,
        mailId: mailIdOf(ctx.house, row.id),
        to: facts.address ?? '',
        form,
        subject: message.subject,
        text: message.text,
        authorShown: message.author_shown,
        language: languageOf(state?.language),
        fileCount: attached.length,
        files,
        writtenByPerson: message.author_kind === 'staff',
        ...threadIds,
      }),
  };
}

/** What most mail servers take, after a third is added on the way. */
const largestFiles = 10 * 1024 * 1024;

/** Whoever may have the words may have what belongs to them; all of it or none, so that nobody misses one unknowing. */
async function readFiles(ctx: Ctx, attached: readonly AttachmentRow[]): Promise<OutgoingMail['attachments']> {
  const size = attached.reduce((sum, { size_bytes }) => sum + size_bytes, 0);
  const ids = attached.flatMap(({ file_id }) => file_id ?? []);
  if (size > largestFiles || ids.length < attached.length) return undefined;
  const files = [];
  for (const id of ids) {
    const { name, mediaType, bytes } = await readFile(ctx, id);
    files.push({ fileName: name, type: mediaType, content: bytes });
  }
  return files;
}

export function languageOf(tag: string | undefined): Language {
  const language = tag?.split('-')[0]?.toLowerCase();
  return isLanguage(language) ? language : 'en';
}

/** So that mail programs show one thread; the last mail that came in is the one that is answered. */
async function mailIdsOfThread(ctx: Ctx, threadId: string) {
  const received = await selectReceivedMailIds(ctx, threadId);
  const sent = await selectSentMailIds(ctx, threadId);
  const all = [
    ...received.map((row) => ({ id: row.mail_id, at: row.received_at })),
    ...sent.map((row) => ({ id: row.mail_id, at: row.handed_over_at })),
  ].flatMap(({ id, at }) => (id && at ? [{ id, at }] : []));
  const references = all.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at)).map(({ id }) => id);
  return { inReplyTo: received.at(-1)?.mail_id ?? references.at(-1) ?? null, references };
}

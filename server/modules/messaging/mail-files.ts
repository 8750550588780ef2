import type { Ctx } from '../../platform/ctx.ts';
import { storeFile } from '../../platform/files/files.ts';
import type { MailAttachment } from '../../platform/mail/incoming.ts';
import { Problem } from '../../platform/problem.ts';
import type { LeftOut } from './contract.ts';
import { type AttachmentRow, insertAttachments } from './message-store.ts';

const mostFiles = 20;

const whyLeftOut: Readonly<Record<string, LeftOut['reason']>> = {
  'platform.file-kind': 'kind',
  'platform.file-too-large': 'too-large',
  'platform.file-empty': 'empty',
};

/** Keeps what is of an allowed kind, by its bytes; the rest is named, so that nobody wonders where it went. */
export async function keepAttachments(
  ctx: Ctx,
  messageId: string,
  attachments: readonly MailAttachment[],
): Promise<void> {
  const rows: AttachmentRow[] = [];
  for (const [position, attachment] of attachments.entries()) {
    const kept = position < mostFiles ? await keep(ctx, attachment) : { file_id: null, left_out: 'too-many' as const };
    const given = { message_id: messageId, position, name: attachment.fileName, size_bytes: attachment.size };
    rows.push({ ...given, ...kept });
  }
  await insertAttachments(ctx, rows);
}

async function keep(
  ctx: Ctx,
  { fileName, content }: MailAttachment,
): Promise<Pick<AttachmentRow, 'file_id' | 'left_out'> & { name?: string }> {
  try {
    const file = await storeFile(ctx, { name: fileName, bytes: content });
    return { file_id: file.id, left_out: null, name: file.name };
  } catch (refusal) {
    const reason = refusal instanceof Problem ? whyLeftOut[refusal.code] : undefined;
    // Refused before anything was written, so the transaction is whole.
    if (reason) return { file_id: null, left_out: reason };
    throw refusal;
  }
}

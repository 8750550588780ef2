import type { Ctx } from '../../platform/ctx.ts';
import { cleanLine } from '../../platform/mail/clean-text.ts';
import type { IncomingMail } from '../../platform/mail/incoming.ts';
import { type DispatchRow, findDispatchByMailId, lockDispatch, updateDispatch } from './dispatch-store.ts';
import { announce, tellUndelivered } from './dispatches.ts';
import { plainMailbox } from './mailbox.ts';
import { signedFor } from './proof.ts';

/**
 * Tells the dispatch that came back. Believed when it was sent to the address that only the mail's own envelope had, or
 * when it names the mail and the mailbox it went to, which only those on its way know. A delay is not yet a bounce.
 */
export async function noteBounce(ctx: Ctx, mail: IncomingMail): Promise<void> {
  const [signed] = await signedFor(ctx, mail, 'bounce');
  const failed = mail.deliveryReports.filter(({ action }) => action === 'failed');
  if (mail.deliveryReports.length > 0 && failed.length === 0) return;
  const dispatch = signed ?? (await named(ctx, mail, failed));
  if (!dispatch) return;
  const row = await lockDispatch(ctx, dispatch.id);
  if (!row || row.bounced_at) return;
  const said = failed[0]?.diagnostic ?? failed[0]?.status ?? mail.subject;
  await updateDispatch(ctx, row.id, { bounced_at: ctx.now, bounce_reason: cleanLine(said, 1000) });
  await tellUndelivered(ctx, row);
  await announce(ctx, row);
}

async function named(
  ctx: Ctx,
  mail: IncomingMail,
  failed: IncomingMail['deliveryReports'],
): Promise<DispatchRow | undefined> {
  if (!mail.returnedMessageId) return undefined;
  const dispatch = await findDispatchByMailId(ctx, [mail.returnedMessageId]);
  const mailbox = dispatch?.sent_to ? plainMailbox(dispatch.sent_to) : undefined;
  return failed.some(({ recipient }) => plainMailbox(recipient) === mailbox) ? dispatch : undefined;
}

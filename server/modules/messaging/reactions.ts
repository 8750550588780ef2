import { randomUUIDv7 } from 'node:crypto';
import {
  credentialsChanged,
  newBrowserUsed,
  resetAsked,
  signInLinkAsked,
  staffInvited,
} from '../../platform/access/index.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { type Reaction, reaction } from '../../platform/events/event.ts';
import { type Delivery, delivery, type Schedule } from '../../platform/jobs/delivery.ts';
import type { MailSender, SendOutcome } from '../../platform/mail/outgoing.ts';
import { type DispatchRow, selectForgotten } from './dispatch-store.ts';
import { claimMail, type MailToSend, queueDispatch, recordMail, sendMail } from './dispatches.ts';

export const messagingReactions: readonly Reaction[] = [
  reaction('messaging.mail-sign-in-link', signInLinkAsked, (ctx, { requestId }) =>
    queueSystem(ctx, 'sign-in', requestId),
  ),
  reaction('messaging.mail-invitation', staffInvited, (ctx, { accountId }) =>
    queueSystem(ctx, 'staff-invitation', accountId),
  ),
  reaction('messaging.mail-reset', resetAsked, async (ctx, { accountId }) => {
    if (accountId) await queueSystem(ctx, 'staff-reset', accountId);
  }),
  reaction('messaging.mail-credentials-changed', credentialsChanged, (ctx, { accountId, what }) =>
    queueSystem(ctx, 'credentials-changed', accountId, what),
  ),
  reaction('messaging.mail-new-browser', newBrowserUsed, (ctx, { accountId, browserName }) =>
    queueSystem(ctx, 'new-browser', accountId, browserName),
  ),
];

async function queueSystem(ctx: Ctx, kind: DispatchRow['kind'], subjectId: string, detail?: string): Promise<void> {
  await queueDispatch(ctx, {
    id: randomUUIDv7(),
    kind,
    purpose: 'account',
    wants: 'account',
    queued_at: ctx.now,
    subject_id: subjectId,
    detail: detail ?? null,
  });
}

/** The sender stays in here; nobody else is handed it. */
export const messagingDeliveries = (mail: MailSender): readonly Delivery[] => [
  delivery<MailToSend, SendOutcome>({
    ...sendMail,
    claim: claimMail,
    call: (work) => mail.send(work.mail),
    record: recordMail,
  }),
];

export const messagingSchedules: readonly Schedule[] = [
  {
    // A process that died held its job; the row still knows that something has to go.
    name: 'messaging.resume-dispatches',
    cron: '*/10 * * * *',
    async run(ctx) {
      for (const id of await selectForgotten(ctx, ctx.now.subtract({ minutes: 30 })))
        await ctx.deliver(sendMail, id, { onceKey: `messaging.send-mail ${id}` });
    },
  },
];

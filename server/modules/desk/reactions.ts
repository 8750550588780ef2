import { type Reaction, reaction } from '../../platform/events/event.ts';
import type { Delivery, Schedule } from '../../platform/jobs/delivery.ts';
import { messageReceived, messageUndelivered } from '../messaging/index.ts';
import { peopleMerged, peopleUnmerged } from '../people/index.ts';
import { hoursChanged } from '../places/index.ts';
import { promiseBroken, promiseKept, promiseReleased } from '../promises/index.ts';
import { staffAbsent, staffDismissed, staffLeftTeam, teamClosed, teamHoursChanged } from '../workforce/index.ts';
import { followFacilityHours, keepDeadlines, recomputeDeadlines } from './deadline-keeping.ts';
import { dropDraftsOf, sweepDrafts } from './drafts.ts';
import { conversationOpened } from './events.ts';
import { followMerge, followUnmerge } from './links.ts';
import { takeMail } from './mail-in.ts';
import { offerElsewhere } from './offer-elsewhere.ts';
import { giveBackAllOf, moveAllOf } from './ownership.ts';
import { assignInTurn } from './pools.ts';
import { sweepPresence } from './presence.ts';
import { bringBackWaiting, mailUndelivered } from './progress.ts';
import { showPromiseBroken, showPromiseEnded } from './promises.ts';
import { readDueTexts, searchDeliveries } from './searchable.ts';
import { warnOfDeadlines } from './warnings.ts';

export const deskReactions: readonly Reaction[] = [
  reaction('desk.assign-in-turn', conversationOpened, (ctx, it) => assignInTurn(ctx, it.conversationId)),
  reaction('desk.take-mail', messageReceived, (ctx, it) => takeMail(ctx, it.messageId, it.threadId)),
  reaction('desk.show-undelivered', messageUndelivered, async (ctx, it) => {
    if (it.threadId) await mailUndelivered(ctx, it.threadId);
  }),
  reaction('desk.give-back-of-absent', staffAbsent, (ctx, it) => giveBackAllOf(ctx, it.staffId, 'absent')),
  reaction('desk.give-back-of-dismissed', staffDismissed, (ctx, it) => giveBackAllOf(ctx, it.staffId, 'dismissed')),
  reaction('desk.drop-drafts-of-dismissed', staffDismissed, (ctx, it) => dropDraftsOf(ctx, it.staffId)),
  reaction('desk.give-back-to-team', staffLeftTeam, (ctx, it) =>
    giveBackAllOf(ctx, it.staffId, 'left-team', it.teamId),
  ),
  reaction('desk.offer-urgent-of-absent', staffAbsent, (ctx, it) => offerElsewhere(ctx, it.staffId)),
  reaction('desk.offer-urgent-of-dismissed', staffDismissed, (ctx, it) => offerElsewhere(ctx, it.staffId)),
  reaction('desk.offer-urgent-in-team', staffLeftTeam, (ctx, it) => offerElsewhere(ctx, it.staffId)),
  reaction('desk.move-from-closed-team', teamClosed, (ctx, it) => moveAllOf(ctx, it.teamId)),
  reaction('desk.follow-team-hours', teamHoursChanged, async (ctx, it) => {
    await recomputeDeadlines(ctx, { teamIds: [it.teamId] });
  }),
  reaction('desk.follow-facility-hours', hoursChanged, (ctx, it) => followFacilityHours(ctx, it.facilityId)),
  reaction('desk.show-promise-broken', promiseBroken, (ctx, it) => showPromiseBroken(ctx, it.subjectId, it.words)),
  reaction('desk.forget-kept-promise', promiseKept, (ctx, it) => showPromiseEnded(ctx, it.subjectId)),
  reaction('desk.forget-released-promise', promiseReleased, (ctx, it) => showPromiseEnded(ctx, it.subjectId)),
  reaction('desk.follow-merge', peopleMerged, (ctx, it) => followMerge(ctx, it.keptId, it.mergedId)),
  reaction('desk.follow-unmerge', peopleUnmerged, (ctx, it) => followUnmerge(ctx, it.keptId)),
];
export const deskDeliveries: readonly Delivery[] = [...searchDeliveries];
export const deskSchedules: readonly Schedule[] = [
  keepDeadlines,
  warnOfDeadlines,
  bringBackWaiting,
  sweepPresence,
  sweepDrafts,
  readDueTexts,
];

import type { Reaction } from '../../platform/events/event.ts';
import type { MailSender } from '../../platform/mail/outgoing.ts';
import type { Delivery, Schedule } from '../../platform/jobs/delivery.ts';

export const messagingReactions: readonly Reaction[] = [];
export const messagingDeliveries = (_mail: MailSender): readonly Delivery[] => [];
export const messagingSchedules: readonly Schedule[] = [];

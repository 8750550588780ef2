import { z } from 'zod';
import { event } from '../../platform/events/event.ts';

const ofConversation = z.object({ conversationId: z.uuid() });

export const conversationOpened = event('desk.conversation-opened', ofConversation);
export const answerWritten = event('desk.answer-written', ofConversation.extend({ messageId: z.uuid() }));
export const conversationResolved = event('desk.conversation-resolved', ofConversation);
export const conversationReopened = event('desk.conversation-reopened', ofConversation);

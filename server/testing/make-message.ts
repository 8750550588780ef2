import { randomUUIDv7 } from 'node:crypto';
import { receiveFromPortal, type Sent, sendToPerson, type ToPerson } from '../modules/messaging/index.ts';
import { asTest, type TestApp } from './app.ts';

/** An answer to a person in a thread of its own; name what the test is about. */
export async function makeAnswer(
  app: TestApp,
  given: Partial<ToPerson> & { personId: string },
): Promise<Sent & { threadId: string }> {
  const threadId = given.threadId ?? randomUUIDv7();
  const sent = await app.act(asTest, (ctx) =>
    sendToPerson(ctx, {
      ...{ threadId, purpose: 'answer', subject: 'Your knee', text: 'Your knee is healing well.' },
      ...{ author: { kind: 'staff', shownAs: 'Robin, front desk' }, deliver: 'email-notice' },
      ...given,
    }),
  );
  return { ...sent, threadId };
}

/** A question that a person asked in the portal. */
export async function makeQuestion(
  app: TestApp,
  given: { personId: string; threadId?: string; text?: string },
): Promise<{ messageId: string; threadId: string }> {
  const threadId = given.threadId ?? randomUUIDv7();
  const { messageId } = await app.act(asTest, (ctx) =>
    receiveFromPortal(ctx, { text: 'Does it have to hurt?', ...given, threadId }),
  );
  return { messageId, threadId };
}

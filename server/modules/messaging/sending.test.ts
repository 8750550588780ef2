import { afterAll, beforeAll, expect, test } from 'vitest';
import { asTest, startTestApp, type TestApp } from '../../testing/app.ts';
import { makeAnswer, makeQuestion } from '../../testing/make-message.ts';
import { makePerson } from '../../testing/make-person.ts';
import { listThread } from './index.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app?.stop());

test('a question and its answer stand in one thread, and only a notice leaves by mail', async () => {
  const { id: personId } = await makePerson(app);
  const { threadId } = await makeQuestion(app, { personId });
  await makeAnswer(app, { personId, threadId });
  await app.drain();
  const thread = await app.act(asTest, (ctx) => listThread(ctx, threadId));
  expect(thread.map((it) => [it.direction, it.from, it.state])).toEqual([
    ['in', 'person', 'kept'],
    ['out', 'staff', 'sent'],
  ]);
  expect(app.outbox.sent).toHaveLength(1);
});

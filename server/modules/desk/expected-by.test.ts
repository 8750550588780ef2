import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '../../platform/access/actor.ts';
import { startTestApp, type TestApp } from '../../testing/app.ts';
import { makeConversation } from '../../testing/make-conversation.ts';
import { makeFacility } from '../../testing/make-place.ts';
import { makeStaff, makeTeam, staffActor } from '../../testing/make-staff.ts';
import * as desk from './index.ts';

let app: TestApp;
let teamId: string;
let ana: Actor;
const monday = Temporal.Instant.from('2026-11-23T15:00:00Z');
beforeAll(async () => {
  app = await startTestApp({ now: monday });
  const { id: facilityId } = await makeFacility(app, { timeZone: 'America/Chicago' });
  teamId = (await makeTeam(app, { facilityId })).id;
  ana = await staffActor(app, (await makeStaff(app, { teamIds: [teamId] })).id);
});
afterAll(() => app.stop());

it('an answer that was given is never late: each time the person writes, the next one has a clock of its own', async () => {
  app.setNow(monday);
  const { id, askerPersonId } = await makeConversation(app, { teamId });
  const asker: Actor = { kind: 'person', id: askerPersonId, name: 'Ada', sessionId: askerPersonId, actsFor: [] };
  const expected = async () =>
    (await app.act(asker, (ctx) => desk.readConversationForPerson(ctx, id))).expectedBy ?? undefined;
  const clocks = async () => (await app.act(ana, (ctx) => desk.readConversation(ctx, id))).clocks;
  const writes = (text: string) => app.act(asker, (ctx) => desk.replyFromPerson(ctx, id, { text }));
  expect(await expected()).toBe((await clocks()).response.dueAt);

  app.setNow(monday.add({ minutes: 10 }));
  await app.act(ana, (ctx) => desk.answer(ctx, id, { version: 1, text: 'On Monday.', fileIds: [], next: 'stay' }));
  expect(await expected()).toBeUndefined();

  app.setNow(monday.add({ minutes: 20 }));
  await writes('And which door?');
  const { response } = await clocks();
  expect(response).toMatchObject({
    kind: 'next',
    dueAt: monday.add({ minutes: 20 + response.targetMinutes }).toString(),
  });
  expect(await expected()).toBe(response.dueAt);

  // Who writes once more before the answer has waited since the first time.
  app.setNow(monday.add({ minutes: 50 }));
  await writes('It is cold here.');
  expect(await expected()).toBe(response.dueAt);
});

it('it is told on the clock of the place that answers', async () => {
  app.setNow(monday);
  const { id, askerPersonId } = await makeConversation(app, { teamId });
  const asker: Actor = { kind: 'person', id: askerPersonId, name: 'Ada', sessionId: askerPersonId, actsFor: [] };
  const { timeZone } = await app.act(asker, (ctx) => desk.readConversationForPerson(ctx, id));
  expect(timeZone).toBe('America/Chicago');
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asTest, startTestApp, type TestApp } from '../../testing/app.ts';
import { asStaff, type SignedIn } from '../../testing/as.ts';
import { makeConversation } from '../../testing/make-conversation.ts';
import { makeTeam } from '../../testing/make-staff.ts';
import { recordAbsence } from '../workforce/index.ts';
import type { Conversation, Queues } from './contract.ts';

let app: TestApp;
const tuesday = Temporal.Instant.from('2026-11-24T15:00:00Z');
beforeAll(async () => {
  app = await startTestApp({ now: tuesday });
});
afterAll(() => app.stop());

const get = async <T>(who: SignedIn, path: string) =>
  (await app.server.inject({ url: `/api/desk${path}`, headers: who.headers })).json() as T;
const post = (who: SignedIn, path: string, payload: object) =>
  app.server.inject({ method: 'POST', url: `/api/desk${path}`, headers: who.headers, payload });
const offered = async (who: SignedIn, id: string) =>
  (await get<Conversation>(who, `/conversations/${id}`)).urgentFor?.name ?? null;
const forThem = async (who: SignedIn) => (await get<Queues>(who, '/queues')).urgentForYou.map((one) => one.id);

async function twoColleagues() {
  const team = (await makeTeam(app)).id;
  const ana = await asStaff(app, { name: 'Ana Ruiz', teamIds: [team] });
  const ben = await asStaff(app, { name: 'Ben Okafor', teamIds: [team] });
  const inDanger = () => makeConversation(app, { teamId: team, text: 'I have chest pain.' });
  return { team, ana, ben, inDanger };
}

describe('what is urgent and nobody has', () => {
  it('is offered by name to the colleague with the least urgent work, until somebody takes it', async () => {
    const { ana, ben, inDanger } = await twoColleagues();
    const first = await inDanger();
    const second = await inDanger();
    const names = [await offered(ana, first.id), await offered(ana, second.id)];
    expect(names.toSorted()).toEqual(['Ana Ruiz', 'Ben Okafor']);
    const mine = names[0] === 'Ana Ruiz' ? first.id : second.id;
    expect(await forThem(ana)).toEqual([mine]);
    await post(ben, `/conversations/${mine}/claim`, {});
    expect(await offered(ana, mine)).toBeNull();
    expect(await forThem(ana)).toEqual([]);
  });

  it('is offered to somebody who is there, and to somebody else when who was asked goes away', async () => {
    const { ana, ben, inDanger } = await twoColleagues();
    const { id } = await inDanger();
    const asked = (await offered(ana, id)) === 'Ana Ruiz' ? ana : ben;
    const other = asked === ana ? ben : ana;
    await app.act(asTest, (ctx) => recordAbsence(ctx, { staffId: asked.subjectId, from: tuesday }));
    await app.drain();
    expect(await forThem(other)).toEqual([id]);
    await app.act(asTest, (ctx) => recordAbsence(ctx, { staffId: other.subjectId, from: tuesday }));
    await app.drain();
    expect(await offered(ana, id)).toBeNull();
    const { id: later } = await inDanger();
    expect(await offered(ana, later)).toBeNull();
  });

  it('goes along to the team that it is handed to, and is offered to nobody when it is answered', async () => {
    const { ana, inDanger } = await twoColleagues();
    const other = (await makeTeam(app)).id;
    const cleo = await asStaff(app, { name: 'Cleo Marsh', teamIds: [other] });
    const { id } = await inDanger();
    await post(ana, `/conversations/${id}/hand-over`, { version: 1, to: { teamId: other } });
    expect(await forThem(cleo)).toEqual([id]);
    await post(cleo, `/conversations/${id}/answer`, { version: 2, text: 'Ring 911 now.' });
    expect(await forThem(cleo)).toEqual([]);
  });

  it('is offered to nobody while it is not urgent', async () => {
    const { team, ana } = await twoColleagues();
    const { id } = await makeConversation(app, { teamId: team, text: 'Which form do I bring on Monday?' });
    expect(await offered(ana, id)).toBeNull();
  });
});

import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asTest, startTestApp, type TestApp } from '../../testing/app.ts';
import { asStaff, type SignedIn } from '../../testing/as.ts';
import { makeConversation } from '../../testing/make-conversation.ts';
import { makeTeam } from '../../testing/make-staff.ts';
import { dismissStaff } from '../workforce/index.ts';
import type { Draft, DraftSaved, QueuePage } from './contract.ts';
import { sweepDrafts } from './drafts.ts';

const canary = 'Dear Mrs Kanarienvogel';
let app: TestApp;
let team: string;
let ana: SignedIn;
let ben: SignedIn;
const tuesday = Temporal.Instant.from('2026-11-24T15:00:00Z');

beforeAll(async () => {
  app = await startTestApp({ now: tuesday });
  team = (await makeTeam(app)).id;
  ana = await asStaff(app, { teamIds: [team] });
  ben = await asStaff(app, { teamIds: [team], roles: ['manager'] });
});
afterAll(() => app.stop());

const save = async (who: SignedIn, id: string, payload: object, kind = 'reply') => {
  const url = `/api/desk/conversations/${id}/drafts/${kind}`;
  const answer = await app.server.inject({ method: 'PUT', url, headers: who.headers, payload });
  return { status: answer.statusCode, body: answer.json() as DraftSaved & { code?: string } };
};
const read = async (who: SignedIn, id: string) =>
  (
    (await app.server.inject({ url: `/api/desk/conversations/${id}/drafts`, headers: who.headers })).json() as {
      drafts?: Draft[];
    }
  ).drafts;
const post = (who: SignedIn, id: string, what: string, payload: object) =>
  app.server.inject({
    ...{ method: 'POST', url: `/api/desk/conversations/${id}/${what}`, headers: who.headers, payload },
  });

describe('a draft', () => {
  it('is there again in another browser, marked in the queue, and theirs alone', async () => {
    const { id } = await makeConversation(app, { teamId: team });
    expect(await read(ana, id)).toEqual([]);
    await save(ana, id, { version: 0, text: canary });
    await save(ana, id, { version: 0, text: 'Rang her twice.' }, 'note');
    expect(await read(ana, id)).toMatchObject([
      { kind: 'note', text: 'Rang her twice.' },
      { kind: 'reply', text: canary, files: [] },
    ]);
    expect(await read(ben, id)).toEqual([]);
    const marked = async (who: SignedIn) =>
      ((await app.server.inject({ url: '/api/desk/queue', headers: who.headers })).json() as QueuePage).conversations
        .filter((row) => row.id === id)
        .map((row) => row.hasDraft);
    expect([await marked(ana), await marked(ben)]).toEqual([[true], [false]]);
    const shown = await app.server.inject({ url: `/api/desk/conversations/${id}`, headers: ben.headers });
    expect(shown.body).not.toContain(canary);
  });

  it('goes with the answer, a note’s with the note, and one that is emptied at once', async () => {
    const { id } = await makeConversation(app, { teamId: team });
    await save(ana, id, { version: 0, text: 'The blue one.' });
    await save(ana, id, { version: 0, text: 'Rang her.' }, 'note');
    await save(ben, id, { version: 0, text: 'The green one?' });
    await post(ana, id, 'answer', { version: 1, text: 'The blue one.' });
    expect((await read(ana, id))?.map((one) => one.kind)).toEqual(['note']);
    await post(ana, id, 'notes', { text: 'Rang her.' });
    expect(await read(ana, id)).toEqual([]);
    const [bens] = (await read(ben, id)) ?? [];
    expect(bens?.text).toBe('The green one?');
    expect((await save(ben, id, { version: bens?.version, text: ' ' })).body).toEqual({ version: 0, savedAt: null });
    expect(await read(ben, id)).toEqual([]);
  });

  it('written in two windows is not written over: the second is told', async () => {
    const { id } = await makeConversation(app, { teamId: team });
    const first = await save(ana, id, { version: 0, text: 'In the first window' });
    expect(await save(ana, id, { version: 0, text: 'In the second' })).toMatchObject({
      ...{ status: 412, body: { code: 'desk.draft-elsewhere' } },
    });
    const { version } = first.body;
    expect((await save(ana, id, { version, text: 'First, and more' })).body.version).toBe(version + 1);
    expect((await save(ana, id, { version, text: 'In the second' })).status).toBe(412);
    expect((await read(ana, id))?.map((one) => one.text)).toEqual(['First, and more']);
  });

  it('put away and begun anew is not taken for the one that another window saw', async () => {
    const { id } = await makeConversation(app, { teamId: team });
    const { version } = (await save(ana, id, { version: 0, text: 'One' })).body;
    await save(ana, id, { version, text: '' });
    await save(ana, id, { version: 0, text: 'Another' });
    expect((await save(ana, id, { version, text: 'One again' })).status).toBe(412);
    expect((await save(ana, id, { version, text: '' })).status).toBe(412);
  });

  it.each([0, 1])('saved by eight windows at once is kept once (seen: %i)', async (seen) => {
    const { id } = await makeConversation(app, { teamId: team });
    const version = seen === 0 ? 0 : (await save(ana, id, { version: 0, text: 'Begun' })).body.version;
    const tries = await Promise.all(
      Array.from({ length: 8 }, (_, n) => save(ana, id, { version, text: `Window ${n}` })),
    );
    const won = tries.flatMap((one, n) => (one.status === 200 ? [`Window ${n}`] : []));
    expect(won).toHaveLength(1);
    expect(tries.filter((one) => one.status === 412)).toHaveLength(7);
    expect((await read(ana, id))?.map((one) => one.text)).toEqual(won);
  });

  it('is not there for who does not see the conversation, and takes no file of another', async () => {
    const { id } = await makeConversation(app, { teamId: team });
    const cleo = await asStaff(app, { teamIds: [(await makeTeam(app)).id] });
    expect((await save(cleo, id, { version: 0, text: 'x' })).status).toBe(404);
    expect(await read(cleo, id)).toBeUndefined();
    const stored = await app.server.inject({
      ...{ method: 'POST', url: '/api/files?name=plan.txt', payload: 'Wednesday' },
      headers: { ...ben.headers, 'content-type': 'application/octet-stream' },
    });
    const fileIds = [(stored.json() as { id: string }).id];
    expect((await save(ana, id, { version: 0, text: 'x', fileIds })).status).toBe(404);
    await save(ben, id, { version: 0, text: '', fileIds });
    expect((await read(ben, id))?.[0]?.files).toMatchObject([{ name: 'plan.txt', sizeBytes: 9 }]);
  });

  it('is gone after thirty days', async () => {
    const { id } = await makeConversation(app, { teamId: team });
    await save(ana, id, { version: 0, text: 'Not yet sent' });
    app.setNow(tuesday.add({ hours: 30 * 24 - 1 }));
    await app.act(asTest, sweepDrafts.run);
    app.setNow(tuesday);
    expect(await read(ana, id)).toHaveLength(1);
    app.setNow(tuesday.add({ hours: 30 * 24 + 1 }));
    await app.act(asTest, sweepDrafts.run);
    app.setNow(tuesday);
    expect(await read(ana, id)).toEqual([]);
  });

  it('goes with who wrote it, when they are dismissed; a colleague’s stays', async () => {
    const { id } = await makeConversation(app, { teamId: team });
    const gone = await asStaff(app, { teamIds: [team] });
    for (const who of [gone, ana]) await save(who, id, { version: 0, text: canary });
    await app.act(asTest, (ctx) => dismissStaff(ctx, gone.subjectId));
    await app.drain();
    const { rows } = await sql<{ staff_id: string }>`
      select staff_id from desk.draft where conversation_id = ${id}`.execute(app.db);
    expect(rows).toEqual([{ staff_id: ana.subjectId }]);
  });

  it('is in the audit as an act, without a word of it', async () => {
    const { id } = await makeConversation(app, { teamId: team });
    await save(ana, id, { version: 0, text: canary });
    const { rows } = await sql<{ line: string }>`
      select audit_entry::text as line from platform.audit_entry where action = 'desk.save-draft'`.execute(app.db);
    expect(rows.some((row) => row.line.includes(id))).toBe(true);
    const { rows: words } = await sql`
      select from platform.audit_entry where audit_entry::text like ${`%${canary}%`}
      union all select from platform.idempotency_key where idempotency_key::text like ${`%${canary}%`}`.execute(app.db);
    expect(words).toEqual([]);
  });
});

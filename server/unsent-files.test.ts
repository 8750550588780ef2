import { randomBytes, randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { schedules } from './app.ts';
import { type FileHolder, fileSchedules } from './platform/files/sweep.ts';
import { asTest, startTestApp, type TestApp } from './testing/app.ts';
import { asStaff, type SignedIn, signInAs } from './testing/as.ts';
import { makeConversation } from './testing/make-conversation.ts';
import { makeTeam } from './testing/make-staff.ts';

let app: TestApp;
let teamId: string;
let ana: SignedIn;
const tuesday = Temporal.Instant.from('2026-11-24T15:00:00Z');
const thursday = tuesday.add({ hours: 49 });

beforeAll(async () => {
  app = await startTestApp({ now: tuesday });
  teamId = (await makeTeam(app)).id;
  ana = await asStaff(app, { teamIds: [teamId] });
});
afterAll(() => app.stop());

/** Sessions do not outlive a leap of the clock. */
async function itIs(moment: Temporal.Instant) {
  app.setNow(moment);
  ana = await signInAs(app, { ...ana, kind: 'staff' });
}

async function uploads(name = 'plan.txt'): Promise<string> {
  const stored = await app.server.inject({
    ...{ method: 'POST', url: `/api/files?name=${name}`, payload: 'Wednesday' },
    headers: { ...ana.headers, 'content-type': 'application/octet-stream' },
  });
  return (stored.json() as { id: string }).id;
}

const drafts = (conversationId: string, fileIds: readonly string[], version = 0) =>
  app.server.inject({
    ...{ method: 'PUT', url: `/api/desk/conversations/${conversationId}/drafts/reply`, headers: ana.headers },
    payload: { version, text: '', fileIds },
  });

const answers = (conversationId: string, fileIds: readonly string[]) =>
  app.server.inject({
    ...{ method: 'POST', url: `/api/desk/conversations/${conversationId}/answer`, headers: ana.headers },
    payload: { version: 1, text: 'It is in the plan.', fileIds, next: 'stay' },
  });

async function sweep(): Promise<void> {
  const found = schedules.find((one) => one.name === 'platform.sweep-files');
  if (!found) throw new Error('Nothing sweeps files.');
  await app.act(asTest, found.run);
}

async function left(ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from platform.file where id = any(${ids}::uuid[])`.execute(
    app.db,
  );
  return rows.map((row) => row.id).toSorted();
}

it('a file that nobody sent goes after two days; what was sent or lies in a draft stays', async () => {
  await itIs(tuesday);
  const [never, sent, drafted, dropped] = [await uploads(), await uploads(), await uploads(), await uploads()];
  const asked = await uploads();
  await sql`
    insert into portal.draft (id, browser_hash, journey, answers, files, started_at, expires_at)
    values (${randomUUIDv7()}, ${randomBytes(32)}, 'ask', '{}', ${JSON.stringify([{ id: asked }])}::jsonb, ${tuesday}, ${thursday.add({ hours: 9 })})`.execute(
    app.db,
  );
  const [one, two] = [await makeConversation(app, { teamId }), await makeConversation(app, { teamId })];
  expect((await answers(one.id, [sent])).statusCode).toBe(200);
  const draft = await drafts(two.id, [drafted, dropped]);
  await itIs(tuesday.add({ hours: 47 }));
  await sweep();
  expect(await left([never])).toEqual([never]);
  await drafts(two.id, [drafted], draft.json().version);
  await itIs(thursday);
  const young = await uploads();
  await sweep();
  expect(await left([never, sent, drafted, dropped, asked, young])).toEqual([sent, drafted, asked, young].toSorted());
  const { rows } = await sql<{ count: number }>`
    select count(*) from platform.file_chunk where file_id = any(${[never, dropped]}::uuid[])`.execute(app.db);
  expect(rows[0]?.count).toBe(0);
});

it('a file that somebody is attaching at this moment is passed over, and nobody waits', async () => {
  await itIs(tuesday);
  const file = await uploads();
  await itIs(thursday);
  await app.db.transaction().execute(async (tx) => {
    await sql`select from platform.file where id = ${file} for key share`.execute(tx);
    await sweep();
  });
  expect(await left([file])).toEqual([file]);
  await sweep();
  expect(await left([file])).toEqual([]);
});

it('a file that is attached after the first question stays', async () => {
  await itIs(tuesday);
  const file = await uploads();
  const { id } = await makeConversation(app, { teamId });
  await itIs(thursday);
  let asked = 0;
  let isDrafted = false;
  const late: FileHolder = async (_, ids) => {
    const before = ids.filter((one) => one !== file || isDrafted);
    if (ids.includes(file) && ++asked === 1) {
      expect((await drafts(id, [file])).statusCode).toBe(200);
      isDrafted = true;
    }
    return before;
  };
  for (const schedule of fileSchedules([late])) await app.act(asTest, schedule.run);
  expect(asked).toBe(2);
  expect(await left([file])).toEqual([file]);
});

it('who attaches while it is being taken away is told that it is gone', async () => {
  await itIs(tuesday);
  const file = await uploads();
  const { id } = await makeConversation(app, { teamId });
  await itIs(thursday);
  let asked = 0;
  let saving: ReturnType<typeof drafts> | undefined;
  const slow: FileHolder = async (_, ids) => {
    // The second question comes once the rows are locked.
    if (ids.includes(file) && ++asked === 2) {
      saving = drafts(id, [file]).then((answer) => answer);
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    return ids.filter((one) => one !== file);
  };
  for (const schedule of fileSchedules([slow])) await app.act(asTest, schedule.run);
  expect((await saving)?.statusCode).toBe(404);
  expect(await left([file])).toEqual([]);
});

it('whoever is first, of many at once no file is lost that was attached, and nobody is met by a fault', async () => {
  await itIs(tuesday);
  const tries: { file: string; id: string }[] = [];
  for (let made = 0; made < 24; made++)
    tries.push({ file: await uploads(), id: (await makeConversation(app, { teamId })).id });
  await itIs(thursday);
  const [answered] = await Promise.all([
    Promise.all(tries.map(({ file, id }, at) => (at % 2 === 0 ? drafts(id, [file]) : answers(id, [file])))),
    sweep(),
    sweep(),
  ]);
  const there = await left(tries.map(({ file }) => file));
  for (const [at, answer] of answered.entries()) {
    expect([200, 404]).toContain(answer.statusCode);
    expect(there.includes(tries[at]?.file ?? '')).toBe(answer.statusCode === 200);
  }
});

it('every table that refers to a file has somebody who answers for it', async () => {
  const { rows } = await sql<{ table: string }>`
    select conrelid::regclass::text as "table" from pg_constraint
    where confrelid = 'platform.file'::regclass and contype = 'f' order by 1`.execute(app.db);
  // A new one here: give `fileSchedules` its holder in app.ts.
  expect(rows.map((row) => row.table)).toEqual(['messaging.attachment', 'platform.file_chunk']);
});

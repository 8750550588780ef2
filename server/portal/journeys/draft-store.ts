import { type Generated, sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';

interface DraftTable {
  id: string;
  browser_hash: Buffer;
  person_id: string | null;
  journey: string;
  answers: unknown;
  files: Generated<unknown>;
  started_at: Temporal.Instant;
  expires_at: Temporal.Instant;
  sent_at: Generated<Temporal.Instant | null>;
  receipt: Generated<unknown>;
}
type Tables = {
  'portal.draft': DraftTable;
};

const db = (ctx: Pick<Ctx, 'tx'>) => ctx.tx.withTables<Tables>();
const json = (value: unknown) => sql<unknown>`${JSON.stringify(value)}::jsonb`;

export interface DraftKey {
  readonly id: string;
  readonly browserHash: Buffer;
  readonly journey: string;
}

/** With the lock, whoever sends or changes the same draft waits until this transaction ends. */
export function selectDraft(ctx: Pick<Ctx, 'tx' | 'now'>, key: DraftKey, options: { lock?: boolean } = {}) {
  const query = db(ctx)
    .selectFrom('portal.draft')
    .select(['id', 'person_id', 'answers', 'files', 'sent_at', 'receipt'])
    .where('id', '=', key.id)
    .where('browser_hash', '=', key.browserHash)
    .where('journey', '=', key.journey)
    .where('expires_at', '>', ctx.now);
  return (options.lock ? query.forUpdate() : query).executeTakeFirst();
}

/** What was told after sending, of everything that this browser sent and still holds. */
export async function selectReceipts(ctx: Pick<Ctx, 'tx' | 'now'>, browserHash: Buffer): Promise<unknown[]> {
  const rows = await db(ctx)
    .selectFrom('portal.draft')
    .select('receipt')
    .where('browser_hash', '=', browserHash)
    .where('sent_at', 'is not', null)
    .where('expires_at', '>', ctx.now)
    .execute();
  return rows.map((row) => row.receipt);
}

export async function countDrafts(ctx: Pick<Ctx, 'tx' | 'now'>, browserHash: Buffer): Promise<number> {
  const row = await db(ctx)
    .selectFrom('portal.draft')
    .select((it) => it.fn.countAll<number>().as('count'))
    .where('browser_hash', '=', browserHash)
    .where('expires_at', '>', ctx.now)
    .executeTakeFirstOrThrow();
  return row.count;
}

export async function insertDraft(
  ctx: Pick<Ctx, 'tx' | 'now'>,
  row: DraftKey & { personId: string | null; answers: object; expiresAt: Temporal.Instant },
): Promise<void> {
  await db(ctx)
    .insertInto('portal.draft')
    .values({
      ...{ id: row.id, browser_hash: row.browserHash, journey: row.journey, person_id: row.personId },
      ...{ answers: json(row.answers), started_at: ctx.now, expires_at: row.expiresAt },
    })
    .execute();
}

export async function updateDraft(
  ctx: Pick<Ctx, 'tx'>,
  id: string,
  change: { answers?: object; files?: readonly object[]; personId?: string | null },
): Promise<void> {
  await db(ctx)
    .updateTable('portal.draft')
    .set({
      ...(change.answers && { answers: json(change.answers) }),
      ...(change.files && { files: json(change.files) }),
      ...(change.personId !== undefined && { person_id: change.personId }),
    })
    .where('id', '=', id)
    .execute();
}

/** What was written leaves the draft with the sending of it. */
export async function markSent(ctx: Pick<Ctx, 'tx' | 'now'>, id: string, receipt: object): Promise<void> {
  await db(ctx)
    .updateTable('portal.draft')
    .set({ answers: json({}), files: json([]), sent_at: ctx.now, receipt: json(receipt) })
    .where('id', '=', id)
    .execute();
}

/** Drafts whose time is over, a limited number at once; gives the files that nobody needs any more. */
export async function deleteExpired(ctx: Pick<Ctx, 'tx' | 'now'>, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with gone as (
      delete from portal.draft where id in (
        select id from portal.draft where expires_at <= ${ctx.now} order by expires_at limit ${limit}
        for update skip locked)
      returning files)
    select file ->> 'id' as id from gone cross join lateral jsonb_array_elements(gone.files) as file`.execute(ctx.tx);
  return rows.map((row) => row.id);
}

/** Which of these files lie in a draft. */
export async function selectFilesAmong(ctx: Pick<Ctx, 'tx'>, fileIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select file ->> 'id' as id from portal.draft cross join lateral jsonb_array_elements(files) as file
    where files <> '[]' and file ->> 'id' = any(${fileIds}::text[])`.execute(ctx.tx);
  return rows.map((row) => row.id);
}

import type { Ctx } from '../../platform/ctx.ts';

type Tables = {
  'portal.reading': { person_id: string; conversation_id: string; read_until: Temporal.Instant };
};

const db = (ctx: Pick<Ctx, 'tx'>) => ctx.tx.withTables<Tables>();

/** Up to when this person has read each of these conversations. */
export async function selectRead(ctx: Pick<Ctx, 'tx'>, personId: string, conversationIds: readonly string[]) {
  if (conversationIds.length === 0) return new Map<string, Temporal.Instant>();
  const rows = await db(ctx)
    .selectFrom('portal.reading')
    .select(['conversation_id', 'read_until'])
    .where('person_id', '=', personId)
    .where('conversation_id', 'in', [...conversationIds])
    .execute();
  return new Map(rows.map((row) => [row.conversation_id, row.read_until]));
}

export async function writeRead(
  ctx: Pick<Ctx, 'tx'>,
  row: { personId: string; conversationId: string; until: Temporal.Instant },
): Promise<void> {
  await db(ctx)
    .insertInto('portal.reading')
    .values({ person_id: row.personId, conversation_id: row.conversationId, read_until: row.until })
    .onConflict((it) =>
      it.columns(['person_id', 'conversation_id']).doUpdateSet((up) => ({
        read_until: up.fn<Temporal.Instant>('greatest', ['portal.reading.read_until', 'excluded.read_until']),
      })),
    )
    .execute();
}

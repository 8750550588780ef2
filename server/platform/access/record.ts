import { writeEntries } from '../audit/entry.ts';
import type { Ctx } from '../ctx.ts';

/** What is done with an account is worth knowing also while nobody is signed in yet, which is when most of it happens. */
export async function recordOnAccount(
  ctx: Pick<Ctx, 'tx' | 'now' | 'actor' | 'requestId'>,
  accountId: string | undefined,
  action: `access.${string}`,
  outcome: 'done' | 'refused',
  details: Readonly<Record<string, string>> = {},
): Promise<void> {
  const { now: at, actor, requestId } = ctx;
  const entry = {
    at,
    actor,
    requestId,
    action,
    outcome,
    personIds: [],
    details: { ...(accountId && { accountId }), ...details },
  };
  await writeEntries(ctx.tx, [entry]);
}

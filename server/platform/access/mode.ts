import type { Ctx } from '../ctx.ts';
import { countAccounts, lockByName, readSetting, writeSetting } from './account-store.ts';

export type Mode = 'demo' | 'real';

/** The database was begun for the other purpose; the message is for whoever starts the software. */
export class ModeError extends Error {}

/**
 * Settles once and for all, at the first start, whether this database holds invented people or real ones.
 * Undefined: whatever it holds. @throws ModeError rather than mix the two
 */
export async function settleMode(ctx: Pick<Ctx, 'tx'>, wantsDemo: boolean | undefined): Promise<Mode> {
  await lockByName(ctx, 'mode');
  const kept = await readSetting(ctx, 'mode');
  if (kept === 'demo' || kept === 'real') return refuseOther(kept, wantsDemo);
  const mode = wantsDemo ? 'demo' : 'real';
  if (mode === 'demo' && (await countAccounts(ctx)) > 0)
    throw new ModeError('This database has accounts already: the demonstration needs an empty one.');
  await writeSetting(ctx, 'mode', mode);
  return mode;
}

function refuseOther(kept: Mode, wantsDemo: boolean | undefined): Mode {
  if (wantsDemo === undefined || wantsDemo === (kept === 'demo')) return kept;
  throw new ModeError(
    kept === 'demo'
      ? 'This database holds the demonstration, with invented people: a real hospital needs a database of its own.'
      : 'This database belongs to a real hospital: the demonstration needs a database of its own.',
  );
}

/** What is settled; undefined before the first start is over. */
export async function readMode(ctx: Pick<Ctx, 'tx'>): Promise<Mode | undefined> {
  const kept = await readSetting(ctx, 'mode');
  return kept === 'demo' || kept === 'real' ? kept : undefined;
}

/** Whether anybody of the staff can sign in, or could once their invitation is taken up. */
export async function hasStaffAccounts(ctx: Pick<Ctx, 'tx'>): Promise<boolean> {
  return (await countAccounts(ctx, 'staff')) > 0;
}

import type { Ctx } from '../../platform/ctx.ts';
import { record } from './changes.ts';
import { lockOverdue, warnNear } from './clock-store.ts';
import { promiseBroken } from './events.ts';
import { announce } from './live.ts';
import { newsOf } from './making.ts';

/** What is due and not kept is broken, which others hear; what has become near is shown to who owes it. */
export async function watchTheClock(ctx: Ctx): Promise<void> {
  for (const row of await lockOverdue(ctx)) {
    const broken = await record(ctx, row, { broken_at: ctx.now }, { kind: 'broken' });
    await ctx.emit(promiseBroken, { ...newsOf(broken), words: broken.words });
  }
  await announce(ctx, ...(await warnNear(ctx)));
}

export const keepTime = { name: 'promises.keep-time', cron: '* * * * *', run: watchTheClock };

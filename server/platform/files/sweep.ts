import type { Ctx } from '../ctx.ts';
import type { Schedule } from '../jobs/delivery.ts';
import { listIdsBefore, lockFiles, removeFiles } from './files.ts';

/** Which of these files one owner still needs. */
export type FileHolder = (ctx: Ctx, ids: readonly string[]) => Promise<readonly string[]>;

/** Longer than any form stays open: who uploads has attached by then, or begun a draft that holds the file. */
const unclaimedFor = { hours: 48 };
const atOnce = 1_000;

/** Takes away what was uploaded and never sent. The holder of most files is asked first: the others see what is left. */
export const fileSchedules = (holders: readonly FileHolder[]): readonly Schedule[] => [
  { name: 'platform.sweep-files', cron: '41 4 * * *', run: (ctx) => sweepFiles(ctx, holders) },
];

async function sweepFiles(ctx: Ctx, holders: readonly FileHolder[]): Promise<void> {
  let page = await listIdsBefore(ctx, ctx.now.subtract(unclaimedFor), undefined, atOnce);
  while (page.length > 0) {
    const unheld = await withoutHeld(ctx, holders, page);
    // Who attaches one of them at this moment holds its row until it is attached, so it is passed over; who comes later
    // waits for us and finds it gone. What was attached between the two questions is seen by the second.
    const locked = await lockFiles(ctx, unheld);
    await removeFiles(ctx, await withoutHeld(ctx, holders, locked));
    page = await listIdsBefore(ctx, ctx.now.subtract(unclaimedFor), page.at(-1), atOnce);
  }
}

async function withoutHeld(ctx: Ctx, holders: readonly FileHolder[], ids: readonly string[]): Promise<string[]> {
  let left = [...ids];
  for (const holder of holders) {
    if (left.length === 0) return left;
    const held = new Set(await holder(ctx, left));
    left = left.filter((id) => !held.has(id));
  }
  return left;
}

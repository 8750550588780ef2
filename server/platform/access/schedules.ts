import type { Schedule } from '../jobs/delivery.ts';
import { deleteBrowsersUnusedSince } from './browser-store.ts';
import { keptDays as browserKeptDays } from './browsers.ts';
import { deleteOld } from './session-store.ts';

const keptDays = 30;

export const accessSchedules: readonly Schedule[] = [
  {
    name: 'access.forget-old',
    cron: '17 3 * * *',
    async run(ctx) {
      await deleteOld(ctx, ctx.now.subtract({ hours: keptDays * 24 }));
      await deleteBrowsersUnusedSince(ctx, ctx.now.subtract({ hours: browserKeptDays * 24 }));
    },
  },
];

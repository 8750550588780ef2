import type { Schedule } from '../jobs/delivery.ts';
import { deleteOld } from './session-store.ts';

const keptDays = 30;

export const accessSchedules: readonly Schedule[] = [
  {
    name: 'access.forget-old',
    cron: '17 3 * * *',
    run: (ctx) => deleteOld(ctx, ctx.now.subtract({ hours: keptDays * 24 })),
  },
];

import type { Schedule } from '../../platform/jobs/delivery.ts';
import { clearDrafts } from './drafts.ts';

export const portalSchedules: readonly Schedule[] = [
  { name: 'portal.clear-drafts', cron: '17 * * * *', run: (ctx) => clearDrafts(ctx, 1_000) },
];

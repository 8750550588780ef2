import { migrate } from '../platform/database/migrate.ts';
import type { Settings } from '../platform/settings.ts';
import { withDatabase } from './open-database.ts';

export async function migrateCommand(settings: Settings): Promise<number> {
  const ran = await withDatabase(settings, ({ owner }) => migrate(owner));
  console.log(ran.length === 0 ? 'The database is up to date.' : `Brought up to date with ${ran.join(', ')}.`);
  return 0;
}

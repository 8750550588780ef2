import { joinEmbeddedPostgres } from '../platform/database/embedded.ts';
import type { Settings } from '../platform/settings.ts';

/** The database of these settings, for a command that may run beside a running Bedside. */
export async function withDatabase<T>(settings: Settings, use: (url: string) => Promise<T>): Promise<T> {
  if (settings.databaseUrl) return use(settings.databaseUrl);
  const embedded = await joinEmbeddedPostgres({ dataFolder: settings.dataFolder, log: console.error });
  try {
    return await use(embedded.url);
  } finally {
    await embedded.stop();
  }
}

import type { DatabaseUrls } from '../platform/database/connect.ts';
import { joinEmbeddedPostgres } from '../platform/database/embedded.ts';
import type { Settings } from '../platform/settings.ts';

/** The database of these settings, for a command that may run beside a running Bedside. */
export async function withDatabase<T>(settings: Settings, use: (urls: DatabaseUrls) => Promise<T>): Promise<T> {
  const { databaseUrl, appDatabaseUrl = databaseUrl } = settings;
  if (databaseUrl && appDatabaseUrl) return use({ owner: databaseUrl, app: appDatabaseUrl });
  const embedded = await joinEmbeddedPostgres({ dataFolder: settings.dataFolder, log: console.error });
  try {
    return await use({ owner: embedded.url, app: embedded.appUrl });
  } finally {
    await embedded.stop();
  }
}

import { rmSync } from 'node:fs';
import path from 'node:path';
import { unfinishedName } from '../platform/backup/file.ts';
import { takeBackup } from '../platform/backup/take.ts';
import { readSecretIfThere } from '../platform/secret.ts';
import type { Settings } from '../platform/settings.ts';
import { withDatabase } from './open-database.ts';
import { makeProgressBar } from './progress-bar.ts';
import { count, megabytes, seconds } from './say.ts';

/** `bedside backup FILE`: may run at any time; the one thing it waits for is a migration. */
export async function backupCommand(
  settings: Settings,
  given: string,
  { withoutSecret = false } = {},
): Promise<number> {
  const file = path.resolve(given);
  const secret = settings.secret ?? readSecretIfThere(settings.dataFolder);
  const began = performance.now();
  const bar = makeProgressBar(process.stderr);
  const forget = forgetWhenStopped(file);
  try {
    const taken = await withDatabase(settings, ({ owner }) =>
      takeBackup({
        ...{ url: owner, file, password: settings.backupPassword, secret, withoutSecret },
        settings: { BEDSIDE_ORIGIN: settings.origin, MAIL_DOMAIN: settings.mailDomain },
        onProgress: ({ table, done, of, bytes }) =>
          bar.show(() => ({ share: done / of, text: `${table}  ${megabytes(bytes)} read` })),
      }),
    );
    bar.end();
    console.log(
      `${file}: ${count(taken.rows)} rows of ${taken.tables} tables, ${megabytes(taken.sizeBytes)}, ${seconds(began)}.`,
    );
    console.log(`Content: ${taken.content}`);
    for (const line of guardLines(settings, secret !== undefined && !withoutSecret)) console.log(line);
    return 0;
  } finally {
    bar.end();
    forget();
  }
}

function guardLines(settings: Settings, holdsSecret: boolean): string[] {
  const sealed = settings.backupPassword !== undefined;
  return [
    holdsSecret
      ? 'The secret is in it: with this file alone Bedside can be brought back.'
      : 'The secret is NOT in it: keep data/secret (or BEDSIDE_SECRET) elsewhere, or second factors and reply addresses are lost.',
    sealed
      ? 'It is sealed with BEDSIDE_BACKUP_PASSWORD; nobody can open it without.'
      : 'It is NOT sealed: whoever has the file reads everything. BEDSIDE_BACKUP_PASSWORD seals it.',
  ];
}

/** A backup that is stopped leaves no half of what patients wrote lying about. */
function forgetWhenStopped(file: string): () => void {
  const stop = () => {
    rmSync(unfinishedName(file), { force: true });
    process.exit(130);
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, stop);
  return () => {
    for (const signal of signals) process.off(signal, stop);
  };
}

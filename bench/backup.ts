import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { openBackupFile } from '../server/platform/backup/file.ts';
import { readBackupHead, restoreBackup } from '../server/platform/backup/restore.ts';
import { takeBackup } from '../server/platform/backup/take.ts';
import { connectionOptions } from '../server/platform/database/connect.ts';
import { startEmbeddedPostgres } from '../server/platform/database/embedded.ts';
import { migrate } from '../server/platform/database/migrate.ts';
import type { Bench, Row } from './measure.ts';

const settings = { BEDSIDE_ORIGIN: 'http://localhost:8080', MAIL_DOMAIN: 'localhost' };

/** A backup of many messages and some attachments, and the whole way back: time, size, and memory that stays flat. */
export const bench: Bench = {
  name: 'backup',
  async run({ smoke }) {
    const folder = await mkdtemp(path.join(tmpdir(), 'bedside-bench-'));
    // Open to walk through, for the server runs under another account when we are root.
    await chmod(folder, 0o711);
    const rows: Row[] = [];
    try {
      for (const messages of smoke ? [200] : [20_000, 200_000]) rows.push(...(await measure(folder, messages)));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
    return rows;
  },
};

async function measure(folder: string, messages: number): Promise<Row[]> {
  const file = path.join(folder, `${messages}.backup`);
  const what = `${messages.toLocaleString('en-US').replaceAll(',', ' ')} messages`;
  const source = await startEmbeddedPostgres({ dataFolder: path.join(folder, `from-${messages}`) });
  try {
    await migrate(source.url);
    const databaseMb = await fill(source.url, messages);
    const start = performance.now();
    const taken = await takeBackup({ url: source.url, file, secret: randomBytes(32), settings });
    const takenIn = performance.now() - start;
    return [
      { what: `${what}: backup`, value: takenIn / 1000, unit: 's', note: `a database of ${databaseMb} MB` },
      { what: `${what}: its size`, value: taken.sizeBytes / 1_000_000, unit: 'MB', note: 'letters and attachments' },
      ...(await measureReturn(path.join(folder, `to-${messages}`), file, what)),
    ];
  } finally {
    await source.stop();
  }
}

async function measureReturn(dataFolder: string, file: string, what: string): Promise<Row[]> {
  const target = await startEmbeddedPostgres({ dataFolder });
  try {
    const start = performance.now();
    const backup = await openBackupFile(file, undefined);
    await restoreBackup(target.url, backup, await readBackupHead(backup));
    return [
      { what: `${what}: restore, with all comparing`, value: (performance.now() - start) / 1000, unit: 's' },
      {
        what: `${what}: most memory so far`,
        value: process.resourceUsage().maxRSS / 1024,
        unit: 'MB',
        aim: 'flat',
        note: 'of this process, without the server',
      },
    ];
  } finally {
    await target.stop();
  }
}

/** Letters of some 600 signs, and an attachment of 64 KB that does not pack for every 500; the size on the disk in MB. */
async function fill(url: string, messages: number): Promise<number> {
  const client = new pg.Client(connectionOptions(url, { asOwner: true, statementTimeoutMs: 0 }));
  await client.connect();
  try {
    await client.query(
      `insert into messaging.message (id, thread_id, direction, channel, author_kind, author_shown, purpose, subject, text, at)
       select gen_random_uuid(), gen_random_uuid(), 'out', 'portal', 'staff', 'Robin, front desk', 'answer', 'Your question',
         (select string_agg(md5(n || ' ' || word), ' ') from generate_series(1, 18) word), now()
       from generate_series(1, $1::int) n`,
      [messages],
    );
    await client.query(
      `with file as (
         insert into platform.file (id, name, media_type, size_bytes, sha256, created_at, created_by_kind)
         select gen_random_uuid(), 'letter.pdf', 'application/pdf', 65536, '\\x00', now(), 'system'
         from generate_series(1, $1::int) returning id)
       insert into platform.file_chunk (file_id, position, bytes)
       select id, 0, (select string_agg(gen_random_bytes(1024), '') from generate_series(1, 64) where id is not null) from file`,
      [Math.ceil(messages / 500)],
    );
    const { rows } = await client.query<{ mb: number }>(`select pg_database_size(current_database()) / 1000000 as mb`);
    return rows[0]?.mb ?? Number.NaN;
  } finally {
    await client.end();
  }
}

import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asTest, startTestApp, type TestApp } from '../../testing/app.ts';
import { makeEmptyDatabase, type TestDatabase } from '../../testing/database.ts';
import { makePerson } from '../../testing/make-person.ts';
import { contentsAt } from '../../testing/whole-database.ts';
import { storeFile } from '../files/files.ts';
import { openBackupFile, writeBackupFile } from './file.ts';
import { type Frame, frame, kinds } from './frames.ts';
import { readBackupHead, restoreBackup } from './restore.ts';
import { takeBackup } from './take.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'backup-'));
const password = 'a long password of a hospital';
const settings = { BEDSIDE_ORIGIN: 'http://localhost:8080', MAIL_DOMAIN: 'mail.bedside.test' };
let app: TestApp;
let empty: TestDatabase;
let good: Buffer;
let sealed: Buffer;
beforeAll(async () => {
  app = await startTestApp();
  empty = await makeEmptyDatabase();
  for (let n = 0; n < 20; n++) await makePerson(app);
  // Enough that it is sealed in several pieces, and does not pack well.
  const noise = createHash('shake256', { outputLength: 400_000 }).update('noise').digest();
  await app.act(asTest, (ctx) =>
    storeFile(ctx, { name: 'a.pdf', bytes: Buffer.concat([Buffer.from('%PDF-1.7\n'), noise]) }),
  );
  good = await take();
  sealed = await take(password);
}, 300_000);
afterAll(async () => {
  await app.stop();
  await empty.drop();
  rmSync(folder, { recursive: true, force: true });
});

let written = 0;
const newFile = () => path.join(folder, `${written++}.backup`);
async function take(withPassword?: string): Promise<Buffer> {
  const file = newFile();
  await takeBackup({ url: app.databaseUrl, file, password: withPassword, settings, secret: Buffer.alloc(32, 7) });
  return readFileSync(file);
}
function fileOf(bytes: Buffer): string {
  const file = newFile();
  writeFileSync(file, bytes);
  return file;
}

async function restore(bytes: Buffer, withPassword?: string, url = empty.url) {
  const backup = await openBackupFile(fileOf(bytes), withPassword);
  try {
    return await restoreBackup(url, backup, await readBackupHead(backup));
  } finally {
    await backup.frames.return();
  }
}

const whereNothingIs = new Map([['graphile_worker._private_jobs', '0 e3b0c44298fc1c14']]);

/** As somebody would who changes a file and its hash with it. */
const hashed = (body: Buffer) => Buffer.concat([body, createHash('sha256').update(body).digest()]);
const unhashed = (file: Buffer) => file.subarray(0, -32);

/** The same backup with other frames, written as we write it. */
async function rewritten(change: (it: Frame, table: string) => Frame | undefined): Promise<Buffer> {
  const file = newFile();
  const { frames } = await openBackupFile(fileOf(good), undefined);
  async function* changed() {
    let table = '';
    for await (const it of frames) {
      if (it.kind === kinds.table) table = JSON.parse(it.bytes.toString()).name;
      const other = change(it, table);
      if (other) yield* frame(other.kind, other.bytes);
    }
  }
  await writeBackupFile(file, undefined, changed());
  return readFileSync(file);
}
const inJson = (it: Frame, from: string, to: string): Frame => ({
  ...it,
  bytes: Buffer.from(it.bytes.toString().replaceAll(from, to)),
});

describe('before anything is written, a backup is refused', () => {
  const places = Array.from({ length: 24 }, (_, n) => n / 24);

  test('when one bit of it is another, wherever', async () => {
    for (const file of [good, sealed])
      for (const at of [0, 1, 15, 20, ...places.map((place) => Math.floor(place * file.length)), file.length - 1]) {
        const other = Buffer.from(file);
        other.writeUInt8(other.readUInt8(at) ^ 1, at);
        await expect(restore(other, password), `bit at ${at}`).rejects.toThrow(
          /damaged or incomplete|is no backup|newer version/,
        );
      }
  });

  test('when it was cut, wherever', async () => {
    for (const file of [good, sealed])
      for (const length of [0, 10, 40, ...places.map((place) => Math.floor(place * file.length)), file.length - 1])
        await expect(restore(file.subarray(0, length), password)).rejects.toThrow(/damaged or incomplete|is no backup/);
  });

  test('when the password is wrong or missing', async () => {
    await expect(restore(sealed, 'another long password')).rejects.toThrow(/BEDSIDE_BACKUP_PASSWORD does not open/);
    await expect(restore(sealed)).rejects.toThrow(/is sealed with a password: set BEDSIDE_BACKUP_PASSWORD/);
  });

  test('when it is something else, or not there', async () => {
    await expect(restore(Buffer.from('PGDMP and so on'))).rejects.toThrow(/is no backup of Bedside/);
    await expect(openBackupFile(path.join(folder, 'none'), undefined)).rejects.toThrow(/There is no/);
  });

  test('when a newer Bedside wrote it, in another form or with a migration that is not known', async () => {
    const form = Buffer.from(unhashed(good).toString('latin1').replace('"format":1', '"format":2'), 'latin1');
    await expect(restore(hashed(form))).rejects.toThrow(/newer version of Bedside/);
    const later = await rewritten((it) =>
      it.kind === kinds.head ? inJson(it, '0095-interop.sql', '9999-later.sql') : it,
    );
    await expect(restore(later)).rejects.toThrow(/with "9999-later\.sql", which this version does not know/);
    const other = await rewritten((it) => (it.kind === kinds.head ? inJson(it, '"checksum":"', '"checksum":"0') : it));
    await expect(restore(other)).rejects.toThrow(/not as Bedside writes it/);
  });

  test('and the database is as empty as it was', async () => {
    const client = new pg.Client(empty.url);
    await client.connect();
    const { rows } = await client.query(
      `select nspname from pg_namespace where nspname !~ '^pg_|^information_schema$'`,
    );
    await client.end();
    expect(rows).toEqual([{ nspname: 'public' }]);
  });
});

describe('when it turns out in the middle that it is not right, nothing is kept', () => {
  test.each<[string, RegExp, (it: Frame, table: string) => Frame | undefined]>([
    [
      'a row was changed',
      /did not come back as it was/,
      (it, table) => (it.kind === kinds.rows && table === 'platform.file' ? inJson(it, 'a.pdf', 'b.pdf') : it),
    ],
    [
      'rows are missing',
      /not as Bedside writes it/,
      (it, table) => (it.kind === kinds.rows && table === 'people.person' ? undefined : it),
    ],
    ['it ends too early', /not as Bedside writes it/, (it) => (it.kind === kinds.end ? undefined : it)],
    [
      'it brings a table of its own',
      /has no place for people\.stranger/,
      (it) => (it.kind === kinds.table ? inJson(it, '"people.person"', '"people.stranger"') : it),
    ],
    [
      'it brings a column of its own',
      /has no place for people\.person, stranger/,
      (it, table) => (it.kind === kinds.table && table === 'people.person' ? inJson(it, '"id"', '"stranger"') : it),
    ],
  ])(
    '%s',
    async (_what, sentence, change) => {
      await expect(restore(await rewritten(change))).rejects.toThrow(sentence);
      expect(await contentsAt(empty.url)).toEqual(
        new Map([...whereNothingIs, ['migration.applied', '0 e3b0c44298fc1c14']]),
      );
    },
    300_000,
  );

  test('a name without its person, though counts and hashes were made to fit', async () => {
    const none = { rows: 0, sha256: createHash('sha256').digest('hex') };
    const alone = await rewritten((it, table) => {
      if (it.kind === kinds.end) {
        const end = JSON.parse(it.bytes.toString());
        for (const one of end.tables) if (one.name === 'people.person') Object.assign(one, none);
        return { ...it, bytes: Buffer.from(JSON.stringify(end)) };
      }
      if (table !== 'people.person' || it.kind === kinds.table) return it;
      return it.kind === kinds.rows ? undefined : { ...it, bytes: Buffer.from(JSON.stringify(none)) };
    });
    await expect(restore(alone)).rejects.toThrow(/does not fit together \(PostgreSQL 23503\): nothing was kept/);
  }, 300_000);

  test('a sealed one in which pieces were swapped or left out, with a hash that was made to fit', async () => {
    const start = sealed.indexOf('\n', 15) + 1;
    const piece = 64 * 1024 + 16;
    const [head, first, second, rest] = [
      sealed.subarray(0, start),
      sealed.subarray(start, start + piece),
      sealed.subarray(start + piece, start + 2 * piece),
      unhashed(sealed).subarray(start + 2 * piece),
    ];
    for (const parts of [
      [second, first, rest],
      [first, rest],
      [first, second],
    ])
      await expect(restore(hashed(Buffer.concat([head, ...parts])), password)).rejects.toThrow(
        /does not open|no whole backup/,
      );
  }, 300_000);

  test('and a good one goes into that database afterwards', async () => {
    await restore(good);
    expect(await contentsAt(empty.url)).toEqual(await contentsAt(app.databaseUrl));
  }, 300_000);

  test('but never over something', async () => {
    const before = await contentsAt(app.databaseUrl);
    await expect(restore(good, undefined, app.databaseUrl)).rejects.toThrow(/something in this database already/);
    await expect(restore(good)).rejects.toThrow(/something in this database already/);
    expect(await contentsAt(app.databaseUrl)).toEqual(before);
  });
});

test('a backup that fails leaves no file, whole or half', async () => {
  const file = newFile();
  async function* breaking() {
    yield Buffer.from('some');
    throw new Error('The connection was lost.');
  }
  await expect(writeBackupFile(file, undefined, breaking())).rejects.toThrow('The connection was lost.');
  expect(existsSync(file)).toBe(false);
  expect(readdirSync(folder).filter((name) => name.includes('unfinished'))).toEqual([]);
  const nothing = await makeEmptyDatabase();
  await expect(takeBackup({ url: nothing.url, file, settings })).rejects.toThrow(/holds no Bedside/);
  await nothing.drop();
});

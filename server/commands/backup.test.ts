import { execFile } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../platform/database/embedded.ts';
import { migrate } from '../platform/database/migrate.ts';
import { readOrMakeSecret } from '../platform/secret.ts';

const program = fileURLToPath(new URL('../../bin/bedside.mjs', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'backup-'));
// Open to walk through, or the database of a test run by root would lie elsewhere and stay there.
chmodSync(folder, 0o711);
const [house, other] = [path.join(folder, 'house'), path.join(folder, 'other')];
const file = (name: string) => path.join(folder, `${name}.backup`);
const password = 'a long password of a hospital';

/** Stands for a running Bedside: its folder is held, and its database is there to be joined. */
let running: EmbeddedPostgres;
beforeAll(async () => {
  running = await startEmbeddedPostgres({ dataFolder: house });
  await migrate(running.url);
  readOrMakeSecret(house);
}, 300_000);
afterAll(async () => {
  await running.stop();
  rmSync(folder, { recursive: true, force: true });
});

function bedside(words: string[], env: Record<string, string> = {}): Promise<{ code: number; said: string }> {
  const { PATH, HOME } = process.env;
  return new Promise((resolve) =>
    execFile(
      process.execPath,
      [program, ...words],
      { env: { PATH, HOME, BEDSIDE_DATA: house, ...env } },
      (error, said, complained) => resolve({ code: error ? Number(error.code) : 0, said: said + complained }),
    ),
  );
}
const contentOf = (said: string) => /Content: ([0-9a-f]{64})/.exec(said)?.[1];

test('beside a running Bedside a backup is taken, and a restore over it refused', async () => {
  const taken = await bedside(['backup', file('first')]);
  expect(taken).toMatchObject({ code: 0, said: expect.stringContaining('The secret is in it') });
  expect(taken.said).toContain('It is NOT sealed');
  const again = await bedside(['backup', file('first')]);
  expect(again).toMatchObject({ code: 1, said: expect.stringMatching(/^.*first\.backup is already there; .*\n$/) });
  const over = await bedside(['restore', file('first')]);
  expect(over).toMatchObject({
    code: 1,
    said: expect.stringMatching(/^The database in .* is already in use by .*\n$/),
  });
}, 300_000);

test('it comes back into an empty folder with its secret, and never into one where something is', async () => {
  const taken = await bedside(['backup', file('sealed')], { BEDSIDE_BACKUP_PASSWORD: password });
  expect(taken.said).toContain('It is sealed with BEDSIDE_BACKUP_PASSWORD');
  const wrong = { BEDSIDE_DATA: other, BEDSIDE_BACKUP_PASSWORD: `${password}s` };
  expect(await bedside(['restore', file('sealed')], wrong)).toMatchObject({
    code: 1,
    said: expect.stringMatching(/^BEDSIDE_BACKUP_PASSWORD does not open .*\n$/),
  });
  expect(existsSync(other)).toBe(false);

  const right = { BEDSIDE_DATA: other, BEDSIDE_BACKUP_PASSWORD: password };
  const restored = await bedside(['restore', file('sealed')], right);
  expect(restored).toMatchObject({ code: 0, said: expect.stringContaining('the same as in the backup') });
  expect(contentOf(restored.said)).toBe(contentOf(taken.said));
  expect(contentOf(taken.said)).toBeTruthy();
  const secret = path.join(other, 'secret');
  expect(readFileSync(secret)).toEqual(readFileSync(path.join(house, 'secret')));
  expect(statSync(secret).mode & 0o777).toBe(0o600);
  expect(await bedside(['restore', file('sealed')], right)).toMatchObject({
    code: 1,
    said: expect.stringMatching(/^There is something in this database already.*\n$/),
  });
  expect(existsSync(secret)).toBe(true);
}, 300_000);

test('a drill restores, says what it found and leaves nothing; without the secret it says so', async () => {
  const taken = await bedside(['backup', file('without'), '--without-secret']);
  expect(taken.said).toContain('The secret is NOT in it');
  const before = readdirSync(house).toSorted();
  const drill = await bedside(['restore', file('without'), '--drill']);
  expect(drill.code, drill.said).toBe(0);
  expect(contentOf(drill.said)).toBe(contentOf(taken.said));
  expect(drill.said).toContain('The secret is NOT in this backup');
  expect(drill.said).toContain('This was a drill: nothing was kept.');
  expect(readdirSync(house).toSorted()).toEqual(before);
}, 300_000);

test('the secret that is there must be the one that belongs to it', async () => {
  const stranger = path.join(folder, 'stranger');
  readOrMakeSecret(stranger);
  const refused = await bedside(['restore', file('first')], { BEDSIDE_DATA: stranger });
  expect(refused).toMatchObject({
    code: 1,
    said: expect.stringMatching(/^The secret of this backup is another than .*\n$/),
  });
  expect(readdirSync(stranger)).toEqual(['secret']);
}, 300_000);

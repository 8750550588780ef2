import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readOrMakeSecret } from './secret.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'bedside-secret-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a secret is made once, for this account alone, and nothing else is left beside it', () => {
  const made = readOrMakeSecret(folder);
  expect(made).toHaveLength(32);
  expect(readOrMakeSecret(folder)).toEqual(made);
  expect(readdirSync(folder)).toEqual(['secret']);
  expect(statSync(path.join(folder, 'secret')).mode & 0o777).toBe(0o600);
});

test('two data folders have two secrets', () => {
  expect(readOrMakeSecret(path.join(folder, 'a'))).not.toEqual(readOrMakeSecret(path.join(folder, 'b')));
});

test('a damaged secret stops the start: a new one would void every link that was sent', () => {
  writeFileSync(path.join(folder, 'secret'), 'c2hvcnQ=\n');
  expect(() => readOrMakeSecret(folder)).toThrow(/bring it back from a backup/);
});

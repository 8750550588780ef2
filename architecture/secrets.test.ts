import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { findSecrets, harmless, readHistory } from './secrets.ts';
import { readFiles } from './tree.ts';

const files = readFiles(fileURLToPath(new URL('..', import.meta.url)));

// In pieces, or this file would be the first to be found.
const planted: Readonly<Record<string, string>> = {
  'a key of a cloud': `aws_secret_access_key = ${'wJalrXUtnFEMI/K7MDENG/'}${'bPxRfiCYzR7Qq9Lk0'}Z\naws_access_key_id=${'AKIA'}Q3EGRTYUIOPLKJHG\n`,
  'a private key': `${'-----BEGIN RSA'} PRIVATE KEY-----\n${'MIIEowIBAAKCAQEA'.repeat(12)}\n${'-----END RSA'} PRIVATE KEY-----\n`,
  'a token of a code host': `token: ${'ghp_'}${'wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0pINUx'}\n`,
  'a token of a chat': `${'xoxb-'}${'23984754863'}-${'2348975623103'}-${'8Zc1Kq0Vd3Rm7Xs5Yb2Nf4Lp'}\n`,
  'a database with its password': `DATABASE_URL=${'postgres'}://bedside:${'q7Vd3Rm8Xs'}@db.hospital.test:5432/bedside\n`,
};

describe('secrets', () => {
  it('are nowhere in the tree', async () => {
    const found = await Promise.all([...files].map(([file, text]) => findSecrets(file, text)));
    expect(found.flat()).toEqual([]);
  });

  it.each(Object.entries(planted))('%s is found, and not repeated', async (_name, text) => {
    const found = await findSecrets('server/planted.ts', `// first line\n${text}`);
    expect(found.length).toBeGreaterThan(0);
    expect(found.join()).toMatch(/^server\/planted\.ts:[23] secretlint-rule-/);
    for (const word of text.match(/[\w/+]{12,}/g) ?? []) if (/\d/.test(word)) expect(found.join()).not.toContain(word);
  });

  it('are looked for in every file but those that are named, and these still need it', async () => {
    for (const file of Object.keys(harmless)) {
      const text = files.get(file);
      expect(text, file).toBeDefined();
      expect((await findSecrets('elsewhere.ts', text ?? '')).length, file).toBeGreaterThan(0);
    }
  });

  it('are found in what was removed again, and in the words of a commit', async () => {
    const root = mkdtempSync(join(tmpdir(), 'bedside-history-'));
    onTestFinished(() => rmSync(root, { recursive: true }));
    const git = (...words: string[]) =>
      execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@bedside.test', ...words], { cwd: root });
    const commit = (text: string, words: string) => {
      writeFileSync(join(root, 'settings.env'), text);
      git('add', '.');
      git('commit', '-qm', words);
    };
    git('init', '-q');
    commit(planted['a private key'] ?? '', 'First');
    commit('# é, and nothing else\n', `Second ${planted['a token of a code host']}`);
    const found = [];
    for (const { file, text } of readHistory(root)) found.push(...(await findSecrets(file, text)));
    expect(found.map((one) => one.replace(/commit \w+/, 'commit').split(':')[0]).toSorted()).toEqual([
      'commit',
      'settings.env',
    ]);
  });
});

import { execFileSync } from 'node:child_process';
import { lintSource } from '@secretlint/core';
import { creator } from '@secretlint/secretlint-rule-preset-recommend';

/** Texts of tests that look like a key and open nothing, by where they are and why they may stay. */
export const harmless: Readonly<Record<string, string>> = {
  'server/modules/places/holidays.test.ts': 'an address with a password in it is what the test hands in',
  'server/platform/egress.test.ts': 'the same',
  'server/platform/mail/safe-html.test.ts': 'the same',
  'server/platform/settings.test.ts': 'settings with passwords that no server has',
};

const rules = [{ id: '@secretlint/secretlint-rule-preset-recommend', rule: creator }];

/** What in this text looks like somebody's password, token or private key: where and of which kind, never the thing itself. */
export async function findSecrets(file: string, text: string): Promise<string[]> {
  if (file in harmless || text.includes('\0')) return [];
  const { messages } = await lintSource({
    source: { filePath: file, content: text, contentType: 'text', ext: '' },
    options: { config: { rules }, maskSecrets: true, noPhysicFilePath: true },
  });
  return messages.map(
    ({ loc, ruleId, messageId }) => `${file}:${loc.start.line} ${ruleId.split('/').at(-1)}, ${messageId}`,
  );
}

export interface Kept {
  /** Where it stands or once stood; of a commit's own words, its id. */
  readonly file: string;
  readonly text: string;
}

const git = (root: string, words: readonly string[], input?: string): Buffer =>
  execFileSync('git', words, { cwd: root, maxBuffer: 2 ** 30, ...(input !== undefined && { input }) });

/** Every text that the repository ever held, once, and what was said with each commit: a key that was removed is still given away. */
export function* readHistory(root: string): Generator<Kept> {
  const named = git(root, ['rev-list', '--objects', '--all']).toString().trimEnd().split('\n');
  const files = new Map(named.map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)]));
  const ids = named.map((line) => line.split(' ')[0] ?? '');
  const all = git(root, ['cat-file', '--batch'], `${ids.join('\n')}\n`);
  for (let at = 0; at < all.length; ) {
    const end = all.indexOf('\n', at);
    const [id = '', kind, size] = all.toString('latin1', at, end).split(' ');
    const text = all.toString('utf8', end + 1, end + 1 + Number(size));
    at = end + 1 + Number(size) + 1;
    if (kind === 'blob') yield { file: files.get(id) ?? id, text };
    if (kind === 'commit') yield { file: `commit ${id.slice(0, 10)}`, text };
  }
}

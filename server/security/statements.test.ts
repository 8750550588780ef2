import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
/** All that concerns data before it is real; a statement that leaves this list left the checklist. */
const first = [
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 32, 33, 34, 35, 36, 37, 46, 47, 48],
  ...[51, 52, 53, 58, 59, 60, 61, 68, 69, 70, 71, 72, 73, 74, 82, 83],
];

const rows = read('docs/security-statements.md')
  .split('\n')
  .filter((line) => /^\| \d/.test(line))
  .map((line) => {
    const [, number = '', priority = '', short = '', state = '', tests = ''] = line
      .split(/(?<!\\)\|/)
      .map((it) => it.trim());
    const named =
      tests === '' ? [] : tests.split('<br>').map((one) => /^`([^`]+)`: (.+)$/.exec(one)?.slice(1) ?? [one, '']);
    return { number: Number(number), priority, short, state, named };
  });

test('every statement that must hold before real data comes in has its line, once', () => {
  expect(rows.filter((row) => row.priority === 'P0').map((row) => row.number)).toEqual(first);
  expect(new Set(rows.map((row) => row.number)).size).toBe(rows.length);
});

test.each(rows.map((row) => [`${row.number} ${row.short}`, row] as const))(
  '%s: what it says of itself is so',
  (_name, row) => {
    expect(row.state).toMatch(/^(tested|missing|does not concern what exists yet: )/);
    if (row.state.startsWith('tested')) expect(row.named.length).toBeGreaterThan(0);
    for (const [file = '', name = ''] of row.named) {
      expect(existsSync(new URL(`../../${file}`, import.meta.url)), file).toBe(true);
      // As the name of a test or of a group, however it is quoted.
      const quoted = [`'${name}'`, `"${name}"`, `\`${name}\``, `'${name.replaceAll("'", "\\'")}'`];
      expect(name !== '' && quoted.some((one) => read(file).includes(one)), `${file}: ${name}`).toBe(true);
    }
  },
);

import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { parseSync } from 'oxc-parser';
import { check } from 'recheck';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const files = globSync('server/**/*.{ts,tsx}', { cwd: root }).filter(
  (file) => !/\.test\.tsx?$|-for-tests\.ts$|^server\/testing\//.test(file),
);

interface Found {
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

/** Walks a syntax tree for regex literals, and for regexes made of text at run time. */
function regexesIn(file: string): { literals: Found[]; made: string[] } {
  const literals: Found[] = [];
  const made: string[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) {
      for (const one of node) visit(one);
      return;
    }
    if (node === null || typeof node !== 'object') return;
    const it = node as { type?: string; regex?: { pattern: string; flags: string }; callee?: { name?: string } };
    if (it.type === 'Literal' && it.regex) literals.push({ file, source: it.regex.pattern, flags: it.regex.flags });
    if ((it.type === 'NewExpression' || it.type === 'CallExpression') && it.callee?.name === 'RegExp') made.push(file);
    for (const one of Object.values(node)) visit(one);
  };
  const parsed = parseSync(file, readFileSync(`${root}${file}`, 'utf8'));
  if (parsed.errors.length > 0) throw new Error(`${file} cannot be parsed.`);
  visit(parsed.program);
  return { literals, made };
}

const all = files.map(regexesIn);
const literals = [
  ...new Map(all.flatMap((one) => one.literals).map((it) => [`${it.source}/${it.flags}`, it])).values(),
];

/** Made at run time: of words that we wrote ourselves, or of letters alone. */
const madeOfOurWords = ['server/portal/journeys/typed-fields.ts'];

/** What looks at text that is bounded far below 50,000 before it gets here; the bound, and where it is. */
const bounded: Readonly<Record<string, { readonly most: number; readonly why: string }>> = {
  '[^{}]*::-webkit-search-cancel-button\\{[^}]*\\}': { most: 1, why: 'our own style sheet, once, at the first start' },
  '\\(?[^( ]*\\/(server|bench)\\/': { most: 500, why: 'a frame of a stack, cut in errorLine' },
  '[.\\s]+$': { most: 2_000, why: 'a file name of a mail, cut in cleanFileName' },
  '^[.\\s]+|[.\\s]+$': { most: 1_000, why: 'the name of an upload, cut in safeFileName' },
  '^\\s*(.*?)\\s*<([^<>]+)>\\s*$': { most: 300, why: 'MAIL_FROM, a setting' },
  '[,;:]+$': { most: 200, why: 'the first word of a colleague’s name, which the shape of names bounds' },
  '\\s+\\S*$': { most: 79, why: 'the beginning of a question, cut in beginningOf' },
};

const longest = 50_000;
const mostMs = 200;

/**
 * Runs a regex in a thread of its own, and tells the time that this thread had of a processor: others may be busy. One
 * that does not come back is ended, and the test goes on.
 */
function timeOf({ source, flags }: Found, text: string): Promise<number> {
  const code = `const { workerData: { source, flags, text }, parentPort } = require('node:worker_threads');
    const regex = new RegExp(source, flags); const began = process.threadCpuUsage();
    regex.test(text); text.replace(regex, ''); const { user, system } = process.threadCpuUsage(began);
    parentPort.postMessage((user + system) / 2_000);`;
  const worker = new Worker(code, { eval: true, workerData: { source, flags, text } });
  return new Promise((resolve, reject) => {
    const tooLong = setTimeout(() => {
      resolve(Number.POSITIVE_INFINITY);
      void worker.terminate();
    }, 8_000);
    worker.once('message', (ms: number) => {
      clearTimeout(tooLong);
      resolve(ms);
      void worker.terminate();
    });
    worker.once('error', reject);
  });
}

/** The attack that was found, made as long as a request may be. */
function attackOf(attack: { pumps: { prefix: string; pump: string }[]; suffix: string }, length: number): string {
  const share = Math.floor(length / attack.pumps.length);
  const pumped = attack.pumps.map(
    ({ prefix, pump }) => prefix + pump.repeat(Math.floor(share / Math.max(1, pump.length))),
  );
  return pumped.join('') + attack.suffix;
}

async function slowness(it: Found, length = longest): Promise<string | undefined> {
  const result = await check(it.source, it.flags, { timeout: 5_000 });
  if (result.status === 'safe') return undefined;
  const texts =
    result.status === 'vulnerable'
      ? [attackOf(result.attack, length)]
      : ['a', ' ', '0', '<', '\n', '-', '.', '=?', 'a@', '\t ', '&#', '"'].map(
          (bit) => `${bit.repeat(length / bit.length)}\u0001`,
        );
  const times = [];
  for (const text of texts) times.push(await timeOf(it, text));
  const ms = Math.max(...times);
  return ms > mostMs ? `${it.file} /${it.source}/${it.flags} ${result.status} ${Math.round(ms)} ms` : undefined;
}

test('no regex of the server takes long for any text of 50,000 signs', async () => {
  expect(literals.length).toBeGreaterThan(100);
  const slow: string[] = [];
  for (const it of literals) {
    const found = await slowness(it, bounded[it.source]?.most ?? longest);
    if (found) slow.push(found);
  }
  expect(slow).toEqual([]);
}, 300_000);

test('a slow one is noticed, and so is one that never ends', async () => {
  expect(await slowness({ file: 'x', source: '^(a+)+$', flags: '' })).toMatch(/vulnerable/);
  expect(await slowness({ file: 'x', source: '\\s+$', flags: '' })).toMatch(/vulnerable/);
  expect(await slowness({ file: 'x', source: '^[a-z]{1,40}$', flags: '' })).toBeUndefined();
}, 60_000);

test('regexes that are made at run time are made of our own words only', () => {
  expect([...new Set(all.flatMap((one) => one.made))].sort()).toEqual([...madeOfOurWords].sort());
});

test('who bounds a text beforehand still has that regex', () => {
  const sources = new Set(literals.map((it) => it.source));
  expect(Object.keys(bounded).filter((source) => !sources.has(source))).toEqual([]);
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** File texts by path from the repository's root, with `/` between names. */
export type Files = ReadonlyMap<string, string>;

const folders = ['architecture', 'bench', 'bin', 'e2e', 'server', 'web'];
const ours = /\.(ts|tsx|mts|cts|js|mjs|cjs|sql|md)$/;
const made = new Set(['node_modules', 'dist', 'assets', 'fixtures', 'test-results']);

/** Every source text of ours. A guard that reads nothing would approve everything, so an empty tree is an error. */
export function readFiles(root: string): Files {
  const files = new Map<string, string>();
  const add = (path: string) => files.set(path, readFileSync(join(root, path), 'utf8'));
  const walk = (folder: string) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory() && !made.has(entry.name)) walk(path);
      if (entry.isFile() && ours.test(entry.name)) add(path);
    }
  };
  for (const entry of readdirSync(root, { withFileTypes: true })) {
    if (entry.isDirectory() && folders.includes(entry.name)) walk(entry.name);
    if (entry.isFile() && (/\.(ts|mjs)$/.test(entry.name) || entry.name === 'package.json')) add(entry.name);
  }
  if (![...files.keys()].some(isCode)) throw new Error(`no source files found under ${root}`);
  return files;
}

export function isCode(path: string): boolean {
  return /\.(tsx?|[mc]ts|[mc]?js)$/.test(path);
}

/** The same tree with some files added or replaced; nothing is written anywhere. */
export function withFiles(files: Files, added: Readonly<Record<string, string>>): Files {
  return new Map([...files, ...Object.entries(added)]);
}

/** Names the folders under `server/modules`, whether or not they have a floor. */
export function moduleNames(files: Files): string[] {
  const names = [...files.keys()].map((path) => /^server\/modules\/([^/]+)\//.exec(path)?.[1]);
  return [...new Set(names.filter((name) => name !== undefined))].sort();
}

const matchers = new Map<string, RegExp>();

/** `*` within a name, `**` across folders, `{a,b}` for either. */
export function matches(path: string, globs: readonly string[]): boolean {
  return globs.some((glob) => {
    let matcher = matchers.get(glob);
    if (!matcher) {
      const parts = glob.split(/(\*\*\/|\*\*|\*|\{|\}|,)/).map((part) => {
        if (part === '**/') return '(?:.*/)?';
        if (part === '**') return '.*';
        if (part === '*') return '[^/]*';
        if (part === '{') return '(?:';
        if (part === '}') return ')';
        if (part === ',') return '|';
        return part.replace(/[.+^$()|[\]\\?]/g, '\\$&');
      });
      matcher = new RegExp(`^${parts.join('')}$`);
      matchers.set(glob, matcher);
    }
    return matcher.test(path);
  });
}

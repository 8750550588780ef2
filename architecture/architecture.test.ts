import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { findBreaches, readTree } from './breaches.ts';
import { moduleFloors } from './floors.ts';
import { readFiles, withFiles } from './tree.ts';
import { permitted, violations } from './violations.ts';
import { walls } from './walls.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const files = readFiles(root);
const breachesWith = (added: Readonly<Record<string, string>>) =>
  findBreaches(readTree(root, withFiles(files, added)), walls);

const standing = breachesWith({});
const newBreaches = (added: Readonly<Record<string, string>>) =>
  breachesWith(added).filter((breach) => !standing.includes(breach));

describe('the walls', () => {
  it('stand: nothing in the tree goes through one', () => {
    const why = new Map(walls.map((wall) => [wall.name, wall.why]));
    expect(standing.map((breach) => `${breach} (${why.get(breach.split(':')[0] ?? '')})`)).toEqual([]);
  });

  it('have each a name of their own, and a violation that tries them', () => {
    expect(Object.keys(violations).sort()).toEqual(walls.map(({ name }) => name).sort());
    expect(Object.values(violations).filter((tries) => tries.length === 0)).toEqual([]);
  });

  const tries = Object.entries(violations).flatMap(([name, each]) =>
    each.map((planted, index) => ({ name, index, planted })),
  );
  it.each(tries)('$name complains of violation $index, and no other wall does', ({ name, planted }) => {
    const walls = newBreaches(planted).map((breach) => breach.split(':')[0]);
    expect(new Set(walls)).toEqual(new Set([name]));
  });

  it.each(Object.entries(permitted))('let through: %s', (_, planted) => {
    expect(newBreaches(planted)).toEqual([]);
  });

  it('put no module on two floors', () => {
    const names = moduleFloors.flat();
    expect(names).toEqual([...new Set(names)]);
  });

  it('miss a README that is not there', () => {
    const bare = new Map([['server/modules/people/index.ts', '']]);
    const breaches = findBreaches({ files: bare, imports: [] }, walls);
    expect(breaches).toEqual(['modules-have-a-readme: server/modules/people/README.md:1 is missing']);
  });
});

describe('reading the tree', () => {
  it('finds no files: an error, not a clean tree', () => {
    const empty = mkdtempSync(join(tmpdir(), 'bedside-empty-'));
    onTestFinished(() => rmSync(empty, { recursive: true }));
    expect(() => readFiles(empty)).toThrow('no source files');
    expect(() => readTree(root, new Map([['README.md', '']]))).toThrow('no source files');
  });

  it.each([
    "import './nowhere.ts';",
    "import type { Planted } from '../nowhere/index.ts';",
    "export * from './nowhere.ts';",
    "export const later = () => import('./nowhere.ts');",
    "export type Planted = import('./nowhere.ts').Planted;",
    "import planted from 'a-package-that-is-not-installed';",
  ])('an import that leads nowhere is an error: %s', (text) => {
    expect(() => breachesWith({ 'server/platform/planted.ts': text })).toThrow(
      /server\/platform\/planted\.ts:1 imports .* leads nowhere/,
    );
  });

  it('a file that cannot be parsed is an error', () => {
    expect(() => breachesWith({ 'server/platform/planted.ts': 'import {' })).toThrow(
      'server/platform/planted.ts cannot be read',
    );
  });

  it('sees every way to import, in its line, and which of them load nothing', () => {
    const text = [
      "/* 😀 */ const words = \"import('./x.ts')\"; // import './y.ts'",
      "import type { A } from './a.ts';",
      "import { type B } from './b.ts';",
      "import './c.css?inline';",
      "export * as d from './d.ts';",
      "export type { E } from './e.ts';",
      'export const f = () => import(`./f.ts`);',
      "export type G = typeof import('./g.ts');",
      "import fs from 'fs';",
    ];
    const names = ['a.ts', 'b.ts', 'c.css', 'd.ts', 'e.ts', 'f.ts', 'g.ts'];
    const tree = new Map([['web/planted.ts', text.join('\n')], ...names.map((name) => [`web/${name}`, ''] as const)]);
    const { imports } = readTree(root, tree);
    expect(imports.map(({ line, to, typeOnly }) => [line, to, typeOnly])).toEqual([
      [2, 'web/a.ts', true],
      [3, 'web/b.ts', false],
      [4, 'web/c.css', false],
      [5, 'web/d.ts', false],
      [6, 'web/e.ts', true],
      [7, 'web/f.ts', false],
      [8, 'web/g.ts', true],
      [9, 'node:fs', false],
    ]);
  });
});

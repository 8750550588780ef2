import { type Import, readImports } from './imports.ts';
import { readSource, type Source } from './source.ts';
import { type Files, isCode, matches } from './tree.ts';

export interface Tree {
  readonly files: Files;
  readonly imports: readonly Import[];
}

export interface Finding {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/** Globs, or a question about a path; for `to`, the importing file is told too. */
export type Where = readonly string[] | ((path: string, from: string) => boolean);

interface Named {
  readonly name: string;
  readonly why: string;
}

/** An import may not lead from here to there. */
interface ImportWall extends Named {
  readonly from: Where;
  readonly to: Where;
  readonly except?: Where;
}

/** A text may not be written here. */
export interface SourceWall extends Named {
  readonly in: Where;
  readonly except?: Where;
  readonly find: (source: Source, path: string, tree: Tree) => readonly Omit<Finding, 'file'>[];
}

/** A rule over several files, or over files that are not code. */
interface TreeWall extends Named {
  readonly check: (tree: Tree) => readonly Finding[];
}

export type Wall = ImportWall | SourceWall | TreeWall;

export function readTree(root: string, files: Files): Tree {
  return { files, imports: readImports(root, files) };
}

/** One line per breach, beginning with the wall's name. */
export function findBreaches(tree: Tree, walls: readonly Wall[]): string[] {
  return walls.flatMap((wall) =>
    findingsOf(wall, tree).map(({ file, line, text }) => `${wall.name}: ${file}:${line} ${text}`),
  );
}

function findingsOf(wall: Wall, tree: Tree): readonly Finding[] {
  if ('check' in wall) return wall.check(tree);
  const excepted = (path: string) => wall.except !== undefined && at(wall.except, path, path);
  if ('find' in wall) {
    return [...tree.files].flatMap(([file, text]) => {
      if (!isCode(file) || !at(wall.in, file, file) || excepted(file)) return [];
      return wall.find(readSource(file, text), file, tree).map((found) => ({ file, ...found }));
    });
  }
  return tree.imports
    .filter(({ from, to }) => at(wall.from, from, from) && at(wall.to, to, from) && !excepted(from))
    .map(({ from, line, to }) => ({ file: from, line, text: `imports ${to}` }));
}

function at(where: Where, path: string, from: string): boolean {
  return typeof where === 'function' ? where(path, from) : matches(path, where);
}

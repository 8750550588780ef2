import { builtinModules } from 'node:module';
import { join, posix, relative, sep } from 'node:path';
import { ResolverFactory } from 'oxc-resolver';
import { readSource } from './source.ts';
import { type Files, isCode } from './tree.ts';

export interface Import {
  readonly from: string;
  readonly line: number;
  /** A path from the repository's root, `node:…`, or `npm:` and the package's name. */
  readonly to: string;
  readonly typeOnly: boolean;
}

const builtins = new Set(builtinModules.map((name) => name.split('/')[0]));
const resolver = new ResolverFactory({
  extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
  conditionNames: ['node', 'import', 'default', 'types'],
});
const resolved = new Map<string, string | undefined>();

/**
 * Every import of every file: static, lazy, re-exported and type-only.
 * Throws when there is no file to read and when an import leads nowhere: both would look like a clean tree.
 */
export function readImports(root: string, files: Files): Import[] {
  const paths = [...files.keys()].filter(isCode);
  if (paths.length === 0) throw new Error('no source files to read imports from');
  const lost: string[] = [];
  const imports = paths.flatMap((from) =>
    readSource(from, files.get(from) ?? '').requests.flatMap(({ specifier, line, typeOnly }) => {
      const to = target(root, files, from, specifier);
      if (to === undefined) lost.push(`${from}:${line} imports '${specifier}', which leads nowhere`);
      return to === undefined ? [] : [{ from, line, to, typeOnly }];
    }),
  );
  if (lost.length > 0) throw new Error(lost.join('\n'));
  return imports;
}

function target(root: string, files: Files, from: string, specifier: string): string | undefined {
  const bare = specifier.replace(/\?.*$/, '');
  if (/^\.\.?(\/|$)/.test(bare)) {
    const path = posix.join(posix.dirname(from), bare);
    // A file that only this copy of the tree has is not on the disk where the resolver would look.
    return files.has(path) ? path : onDisk(root, posix.dirname(from), bare);
  }
  if (bare.startsWith('node:')) return bare;
  const name = bare.split('/', bare.startsWith('@') ? 2 : 1).join('/');
  if (builtins.has(name)) return `node:${bare}`;
  const path = onDisk(root, '.', bare);
  if (path === undefined) return undefined;
  return /(^|\/)node_modules\//.test(path) ? `npm:${name}` : path;
}

function onDisk(root: string, folder: string, specifier: string): string | undefined {
  const key = `${root}\0${folder}\0${specifier}`;
  if (!resolved.has(key)) {
    const at = join(root, folder);
    const path = resolver.sync(at, specifier).path ?? resolver.resolveDtsSync(join(at, 'any.ts'), specifier).path;
    resolved.set(key, path === undefined ? undefined : relative(root, path).split(sep).join('/'));
  }
  return resolved.get(key);
}

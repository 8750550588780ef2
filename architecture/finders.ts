import type { Finding, SourceWall, Tree } from './breaches.ts';
import { floorOfSchema, placeOf } from './floors.ts';
import { readStatements, references, schemaDefined } from './migrations.ts';
import { isCode, matches, moduleNames } from './tree.ts';

type Find = SourceWall['find'];

/** Finds a pattern in code, not in comments, strings or regular expressions. */
export const inCode = (...patterns: readonly RegExp[]): Find => {
  return (source) => patterns.flatMap((pattern) => found(source.code, pattern));
};

/** Finds a pattern in code and strings, not in comments. */
export const inText = (...patterns: readonly RegExp[]): Find => {
  return (source) => patterns.flatMap((pattern) => found(source.uncommented, pattern));
};

export const either = (...finds: readonly Find[]): Find => {
  return (source, path, tree) => finds.flatMap((find) => find(source, path, tree));
};

const known = new Map<string, Map<string, Omit<Finding, 'file'>[]>>();

/** Remembered by text: most files stay as they are from one planted violation to the next. */
function found(text: string, pattern: RegExp): Omit<Finding, 'file'>[] {
  const ofPattern = known.getOrInsertComputed(String(pattern), () => new Map());
  return ofPattern.getOrInsertComputed(text, () =>
    [...text.matchAll(new RegExp(pattern, `${pattern.flags}g`))].map((match) => ({
      line: text.slice(0, match.index).split('\n').length,
      text: match[0].replace(/\s+/g, ' ').trim(),
    })),
  );
}

export const unreadableImports: Find = (source) => source.unreadable;

const foundations = ['platform', 'graphile_worker'];

/** Names `schema.table` of another owner. Names of events hold a hyphen and are no tables. */
export const schemasOfOthers: Find = (source, path, { files }) => {
  const place = placeOf(path);
  const own = place?.name === 'platform' ? foundations : [place?.name];
  const others = [...moduleNames(files), ...foundations].filter((schema) => !own.includes(schema));
  // Most files name nobody: the quick look is remembered, and only what it finds is read string by string.
  const quick = new RegExp(`\\b(${others.join('|')})(["'\`]|\\.)`);
  if (found(source.uncommented, quick).length === 0) return [];
  const named = new RegExp(`(?<![\\w@/.-])"?(${others.join('|')})"?\\."?(\\w+|\\$)(?![\\w-]*-)`, 'g');
  const built = new RegExp(`\\b(?:withSchema|id|table|ref)\\(\\s*['"\`](${others.join('|')})['"\`]`);
  const published = (schema: string, name: string) =>
    name.startsWith('published_') && (floorOfSchema(schema) ?? Number.NaN) < (place?.floor ?? 0);
  return [
    ...source.strings.flatMap(({ line, text }) =>
      [...text.matchAll(named)]
        .filter(([, schema = '', name = '']) => !published(schema, name))
        .map(([, schema, name]) => ({ line, text: `names ${schema}.${name}` })),
    ),
    ...found(source.uncommented, built),
  ];
};

/** A foreign key of a migration may point into its own schema or to a lower floor. */
export function foreignKeysUp({ files }: Tree): Finding[] {
  return statements(files).flatMap(({ file, statement }) => {
    const schema = schemaDefined(statement, 'table');
    if (schema === undefined) return [];
    const floor = floorOfSchema(schema);
    return references(statement).flatMap((target) => {
      const targetFloor = floorOfSchema(target.schema);
      if (floor !== undefined && targetFloor !== undefined && (target.schema === schema || targetFloor < floor))
        return [];
      const text = `a table of '${schema}' references ${target.schema}.${target.table}`;
      return [{ file, line: statement.line, text }];
    });
  });
}

/** A view or function of a migration reads its own schema, calls the platform's functions, or reads what a lower owner publishes. */
export function viewsOverOthers({ files }: Tree): Finding[] {
  const schemas = [...moduleNames(files), ...foundations];
  return statements(files).flatMap(({ file, statement }) => {
    const schema = schemaDefined(statement, 'view or function');
    if (schema === undefined) return [];
    const named = statement.text.matchAll(
      new RegExp(`(?<![\\w.'])"?(${schemas.join('|')})"?\\."?(\\w+)"?(\\s*\\()?`, 'g'),
    );
    return [...named].flatMap(([, owner = '', name = '', call]) => {
      const lower = (floorOfSchema(owner) ?? Number.NaN) < (floorOfSchema(schema) ?? Number.NaN);
      if (owner === schema || (lower && name.startsWith('published_'))) return [];
      if (schema === 'platform' && owner === 'graphile_worker') return [];
      if (owner === 'platform' && call) return [];
      return [{ file, line: statement.line, text: `something of '${schema}' names ${owner}.${name}` }];
    });
  });
}

function statements(files: Tree['files']) {
  return [...files].flatMap(([file, sql]) =>
    matches(file, ['server/migrations/*.sql']) ? readStatements(sql).map((statement) => ({ file, statement })) : [],
  );
}

/** Follows imports that remain when the program runs, and tells by which way a file gets to something forbidden. */
export function reaching(from: readonly string[], forbidden: readonly string[]): (tree: Tree) => Finding[] {
  return (tree) => {
    const runtime = tree.imports.filter(({ typeOnly }) => !typeOnly);
    const edges = Map.groupBy(runtime, ({ from }) => from);
    const direct = tree.imports
      .filter((each) => each.typeOnly && matches(each.from, from) && matches(each.to, forbidden))
      .map((each) => ({ file: each.from, line: each.line, text: `imports ${each.to}` }));
    const reached = [...tree.files.keys()]
      .filter((file) => matches(file, from) && !file.includes('.test.'))
      .flatMap((file) => {
        const ways = new Map([[file, file]]);
        const findings: Finding[] = [];
        for (const [at, way] of ways) {
          for (const { to, line } of edges.get(at) ?? []) {
            if (ways.has(to)) continue;
            ways.set(to, `${way} > ${to}`);
            if (matches(to, forbidden)) findings.push({ file, line: at === file ? line : 1, text: `${way} > ${to}` });
          }
        }
        return findings;
      });
    return [...direct, ...reached];
  };
}

/** Every group of files that import each other in a circle, types included (Tarjan's strongly connected components). */
export function loops({ imports }: Tree): Finding[] {
  const edges = Map.groupBy(imports, ({ from }) => from);
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const found: Finding[] = [];
  const visit = (file: string) => {
    index.set(file, index.size);
    low.set(file, index.size - 1);
    stack.push(file);
    for (const { to } of edges.get(file) ?? []) {
      if (!index.has(to)) visit(to);
      if (stack.includes(to)) low.set(file, Math.min(low.get(file) ?? 0, low.get(to) ?? 0));
    }
    if (low.get(file) !== index.get(file)) return;
    const circle = stack.splice(stack.indexOf(file));
    const selfish = edges.get(file)?.some(({ to }) => to === file);
    if (circle.length > 1 || selfish)
      found.push({ file, line: 1, text: `is in a circle: ${circle.sort().join(', ')}` });
  };
  for (const file of edges.keys()) if (!index.has(file)) visit(file);
  return found;
}

/** Packages that are not declared in package.json, or are missing where development packages are not installed. */
export function undeclaredPackages(development: readonly string[]): (tree: Tree) => Finding[] {
  return ({ files, imports }) => {
    const manifest = JSON.parse(files.get('package.json') ?? '{}') as Record<string, Record<string, string>>;
    const shipped = new Set(Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies }));
    const declared = new Set([...shipped, ...Object.keys(manifest.devDependencies ?? {})]);
    return imports.flatMap(({ from, line, to, typeOnly }) => {
      if (!to.startsWith('npm:')) return [];
      const name = to.slice('npm:'.length);
      const types = `@types/${name.replace(/^@(.+)\//, '$1__')}`;
      const allowed =
        typeOnly || matches(from, development)
          ? declared.has(name) || (typeOnly && declared.has(types))
          : shipped.has(name);
      return allowed ? [] : [{ file: from, line, text: `imports ${name}` }];
    });
  };
}

/** Files longer than they may be; an exception that is no longer needed is found too. */
export function longerThan(most: number, exceptions: Readonly<Record<string, string>>): (tree: Tree) => Finding[] {
  return ({ files }) => {
    const lengths = [...files]
      .filter(([path]) => isCode(path) || path.endsWith('.sql'))
      .map(([file, text]) => ({ file, lines: text.trimEnd().split('\n').length }));
    const long = lengths.filter(({ lines }) => lines > most);
    const stale = Object.keys(exceptions).filter((path) => !long.some(({ file }) => file === path));
    return [
      ...long
        .filter(({ file }) => !(file in exceptions))
        .map(({ file, lines }) => ({ file, line: lines, text: `has ${lines} lines` })),
      ...stale.map((file) => ({ file, line: 1, text: 'needs its exception no longer' })),
    ];
  };
}

export function readmes(most: number): (tree: Tree) => Finding[] {
  return ({ files }) =>
    moduleNames(files).flatMap((name) => {
      const file = `server/modules/${name}/README.md`;
      const text = files.get(file);
      if (text === undefined) return [{ file, line: 1, text: 'is missing' }];
      const lines = text.trimEnd().split('\n').length;
      return lines > most ? [{ file, line: lines, text: `has ${lines} lines` }] : [];
    });
}

export function modulesWithoutFloor(floors: readonly (readonly string[])[]): (tree: Tree) => Finding[] {
  return ({ files }) =>
    moduleNames(files).flatMap((name) => {
      const count = floors.flat().filter((each) => each === name).length;
      return count === 1 ? [] : [{ file: `server/modules/${name}`, line: 1, text: `is on ${count} floors` }];
    });
}

/** Code of the server that is on no floor, and of the browser that is in none of its folders. */
export function withoutPlace({ files }: Tree): Finding[] {
  const elsewhere = [
    'server/modules/**',
    'server/testing/**',
    'server/security/**',
    'server/*.test.ts',
    'web/{ui,lib,staff}/**',
    'web/*',
  ];
  return [...files.keys()]
    .filter((file) => isCode(file) && matches(file, ['server/**', 'web/**']))
    .filter((file) => placeOf(file) === undefined && !matches(file, elsewhere))
    .map((file) => ({ file, line: 1, text: 'is on no floor' }));
}

export function namesOf(forbidden: readonly string[]): (tree: Tree) => Finding[] {
  return ({ files }) =>
    [...files.keys()].flatMap((file) => {
      const bad = file.split('/').find((name) => forbidden.includes(name.replace(/(\.test|\.d)?\.\w+$/, '')));
      return bad ? [{ file, line: 1, text: `is called ${bad}` }] : [];
    });
}

import type { Finding, Tree } from './breaches.ts';
import { childrenOf, isNode, lineFinder, literalText, type Node, parseProgram } from './source.ts';
import { isCode, matches } from './tree.ts';

/** A place where text becomes SQL on purpose, by the file and how it begins; why it can hold nothing foreign. */
export interface Reviewed {
  readonly file: string;
  readonly text: string;
  readonly why: string;
}

const calls = 'CallExpression';
/** Of the `sql` tag: what these are handed stands in the statement as it is. */
const verbatim = new Set(['raw', 'lit', 'id', 'ref', 'table']);
/** They take a whole statement, or a name that is quoted but chosen by whoever wrote it. */
const takesStatement = new Set(['query', 'raw']);
const takesName =
  /^(selectFrom|insertInto|updateTable|deleteFrom|mergeInto|(inner|left|right|full)Join|orderBy|groupBy|withSchema)$/;

/** SQL that is put together from text (a value goes in by `${}` of the `sql` tag, which binds it), and reviews that nothing needs any more. */
export function sqlFromText(where: readonly string[], except: readonly string[], reviewed: readonly Reviewed[]) {
  return ({ files }: Tree): Finding[] => {
    const found = [...files]
      .filter(([file]) => isCode(file) && matches(file, where) && !matches(file, except))
      .flatMap(([file, text]) => findIn(file, text).map((it) => ({ file, ...it })));
    const isOf = (it: Reviewed, one: Finding) => it.file === one.file && one.text.startsWith(it.text);
    const stale = reviewed.filter((it) => files.has(it.file) && !found.some((one) => isOf(it, one)));
    return [
      ...found.filter((one) => !reviewed.some((it) => isOf(it, one))),
      ...stale.map(({ file, text }) => ({ file, line: 1, text: `needs its review no longer: ${text}` })),
    ];
  };
}

type Found = Omit<Finding, 'file'>;
const known = new Map<string, readonly Found[]>();

/** Remembered by text, as most files stay the same from one planted violation to the next. */
function findIn(file: string, text: string): readonly Found[] {
  if (!/\bsql\b|\bkysely\b|\.\s*(query|raw)\b/i.test(text)) return [];
  return known.getOrInsertComputed(`${file}\n${text}`, () => search(file, text));
}

function search(file: string, text: string): Found[] {
  const lineAt = lineFinder(text);
  const found: Found[] = [];
  const visit = (node: Node, parent: Node | undefined) => {
    if (isFromText(node, parent)) {
      const words = text.slice(node.start, node.end).replace(/\s+/g, ' ');
      found.push({ line: lineAt(node.start), text: words.slice(0, 80) });
    } else for (const child of childrenOf(node)) visit(child, node);
  };
  visit(parseProgram(file, text), undefined);
  return found;
}

function isFromText(node: Node, parent: Node | undefined): boolean {
  if (node.type === 'ImportSpecifier') return nameOf(node.imported) === 'sql' && nameOf(node.local) !== 'sql';
  if (isVerbatim(node)) return !(parent?.type === calls && parent.callee === node);
  if (node.type !== calls) return false;
  const [first] = node.arguments as readonly Node[];
  const callee = isNode(node.callee) ? node.callee : undefined;
  if (isVerbatim(callee)) return (node.arguments as readonly Node[]).some((one) => literalText(one) === undefined);
  // Called, not as a tag: the text is an argument.
  if (callee && nameOf(callee) === 'sql') return true;
  const verb = callee?.type === 'MemberExpression' ? nameOf(callee.property) : undefined;
  if (verb === undefined || first === undefined) return false;
  if (takesStatement.has(verb)) return literalText(first) === undefined;
  return takesName.test(verb) && isJoined(first);
}

const isVerbatim = (node: Node | undefined): boolean =>
  node?.type === 'MemberExpression' && nameOf(node.object) === 'sql' && verbatim.has(nameOf(node.property) ?? '?');

const isJoined = (node: Node): boolean =>
  node.type === 'BinaryExpression' || (node.type === 'TemplateLiteral' && literalText(node) === undefined);

function nameOf(value: unknown): string | undefined {
  if (!isNode(value)) return undefined;
  if (value.type === 'Literal') return literalText(value);
  return typeof value.name === 'string' ? value.name : undefined;
}

import { parseSync } from 'oxc-parser';

export interface Request {
  readonly specifier: string;
  readonly line: number;
  /** Gone when the types are stripped. `import { type X }` is not: it still loads the file. */
  readonly typeOnly: boolean;
}

export interface Source {
  readonly requests: readonly Request[];
  /** Imports whose target cannot be read from the text, by which any wall could be walked around. */
  readonly unreadable: readonly { readonly line: number; readonly text: string }[];
  /** String and template texts; `$` stands for each expression in a template. */
  readonly strings: readonly { readonly line: number; readonly text: string }[];
  /** The text with comments blanked, every character in its place. */
  readonly uncommented: string;
  /** The text with comments, strings and regular expressions blanked, every character in its place. */
  readonly code: string;
}

const seen = new Map<string, { text: string; source: Source }>();

/** Reads one file with a real parser. A file that does not parse is an error: what cannot be read cannot be guarded. */
export function readSource(path: string, text: string): Source {
  const known = seen.get(path);
  if (known?.text === text) return known.source;
  const source = parse(path, text);
  seen.set(path, { text, source });
  return source;
}

export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

function parseFile(path: string, text: string) {
  const { program, comments, errors } = parseSync(path, text, { sourceType: 'module' });
  const error = errors[0];
  if (error) throw new Error(`${path} cannot be read: ${error.message}`);
  return { program: program as unknown as Node, comments };
}

/** The whole file as a tree, for what a wall cannot tell from its text. */
export const parseProgram = (path: string, text: string): Node => parseFile(path, text).program;

function parse(path: string, text: string): Source {
  const { program, comments } = parseFile(path, text);

  const lineAt = lineFinder(text);
  const requests: Request[] = [];
  const unreadable: { line: number; text: string }[] = [];
  const strings: { line: number; text: string }[] = [];
  const quoted: { start: number; end: number }[] = [];

  const request = (node: Node, target: unknown, typeOnly: boolean) => {
    const specifier = isNode(target) ? literalText(target) : undefined;
    const line = lineAt(node.start);
    if (specifier === undefined) unreadable.push({ line, text: text.slice(node.start, node.end).slice(0, 80) });
    else requests.push({ specifier, line, typeOnly });
  };
  const visit = (node: Node) => {
    switch (node.type) {
      case 'ImportDeclaration':
        request(node, node.source, node.importKind === 'type');
        break;
      case 'ExportAllDeclaration':
      case 'ExportNamedDeclaration':
        if (node.source) request(node, node.source, node.exportKind === 'type');
        break;
      case 'ImportExpression':
        request(node, node.source, false);
        break;
      case 'TSImportType':
        request(node, node.source, true);
        break;
      case 'TSImportEqualsDeclaration':
        if (isNode(node.moduleReference) && node.moduleReference.type === 'TSExternalModuleReference') {
          unreadable.push({ line: lineAt(node.start), text: text.slice(node.start, node.end) });
        }
        break;
      case 'Literal':
        if (typeof node.value === 'string') strings.push({ line: lineAt(node.start), text: node.value });
        if (typeof node.value === 'string' || 'regex' in node) quoted.push(node);
        break;
      case 'TemplateLiteral':
        strings.push({ line: lineAt(node.start), text: templateText(node) });
        break;
      case 'TemplateElement':
      case 'JSXText':
        quoted.push(node);
        break;
    }
    for (const child of childrenOf(node)) visit(child);
  };
  visit(program);

  const uncommented = blank(text, comments);
  return { requests, unreadable, strings, uncommented, code: blank(uncommented, quoted) };
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
}

export function* childrenOf(node: Node): Generator<Node> {
  for (const value of Object.values(node)) {
    if (isNode(value)) yield value;
    else if (Array.isArray(value)) for (const item of value) if (isNode(item)) yield item;
  }
}

export function literalText(node: Node): string | undefined {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type === 'TemplateLiteral' && (node.expressions as unknown[]).length === 0) return templateText(node);
  return undefined;
}

function templateText(node: Node): string {
  return (node.quasis as { value: { raw: string } }[]).map((quasi) => quasi.value.raw).join('$');
}

function blank(text: string, spans: readonly { start: number; end: number }[]): string {
  let result = '';
  let at = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    result += text.slice(at, start) + text.slice(start, end).replace(/[^\n]/g, ' ');
    at = end;
  }
  return result + text.slice(at);
}

export function lineFinder(text: string): (offset: number) => number {
  const ends: number[] = [];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) ends.push(at);
  return (offset) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
}

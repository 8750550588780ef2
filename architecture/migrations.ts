export interface Statement {
  readonly line: number;
  /** Comments are blanked everywhere; strings and function bodies only in `outline`. */
  readonly text: string;
  readonly outline: string;
}

const skipped = /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|\$(\w*)\$[\s\S]*?\$\1\$/g;
const blank = (text: string) => text.replace(/[^\n]/g, ' ');

/** Splits a migration at the semicolons that end its statements. */
export function readStatements(sql: string): Statement[] {
  const text = sql.replace(skipped, (part) => (/^(--|\/\*)/.test(part) ? blank(part) : part));
  const outline = sql.replace(skipped, blank);
  const statements: Statement[] = [];
  let start = 0;
  for (let end = outline.indexOf(';'); start < outline.length; end = outline.indexOf(';', start)) {
    const until = end < 0 ? outline.length : end + 1;
    const first = start + (outline.slice(start, until).match(/^\s*/)?.[0].length ?? 0);
    if (first < until) {
      const line = sql.slice(0, first).split('\n').length;
      statements.push({ line, text: text.slice(first, until), outline: outline.slice(first, until) });
    }
    start = until;
  }
  return statements;
}

/** The schema a statement defines something in; undefined for other statements, `''` when none is named. */
export function schemaDefined({ outline }: Statement, what: 'table' | 'view or function'): string | undefined {
  const opening =
    what === 'table'
      ? /^(?:create\s+(?:unlogged\s+)?table\s+(?:if\s+not\s+exists\s+)?|alter\s+table\s+(?:if\s+exists\s+)?(?:only\s+)?)"?(\w+)"?(\s*\.)?/i
      : /^create\s+(?:or\s+replace\s+)?(?:materialized\s+)?(?:view|function|procedure)\s+(?:if\s+not\s+exists\s+)?"?(\w+)"?(\s*\.)?/i;
  const found = opening.exec(outline);
  if (!found) return undefined;
  return found[2] ? found[1] : '';
}

/** What foreign keys point to; the schema is `''` when none is named. */
export function references({ outline }: Statement): { schema: string; table: string }[] {
  return [...outline.matchAll(/\breferences\s+"?(\w+)"?(?:\s*\.\s*"?(\w+)"?)?/gi)].map(([, first = '', second]) =>
    second ? { schema: first, table: second } : { schema: '', table: first },
  );
}

// Mail brings any byte. PostgreSQL refuses NUL and lone surrogates; a terminal obeys escape characters; and a person
// reads "exe.fdp" as a document when a right-to-left override stands before it.

// biome-ignore lint/suspicious/noControlCharactersInRegex: taking them out is the purpose
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufeff]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: taking them out is the purpose
const controlsAndBreaks = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]+/g;
// Embeddings, overrides and isolates; the plain marks (U+200E, U+200F, U+061C) stay, Arabic and Hebrew need them.
const directionTricks = /[\u202a-\u202e\u2066-\u2069]/g;

/** Text of many lines, line ends as `\n`, at most so many characters. */
export function cleanText(text: string, most = 1_000_000): string {
  const clean = text.replace(/\r\n?/g, '\n').replace(controls, '').toWellFormed();
  return cut(clean, most);
}

/** Text that belongs on one line: a subject, a name, a file name. */
export function cleanLine(text: string, most = 500): string {
  // Cut before the patterns run: a name may come with five million blanks.
  const short = text.slice(0, most * 4 + 1000);
  const clean = short.replace(controlsAndBreaks, ' ').replace(directionTricks, '').toWellFormed();
  return cut(clean.replace(/\s+/g, ' ').trim(), most);
}

function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const splitsPair = /[\ud800-\udbff]/.test(text.charAt(most - 2));
  return `${text.slice(0, splitsPair ? most - 2 : most - 1)}…`;
}

/** A file name that is only a name: no folder, nothing hidden, its ending kept when it is too long. */
export function cleanFileName(name: string): string {
  const bounded = name.length > 2000 ? name.slice(0, 1000) + name.slice(-1000) : name;
  const last = cleanLine(bounded, 2000).split(/[/\\]/).at(-1) ?? '';
  const plain = last
    .replace(/[<>:"|?*]/g, '_')
    .replace(/^[.\s]+/, '')
    .replace(/[.\s]+$/, '');
  if (plain.length <= 120) return plain;
  const ending = /\.[A-Za-z0-9]{1,10}$/.exec(plain)?.[0] ?? '';
  return cut(plain.slice(0, plain.length - ending.length), 120 - ending.length) + ending;
}

import type { Typed } from './journey.ts';

const mostKept = 60_000;

/** One line: nothing invisible that could break a mail's header or a list. */
export const oneLine = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim();

/** Lines as everybody writes them, and no control characters but them. */
export const manyLines = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]+/gu, '');

/** What a page asks for and nothing else of what was sent. */
export function pick(fields: Readonly<Record<string, string | readonly string[]>>, names: readonly string[]): Typed {
  const cut = (text: string) => manyLines(text).slice(0, mostKept).toWellFormed();
  return Object.fromEntries(
    names
      .map((name) => [name, Object.hasOwn(fields, name) ? fields[name] : undefined] as const)
      .filter((entry): entry is [string, string | readonly string[]] => entry[1] !== undefined)
      .map(([name, value]) => [name, typeof value === 'string' ? cut(value) : value.slice(0, 30).map(cut)]),
  );
}

const inAddress = String.raw`[^\s@<>()"',;:\\[\]\p{Cc}]`;
const email = new RegExp(`^${inAddress}{1,64}@${inAddress}{1,185}\\.${inAddress}{2,63}$`, 'u');

export const isEmail = (text: string): boolean => text.length <= 254 && email.test(text);

/** Digits as people write them, with an extension perhaps. */
export function isPhone(text: string): boolean {
  const plain = text.normalize('NFKC');
  const count = plain.replace(/\D/g, '').length;
  return plain.length <= 40 && count >= 7 && count <= 20 && /^[\d\s()+./-]+((x|ext\.?)\s*\d+)?$/i.test(plain);
}

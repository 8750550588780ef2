import type { z } from 'zod';
import { es } from 'zod/locales';
import { type FieldProblem, Problem, type Words } from '../problem.ts';

/** Deeper than any honest body; checked before parsing so that depth costs nothing. */
const maxDepth = 64;
const maxNodes = 50_000;

const unreadable = (code: string, en: string, es: string) => new Problem('invalid', `platform.${code}`, { en, es });

/** Parses a JSON body under limits of depth and size; refuses text a database cannot keep and keys that poison objects. */
export function readJson(text: string): unknown {
  refuseDepth(text);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw unreadable('unreadable-json', 'The body is not valid JSON.', 'El cuerpo no es JSON válido.');
  }
  refuseUnsafe(value);
  return value;
}

function refuseDepth(text: string): void {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (inString) {
      if (code === 0x5c) at++;
      else if (code === 0x22) inString = false;
    } else if (code === 0x22) inString = true;
    else if (code === 0x5b || code === 0x7b) {
      if (++depth > maxDepth)
        throw unreadable('too-deep', 'The body is nested too deeply.', 'El cuerpo está anidado demasiado profundo.');
    } else if (code === 0x5d || code === 0x7d) depth--;
  }
}

/** Refuses NUL, lone surrogates and prototype keys anywhere in a parsed value. */
export function refuseUnsafe(value: unknown): void {
  const waiting: unknown[] = [value];
  for (let seen = 0; waiting.length > 0; seen++) {
    if (seen > maxNodes)
      throw unreadable('too-many-values', 'The body has too many values.', 'El cuerpo tiene demasiados valores.');
    const one = waiting.pop();
    if (typeof one === 'string') refuseText(one);
    else if (Array.isArray(one)) for (const item of one) waiting.push(item);
    else if (one !== null && typeof one === 'object') {
      for (const [key, item] of Object.entries(one)) {
        if (key === '__proto__' || key === 'constructor' || key === 'prototype')
          throw unreadable(
            'unsafe-key',
            'The body has a key that is not allowed.',
            'El cuerpo tiene una clave no permitida.',
          );
        refuseText(key);
        waiting.push(item);
      }
    }
  }
}

function refuseText(text: string): void {
  if (text.includes('\0') || !text.isWellFormed())
    throw unreadable(
      'unreadable-text',
      'The text has characters that cannot be stored (NUL or half of a pair).',
      'El texto tiene caracteres que no se pueden guardar.',
    );
}

/** Judges one part of the input by its shape; a part nobody declared must be empty. */
export function readPart(part: 'params' | 'search' | 'body', shape: z.ZodType | undefined, value: unknown): unknown {
  if (!shape) {
    if (part !== 'params' && value !== null && value !== undefined && Object.keys(value).length > 0)
      throw invalid([{ path: part, message: { en: 'Nothing is expected here.', es: 'Aquí no se espera nada.' } }]);
    return undefined;
  }
  // What was sent goes along into the troubles: the other language names its kind too.
  const read = shape.safeParse(value ?? {}, { reportInput: true });
  if (read.success) return read.data;
  throw invalid(
    read.error.issues.slice(0, 50).map((issue) => ({ path: [part, ...issue.path].join('.'), message: wordsOf(issue) })),
  );
}

const spanish = es().localeError;

/** A shape's own rule brings its Spanish along in `params`; for all others the library has it. */
function wordsOf(issue: z.core.$ZodIssue): Words {
  const own: unknown = issue.code === 'custom' ? issue.params?.es : undefined;
  const theirs = spanish(issue as z.core.$ZodRawIssue);
  const said = typeof own === 'string' ? own : typeof theirs === 'string' ? theirs : theirs?.message;
  return { en: issue.message, es: said ?? issue.message };
}

function invalid(fields: readonly FieldProblem[]): Problem {
  return new Problem(
    'invalid',
    'platform.invalid-input',
    { en: 'Some of what was sent cannot be used as it is.', es: 'Algo de lo enviado no se puede usar tal cual.' },
    { fields },
  );
}

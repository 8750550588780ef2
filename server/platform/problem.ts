import type { Language } from './i18n/messages.ts';

/** The few kinds of refusal; each maps to one HTTP status, in one place. */
export type ProblemKind =
  | 'invalid'
  | 'not-signed-in'
  | 'not-allowed'
  | 'not-found'
  | 'conflict'
  | 'stale'
  | 'gone'
  | 'too-large'
  | 'unsupported'
  | 'too-many'
  | 'unavailable';

export const statusOf: Record<ProblemKind, number> = {
  invalid: 400,
  'not-signed-in': 401,
  'not-allowed': 403,
  'not-found': 404,
  conflict: 409,
  stale: 412,
  gone: 410,
  'too-large': 413,
  unsupported: 415,
  'too-many': 429,
  unavailable: 503,
};

export type Words = Record<Language, string>;

/** One field's trouble; `path` as in `body.dateOfBirth`. A name is the same in every language. */
export interface FieldProblem {
  readonly path: string;
  readonly message: string | Words;
}

/**
 * A refusal that the caller is told about. Anything else that is thrown is a bug: it becomes a 500 that leaks nothing.
 * `code` is owned by a module (`desk.already-claimed`); `message` is for a person, in English or in every language.
 */
export class Problem extends Error {
  readonly kind: ProblemKind;
  readonly code: string;
  readonly words: Words;
  readonly fields: readonly FieldProblem[];
  readonly retryAfterSeconds: number | undefined;
  /** What was written before the refusal stays: a wrong code is refused, and counted. Not after a failed statement. */
  readonly keepsWork: boolean;

  constructor(
    kind: ProblemKind,
    code: string,
    words: Words,
    more: { fields?: readonly FieldProblem[]; retryAfterSeconds?: number; keepsWork?: boolean } = {},
  ) {
    super(words.en);
    this.kind = kind;
    this.code = code;
    this.words = words;
    this.fields = more.fields ?? [];
    this.retryAfterSeconds = more.retryAfterSeconds;
    this.keepsWork = more.keepsWork ?? false;
  }
}

/** One answer for everything that is not there or may not be seen, so that the two cannot be told apart. */
export const notFound = (): Problem =>
  new Problem('not-found', 'platform.not-found', {
    en: 'We could not find that.',
    es: 'No hemos podido encontrarlo.',
  });

export const notSignedIn = (): Problem =>
  new Problem('not-signed-in', 'platform.not-signed-in', { en: 'Please sign in first.', es: 'Inicie sesión primero.' });

/** What was sent is of a kind that this place does not take. */
export const unsupportedType = (): Problem =>
  new Problem('unsupported', 'platform.unsupported-type', {
    en: 'This kind of content is not taken here.',
    es: 'Aquí no se admite este tipo de contenido.',
  });

/** Not now: the same may work in a moment. */
export const busy = (): Problem =>
  new Problem(
    'unavailable',
    'platform.busy',
    { en: 'This took too long just now. Please try again.', es: 'Esto tardó demasiado. Vuelva a intentarlo.' },
    { retryAfterSeconds: 2 },
  );

/** RFC 9457 body. */
export function problemBody(problem: Problem, requestId: string, language: Language = 'en') {
  return {
    type: `about:blank#${problem.code}`,
    title: problem.words[language],
    status: statusOf[problem.kind],
    code: problem.code,
    requestId,
    ...(problem.fields.length > 0 && {
      fields: problem.fields.map(({ path, message }) => ({
        path,
        message: typeof message === 'string' ? message : message[language],
      })),
    }),
  };
}

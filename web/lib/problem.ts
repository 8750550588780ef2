import { inLanguage } from './language.ts';

const words = inLanguage({
  en: { pageTrouble: 'Something went wrong on this page.' },
  es: { pageTrouble: 'Algo salió mal en esta página.' },
});

/** A refusal of the server (RFC 9457), or no answer at all (`status` 0). */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly fields: readonly { path: string; message: string }[];
  readonly retryAfterSeconds: number | undefined;
  readonly requestId: string | undefined;

  constructor(given: {
    status: number;
    code: string;
    title: string;
    fields?: readonly { path: string; message: string }[];
    retryAfterSeconds?: number | undefined;
    requestId?: string | undefined;
  }) {
    super(given.title);
    this.status = given.status;
    this.code = given.code;
    this.fields = given.fields ?? [];
    this.retryAfterSeconds = given.retryAfterSeconds;
    this.requestId = given.requestId;
  }
}

export const isProblem = (error: unknown, status?: number): error is ApiProblem =>
  error instanceof ApiProblem && (status === undefined || error.status === status);

/** Somebody else changed it in between. */
export const isStale = (error: unknown): boolean => isProblem(error, 412);

/** The message beside one field of a form; `body.email` is the field `email`. */
export function fieldMessage(error: unknown, field: string): string | undefined {
  if (!(error instanceof ApiProblem)) return undefined;
  return error.fields.find((one) => one.path.replace(/^body\./, '') === field)?.message;
}

/** What went wrong, in words for a person. */
export function troubleWords(error: unknown): string {
  if (error instanceof ApiProblem) {
    // A field may hold a name that the sentence already says.
    const fields = error.fields.map((one) => one.message).filter((one) => !error.message.includes(one));
    return fields.length > 0 ? `${error.message} ${fields.join(' ')}` : error.message;
  }
  return words.pageTrouble;
}

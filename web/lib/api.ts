import { inLanguage } from './language.ts';
import { ApiProblem } from './problem.ts';

const words = inLanguage({
  en: {
    offline: 'There is no connection to the server. Nothing was lost: try again in a moment.',
    unknown: 'The server could not do this. Try again, and tell your administrator if it stays so.',
  },
  es: {
    offline: 'No hay conexión con el servidor. No se perdió nada: inténtelo otra vez en un momento.',
    unknown: 'El servidor no pudo hacerlo. Inténtelo otra vez y, si sigue igual, avise a quien administra el sistema.',
  },
});

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
type Search = Readonly<Record<string, string | number | undefined>>;

const signedOut = new Set<() => void>();
/** Told when the server says that nobody is signed in. */
export function onSignedOut(listener: () => void): () => void {
  signedOut.add(listener);
  return () => signedOut.delete(listener);
}
export function tellSignedOut(): void {
  for (const listener of signedOut) listener();
}

export function withSearch(path: string, search: Search = {}): string {
  const said = Object.entries(search).filter((one): one is [string, string | number] => one[1] !== undefined);
  return said.length === 0
    ? path
    : `${path}?${new URLSearchParams(said.map(([name, value]) => [name, String(value)]))}`;
}

async function send<T>(method: Method, path: string, init: RequestInit): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, { method, credentials: 'same-origin', ...init });
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new ApiProblem({
      status: 0,
      code: 'offline',
      title: words.offline,
    });
  }
  const body: unknown = await response.json().catch(() => undefined);
  if (response.ok) return body as T;
  const told = (body ?? {}) as {
    code?: string;
    title?: string;
    fields?: { path: string; message: string }[];
    requestId?: string;
  };
  const problem = new ApiProblem({
    status: response.status,
    code: told.code ?? 'unknown',
    title: told.title ?? words.unknown,
    ...(told.fields && { fields: told.fields }),
    retryAfterSeconds: Number(response.headers.get('retry-after')) || undefined,
    requestId: told.requestId,
  });
  if (problem.status === 401 && problem.code === 'platform.not-signed-in') tellSignedOut();
  throw problem;
}

/** Reads; `signal` comes from the query that is no longer wanted. */
export const read = <T>(path: string, search?: Search, signal?: AbortSignal): Promise<T> =>
  send('GET', withSearch(path, search), { ...(signal && { signal }) });

/** Reads with what must not stand in an address: names, telephone numbers. */
export const ask = <T>(path: string, body: object, signal?: AbortSignal): Promise<T> =>
  send('POST', path, {
    headers: { 'content-type': 'application/json', 'x-bedside': '1' },
    body: JSON.stringify(body),
    ...(signal && { signal }),
  });

interface CommandOptions {
  readonly method?: Exclude<Method, 'GET'>;
  /** The same key for the same intention, so that a second try does not do it twice. */
  readonly key?: string;
  /** Is sent even while the page goes away. */
  readonly last?: boolean;
}

/** Changes something, at most once per key. */
export function command<T>(path: string, body?: object, options: CommandOptions = {}): Promise<T> {
  return send(options.method ?? 'POST', path, {
    headers: {
      'x-bedside': '1',
      'idempotency-key': options.key ?? crypto.randomUUID(),
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
    ...(options.last && { keepalive: true }),
  });
}

export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
}

/** Sends one file as it is; its name travels beside it. */
export const upload = (path: string, file: File): Promise<StoredFile> =>
  send('POST', withSearch(path, { name: file.name }), {
    headers: { 'content-type': 'application/octet-stream', 'x-bedside': '1', 'idempotency-key': crypto.randomUUID() },
    body: file,
  });

/** Puts a file in the place of the one before. */
export const putFile = <T>(path: string, file: Blob): Promise<T> =>
  send('PUT', path, {
    headers: { 'content-type': 'application/octet-stream', 'x-bedside': '1', 'idempotency-key': crypto.randomUUID() },
    body: file,
  });

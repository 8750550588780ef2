import type { z } from 'zod';
import type { Access } from '../access/access.ts';
import type { Ctx } from '../ctx.ts';
import type { Language } from '../i18n/messages.ts';

/**
 * Routes are declarations: what it is called, where, who may, what goes in and out, and which function answers.
 * `query` and `page` run in a read-only transaction; `command` and `form` in one read-write transaction.
 */
export type Route = QueryRoute | CommandRoute | PageRoute | FormRoute | DownloadRoute | StreamRoute | ProbeRoute;

type Shape = z.ZodType | undefined;
type Given<T extends Shape> = T extends z.ZodType ? z.output<T> : undefined;

/**
 * At most `max` requests in `seconds`, counted in the database per address, per who acts, of everyone together, or per
 * value of a field of the body (an e-mail address is counted whether or not anyone has it).
 */
export interface Limit {
  readonly per: 'address' | 'actor' | 'everyone' | { readonly field: string };
  readonly max: number;
  readonly seconds: number;
}

interface Common {
  /** `module.verb-noun`: the name in the audit, the logs and OpenAPI; the URL itself is never logged. */
  readonly name: `${string}.${string}`;
  readonly path: `/${string}`;
  readonly access: Access;
  /** The answer holds a person's data: the audit records whose (`ctx.sees`). */
  readonly sees?: 'person';
  /** A refresh in the background: does not keep a session awake. */
  readonly passive?: true;
  /** In the order in which they are counted: who is refused by the first does not use up the next. */
  readonly limit?: Limit | readonly Limit[];
  /** What goes in or out is secret: nothing of it is kept under an Idempotency-Key, not even as a hash. */
  readonly secret?: true;
}

export interface Input {
  readonly params: unknown;
  readonly search: unknown;
  readonly body: unknown;
}

export interface QueryRoute extends Common {
  readonly kind: 'query';
  /** POST when what is asked for (a name, a phone number) must not stand in a URL; it still cannot write. */
  readonly method: 'GET' | 'POST';
  readonly params: Shape;
  readonly search: Shape;
  readonly body: Shape;
  readonly answer: z.ZodType;
  run(ctx: Ctx, input: Input): Promise<unknown>;
}

export interface CommandRoute extends Common {
  readonly kind: 'command';
  readonly method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly params: Shape;
  readonly body: Shape;
  readonly answer: z.ZodType;
  /** Bytes of the body; 256 KiB unless said. */
  readonly bodyLimit?: number;
  /** The body is one file, sent as it is, with its name in the search string (`?name=`). */
  readonly upload?: true;
  run(ctx: Ctx, input: Input, request: CommandRequest): Promise<unknown>;
}

/** What few commands need beyond their input: signing in and out, and uploads. */
export interface CommandRequest {
  readonly address: string;
  readonly cookies: Readonly<Record<string, string | undefined>>;
  readonly userAgent: string | undefined;
  setCookie(change: CookieChange): void;
  readonly upload: { readonly name: string; readonly bytes: Buffer } | undefined;
}

export interface CookieChange {
  readonly name: string;
  /** undefined removes it. */
  readonly value: string | undefined;
  readonly maxAgeSeconds?: number;
}

/** A page request as a journey sees it: decoded, cleaned and bounded, but not yet judged. */
export interface PageRequest {
  readonly params: Readonly<Record<string, string>>;
  readonly search: Readonly<Record<string, string>>;
  readonly language: Language;
  readonly path: string;
  readonly cookies: Readonly<Record<string, string | undefined>>;
  readonly address: string;
  /** Goes into every form as `_token`. */
  readonly formToken: string;
}

export interface FormRequest extends PageRequest {
  /** Fields as typed; a field given several times is a list. */
  readonly fields: Readonly<Record<string, string | readonly string[]>>;
  readonly files: readonly UploadedFile[];
}

export interface UploadedFile {
  readonly field: string;
  readonly name: string;
  readonly bytes: Buffer;
  /** Larger than the form takes: it is named, and its bytes are not here. */
  readonly isTooLarge?: true;
  /** One more than the form takes: named likewise, so that the form can say so and keep the rest. */
  readonly isTooMany?: true;
}

export type PageAnswer = (
  | { readonly html: string; readonly status?: number }
  | { readonly redirect: string }
  | { readonly file: FileAnswer }
) & { readonly cookies?: readonly CookieChange[] };

export interface FileAnswer {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
}

export interface PageRoute extends Common {
  readonly kind: 'page';
  run(ctx: Ctx, request: PageRequest): Promise<PageAnswer>;
}

export interface FormRoute extends Common {
  readonly kind: 'form';
  /** Files this form takes; none unless said. */
  readonly files?: { readonly max: number; readonly bytesEach: number };
  run(ctx: Ctx, request: FormRequest): Promise<PageAnswer>;
}

export interface DownloadRoute extends Common {
  readonly kind: 'download';
  readonly params: Shape;
  run(ctx: Ctx, input: Input): Promise<FileAnswer>;
}

/** Server-sent events: the topics this actor may hear now. The client gets topic names only, and asks again. */
export interface StreamRoute extends Common {
  readonly kind: 'stream';
  readonly search: Shape;
  topics(ctx: Ctx, input: Input): Promise<readonly string[]>;
}

/** Answered without the database, so that it answers while everything else waits. */
export interface ProbeRoute extends Common {
  readonly kind: 'probe';
  run(): object;
}

interface QueryDeclaration<P extends Shape, S extends Shape, B extends Shape, A extends z.ZodType> extends Common {
  readonly method?: QueryRoute['method'];
  readonly params?: P;
  readonly search?: S;
  /** Only with `method: 'POST'`. */
  readonly body?: B;
  readonly answer: A;
  run(ctx: Ctx, input: { params: Given<P>; search: Given<S>; body: Given<B> }): Promise<z.input<A>>;
}

export function query<
  A extends z.ZodType,
  P extends Shape = undefined,
  S extends Shape = undefined,
  B extends Shape = undefined,
>(it: QueryDeclaration<P, S, B, A>): QueryRoute {
  const nothing = { params: undefined, search: undefined, body: undefined };
  return { method: 'GET', ...nothing, ...it, kind: 'query' } as unknown as QueryRoute;
}

interface CommandDeclaration<P extends Shape, B extends Shape, A extends z.ZodType> extends Common {
  readonly method?: CommandRoute['method'];
  readonly params?: P;
  readonly body?: B;
  readonly answer: A;
  readonly bodyLimit?: number;
  readonly upload?: true;
  run(ctx: Ctx, input: { params: Given<P>; body: Given<B> }, request: CommandRequest): Promise<z.input<A>>;
}

export function command<A extends z.ZodType, P extends Shape = undefined, B extends Shape = undefined>(
  it: CommandDeclaration<P, B, A>,
): CommandRoute {
  return { method: 'POST', params: undefined, body: undefined, ...it, kind: 'command' } as unknown as CommandRoute;
}

export const probe = (it: Omit<ProbeRoute, 'kind'>): ProbeRoute => ({ ...it, kind: 'probe' });
export const page = (it: Omit<PageRoute, 'kind'>): PageRoute => ({ ...it, kind: 'page' });
export const form = (it: Omit<FormRoute, 'kind'>): FormRoute => ({ ...it, kind: 'form' });

export function download<P extends Shape = undefined>(
  it: Common & { params?: P; run(ctx: Ctx, input: { params: Given<P> }): Promise<FileAnswer> },
): DownloadRoute {
  return { params: undefined, ...it, kind: 'download' } as unknown as DownloadRoute;
}

export function stream<S extends Shape = undefined>(
  it: Common & { search?: S; topics(ctx: Ctx, input: { search: Given<S> }): Promise<readonly string[]> },
): StreamRoute {
  return { search: undefined, ...it, kind: 'stream' } as unknown as StreamRoute;
}

export function methodOf(route: Route): 'GET' | CommandRoute['method'] {
  if (route.kind === 'command' || route.kind === 'query') return route.method;
  return route.kind === 'form' ? 'POST' : 'GET';
}

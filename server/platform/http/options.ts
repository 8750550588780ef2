import type { Language } from '../i18n/messages.ts';
import type { Log } from '../log.ts';
import type { Problem } from '../problem.ts';
import type { Answering } from './answer.ts';
import type { Live } from './live.ts';
import type { Route } from './route.ts';

export interface ServerOptions {
  readonly shop: Answering;
  readonly routes: readonly Route[];
  readonly live: Live;
  readonly log: Log;
  /** Proxies in front whose forwarding headers are believed; 0: none. */
  readonly trustedHops: number;
  /** The portal's page for a refusal or a fault. */
  problemPage(problem: Problem, requestId: string, language: Language, path: string): string;
}

export const limits = {
  bodyBytes: 256 * 1024,
  requestTimeoutMs: 30_000,
  headersTimeoutMs: 15_000,
  /** How often Node looks for requests past their time: a slow sender is cut off this much later at most. */
  lookForSlowMs: 5_000,
  connectionTimeoutMs: 60_000,
  keepAliveTimeoutMs: 20_000,
  connections: 2_000,
  formFields: 200,
  fieldBytes: 64 * 1024,
  /** Files of one form that are looked at; those it has no room for are passed over, and only named. */
  formFiles: 50,
} as const;

declare module 'fastify' {
  /** What the log and the error page know of the route that was asked. */
  interface FastifyContextConfig {
    name?: string;
    kind?: string;
  }
}

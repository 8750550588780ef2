import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Ctx } from '../ctx.ts';
import { Problem, unsupportedType } from '../problem.ts';
import { admit, answer, once } from './answer.ts';
import { readForm } from './forms.ts';
import { readPart, refuseUnsafe } from './input.ts';
import { languageOf } from './language-of.ts';
import type { ServerOptions } from './options.ts';
import {
  type CommandRequest,
  type CommandRoute,
  type CookieChange,
  type FileAnswer,
  type FormRequest,
  type FormRoute,
  type Input,
  methodOf,
  type PageAnswer,
  type PageRequest,
  type PageRoute,
  type QueryRoute,
  type Route,
} from './route.ts';
import {
  checkFormToken,
  cookieName,
  cookieOptions,
  formCookie,
  formTokenFor,
  newFormCookie,
  refuseCrossSite,
} from './same-origin.ts';
import { policies } from './security-headers.ts';
import { openStream } from './stream.ts';

/** Puts one declared route on the server. */
export function registerRoute(server: FastifyInstance, options: ServerOptions, route: Route): void {
  server.route({
    method: methodOf(route),
    url: route.path,
    config: { name: route.name, kind: route.kind },
    // What a load balancer or a link checker asks.
    exposeHeadRoute: route.kind === 'probe' || route.kind === 'page',
    ...(route.kind === 'command' && route.bodyLimit !== undefined && { bodyLimit: route.bodyLimit }),
    ...(route.kind === 'form' && route.files && { bodyLimit: route.files.max * route.files.bytesEach + 1_000_000 }),
    ...(takesFiles(route) && {
      preParsing: async (request: FastifyRequest) => {
        await admit(options.shop, route, request);
      },
    }),
    handler: async (request, reply) => {
      // Only the parts of the answer differ between kinds; the life around it is the same.
      switch (route.kind) {
        case 'query':
          return sendJson(reply, 200, await answerQuery(options, route, request));
        case 'command':
          return answerCommand(options, route, request, reply);
        case 'download':
          return sendFile(
            reply,
            await answer(options.shop, route, request, (ctx) => route.run(ctx, readInput(route, request))),
          );
        case 'page':
        case 'form':
          return answerPage(options, route, request, reply);
        case 'probe':
          return sendJson(reply, 200, JSON.stringify(route.run()));
        case 'stream':
          return openStream(options, route, request, reply, (ctx) => route.topics(ctx, readInput(route, request)));
      }
    },
  });
}

const takesFiles = (route: Route) =>
  (route.kind === 'command' && route.upload === true) || (route.kind === 'form' && route.files !== undefined);

function readInput(route: Route, request: FastifyRequest): Input {
  refuseUnsafe(request.query);
  refuseUnsafe(request.params);
  return {
    params: readPart('params', 'params' in route ? route.params : undefined, request.params),
    search:
      route.kind === 'command' && route.upload
        ? undefined
        : readPart('search', 'search' in route ? route.search : undefined, request.query),
    body: takesBody(route) ? readPart('body', route.body, request.body) : undefined,
  };
}

const takesBody = (route: Route): route is QueryRoute | CommandRoute =>
  route.kind === 'command' ? !route.upload : route.kind === 'query' && route.method === 'POST';

async function answerQuery(options: ServerOptions, route: QueryRoute, request: FastifyRequest) {
  if (route.method === 'POST') {
    refuseForeign(options, request);
    refuseOtherType(request, 'application/json');
  }
  const result = await answer(options.shop, route, request, (ctx) => route.run(ctx, readInput(route, request)));
  return JSON.stringify(route.answer.parse(result));
}

async function answerCommand(
  options: ServerOptions,
  route: CommandRoute,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  refuseForeign(options, request);
  refuseOtherType(request, route.upload ? 'application/octet-stream' : 'application/json');
  const cookies: CookieChange[] = [];
  const run = async (ctx: Ctx) => {
    const input = readInput(route, request);
    const result = await route.run(
      ctx,
      input,
      commandRequest(options, route, request, (change) => cookies.push(change)),
    );
    return { status: 200, body: JSON.stringify(route.answer.parse(result)) };
  };
  const key = request.headers['idempotency-key'];
  const stored = await answer(options.shop, route, request, (ctx) =>
    typeof key === 'string' && !route.secret
      ? once(ctx, route, key, `address ${request.ip}`, contentOf(request), () => run(ctx))
      : run(ctx),
  );
  setCookies(options, reply, cookies);
  return sendJson(reply, stored?.status ?? 204, stored?.body ?? '');
}

/** A file stands by its hash: as JSON it would be four times as large, and this is asked of every upload. */
function contentOf({ params, query, body }: FastifyRequest): string {
  if (!Buffer.isBuffer(body)) return JSON.stringify([params, body]);
  return JSON.stringify([params, query, createHash('sha256').update(body).digest('base64')]);
}

/** A page of another origin can send neither the header nor a fitting Origin. */
function refuseForeign(options: ServerOptions, request: FastifyRequest): void {
  refuseCrossSite(request, options.shop.house);
  if (request.headers['x-bedside'] === undefined)
    throw new Problem('not-allowed', 'platform.header-missing', {
      en: 'Commands carry the header "x-bedside".',
      es: 'Los comandos llevan la cabecera "x-bedside".',
    });
}

/** A page of another origin can send forms and plain text unasked, and nothing else. */
function refuseOtherType(request: FastifyRequest, taken: string): void {
  const type = request.headers['content-type'];
  if (type !== undefined && !type.startsWith(taken)) throw unsupportedType();
}

function commandRequest(
  options: ServerOptions,
  route: CommandRoute,
  request: FastifyRequest,
  setCookie: (change: CookieChange) => void,
): CommandRequest {
  const name = (request.query as Record<string, unknown>).name;
  return {
    address: request.ip,
    cookies: plainCookies(options, request),
    userAgent: request.headers['user-agent'],
    setCookie,
    upload:
      route.upload && Buffer.isBuffer(request.body)
        ? { name: typeof name === 'string' ? name : '', bytes: request.body }
        : undefined,
  };
}

async function answerPage(
  options: ServerOptions,
  route: PageRoute | FormRoute,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const { house } = options.shop;
  const given = request.cookies[cookieName(house, formCookie)];
  const browser = given && given.length < 64 ? given : newFormCookie();
  refuseUnsafe(request.query);
  refuseUnsafe(request.params);
  const pageRequest: PageRequest = {
    params: (request.params ?? {}) as Record<string, string>,
    search: firstOfEach(request.query),
    language: languageOf(request),
    path: request.url.split('?')[0] ?? '/',
    cookies: plainCookies(options, request),
    address: request.ip,
    formToken: formTokenFor(house, browser),
  };
  let result: PageAnswer;
  if (route.kind === 'page') result = await answer(options.shop, route, request, (ctx) => route.run(ctx, pageRequest));
  else {
    refuseCrossSite(request, house);
    const { fields, files } = await readForm(request, route);
    checkFormToken(house, given, fields._token);
    result = await answer(options.shop, route, request, (ctx) =>
      runForm(ctx, route, { ...pageRequest, fields, files }, browser),
    );
  }
  if (!given) reply.setCookie(cookieName(house, formCookie), browser, cookieOptions(house));
  setCookies(options, reply, result.cookies ?? []);
  if ('redirect' in result) return reply.redirect(result.redirect, 303);
  if ('file' in result) return sendFile(reply, result.file);
  return reply
    .code(result.status ?? 200)
    .header('content-security-policy', policies.page)
    .type('text/html; charset=utf-8')
    .send(result.html);
}

/** A form sent twice (a double tap, a reload) does its work once: its hidden `_once` is the idempotency key. */
async function runForm(ctx: Ctx, route: FormRoute, request: FormRequest, browser: string): Promise<PageAnswer> {
  const { fields, files } = request;
  if (typeof fields._once !== 'string' || route.secret) return route.run(ctx, request);
  const content = JSON.stringify([request.params, fields, files.map((file) => [file.name, file.bytes.length])]);
  let fresh: PageAnswer | undefined;
  const stored = await once(ctx, route, `${route.path} ${fields._once}`, `browser ${browser}`, content, async () => {
    fresh = await route.run(ctx, request);
    // A page with errors may be sent again, corrected.
    return 'redirect' in fresh ? { status: 303, body: fresh.redirect } : undefined;
  });
  if (fresh) return fresh;
  if (stored) return { redirect: stored.body };
  return route.run(ctx, request);
}

/** Cookies by their plain names, whatever prefix they travel under. */
function plainCookies(options: ServerOptions, request: FastifyRequest): Record<string, string | undefined> {
  const prefix = cookieName(options.shop.house, '');
  const entries = Object.entries(request.cookies).filter(
    ([name]) => name.startsWith(prefix) || name === 'bedside-language',
  );
  return Object.fromEntries(
    entries.map(([name, value]) => [name.startsWith(prefix) ? name.slice(prefix.length) : name, value]),
  );
}

function setCookies(options: ServerOptions, reply: FastifyReply, changes: readonly CookieChange[]): void {
  const { house } = options.shop;
  for (const { name, value, maxAgeSeconds } of changes) {
    const full = name === 'bedside-language' ? name : cookieName(house, name);
    if (value === undefined) {
      reply.clearCookie(full, cookieOptions(house));
      // Whoever sits down next at this browser finds nothing (W3C Clear Site Data); settings of the screen may stay.
      if (name === 'bedside-session') reply.header('clear-site-data', '"cache"');
    } else {
      // Only the language is read by the staff's page too, which chooses its words by it.
      const httpOnly = name !== 'bedside-language';
      reply.setCookie(full, value, { ...cookieOptions(house, maxAgeSeconds), httpOnly });
    }
  }
}

function firstOfEach(search: unknown): Record<string, string> {
  const entries = Object.entries((search ?? {}) as Record<string, string | string[]>);
  return Object.fromEntries(entries.map(([name, value]) => [name, Array.isArray(value) ? (value[0] ?? '') : value]));
}

const sendJson = (reply: FastifyReply, status: number, body: string) =>
  reply.code(status).type('application/json; charset=utf-8').send(body);

/** Always as an attachment under a policy that lets nothing in it run. */
function sendFile(reply: FastifyReply, file: FileAnswer): FastifyReply {
  const ascii = file.name.replace(/[^\w. -]/g, '_');
  return reply
    .header('content-security-policy', policies.file)
    .header('content-disposition', `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(file.name)}`)
    .type(file.mediaType)
    .send(file.bytes);
}

import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import Fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { DatabaseError } from 'pg';
import { postgresCode } from '../database/connect.ts';
import { errorLine } from '../log.ts';
import { busy, notFound, Problem, problemBody, statusOf, unsupportedType } from '../problem.ts';
import { knownOf, sendProblemHeaders } from './answer.ts';
import { readFields } from './forms.ts';
import { readJson } from './input.ts';
import { languageOf } from './language-of.ts';
import { limits, type ServerOptions } from './options.ts';
import { registerRoute } from './register.ts';
import { policies, setSecurityHeaders } from './security-headers.ts';

/** The HTTP server with every route of the list, and nothing else. */
export async function buildServer(options: ServerOptions): Promise<FastifyInstance> {
  const { shop, log } = options;
  const server = Fastify({
    bodyLimit: limits.bodyBytes,
    requestTimeout: limits.requestTimeoutMs,
    connectionTimeout: limits.connectionTimeoutMs,
    keepAliveTimeout: limits.keepAliveTimeoutMs,
    forceCloseConnections: true,
    trustProxy: options.trustedHops > 0 && ((_address: string, hop: number) => hop < options.trustedHops),
    logger: false,
    routerOptions: { maxParamLength: 200 },
    http: {
      maxHeaderSize: 16 * 1024,
      headersTimeout: limits.headersTimeoutMs,
      connectionsCheckingInterval: limits.lookForSlowMs,
    },
  });
  server.server.maxConnections = limits.connections;
  await server.register(cookie);
  // Before the multipart plugin, or its reader would be taken away with the ready-made ones.
  readBodies(server);
  // A file that is too large is told to the form, which can say so beside it and keep everything else that was typed.
  await server.register(multipart, { attachFieldsToBody: false, throwFileSizeLimit: false });
  const https = shop.house.origin.startsWith('https:');
  server.addHook('onRequest', async (request, reply) => {
    setSecurityHeaders(reply, https);
    reply.header('x-request-id', knownOf(request).requestId);
  });
  server.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.config;
    log.info({
      route: route.name ?? 'none',
      method: request.method,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
      requestId: knownOf(request).requestId,
    });
  });
  server.setErrorHandler((error, request, reply) => refuse(options, error, request, reply));
  server.setNotFoundHandler((request, reply) => refuse(options, notFound(), request, reply));
  for (const route of options.routes) registerRoute(server, options, route);
  return server;
}

function readBodies(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, text, done) => {
    try {
      done(null, text === '' ? undefined : readJson(text as string));
    } catch (error) {
      done(error as Error);
    }
  });
  server.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, text, done) => {
    try {
      done(null, readFields(new URLSearchParams(text as string)));
    } catch (error) {
      done(error as Error);
    }
  });
  server.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, bytes, done) =>
    done(null, bytes),
  );
}

/** One mapping from what was thrown to what is answered. */
function refuse(options: ServerOptions, thrown: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { requestId } = knownOf(request);
  const problem = problemOf(thrown);
  if (!problem) options.log.error({ what: 'fault', requestId, ...errorLine(thrown) });
  const shown =
    problem ??
    new Problem('unavailable', 'platform.our-fault', {
      en: 'Something went wrong on our side. Please try again, and call us if it goes on.',
      es: 'Algo falló por nuestra parte. Vuelva a intentarlo y llámenos si sigue pasando.',
    });
  const status = problem ? statusOf[problem.kind] : 500;
  reply.code(status);
  sendProblemHeaders(reply, shown);
  const language = languageOf(request);
  const route = request.routeOptions.config;
  const path = request.url.split('?')[0] ?? '/';
  const wantsPage = route.kind ? route.kind === 'page' || route.kind === 'form' : !path.startsWith('/api/');
  if (!wantsPage) {
    return reply
      .type('application/problem+json')
      .send(JSON.stringify({ ...problemBody(shown, requestId, language), status }));
  }
  if (shown.kind === 'not-signed-in' && route.kind === 'page')
    return reply.redirect(`/sign-in?next=${encodeURIComponent(path)}`, 303);
  // A page that tells of a refusal looks like every other page: it may load our styles.
  reply.header('content-security-policy', policies.page);
  return reply.type('text/html; charset=utf-8').send(options.problemPage(shown, requestId, language, path));
}

function problemOf(thrown: unknown): Problem | undefined {
  if (thrown instanceof Problem) return thrown;
  if (thrown instanceof DatabaseError) return problemOfDatabase(thrown);
  const error = thrown as Partial<FastifyError>;
  if (error.statusCode === 413)
    return new Problem('too-large', 'platform.too-large', {
      en: 'That is too large to send.',
      es: 'Eso es demasiado grande para enviarlo.',
    });
  if (error.statusCode === 415) return unsupportedType();
  if (error.statusCode === 408)
    return new Problem('invalid', 'platform.too-slow', {
      en: 'The request took too long to arrive.',
      es: 'La petición tardó demasiado en llegar.',
    });
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500)
    return new Problem('invalid', 'platform.unreadable-request', {
      en: 'The request could not be read.',
      es: 'La petición no se pudo leer.',
    });
  return undefined;
}

const outOfTime = new Set(['57014', '55P03', '25P03']);

function problemOfDatabase(error: DatabaseError): Problem | undefined {
  const code = postgresCode(error) ?? '';
  if (code === '22021' || code === '22P05')
    return new Problem('invalid', 'platform.unreadable-text', {
      en: 'The text has characters that cannot be stored.',
      es: 'El texto tiene caracteres que no se pueden guardar.',
    });
  if (outOfTime.has(code) || code.startsWith('53') || code === '40P01' || code === '40001') return busy();
  return undefined;
}

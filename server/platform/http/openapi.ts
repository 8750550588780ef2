import { z } from 'zod';
import type { Access } from '../access/access.ts';
import { type ProblemKind, statusOf } from '../problem.ts';
import { methodOf, type Route } from './route.ts';

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'requestId'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string', description: 'For a person, in the language that was asked for.' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'For a program: `module.reason`.' },
    requestId: { type: 'string', format: 'uuid' },
    fields: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'message'],
        properties: { path: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
};

const info = (version: string) => ({
  title: 'Bedside',
  version,
  license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  description:
    'What the staff workspace uses. Every refusal is a problem (RFC 9457). Whoever may not see a thing is told 404, as if it were not there.',
});

/** OpenAPI 3.1 of the JSON interface, made from the same declarations that serve it. */
export function openApi(routes: readonly Route[], version: string, sessionCookie: string) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    if (!route.path.startsWith('/api/')) continue;
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [methodOf(route).toLowerCase()]: operation(route) };
  }
  return {
    openapi: '3.1.0',
    info: info(version),
    paths,
    components: {
      schemas: { Problem: problemSchema },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: sessionCookie } },
    },
  };
}

function operation(route: Route) {
  const content = bodyOf(route);
  return {
    operationId: route.name,
    tags: [route.name.split('.')[0]],
    description: accessWords(route.access),
    'x-access': route.access,
    security: route.access.who === 'anyone' ? [] : [{ session: [] }],
    parameters: [...parameters(route), ...headers(route)],
    ...(content && { requestBody: { required: true, content } }),
    responses: { 200: success(route), ...refusals(route) },
  };
}

function bodyOf(route: Route) {
  if (route.kind === 'command' && route.upload) return { 'application/octet-stream': {} };
  const body = route.kind === 'command' || route.kind === 'query' ? route.body : undefined;
  return body && { 'application/json': { schema: schemaOf(body, 'input') } };
}

const isSent = (route: Route) => route.kind === 'command' || (route.kind === 'query' && route.method === 'POST');

/** The refusals that this route can meet, beside what happens to any. */
function refusals(route: Route) {
  const kinds: ProblemKind[] = ['invalid', 'unavailable'];
  if (route.access.who !== 'anyone') kinds.push('not-signed-in', 'not-found');
  if (route.path.includes(':')) kinds.push('not-found');
  if (isSent(route)) kinds.push('not-allowed', 'too-large', 'unsupported');
  if (route.kind === 'command') kinds.push('conflict', 'stale', 'gone');
  if (route.limit !== undefined) kinds.push('too-many');
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  return Object.fromEntries(kinds.map((kind) => [statusOf[kind], { description: meaning[kind], content }]));
}

const meaning: Record<ProblemKind, string> = {
  invalid: 'What was sent could not be read, or does not fit its shape; `fields` says where.',
  'not-signed-in': 'Nobody is signed in.',
  'not-allowed': 'It came from another site, or may not be done by whoever asked.',
  'not-found': 'It is not there, or whoever asked may not see it.',
  conflict: 'Something else was done before, or the key was used for other content.',
  stale: 'It was changed since it was read: read it again.',
  gone: 'It was there and is over: a link that was used, a time that has passed.',
  'too-large': 'The body is too large.',
  unsupported: 'The body is of another type than this takes.',
  'too-many': 'Too many requests; `Retry-After` says in how many seconds to try again.',
  unavailable: 'It cannot be done now. Try again.',
};

function headers(route: Route) {
  const schema = { type: 'string' };
  const ours = 'Any value. No page of another site can send it.';
  const once = 'The same key with the same content does the work once, and gives the first answer again.';
  const key = { name: 'Idempotency-Key', in: 'header', required: false, description: once };
  return [
    ...(isSent(route) ? [{ name: 'X-Bedside', in: 'header', required: true, description: ours, schema }] : []),
    ...(route.kind === 'command' && !route.secret
      ? [{ ...key, schema: { ...schema, minLength: 8, maxLength: 255 } }]
      : []),
  ];
}

function success(route: Route) {
  if (route.kind === 'query' || route.kind === 'command')
    return { description: 'Done', content: { 'application/json': { schema: schemaOf(route.answer, 'output') } } };
  if (route.kind === 'stream')
    return { description: 'Names of topics that changed', content: { 'text/event-stream': {} } };
  return { description: 'A file', content: { 'application/octet-stream': {} } };
}

function parameters(route: Route) {
  const found: unknown[] = [];
  if (route.kind === 'command' && route.upload)
    found.push({ name: 'name', in: 'query', required: false, schema: { type: 'string' } });
  for (const [place, shape] of [
    ['path', 'params' in route ? route.params : undefined],
    ['query', 'search' in route ? route.search : undefined],
  ] as const) {
    if (!shape) continue;
    const schema = schemaOf(shape, 'input') as { properties?: Record<string, unknown>; required?: string[] };
    for (const [name, of] of Object.entries(schema.properties ?? {}))
      found.push({ name, in: place, required: place === 'path' || (schema.required ?? []).includes(name), schema: of });
  }
  return found;
}

const schemaOf = (shape: z.ZodType, io: 'input' | 'output') => {
  const { $schema, ...schema } = z.toJSONSchema(shape, { io, unrepresentable: 'any' });
  return schema;
};

function accessWords(access: Access): string {
  if (access.who === 'anyone') return 'Anyone.';
  if (access.who === 'person') return 'A signed-in patient, family member or carer.';
  if (access.who === 'person-or-staff') return 'Anyone who is signed in.';
  if (access.who === 'staff-signing-in') return 'Staff, also before their second factor.';
  return access.roles === 'any' ? 'Any staff member.' : `Staff: ${access.roles.join(', ')}.`;
}

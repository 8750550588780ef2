import { z } from 'zod';
import type { Access } from '../access/access.ts';
import { methodOf, type Route } from './route.ts';

const problem = {
  description: 'Refused (RFC 9457)',
  content: {
    'application/problem+json': {
      schema: {
        type: 'object',
        required: ['type', 'title', 'status', 'code', 'requestId'],
        properties: {
          type: { type: 'string' },
          title: { type: 'string' },
          status: { type: 'integer' },
          code: { type: 'string' },
          requestId: { type: 'string' },
          fields: {
            type: 'array',
            items: { type: 'object', properties: { path: { type: 'string' }, message: { type: 'string' } } },
          },
        },
      },
    },
  },
};

/** OpenAPI 3.1 of the JSON interface, made from the same declarations that serve it. */
export function openApi(routes: readonly Route[], version: string) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    if (!route.path.startsWith('/api/')) continue;
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [methodOf(route).toLowerCase()]: operation(route) };
  }
  return { openapi: '3.1.0', info: { title: 'Bedside', version }, paths };
}

function operation(route: Route) {
  const body = route.kind === 'command' || route.kind === 'query' ? route.body : undefined;
  return {
    operationId: route.name,
    tags: [route.name.split('.')[0]],
    description: accessWords(route.access),
    'x-access': route.access,
    parameters: parameters(route),
    ...(body && {
      requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body, 'input') } } },
    }),
    responses: { 200: success(route), '4XX': problem },
  };
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

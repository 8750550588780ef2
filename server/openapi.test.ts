import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from './app.ts';
import { methodOf } from './platform/http/route.ts';
import { startTestApp, type TestApp } from './testing/app.ts';

interface Operation {
  readonly operationId: string;
  readonly description: string;
  readonly security: readonly object[];
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly required: boolean }[];
  readonly requestBody?: { readonly content: object };
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: object }>>;
}

let app: TestApp;
let served: { openapi: string; paths: Record<string, Record<string, Operation>> };
let operations: (readonly [string, Operation])[];
beforeAll(async () => {
  app = await startTestApp();
  served = (await app.server.inject('/api/openapi.json')).json();
  operations = Object.values(served.paths)
    .flatMap((methods) => Object.values(methods))
    .map((it) => [it.operationId, it] as const);
});
afterAll(() => app.stop());

const named = (name: string) => operations.find(([it]) => it === name)?.[1] as Operation;

describe('what the interface says of itself', () => {
  it('is valid OpenAPI 3.1', async () => {
    expect(served.openapi).toBe('3.1.0');
    const result = await new Validator().validate(structuredClone(served));
    expect(result.errors).toBeUndefined();
    expect(result.valid).toBe(true);
    const broken = { ...structuredClone(served), paths: { nowhere: {} } };
    expect((await new Validator().validate(broken)).valid).toBe(false);
  });

  it('names every route of the API once, with the path parameters that it has', () => {
    const api = routes.filter((route) => route.path.startsWith('/api/'));
    expect(operations.map(([name]) => name).toSorted()).toEqual(api.map((route) => route.name).toSorted());
    for (const route of api) {
      const path = route.path.replace(/:(\w+)/g, '{$1}');
      const it = served.paths[path]?.[methodOf(route).toLowerCase()];
      expect(it?.operationId).toBe(route.name);
      const told = it?.parameters.filter((one) => one.in === 'path').map((one) => one.name);
      expect(told?.toSorted(), route.name).toEqual([...route.path.matchAll(/:(\w+)/g)].map((m) => m[1]).toSorted());
    }
  });

  it('says of each who may use it and how it refuses, and nothing of a refusal that cannot be', () => {
    for (const [name, it] of operations) {
      expect(it.description, name).not.toBe('');
      const isOpen = it.description === 'Anyone.';
      expect(it.security.length, name).toBe(isOpen ? 0 : 1);
      expect('401' in it.responses, name).toBe(!isOpen);
      for (const status of ['200', '400', '503']) expect(it.responses[status]?.description, name).toBeTruthy();
    }
    expect(Object.keys(named('desk.claim-conversation').responses)).toEqual(
      expect.arrayContaining(['404', '409', '412']),
    );
    expect(Object.keys(named('desk.list-queue').responses)).not.toContain('412');
  });

  it('tells commands of the header they need, and of the key that makes them happen once where it is kept', () => {
    const headersOf = (name: string) =>
      named(name)
        .parameters.filter((one) => one.in === 'header')
        .map((one) => `${one.name}${one.required ? '' : '?'}`);
    expect(headersOf('desk.claim-conversation')).toEqual(['X-Bedside', 'Idempotency-Key?']);
    expect(headersOf('access.sign-in')).toEqual(['X-Bedside']);
    expect(headersOf('desk.list-queue')).toEqual([]);
  });
});

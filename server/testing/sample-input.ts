import { randomUUIDv7 } from 'node:crypto';
import { z } from 'zod';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
interface Schema {
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly const?: Json;
  readonly enum?: readonly Json[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly items?: Schema;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly minLength?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
}

/** Values that a shape alone does not tell, by the name of the field. */
const byName: Readonly<Record<string, Json>> = {
  opens: '09:00',
  closes: '17:00',
  timeZone: 'America/New_York',
  reason: 'bill',
  language: 'en',
  url: 'https://holidays.example.org/feed.ics',
  onlyFrom: '09:00',
  onlyUntil: '17:00',
  purpose: 'answer',
  until: '2030-01-01T00:00:00Z',
  from: '2029-01-01T00:00:00Z',
  reference: 'K7M-4QX',
  weekday: 1,
  scopes: ['messages'],
  reasons: ['bill'],
  password: 'tidal copper sandwich lamp',
  cursor: 'x',
};

export interface Sampling {
  /** The id for a field of this name. */
  idFor?(name: string): string | undefined;
}

/** An input that this shape takes, every optional field filled in; for trying what happens when one of them is bad. */
export function sampleOf(shape: z.ZodType, sampling: Sampling = {}): Json {
  const schema = z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' }) as Schema;
  return sample(schema, '', sampling);
}

function sample(schema: Schema, name: string, sampling: Sampling): Json {
  const one = (schema.anyOf ?? schema.oneOf)?.find((it) => it.type !== 'null');
  if (one) return sample(one, name, sampling);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0] ?? null;
  if (schema.format === 'uuid') return sampling.idFor?.(name) ?? randomUUIDv7();
  if (Object.hasOwn(byName, name) && (schema.format === undefined || schema.format === 'date-time'))
    if (typeOf(byName[name]) === schema.type) return byName[name] ?? null;
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([key, it]) => [key, sample(it, key, sampling)]),
      );
    case 'array':
      return [sample(schema.items ?? {}, name, sampling)];
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 1, 1);
    case 'boolean':
      return false;
    case 'string':
      return text(schema);
    default:
      return 'anything';
  }
}

const typeOf = (value: Json | undefined) =>
  Array.isArray(value) ? 'array' : typeof value === 'number' ? 'integer' : typeof value;

function text({ format, pattern, minLength = 0 }: Schema): string {
  if (format === 'date') return '2026-01-31';
  if (format === 'date-time') return '2029-01-01T00:00:00Z';
  if (format === 'time') return '09:00';
  if (format === 'email') return `sample.${randomUUIDv7().slice(-12)}@hospital.test`;
  if (pattern && new RegExp(pattern, 'u').test('en')) return 'en';
  return 'sample'.padEnd(minLength, 'x');
}

export interface Leaf {
  readonly path: readonly (string | number)[];
  readonly value: Json;
}

/** Every value of an input that holds no others, with the way to it. */
export function leavesOf(value: Json, path: readonly (string | number)[] = []): Leaf[] {
  if (Array.isArray(value)) return value.flatMap((item, at) => leavesOf(item, [...path, at]));
  if (value !== null && typeof value === 'object')
    return Object.entries(value).flatMap(([key, item]) => leavesOf(item as Json, [...path, key]));
  return [{ path, value }];
}

/** A copy with another value in one place. */
export function withValue(value: Json, path: readonly (string | number)[], put: Json): Json {
  const [first, ...rest] = path;
  if (first === undefined) return put;
  if (Array.isArray(value)) return value.map((item, at) => (at === first ? withValue(item, rest, put) : item));
  const object = value as Record<string, Json>;
  return { ...object, [first]: withValue(object[first] ?? null, rest, put) };
}

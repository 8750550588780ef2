import { isUtf8 } from 'node:buffer';
import { mostLevels, type Piece, type Trouble } from './splitter.ts';

/** What we take, in the order in which it is written: what others point at comes first. */
export const ourTypes = [
  'Organization',
  'Location',
  'Practitioner',
  'PractitionerRole',
  'Patient',
  'RelatedPerson',
  'Encounter',
  'CareTeam',
] as const;
export type OurType = (typeof ourTypes)[number];

/** A resource as JSON has it; nothing is known of its fields but these two. */
export interface Resource {
  readonly resourceType: OurType;
  readonly id: string;
  readonly [field: string]: unknown;
}

export interface Refusal {
  readonly position: number;
  readonly resourceType?: string | undefined;
  readonly sourceId?: string | undefined;
  readonly reason: string;
}

/** What a piece of a file holds. */
export interface Content {
  readonly resources: readonly Resource[];
  /** Resources that we have no place for, by type. */
  readonly others: readonly string[];
  readonly aliases: readonly { readonly fullUrl: string; readonly sourceId: string }[];
  readonly refused: readonly Refusal[];
}

const troubleWords: Record<Trouble, string> = {
  'too-large': 'is larger than 16 MB',
  'too-deep': `is nested more than ${mostLevels} levels deep`,
  'cut-off': 'is not complete: the file ends within it, or a bracket is missing',
  stray: 'is text where none belongs: this is not JSON, or a bracket is missing before it',
};

/** Whether a piece is no JSON at all. Parsed once; {@link readPiece} takes what was found. */
export function isBroken(piece: Piece): boolean {
  return piece.trouble === 'cut-off' || piece.trouble === 'stray' || (piece.bytes !== undefined && !parsed(piece).ok);
}

type Parsed = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly why: string };
const known = new WeakMap<Piece, Parsed>();

function parsed(piece: Piece): Parsed {
  const before = known.get(piece);
  if (before) return before;
  const result = parse(piece.bytes ?? Buffer.alloc(0));
  known.set(piece, result);
  return result;
}

function parse(bytes: Buffer): Parsed {
  if (!isUtf8(bytes)) return { ok: false, why: 'is not UTF-8' };
  try {
    return { ok: true, value: JSON.parse(bytes.toString('utf8')) };
  } catch (error) {
    // Words of the engine quote the text, which is somebody's record: only the place in it may be told.
    const at = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
    return { ok: false, why: `is not JSON${at ? ` (${at} characters in)` : ''}` };
  }
}

export function readPiece(piece: Piece): Content {
  const collected: Collected = { position: piece.position, resources: [], others: [], aliases: [], refused: [] };
  const result = piece.trouble ? { ok: false as const, why: troubleWords[piece.trouble] } : parsed(piece);
  if (!result.ok) readTroubled(collected, piece, result.why);
  else if (piece.kind === 'entry') readEntry(collected, result.value);
  else readWhole(collected, result.value);
  return collected;
}

type Collected = { position: number } & {
  [K in 'resources' | 'others' | 'aliases' | 'refused']: Content[K][number][];
};

const refuse = (to: Collected, reason: string, resourceType?: string, sourceId?: string) =>
  to.refused.push({ position: to.position, resourceType, sourceId, reason });

/** What is too large or too deep but not ours is no loss. */
function readTroubled(to: Collected, piece: Piece, why: string): void {
  const beginning = (piece.bytes ?? piece.beginning)?.subarray(0, 4096).toString('latin1') ?? '';
  const type = /"resourceType"\s*:\s*"([A-Za-z]{1,60})"/.exec(beginning)?.[1];
  const isWhole = piece.trouble === 'too-large' || piece.trouble === 'too-deep';
  if (isWhole && type !== undefined && type !== 'Bundle' && !isOurs(type)) to.others.push(type);
  else refuse(to, why, type);
}

function readEntry(to: Collected, value: unknown): void {
  if (!isObject(value)) return void refuse(to, 'is an entry that is not an object');
  if (value.resource === undefined) return void to.others.push('entries without a resource');
  readResource(to, value.resource, typeof value.fullUrl === 'string' ? value.fullUrl : undefined);
}

function readWhole(to: Collected, value: unknown): void {
  if (!isObject(value)) return void refuse(to, 'is not an object');
  if (value.resourceType !== 'Bundle') {
    readResource(to, value, undefined);
    return;
  }
  if (value.entry === undefined) return;
  if (!Array.isArray(value.entry)) return void refuse(to, 'is a bundle whose "entry" is not a list', 'Bundle');
  for (const entry of value.entry) readEntry(to, entry);
}

function readResource(to: Collected, value: unknown, fullUrl: string | undefined): void {
  if (!isObject(value)) return void refuse(to, 'is a resource that is not an object');
  const type = value.resourceType;
  if (typeof type !== 'string' || !/^[A-Z][A-Za-z]{1,59}$/.test(type))
    return void refuse(to, 'says no resourceType, so it is no FHIR resource');
  if (!isOurs(type)) return void to.others.push(type);
  const tail = fullUrl === undefined ? undefined : /^(?:urn:uuid:|.*\/)([^/?#]+)$/.exec(fullUrl)?.[1];
  const id = value.id ?? tail;
  if (typeof id !== 'string' || id === '' || id.length > 180 || !cleanText(id))
    return void refuse(to, 'has no id, nor a fullUrl with one', type);
  if (!hasCleanText(value))
    return void refuse(to, 'has a character that no text has (NUL, or half of a surrogate pair)', type, id);
  to.resources.push({ ...value, resourceType: type, id });
  if (fullUrl !== undefined && tail !== id && fullUrl.length <= 1000 && cleanText(fullUrl))
    to.aliases.push({ fullUrl, sourceId: id });
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isOurs = (type: string): type is OurType => (ourTypes as readonly string[]).includes(type);

const cleanText = (text: string) => !text.includes('\0') && text.isWellFormed();

/** The splitter has seen to it that this is not deep. */
function hasCleanText(value: unknown): boolean {
  if (typeof value === 'string') return cleanText(value);
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(hasCleanText);
  return Object.entries(value).every(([key, one]) => cleanText(key) && hasCleanText(one));
}

/** Every `reference` in a resource, replaced; a resource of which nothing changes is the same one. */
export function withReferences(resource: Resource, replace: (reference: string) => string): Resource {
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (!isObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [
        key,
        key === 'reference' && typeof one === 'string' ? replace(one) : walk(one),
      ]),
    );
  };
  return walk(resource) as Resource;
}

/** References that may mean something by a name which only its bundle knows. */
export function urlsIn(resource: Resource): string[] {
  const found: string[] = [];
  withReferences(resource, (reference) => {
    if (/^[a-z]+:/.test(reference)) found.push(reference);
    return reference;
  });
  return found;
}

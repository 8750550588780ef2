import type { Ctx } from '../../platform/ctx.ts';
import { type ContactRow, listContacts } from './contact-store.ts';
import type { LikelyPerson, Likeness } from './contract.ts';
import { displayName } from './display.ts';
import { openPerson } from './open-person.ts';
import { findPerson, listNames } from './person-store.ts';
import { type Hits, meetPeople, showHits } from './search.ts';
import { findByAddresses, plainWords } from './search-store.ts';
import { nearness } from './search-text.ts';
import { findCurrentId } from './store.ts';

/** Under which it stands in the audit. */
export const likelyAction = 'people.list-likely';

/** What each likeness says for it; a family shares its telephone, and a name alone may be another's. */
const weight: Record<Likeness, number> = { 'birth-date': 2, name: 3, email: 3, 'similar-name': 2, phone: 2 };
/** Two dates of birth that differ speak against it as much as a name speaks for it. */
const otherBirthDate = 3;
const likelyEnough = 3;
/** Candidates of each kind that are looked at, and how many are shown. */
const looked = 8;
const shown = 5;

interface Known {
  readonly verified: boolean;
  readonly birthDate: string | null;
  readonly words: readonly string[];
  readonly contacts: readonly ContactRow[];
}

/**
 * Who this may be, for a staff member to look at: known persons for a record that nobody has made sure of, and such
 * records for a known person. Nothing follows from it by itself. The likeliest first; only whom it shows has been seen.
 */
export async function listLikely(ctx: Ctx, id: string): Promise<{ people: LikelyPerson[] }> {
  const personId = await openPerson(ctx, id);
  const own = await known(ctx, personId);
  const likely = new Map<string, readonly Likeness[]>();
  for (const otherId of await candidates(ctx, personId, own)) {
    const other = await known(ctx, otherId);
    if (other.verified === own.verified) continue;
    const why = likenesses(own, other);
    if (scoreOf(why, own, other) >= likelyEnough) likely.set(otherId, why);
  }
  const best = [...likely].toSorted(([, a], [, b]) => sum(b) - sum(a)).slice(0, shown);
  const hits: Hits = new Map(best.map(([otherId]) => [otherId, 'similar']));
  const people = await showHits(ctx, hits, shown);
  return { people: people.map(({ match: _, ...one }) => ({ ...one, why: [...(likely.get(one.id) ?? [])] })) };
}

async function candidates(ctx: Ctx, personId: string, own: Known): Promise<Set<string>> {
  const name = own.words.join(' ');
  const addresses = own.contacts.map((one) => one.address);
  const met = [
    ...(addresses.length > 0 ? await findByAddresses(ctx, addresses, looked) : []),
    ...(own.birthDate && name ? await someOf(ctx, `${name} ${own.birthDate}`) : []),
    ...(name ? await someOf(ctx, name) : []),
  ];
  const current = new Set<string>();
  for (const id of met) current.add((await findCurrentId(ctx, id)) ?? id);
  current.delete(personId);
  return current;
}

const someOf = async (ctx: Ctx, text: string) => [...(await meetPeople(ctx, text)).keys()].slice(0, looked);

async function known(ctx: Ctx, personId: string): Promise<Known> {
  const row = await findPerson(ctx, personId);
  const name = (await listNames(ctx, personId))[0];
  return {
    verified: row?.verified_at != null,
    birthDate: row?.birth_date?.toString() ?? null,
    words: name ? await plainWords(ctx, displayName(name)) : [],
    contacts: await listContacts(ctx, personId),
  };
}

function likenesses(own: Known, other: Known): Likeness[] {
  const name = nameNearness(own.words, other.words);
  const shares = (system: ContactRow['system']) =>
    own.contacts.some(
      (one) => one.system === system && other.contacts.some((it) => it.system === system && it.address === one.address),
    );
  return [
    ...(name >= 0.99 ? (['name'] as const) : name >= 0.6 ? (['similar-name'] as const) : []),
    ...(own.birthDate !== null && own.birthDate === other.birthDate ? (['birth-date'] as const) : []),
    ...(shares('email') ? (['email'] as const) : []),
    ...(shares('phone') ? (['phone'] as const) : []),
  ];
}

/** Every word of the shorter name beside its best in the longer one: a second family name may be left out. */
function nameNearness(one: readonly string[], other: readonly string[]): number {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length === 0) return 0;
  const best = short.map((word) => Math.max(...long.map((it) => nearness(word, it))));
  return best.reduce((all, near) => all + near, 0) / short.length;
}

const sum = (why: readonly Likeness[]) => why.reduce((all, one) => all + weight[one], 0);

const scoreOf = (why: readonly Likeness[], own: Known, other: Known) =>
  sum(why) -
  (own.birthDate !== null && other.birthDate !== null && own.birthDate !== other.birthDate ? otherBirthDate : 0);

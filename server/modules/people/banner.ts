import type { Ctx } from '../../platform/ctx.ts';
import { listContacts, listIdentifiers } from './contact-store.ts';
import type { Banner } from './contract.ts';
import { displayName } from './display.ts';
import { latestConsents, latestSafeContacts, latestStates, listNeeds } from './fact-store.ts';
import { listMerges } from './merge-store.ts';
import { openPerson } from './open-person.ts';
import { listNames } from './person-store.ts';
import { personFacts } from './persons.ts';
import { whatCanBeDone } from './policy.ts';
import { listProxies, listRelations, type ProxyRow, type Shown, showPeople } from './relation-store.ts';
import { type States, safeContactOf, statesOf } from './state-rules.ts';

/** All that stands beside a conversation with this person, so that nobody has to ask twice. */
export async function readBanner(ctx: Ctx, id: string): Promise<Banner> {
  const personId = await openPerson(ctx, id);
  const facts = await personFacts(ctx, personId);
  const states = statesOf(ctx, await latestStates(ctx, personId));
  const names = await listNames(ctx, personId);
  const contacts = await listContacts(ctx, personId);
  const consents = await latestConsents(ctx, personId);
  return {
    ...facts,
    age: states.deceased ? ageAtDeath(states, facts.birthDate) : facts.age,
    otherNames: [...new Set(names.slice(1).map(displayName))].filter((name) => name !== facts.displayName),
    identifiers: (await listIdentifiers(ctx, personId)).map(({ system, value, kind }) => ({ system, value, kind })),
    contacts: contacts.map((row, at) => ({
      id: row.id,
      system: row.system,
      value: row.value,
      use: row.use,
      preferred: row.preferred_at !== null && contacts.findIndex((one) => one.system === row.system) === at,
      verified: row.verified_at !== null,
      sharedBy: row.shared_by,
    })),
    needs: await listNeeds(ctx, personId),
    safeContact: safeContactOf(await latestSafeContacts(ctx, personId)),
    deceased: states.deceased
      ? {
          diedOn: states.deceased.on_date?.toString() ?? null,
          source: states.deceased.source,
          reason: states.deceased.reason,
          recordedAt: states.deceased.recorded_at.toString(),
        }
      : null,
    bereavedUntil: states.bereavedUntil?.toString() ?? null,
    restricted: states.restricted,
    consents: consents.map((one) => ({
      channel: one.channel,
      purpose: one.purpose,
      given: one.given,
      at: one.recorded_at.toString(),
    })),
    ...(await readCircle(ctx, personId)),
    merges: (await listMerges(ctx, personId)).map((one) => ({
      mergeId: one.id,
      displayName: displayName(one),
      reason: one.reason,
      at: one.merged_at.toString(),
    })),
    can: whatCanBeDone(ctx.actor, {
      verified: facts.verified,
      deceased: states.deceased !== undefined,
      bereaved: states.bereavedUntil !== undefined,
      restricted: states.restricted,
    }),
  };
}

/** Family, and who acts for whom; their names are shown, so they have been seen too. */
async function readCircle(ctx: Ctx, personId: string): Promise<Pick<Banner, 'family' | 'proxies'>> {
  const relations = await listRelations(ctx, personId);
  const proxies = await listProxies(ctx, personId);
  const others = [...relations.map((row) => row.related_id), ...proxies.map((row) => otherSide(row, personId))];
  const shown = await showPeople(ctx, others);
  ctx.sees(...others);
  return {
    family: relations.map((row) => ({
      relationId: row.id,
      personId: row.related_id,
      displayName: nameOf(shown, row.related_id),
      kind: row.kind as Banner['family'][number]['kind'],
      emergencyContact: row.emergency_contact,
      deceased: shown.get(row.related_id)?.deceased ?? false,
    })),
    proxies: proxies.map((row) => ({
      proxyId: row.id,
      personId: otherSide(row, personId),
      displayName: nameOf(shown, otherSide(row, personId)),
      direction: row.for_person_id === personId ? ('acts-for-them' as const) : ('they-act-for' as const),
      scopes: row.scopes,
      from: row.starts_at.toString(),
      until: row.until.toString(),
    })),
  };
}

const otherSide = (row: ProxyRow, personId: string) =>
  row.for_person_id === personId ? row.proxy_person_id : row.for_person_id;

function nameOf(shown: Map<string, Shown>, id: string): string {
  const name = shown.get(id);
  return name ? displayName(name) : '';
}

function ageAtDeath(states: States, birthDate: string | null): number | null {
  const died = states.deceased?.on_date;
  return died && birthDate
    ? Math.max(0, Temporal.PlainDate.from(birthDate).until(died, { largestUnit: 'year' }).years)
    : null;
}

import type { ReactNode } from 'react';
import { type PersonConversation, readAskedAmong } from '../../modules/desk/index.ts';
import {
  type Banner,
  readBanner,
  readVisits,
  type TimelineEntry,
  type VisitView,
  visitLine,
} from '../../modules/people/index.ts';
import { readFacility } from '../../modules/places/index.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Language } from '../../platform/i18n/messages.ts';
import type { RecordHolder } from './record-holder.ts';
import { type RecordKey, recordWords } from './record-words.ts';

const ofConversations: Readonly<Record<string, RecordKey>> = {
  'desk.question-asked': 'asked',
  'desk.question-answered': 'answered',
  'desk.question-resolved': 'resolved',
  'desk.question-reopened': 'reopened',
};

const ofRecord: Readonly<Record<string, RecordKey>> = {
  'people.name-changed': 'nameChanged',
  'people.contact-added': 'contactAdded',
  'people.contact-ended': 'contactEnded',
  'people.need-added': 'needAdded',
  'people.need-removed': 'needRemoved',
  'people.identity-verified': 'verified',
  'people.safe-contact-changed': 'safeContact',
  'people.consent-given': 'consentGiven',
  'people.consent-refused': 'consentRefused',
  'people.bereavement-recorded': 'bereaved',
  'people.bereavement-ended': 'bereavedOver',
  'people.restriction-set': 'restricted',
  'people.restriction-lifted': 'restrictedOver',
  'people.records-merged': 'merged',
  'people.records-taken-apart': 'unmerged',
  'people.proxy-granted': 'proxyGranted',
  'people.proxy-ended': 'proxyEnded',
};

interface Beside {
  readonly asked: ReadonlyMap<string, PersonConversation>;
  readonly visits: ReadonlyMap<string, VisitView>;
  readonly places: ReadonlyMap<string, string>;
  readonly proxies: Banner['proxies'];
}

export interface Line {
  readonly id: string;
  readonly at: Temporal.Instant;
  readonly says: ReactNode;
}

/** A page of somebody's timeline in words; what has none for them, or may not be read by them, is left out. */
export async function linesOf(
  ctx: Ctx,
  holder: RecordHolder,
  entries: readonly TimelineEntry[],
  language: Language,
): Promise<Line[]> {
  const beside = await readBeside(ctx, holder, entries);
  return entries.flatMap((entry) => {
    const says = tell(entry, beside, language);
    return says === undefined ? [] : [{ id: entry.id, at: Temporal.Instant.from(entry.at), says }];
  });
}

async function readBeside(ctx: Ctx, holder: RecordHolder, entries: readonly TimelineEntry[]): Promise<Beside> {
  const { personId, isOwn, seesMessages } = holder;
  const idsOf = (isWanted: (kind: string) => boolean) =>
    entries.filter((entry) => isWanted(entry.kind)).map((entry) => entry.refId);
  const askedIds = idsOf((kind) => Object.hasOwn(ofConversations, kind));
  const visits = await readVisits(
    ctx,
    personId,
    idsOf((kind) => kind === visitLine),
  );
  const places = new Map<string, string>();
  for (const id of new Set([...visits.values()].flatMap((visit) => visit.facilityId ?? []))) {
    const facility = await readFacility(ctx, id).catch(() => undefined);
    if (facility) places.set(id, facility.name);
  }
  const tellsOfProxies = isOwn && entries.some((entry) => entry.kind === 'people.proxy-granted');
  return {
    ...{ visits, places },
    asked: seesMessages && askedIds.length > 0 ? await readAskedAmong(ctx, personId, askedIds) : new Map(),
    proxies: tellsOfProxies ? (await readBanner(ctx, personId)).proxies : [],
  };
}

function tell(entry: TimelineEntry, beside: Beside, language: Language): ReactNode {
  const t = recordWords(language);
  const asked = beside.asked.get(entry.refId);
  const word = ofConversations[entry.kind];
  if (word !== undefined)
    return (
      asked && (
        <>
          {t(word)}{' '}
          <a href={`/messages/${asked.id}`} dir="auto">
            {asked.subject}
          </a>{' '}
          <span className="bedside-quiet">{asked.reference}</span>
        </>
      )
    );
  const visit = beside.visits.get(entry.refId);
  if (visit) return tellVisit(visit, beside, language);
  const proxy = beside.proxies.find((one) => one.proxyId === entry.refId);
  if (proxy && entry.kind === 'people.proxy-granted')
    return t(proxy.direction === 'acts-for-them' ? 'theyActForYou' : 'youActFor', { name: proxy.displayName });
  const own = ofRecord[entry.kind];
  return own && t(own);
}

function tellVisit(visit: VisitView, { places }: Beside, language: Language): string {
  const t = recordWords(language);
  const place = places.get(visit.facilityId ?? '');
  const kind = t(`visit_${visit.kind}`);
  const told = place === undefined ? kind : t('visitAt', { visit: kind, place });
  if (visit.status === 'cancelled') return t('visitCancelled', { visit: told });
  return visit.status === 'planned' ? t('visitPlanned', { visit: told }) : told;
}

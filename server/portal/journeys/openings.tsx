import { z } from 'zod';
import { listAskedIds, type PersonConversation, readAskedAmong } from '../../modules/desk/index.ts';
import { likelyAction, listIdsOf, searchAction } from '../../modules/people/index.ts';
import { readShown, type ShownStaff } from '../../modules/workforce/index.ts';
import { listOpenings, type Opening } from '../../platform/audit/openings.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { readCursor, writeCursor } from '../../platform/cursor.ts';
import type { PageAnswer, PageRequest } from '../../platform/http/route.ts';
import { type Clock, formatTime, type Language } from '../../platform/i18n/messages.ts';
import { ButtonLink, EmptyState, InsetText, KeepACopy, Pagination } from '../kit/index.ts';
import { show } from './frame.tsx';
import { Days } from './record-days.tsx';
import { holderOf, type RecordHolder, recordPath } from './record-holder.ts';
import { recordWords } from './record-words.ts';

const pageSize = 30;

const place = z
  .tuple([z.iso.datetime({ offset: true }), z.uuid()])
  .transform(([at, actorId]) => ({ at: Temporal.Instant.from(at), actorId }));

/** They name nobody by an id; whoever they found had their name and date of birth before somebody's eyes. */
const searches = [searchAction, likelyAction];

/**
 * What counts as opening: the record itself, what its person asked, a search that found them. A name in a queue does
 * not, nor what was seen beside somebody else's record: it would tell of theirs. Who acts for somebody learns of the
 * messages that they may read, and of nothing else.
 */
async function readOpenings(ctx: Ctx, holder: RecordHolder, older: string | undefined) {
  const { personId, isOwn, seesMessages } = holder;
  const personIds = await listIdsOf(ctx, personId);
  const asked = seesMessages ? await listAskedIds(ctx, personId) : [];
  const rows = await listOpenings(ctx, {
    personIds,
    named: isOwn ? [...personIds, ...asked] : asked,
    actions: isOwn ? searches : [],
    zone: ctx.house.hospital.timeZone,
    after: older === undefined ? undefined : readCursor(older, place),
    limit: pageSize + 1,
  });
  const page = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? page.at(-1) : undefined;
  const askedIds = new Set(asked);
  return {
    page,
    next: last && writeCursor(last.lastAt.toString(), last.actorId),
    staff: await readShown(
      ctx,
      page.map((row) => row.actorId),
    ),
    asked: await readAskedAmong(
      ctx,
      personId,
      page.flatMap((row) => row.things.filter((thing) => askedIds.has(thing))),
    ),
  };
}

interface Beside {
  readonly staff: ReadonlyMap<string, ShownStaff>;
  readonly asked: ReadonlyMap<string, PersonConversation>;
  readonly clock: Clock;
}

function Row({ opening, staff, asked, clock }: Beside & { opening: Opening }) {
  const t = recordWords(clock.language);
  const who = staff.get(opening.actorId);
  const [from, to] = [opening.firstAt, opening.lastAt].map((at) => formatTime(at, clock));
  const list = new Intl.ListFormat(clock.language, { type: 'unit' });
  return (
    <>
      <strong>{who?.name ?? t('formerStaff')}</strong>
      {who && who.roles.length > 0 ? ` (${list.format(who.roles.map((role) => t(`role_${role}`)))})` : null}{' '}
      <span className="bedside-quiet">{from === to ? from : t('between', { from: from ?? '', to: to ?? '' })}</span>
      {who && who.teamNames.length > 0 ? (
        <>
          <br />
          {t('team', { teams: list.format(who.teamNames) })}
        </>
      ) : null}
      <br />
      {t('why')} {list.format(thingsOf(opening, asked, clock.language))}
    </>
  );
}

/** What was opened, each once, messages first. */
function thingsOf({ things }: Opening, asked: Beside['asked'], language: Language): string[] {
  const t = recordWords(language);
  const messages = things.flatMap((thing) => asked.get(thing)?.reference ?? []);
  const isSearch = things.some((thing) => searches.includes(thing));
  const isRecord = things.some((thing) => !searches.includes(thing) && !asked.has(thing));
  return [
    ...messages.toSorted().map((reference) => t('whyMessage', { reference })),
    ...(isRecord ? [t('whyDetails')] : []),
    ...(isSearch ? [t('whySearch')] : []),
  ];
}

export async function openingsPage(ctx: Ctx, request: PageRequest): Promise<PageAnswer> {
  const { language } = request;
  const t = recordWords(language);
  const clock = { language, zone: ctx.house.hospital.timeZone };
  const holder = holderOf(ctx, request);
  const { older } = request.search;
  const { page, next, ...beside } = await readOpenings(ctx, holder, older);
  const title = holder.isOwn ? t('openedTitle') : t('openedTitleOf', { name: holder.name });
  return show(ctx, request, {
    title,
    back: { href: recordPath('/record', holder), text: t('back') },
    children: (
      <>
        <h1>{title}</h1>
        <p>{t('openedLead')}</p>
        {holder.isOwn ? null : (
          <InsetText>
            <p>{t('openedOf', { name: holder.name })}</p>
          </InsetText>
        )}
        {page.length > 0 ? (
          <Days
            clock={clock}
            lines={page.map((opening) => ({
              id: `${opening.actorId} ${opening.lastAt}`,
              at: opening.lastAt,
              says: <Row opening={opening} {...beside} clock={clock} />,
            }))}
          />
        ) : (
          <EmptyState title={t('openedNone')}>
            <p>{t('openedNoneBody')}</p>
          </EmptyState>
        )}
        <Pagination
          label={t('pages')}
          previousHref={older === undefined ? undefined : recordPath('/record/opened', holder)}
          previousText={t('newest')}
          nextHref={next && recordPath('/record/opened', holder, next)}
          nextText={t('older')}
        />
        <p className="bedside-quiet">{t('openedLists')}</p>
        <h2>{t('doubtTitle')}</h2>
        <p>{t('doubtBody')}</p>
        <ButtonLink href="/ask?about=privacy">{t('doubt')}</ButtonLink>
        <KeepACopy />
      </>
    ),
  });
}

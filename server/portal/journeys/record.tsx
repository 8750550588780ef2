import { listTimeline } from '../../modules/people/index.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { PageAnswer, PageRequest } from '../../platform/http/route.ts';
import { formatTime } from '../../platform/i18n/messages.ts';
import { ButtonLink, EmptyState, KeepACopy, Pagination } from '../kit/index.ts';
import { show } from './frame.tsx';
import { Days } from './record-days.tsx';
import { holderOf, holdersOf, type RecordHolder, recordPath } from './record-holder.ts';
import { linesOf } from './record-lines.tsx';
import { recordWords } from './record-words.ts';

/** What has happened between a person and the hospital, as far as the reader may know. */
export async function recordPage(ctx: Ctx, request: PageRequest): Promise<PageAnswer> {
  const { language } = request;
  const t = recordWords(language);
  const clock = { language, zone: ctx.house.hospital.timeZone };
  const holder = holderOf(ctx, request);
  const { name, isOwn } = holder;
  const { older } = request.search;
  const { entries, next } = await listTimeline(ctx, holder.personId, older);
  const lines = (await linesOf(ctx, holder, entries, language)).map(({ id, at, says }) => ({
    ...{ id, at },
    says: (
      <>
        {says} <span className="bedside-quiet">· {formatTime(at, clock)}</span>
      </>
    ),
  }));
  const isEmpty = lines.length === 0;
  return show(ctx, request, {
    title: isOwn ? t('title') : t('titleOf', { name }),
    ...(!isOwn && { back: { href: '/record', text: t('mine') } }),
    children: (
      <>
        <h1>{isOwn ? t('title') : t('titleOf', { name })}</h1>
        <p>{isOwn ? t(isEmpty ? 'leadNone' : 'lead') : t('leadOf', { name })}</p>
        <p className="bedside-not-printed">{t('openedMore')}</p>
        <ButtonLink href={recordPath('/record/opened', holder)} kind="secondary">
          {t('opened')}
        </ButtonLink>
        {isEmpty ? <Nothing holder={holder} t={t} /> : <Days lines={lines} clock={clock} />}
        <Pagination
          label={t('pages')}
          previousHref={older === undefined ? undefined : recordPath('/record', holder)}
          previousText={t('newest')}
          nextHref={next === null ? undefined : recordPath('/record', holder, next)}
          nextText={t('older')}
        />
        {isOwn ? <Others title={t('others')} holders={holdersOf(ctx).filter((one) => !one.isOwn)} /> : null}
        <KeepACopy />
      </>
    ),
  });
}

/** Somebody's first day: what will stand here, and that what came before is not denied. */
function Nothing({ holder, t }: { holder: RecordHolder; t: ReturnType<typeof recordWords> }) {
  if (!holder.isOwn)
    return (
      <EmptyState title={t('noneOf')}>
        <p>{t('noneOfBody', { name: holder.name })}</p>
      </EmptyState>
    );
  return (
    <EmptyState title={t('none')}>
      <p>{t('noneBody')}</p>
      <p>{t('noneBefore')}</p>
      <ButtonLink href="/ask">{t('noneAsk')}</ButtonLink>
    </EmptyState>
  );
}

function Others({ title, holders }: { title: string; holders: readonly RecordHolder[] }) {
  if (holders.length === 0) return null;
  return (
    <section className="bedside-not-printed">
      <h2>{title}</h2>
      <ul>
        {holders.map((one) => (
          <li key={one.personId}>
            <a href={recordPath('/record', one)}>{one.name}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

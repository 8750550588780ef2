import { listAnsweredFor, listConversationsOf, type PersonConversation } from '../../modules/desk/index.ts';
import type { Person } from '../../platform/access/actor.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { PageAnswer, PageRequest } from '../../platform/http/route.ts';
import { formatRelative, type Language } from '../../platform/i18n/messages.ts';
import { notFound } from '../../platform/problem.ts';
import { ButtonLink, CardList, type CardProps, EmptyState, Pagination, type TagTone } from '../kit/index.ts';
import { show } from './frame.tsx';
import { messageWords } from './message-words.ts';
import { selectRead } from './reading-store.ts';
import { signedInPerson } from './signed-in.ts';

type T = ReturnType<typeof messageWords>;

const tags: Record<PersonConversation['status'], { tone: TagTone; word: Parameters<T>[0] }> = {
  asked: { tone: 'waiting', word: 'tagAsked' },
  'being-looked-at': { tone: 'waiting', word: 'tagLooked' },
  answered: { tone: 'done', word: 'tagAnswered' },
  closed: { tone: 'done', word: 'tagClosed' },
};

interface Listed extends PersonConversation {
  readonly isUnread: boolean;
}

interface Holder {
  readonly personId: string;
  readonly name: string;
  readonly isOwn: boolean;
}

/** One page of somebody's conversations. */
interface Shelf extends Holder {
  readonly conversations: readonly Listed[];
  readonly newer?: string;
  readonly older?: string;
}

/** Whose conversations somebody may read, their own first. */
const holdersFor = (person: Person): Holder[] => [
  { personId: person.id, name: person.name, isOwn: true },
  ...person.actsFor
    .filter(({ scopes }) => scopes.includes('messages'))
    .map(({ personId, name }) => ({ personId, name, isOwn: false })),
];

/** What was asked for somebody who has a shelf here stands on theirs, once, whoever of them asked it. */
async function readShelf(
  ctx: Ctx,
  holder: Holder,
  asked: { holders: readonly Holder[]; newer?: string | undefined; older?: string | undefined },
): Promise<Shelf> {
  const { holders, newer, older } = asked;
  const beside = holders.map((one) => one.personId);
  const page = await listConversationsOf(ctx, { of: holder.personId, beside, newer, older });
  const unread = await unreadOf(
    ctx,
    page.conversations
      .filter((one) => one.lastMessageFrom === 'staff')
      .map((one) => ({ id: one.id, answeredAt: Temporal.Instant.from(one.lastMessageAt) })),
  );
  return {
    ...holder,
    ...page,
    conversations: page.conversations.map((one) => ({ ...one, isUnread: unread.has(one.id) })),
  };
}

type Answered = Awaited<ReturnType<typeof listAnsweredFor>>;

async function unreadOf(ctx: Ctx, answered: Answered): Promise<ReadonlySet<string>> {
  const ids = answered.map((one) => one.id);
  const read = await selectRead(ctx, signedInPerson(ctx).id, ids);
  const isUnread = ({ id, answeredAt }: Answered[number]) => {
    const until = read.get(id);
    return !until || Temporal.Instant.compare(until, answeredAt) < 0;
  };
  return new Set(answered.filter(isUnread).map((one) => one.id));
}

/** Of everybody whose conversations this person may read, on whatever page they stand. */
export async function countUnread(ctx: Ctx, person: Person): Promise<number> {
  const holders = holdersFor(person).map((one) => one.personId);
  return (await unreadOf(ctx, await listAnsweredFor(ctx, holders))).size;
}

function cardOf(shelf: Shelf, one: Listed, { ctx, language }: Seeing): CardProps & { id: string } {
  const t = messageWords(language);
  const tag = tags[one.status];
  const when = formatRelative(Temporal.Instant.from(one.lastMessageAt), ctx.now, {
    language,
    zone: ctx.house.hospital.timeZone,
  });
  return {
    id: one.id,
    title: one.subject,
    href: `/messages/${one.id}`,
    headingLevel: 3,
    tag: one.isUnread ? { tone: 'attention', text: t('tagNew') } : { tone: tag.tone, text: t(tag.word) },
    ...(one.about && one.about.personId !== shelf.personId && { children: t('about', { name: one.about.name }) }),
    note: `${t('lastOn', { when })} · ${t('reference', { reference: one.reference })}`,
  };
}

interface Seeing {
  readonly ctx: Ctx;
  readonly language: Language;
}

const pageOf = (shelf: Shelf, word: 'newer' | 'older') => {
  const cursor = shelf[word];
  return cursor && `/messages?of=${shelf.personId}&${word}=${cursor}`;
};

function ShelfPart({ shelf, ...seeing }: Seeing & { shelf: Shelf }) {
  const t = messageWords(seeing.language);
  const { name, isOwn, conversations } = shelf;
  return (
    <section>
      <h2>{isOwn ? t('mine') : t('of', { name })}</h2>
      {isOwn ? null : <p>{t('actingFor', { name })}</p>}
      {conversations.length > 0 ? (
        <CardList cards={conversations.map((one) => cardOf(shelf, one, seeing))} />
      ) : (
        <EmptyState title={isOwn ? t('none') : t('noneOf', { name })}>
          {isOwn ? <p>{t('noneBody')}</p> : null}
        </EmptyState>
      )}
      <Pagination
        label={t('pages', { name: isOwn ? t('mine') : t('of', { name }) })}
        previousHref={pageOf(shelf, 'newer')}
        previousText={t('newer')}
        nextHref={pageOf(shelf, 'older')}
        nextText={t('older')}
      />
    </section>
  );
}

/** Everybody's newest, or a page of one person's. */
async function readShelves(ctx: Ctx, { search }: PageRequest): Promise<Shelf[]> {
  const holders = holdersFor(signedInPerson(ctx));
  const { of, newer, older } = search;
  if (of === undefined) return Promise.all(holders.map((one) => readShelf(ctx, one, { holders })));
  const holder = holders.find((one) => one.personId === of);
  if (!holder) throw notFound();
  return [await readShelf(ctx, holder, { holders, newer, older })];
}

export async function messagesPage(ctx: Ctx, request: PageRequest): Promise<PageAnswer> {
  const { language } = request;
  const t = messageWords(language);
  const shelves = await readShelves(ctx, request);
  const isFirst = request.search.of === undefined;
  const unread = isFirst ? await countUnread(ctx, signedInPerson(ctx)) : 0;
  return show(ctx, request, {
    title: t('title'),
    ...(!isFirst && { back: { href: '/messages', text: t('backToFirst') } }),
    ...(unread > 0 && { notices: [{ kind: 'information' as const, body: <p>{t('unread', { count: unread })}</p> }] }),
    children: (
      <>
        <h1>{t('title')}</h1>
        {shelves.map((shelf) => (
          <ShelfPart key={shelf.personId} ctx={ctx} shelf={shelf} language={language} />
        ))}
        <p>
          <ButtonLink href="/ask">{t('ask')}</ButtonLink>
        </p>
      </>
    ),
  });
}

import { listConversationsOf, type PersonConversation } from '../../modules/desk/index.ts';
import type { Person } from '../../platform/access/actor.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { PageAnswer, PageRequest } from '../../platform/http/route.ts';
import { formatRelative, type Language } from '../../platform/i18n/messages.ts';
import { ButtonLink, CardList, type CardProps, EmptyState, type TagTone } from '../kit/index.ts';
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

export interface Listed extends PersonConversation {
  readonly isUnread: boolean;
}

/** Whose conversations they are, own first. */
export interface Shelf {
  readonly personId: string;
  readonly name: string;
  readonly isOwn: boolean;
  readonly conversations: readonly Listed[];
}

/** What was asked for somebody who has a shelf here stands on theirs, once, whoever of them asked it. */
export async function readShelves(ctx: Ctx, person: Person): Promise<Shelf[]> {
  const people = [
    { personId: person.id, name: person.name, isOwn: true },
    ...person.actsFor
      .filter(({ scopes }) => scopes.includes('messages'))
      .map(({ personId, name }) => ({ personId, name, isOwn: false })),
  ];
  const shelved = new Map(people.map((one) => [one.personId, [] as PersonConversation[]]));
  for (const asker of people)
    for (const one of await listConversationsOf(ctx, asker.personId))
      shelved.get(one.about && shelved.has(one.about.personId) ? one.about.personId : asker.personId)?.push(one);
  const shelves: Shelf[] = [];
  for (const one of people) {
    const all = (shelved.get(one.personId) ?? []).toSorted(newestFirst);
    shelves.push({ ...one, conversations: await withUnread(ctx, person.id, all) });
  }
  return shelves;
}

const newestFirst = (a: PersonConversation, b: PersonConversation) =>
  Temporal.Instant.compare(b.lastMessageAt, a.lastMessageAt);

async function withUnread(ctx: Ctx, personId: string, all: readonly PersonConversation[]): Promise<Listed[]> {
  const read = await selectRead(
    ctx,
    personId,
    all.map((one) => one.id),
  );
  return all.map((one) => {
    const until = read.get(one.id);
    const last = Temporal.Instant.from(one.lastMessageAt);
    const isUnread = one.lastMessageFrom === 'staff' && (!until || Temporal.Instant.compare(until, last) < 0);
    return { ...one, isUnread };
  });
}

export const countUnread = (shelves: readonly Shelf[]): number =>
  shelves.flatMap((shelf) => shelf.conversations).filter((one) => one.isUnread).length;

function cardOf(ctx: Ctx, shelf: Shelf, one: Listed, language: Language): CardProps & { id: string } {
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

function ShelfPart({ ctx, shelf, language }: { ctx: Ctx; shelf: Shelf; language: Language }) {
  const t = messageWords(language);
  const { name, isOwn, conversations } = shelf;
  return (
    <section>
      <h2>{isOwn ? t('mine') : t('of', { name })}</h2>
      {isOwn ? null : <p>{t('actingFor', { name })}</p>}
      {conversations.length > 0 ? (
        <CardList cards={conversations.map((one) => cardOf(ctx, shelf, one, language))} />
      ) : (
        <EmptyState title={isOwn ? t('none') : t('noneOf', { name })}>
          {isOwn ? <p>{t('noneBody')}</p> : null}
        </EmptyState>
      )}
      {conversations.length >= 100 ? <p>{t('earlier')}</p> : null}
    </section>
  );
}

export async function messagesPage(ctx: Ctx, request: PageRequest): Promise<PageAnswer> {
  const { language } = request;
  const t = messageWords(language);
  const shelves = await readShelves(ctx, signedInPerson(ctx));
  const unread = countUnread(shelves);
  return show(ctx, request, {
    title: t('title'),
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

import type { ReactNode } from 'react';

export type TagTone = 'plain' | 'waiting' | 'done' | 'attention';

const toneSigns: Record<TagTone, string> = { plain: '', waiting: '◔', done: '✓', attention: '●' };

/** A status in a word or two; its sign and words tell it, the colour only repeats them. */
export const Tag = ({ tone = 'plain', children }: { tone?: TagTone | undefined; children: ReactNode }) => (
  <strong className={`bedside-tag bedside-tag--${tone}`}>
    {toneSigns[tone] ? <span aria-hidden="true">{toneSigns[tone]} </span> : null}
    {children}
  </strong>
);

export type CardProps = {
  title: ReactNode;
  href?: string | undefined;
  tag?: { tone: TagTone; text: string } | undefined;
  /** A line or two under the title. */
  children?: ReactNode;
  /** When, who: smaller. */
  note?: ReactNode;
  headingLevel?: 2 | 3 | undefined;
};

export function Card({ title, href, tag, children, note, headingLevel = 2 }: CardProps) {
  const Heading = `h${headingLevel}` as const;
  return (
    <div className={href === undefined ? 'bedside-card' : 'bedside-card bedside-card--link'}>
      <Heading className="bedside-card__title">
        {href === undefined ? (
          title
        ) : (
          <a className="bedside-card__link" href={href}>
            {title}
          </a>
        )}
      </Heading>
      {tag === undefined ? null : <Tag tone={tag.tone}>{tag.text}</Tag>}
      {children === undefined ? null : <div className="bedside-card__body">{children}</div>}
      {note === undefined ? null : <p className="bedside-card__note">{note}</p>}
    </div>
  );
}

export type CardListProps = {
  cards: readonly (CardProps & { id: string })[];
  /** Two beside each other where there is room, for choices of equal weight. */
  columns?: 1 | 2 | undefined;
};

export const CardList = ({ cards, columns = 1 }: CardListProps) => (
  <ul className={columns === 2 ? 'bedside-cards bedside-cards--two' : 'bedside-cards'}>
    {cards.map(({ id, ...card }) => (
      <li key={id}>
        <Card {...card} />
      </li>
    ))}
  </ul>
);

import { VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { LikelyPerson } from '../../../../server/modules/people/contract.ts';
import { LinkAnchor } from '../../../lib/links.tsx';
import { useShortcut } from '../../../lib/shortcuts.tsx';
import { ActionButton } from '../../../ui/action-button.tsx';
import { Section, Tag } from '../../../ui/parts.tsx';
import { foundLine } from './found.ts';
import styles from './person.module.css';
import { likelyQuery } from './queries.ts';
import { likelyWords as words } from './words.ts';

interface LikelyProps {
  personId: string;
  verified: boolean;
  /** Opens the form in which a colleague says that they are one; nothing is joined by itself. */
  onChoose: ((person: LikelyPerson) => void) | undefined;
}

/** Known persons a record may belong to, or second records of a known person, with what speaks for each. */
export function LikelyPersons({ personId, verified, onChoose }: LikelyProps) {
  const { data } = useQuery(likelyQuery(personId));
  const people = data?.people ?? [];
  const [first] = people;
  useShortcut('i', verified ? words.compare : words.link, words.group, first && onChoose && (() => onChoose(first)));
  if (people.length === 0) return null;
  return (
    <Section title={verified ? words.doubles : words.whoIsThis}>
      <p className={styles.soft}>{verified ? words.doublesWhy : words.why}</p>
      <ul className={styles.lines}>
        {people.map((one) => (
          <li key={one.id} className={styles.likely}>
            <div>
              <LinkAnchor to="/people/$personId" params={{ personId: one.id }} size="sm">
                {one.displayName}
              </LinkAnchor>
              <div className={styles.soft}>{foundLine(one)}</div>
              <div className={styles.tags}>
                {one.why.map((likeness) => (
                  <Tag key={likeness} tone="info">
                    {words.likeness[likeness]}
                  </Tag>
                ))}
              </div>
            </div>
            {onChoose && (
              <ActionButton
                size="compact-sm"
                variant="default"
                {...(one === first && { keys: 'i' })}
                onClick={() => onChoose(one)}
              >
                {verified ? words.compare : words.link}
                <VisuallyHidden>: {one.displayName}</VisuallyHidden>
              </ActionButton>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What was compared, as the first words of the reason; who links adds what they asked. */
export const likelyReason = (one: LikelyPerson): string =>
  words.reason(one.why.map((likeness) => words.likeness[likeness]).join(', '));

import { Button, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { paths } from '../../../lib/paths.ts';
import { ActionButton } from '../../../ui/action-button.tsx';
import { Moment } from '../../../ui/moment.tsx';
import { PaneBody } from '../../../ui/panes.tsx';
import { Section } from '../../../ui/parts.tsx';
import { CareTeams } from './care-teams.tsx';
import { happenedWords } from './naming.ts';
import styles from './person.module.css';
import { Conversations, Visits } from './person-side.tsx';
import { bannerQuery, timelineQuery } from './queries.ts';
import { usePersonStep } from './steps.ts';
import { formWords, words } from './words.ts';

/** What happened with this person: conversations, visits, and the line of time. */
export function PersonRecord({ personId, onLog }: { personId: string; onLog: () => void }) {
  const { data: it } = useQuery(bannerQuery(personId));
  const timeline = useQuery(timelineQuery(personId));
  const step = usePersonStep();
  // Visits stand above, with what they were.
  const happened = timeline.data?.entries.filter(({ kind }) => !/(^|\.)visit(-recorded)?$/.test(kind));
  return (
    <PaneBody>
      <div className={styles.page}>
        <div className={styles.line}>
          <Title order={1}>{it?.displayName ?? ' '}</Title>
          <ActionButton keys="l" onClick={onLog}>
            {formWords.log}
          </ActionButton>
        </div>
        <Section title={words.allConversations}>
          <Conversations personId={personId} none={words.noneYet} />
        </Section>
        <CareTeams personId={personId} />
        <Visits personId={personId} most={50} />
        <Section title={words.timeline}>
          {happened?.length === 0 && <span className={styles.soft}>{words.noTimeline}</span>}
          <ul className={styles.lines}>
            {happened?.map((entry) => (
              <li key={entry.id} className={styles.line}>
                <span>{happenedWords(entry.kind)}</span>
                <span className={styles.soft}>
                  <Moment at={entry.at} />
                </span>
              </li>
            ))}
          </ul>
        </Section>
        {it && it.merges.length > 0 && (
          <Section title={words.merged}>
            <ul className={styles.lines}>
              {it.merges.map((one) => (
                <li key={one.mergeId} className={styles.line}>
                  <span>
                    {one.displayName} <span className={styles.soft}>{one.reason}</span>
                  </span>
                  <Button
                    size="compact-xs"
                    variant="default"
                    onClick={() =>
                      step.mutate({
                        path: paths.people.mergeUndo(one.mergeId),
                        body: { reason: 'Taken apart by staff' },
                      })
                    }
                  >
                    {formWords.unmerge}
                  </Button>
                </li>
              ))}
            </ul>
          </Section>
        )}
      </div>
    </PaneBody>
  );
}

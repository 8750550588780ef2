import { Button, Title } from '@mantine/core';
import { IconArrowLeft, IconClockHour4 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Target } from '../../../server/modules/desk/contract.ts';
import { LinkButton } from '../../lib/links.tsx';
import { troubleWords } from '../../lib/problem.ts';
import { PaneBody, PaneHead, Panes } from '../../ui/panes.tsx';
import { EmptyState, SkeletonRows, Trouble } from '../../ui/parts.tsx';
import styles from '../features/answering/answering.module.css';
import { durationWords } from '../features/answering/durations.ts';
import { PromiseSection } from '../features/answering/promise.tsx';
import { targetsQuery } from '../features/answering/queries.ts';
import { words } from '../features/answering/words.ts';
import { reasonNames, reasonWords } from '../features/desk/reason-words.ts';
import { usePageTitle } from '../features/shell/page-title.ts';
import rowStyles from '../features/team/team.module.css';

/** Stands for every question without a promise of its own. */
const every = '';
const nameOf = (reason: string) => (reason === every ? words.every : reasonWords(reason));

const ownRow = (targets: readonly Target[], reason: string, urgent: boolean) =>
  targets.find((one) => (one.reason ?? every) === reason && one.urgent === urgent);
const rowFor = (targets: readonly Target[], reason: string, urgent: boolean) =>
  ownRow(targets, reason, urgent) ?? ownRow(targets, every, urgent);

/** What is promised about each kind of question, and what that means. */
export function AnsweringPage() {
  usePageTitle(words.title);
  const found = useQuery(targetsQuery);
  const [chosen, setChosen] = useState<string>();
  const targets = found.data?.targets ?? [];
  const reasons = [...new Set([every, ...reasonNames, ...targets.map((one) => one.reason ?? every)])];
  return (
    <Panes
      listLabel={words.title}
      detailLabel={words.list}
      open={chosen !== undefined}
      shown="detail"
      onShow={() => {}}
      back={
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconArrowLeft size={16} aria-hidden />}
          onClick={() => setChosen(undefined)}
        >
          {words.backToList}
        </Button>
      }
      list={
        <>
          <PaneHead>
            <LinkButton
              to="/team"
              size="compact-sm"
              variant="subtle"
              leftSection={<IconArrowLeft size={16} aria-hidden />}
            >
              {words.back}
            </LinkButton>
            <Title order={1}>{words.title}</Title>
            <span className={styles.soft}>{words.more}</span>
          </PaneHead>
          <PaneBody>
            {found.isPending && <SkeletonRows rows={7} height={44} label={words.loading} />}
            {found.isError && (
              <Trouble title={words.failed} retry={() => void found.refetch()} retryLabel={words.retry}>
                {troubleWords(found.error)}
              </Trouble>
            )}
            {found.data &&
              reasons.map((reason) => (
                <button
                  key={reason}
                  type="button"
                  className={rowStyles.row}
                  aria-pressed={chosen === reason}
                  onClick={() => setChosen(reason)}
                >
                  <IconClockHour4 size={20} aria-hidden />
                  <span>
                    <b>{nameOf(reason)}</b>
                    <Numbers targets={targets} reason={reason} urgent={false} />
                    <Numbers targets={targets} reason={reason} urgent={true} />
                  </span>
                </button>
              ))}
          </PaneBody>
        </>
      }
      detail={
        chosen === undefined ? (
          <EmptyState icon={<IconClockHour4 size={44} aria-hidden />} title={words.pick}>
            {words.pickMore}
          </EmptyState>
        ) : (
          <PaneBody>
            <div className={styles.page}>
              <Title order={1}>{nameOf(chosen)}</Title>
              <span className={styles.soft}>
                {chosen === every && words.everyMore} {words.newOnes}
              </span>
              {[false, true].map((urgent) => {
                const row = rowFor(targets, chosen, urgent);
                const hasOwn = ownRow(targets, chosen, urgent) !== undefined;
                return (
                  row && (
                    <PromiseSection
                      key={`${chosen} ${urgent} ${row.responseMinutes} ${row.resolutionMinutes} ${hasOwn}`}
                      it={{ ...row, reason: chosen === every ? null : chosen }}
                      hasOwn={hasOwn}
                      may={found.data?.can.includes('set') ?? false}
                    />
                  )
                );
              })}
            </div>
          </PaneBody>
        )
      }
    />
  );
}

function Numbers(props: { targets: readonly Target[]; reason: string; urgent: boolean }) {
  const row = rowFor(props.targets, props.reason, props.urgent);
  if (!row) return null;
  const isOwn = props.reason === every || ownRow(props.targets, props.reason, props.urgent) !== undefined;
  return (
    <span className={`${styles.soft} ${styles.numbers}`}>
      {props.urgent ? words.urgentShort : words.usualShort}:{' '}
      {isOwn ? words.both(durationWords(row.responseMinutes), durationWords(row.resolutionMinutes)) : words.asEvery}
    </span>
  );
}

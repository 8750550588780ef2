import { Button, NativeSelect, Title } from '@mantine/core';
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
import { LadderSection } from '../features/answering/ladder.tsx';
import { PoolSection } from '../features/answering/pool.tsx';
import { PromiseSection } from '../features/answering/promise.tsx';
import { targetsQuery } from '../features/answering/queries.ts';
import { words } from '../features/answering/words.ts';
import { teamsQuery } from '../features/desk/queries.ts';
import { reasonNames, reasonWords } from '../features/desk/reason-words.ts';
import { usePageTitle } from '../features/shell/page-title.ts';
import rowStyles from '../features/team/team.module.css';

/** Stands for every question without a promise of its own. */
const every = '';
const nameOf = (reason: string) => (reason === every ? words.every : reasonWords(reason));

interface Kind {
  readonly team: string;
  readonly reason: string;
}
const ownRow = (targets: readonly Target[], { team, reason }: Kind, urgent: boolean) =>
  targets.find((one) => (one.teamId ?? every) === team && (one.reason ?? every) === reason && one.urgent === urgent);
/** The narrowest that there is, as the server chooses. */
const rowFor = (targets: readonly Target[], { team, reason }: Kind, urgent: boolean) =>
  [
    ...[
      { team, reason },
      { team, reason: every },
    ],
    ...[
      { team: every, reason },
      { team: every, reason: every },
    ],
  ]
    .map((kind) => ownRow(targets, kind, urgent))
    .find((row) => row !== undefined);

/** What is promised about each kind of question, and what that means. */
export function AnsweringPage() {
  usePageTitle(words.title);
  const found = useQuery(targetsQuery);
  const [chosen, setChosen] = useState<string>();
  const [team, setTeam] = useState(every);
  const teams = useQuery(teamsQuery);
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
            <NativeSelect
              label={words.forTeam}
              value={team}
              onChange={(event) => setTeam(event.currentTarget.value)}
              data={[
                { value: every, label: words.everyTeam },
                ...(teams.data?.teams ?? []).map((one) => ({ value: one.id, label: one.name })),
              ]}
            />
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
                    <Numbers targets={targets} kind={{ team, reason }} urgent={false} />
                    <Numbers targets={targets} kind={{ team, reason }} urgent={true} />
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
                const kind = { team, reason: chosen };
                const row = rowFor(targets, kind, urgent);
                const hasOwn = ownRow(targets, kind, urgent) !== undefined;
                return (
                  row && (
                    <PromiseSection
                      key={[
                        team,
                        chosen,
                        urgent,
                        row.responseMinutes,
                        row.nextResponseMinutes,
                        row.resolutionMinutes,
                        hasOwn,
                      ].join()}
                      it={{ ...row, teamId: team === every ? null : team, reason: chosen === every ? null : chosen }}
                      hasOwn={hasOwn}
                      may={found.data?.can.includes('set') ?? false}
                    />
                  )
                );
              })}
              {chosen === every && <LadderSection teamId={team === every ? null : team} />}
              {chosen === every && <PoolSection teamId={team === every ? null : team} />}
            </div>
          </PaneBody>
        )
      }
    />
  );
}

function Numbers(props: { targets: readonly Target[]; kind: Kind; urgent: boolean }) {
  const row = rowFor(props.targets, props.kind, props.urgent);
  if (!row) return null;
  const isOwn = ownRow(props.targets, props.kind, props.urgent) !== undefined;
  return (
    <span className={`${styles.soft} ${styles.numbers}`}>
      {props.urgent ? words.urgentShort : words.usualShort}:{' '}
      {isOwn ? words.both(durationWords(row.responseMinutes), durationWords(row.resolutionMinutes)) : words.asEvery}
    </span>
  );
}

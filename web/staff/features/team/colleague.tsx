import { Button, Group, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Profile } from '../../../../server/modules/workforce/contract.ts';
import { command } from '../../../lib/api.ts';
import { paths } from '../../../lib/paths.ts';
import { troubleWords } from '../../../lib/problem.ts';
import { useHasMail } from '../../../lib/session.ts';
import { ActionButton } from '../../../ui/action-button.tsx';
import { Moment } from '../../../ui/moment.tsx';
import { PaneBody } from '../../../ui/panes.tsx';
import { Facts, Initials, Section, SkeletonRows, Tag, Trouble } from '../../../ui/parts.tsx';
import { profileQuery, teamsQuery } from './queries.ts';
import { useTeamStep } from './step.ts';
import styles from './team.module.css';
import { roleWords, words } from './words.ts';

/** One colleague: where they work, and when they are away. */
export function Colleague({ id }: { id: string }) {
  const found = useQuery(profileQuery(id));
  const teams = useQuery(teamsQuery);
  if (found.isPending) return <SkeletonRows rows={4} height={70} label={words.loading} />;
  if (!found.data) return <Trouble title={words.failed}>{troubleWords(found.error)}</Trouble>;
  const it = found.data;
  const names = it.teamIds.map((one) => teams.data?.teams.find((team) => team.id === one)?.name).filter(Boolean);
  return (
    <PaneBody>
      <div className={styles.page}>
        <div className={styles.who}>
          <Initials name={it.name} size={46} />
          <div>
            <Title order={1}>{it.name}</Title>
            {it.absent && <Tag tone="warn">{words.away}</Tag>}
          </div>
        </div>
        <Section title={words.detail}>
          <Facts
            rows={[
              [words.email, it.email],
              [words.shownAs, it.shownAs],
              [words.roles, it.roles.map(roleWords).join(', ')],
              [words.teams, names.join(', ') || words.noTeams],
            ]}
          />
        </Section>
        <Absences it={it} />
        {it.can.includes('dismiss') && <Dismissal it={it} />}
      </div>
    </PaneBody>
  );
}

function Absences({ it }: { it: Profile }) {
  const step = useTeamStep();
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  const record = () =>
    step.mutate(
      {
        said: words.recorded,
        run: () =>
          command(paths.workforce.absences(it.id), {
            from: new Date(from).toISOString(),
            ...(until && { until: new Date(until).toISOString() }),
          }),
      },
      {
        onSuccess: () => {
          setFrom('');
          setUntil('');
        },
      },
    );
  return (
    <Section title={words.absence}>
      {it.absences.length === 0 && <span className={styles.soft}>{words.noAbsence}</span>}
      {it.absences.map((one) => (
        <Group key={one.id} justify="space-between">
          <span>
            <Moment at={one.from} /> – {one.until ? <Moment at={one.until} /> : '…'}
          </span>
          {it.can.includes('record-absence') && (
            <Button
              size="compact-sm"
              variant="default"
              onClick={() =>
                step.mutate({ said: words.backSaid, run: () => command(paths.workforce.absenceReturn(one.id)) })
              }
            >
              {words.back}
            </Button>
          )}
        </Group>
      ))}
      {it.can.includes('record-absence') && (
        <>
          <Group grow mt={10}>
            <TextInput
              type="datetime-local"
              label={words.from}
              value={from}
              onChange={(event) => setFrom(event.currentTarget.value)}
            />
            <TextInput
              type="datetime-local"
              label={words.until}
              value={until}
              onChange={(event) => setUntil(event.currentTarget.value)}
            />
          </Group>
          <Group mt={8}>
            <ActionButton
              variant="default"
              loading={step.isPending}
              blocked={from === '' ? words.missing(words.from) : undefined}
              onClick={record}
            >
              {words.recordAbsence}
            </ActionButton>
            <span className={styles.soft}>{words.absenceWhy}</span>
          </Group>
        </>
      )}
    </Section>
  );
}

/** Takes effect at once and has no undo, so it is asked twice. */
function Dismissal({ it }: { it: Profile }) {
  const step = useTeamStep();
  const [sure, setSure] = useState(false);
  const hasMail = useHasMail();
  const said = hasMail ? words.invited : words.invitedByFile;
  const invite = () => step.mutate({ said, run: () => command(paths.workforce.invitation(it.id)) });
  return (
    <Group px={14} py={12}>
      <Button variant="default" onClick={invite}>
        {words.inviteAgain}
      </Button>
      {sure ? (
        <>
          <Button
            color="brick"
            loading={step.isPending}
            onClick={() =>
              step.mutate({ said: words.dismissSaid, run: () => command(paths.workforce.dismissal(it.id)) })
            }
          >
            {words.dismissSure}
          </Button>
          <Button variant="default" onClick={() => setSure(false)}>
            {words.cancel}
          </Button>
        </>
      ) : (
        <Button variant="default" onClick={() => setSure(true)}>
          {words.dismiss}
        </Button>
      )}
    </Group>
  );
}

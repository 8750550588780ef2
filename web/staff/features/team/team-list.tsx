import { Button, Group, NativeSelect, SegmentedControl, TextInput, Title } from '@mantine/core';
import { IconClockHour4, IconUserPlus, IconUsersGroup } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { LinkButton } from '../../../lib/links.tsx';
import { troubleWords } from '../../../lib/problem.ts';
import { useShortcut } from '../../../lib/shortcuts.tsx';
import { ActionButton } from '../../../ui/action-button.tsx';
import { useSettled } from '../../../ui/moment.tsx';
import { PaneBody, PaneHead } from '../../../ui/panes.tsx';
import { EmptyState, Initials, SkeletonRows, Tag, Trouble } from '../../../ui/parts.tsx';
import { facilitiesQuery, staffQuery, teamsQuery } from './queries.ts';
import styles from './team.module.css';
import { roleWords, teamWords, words } from './words.ts';

export type TeamFormName = 'invite' | 'team' | 'facility' | 'change';

interface TeamListProps {
  isTeams: boolean;
  chosen: string | undefined;
  mayBuild: boolean;
  /** Nobody else works here yet: everything one begins with is at hand. */
  alone: boolean;
  onView: (view: 'teams' | undefined) => void;
  onChoose: (id: string) => void;
  onForm: (form: TeamFormName) => void;
}

/** Colleagues or teams: two ways to the same house. */
export function TeamList(props: TeamListProps) {
  const { isTeams, mayBuild, alone, onView, onForm } = props;
  useShortcut('i', words.invite, words.title, mayBuild ? () => onForm('invite') : undefined);
  return (
    <>
      <PaneHead>
        <Group justify="space-between" wrap="nowrap">
          <Title order={1}>{isTeams ? teamWords.title : words.title}</Title>
          {mayBuild && (
            <ActionButton
              size="compact-sm"
              variant="light"
              keys="i"
              leftSection={<IconUserPlus size={16} aria-hidden />}
              onClick={() => onForm('invite')}
            >
              {words.invite}
            </ActionButton>
          )}
        </Group>
        <SegmentedControl
          mt={8}
          fullWidth
          aria-label={teamWords.view}
          value={isTeams ? 'teams' : 'colleagues'}
          onChange={(value) => onView(value === 'teams' ? 'teams' : undefined)}
          data={[
            { value: 'colleagues', label: words.staff },
            { value: 'teams', label: teamWords.list },
          ]}
        />
        <Group gap={6} mt={8}>
          {mayBuild && (isTeams || alone) && (
            <>
              <Button size="compact-sm" variant="default" onClick={() => onForm('facility')}>
                {words.newFacility}
              </Button>
              <Button size="compact-sm" variant="default" onClick={() => onForm('team')}>
                {words.newTeam}
              </Button>
            </>
          )}
          <LinkButton
            to="/answering"
            size="compact-sm"
            variant="default"
            leftSection={<IconClockHour4 size={16} aria-hidden />}
          >
            {teamWords.answering}
          </LinkButton>
        </Group>
      </PaneHead>
      {isTeams ? <Teams {...props} /> : <Colleagues {...props} />}
    </>
  );
}

function Colleagues({ chosen, onChoose }: TeamListProps) {
  const teams = useQuery(teamsQuery);
  const [typed, setTyped] = useState('');
  const [teamId, setTeamId] = useState<string>();
  const staff = useInfiniteQuery(staffQuery(useSettled(typed.trim(), 200), teamId));
  const rows = staff.data?.pages.flatMap((page) => page.staff) ?? [];
  return (
    <>
      <PaneHead>
        <NativeSelect
          aria-label={words.team}
          value={teamId ?? 'all'}
          onChange={({ currentTarget: { value } }) => setTeamId(value === 'all' ? undefined : value)}
          data={[
            { value: 'all', label: words.all },
            ...(teams.data?.teams ?? []).map((one) => ({ value: one.id, label: one.name })),
          ]}
        />
        <TextInput
          mt={6}
          type="search"
          aria-label={words.search}
          placeholder={words.search}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </PaneHead>
      <PaneBody>
        {staff.isPending && <SkeletonRows rows={7} height={44} label={words.loading} />}
        {staff.isError && (
          <Trouble title={words.failed} retry={() => void staff.refetch()} retryLabel={words.retry}>
            {troubleWords(staff.error)}
          </Trouble>
        )}
        {staff.data && rows.length === 0 && (
          <EmptyState icon={<IconUsersGroup size={40} aria-hidden />} title={words.nobody}>
            {words.nobodyMore}
          </EmptyState>
        )}
        {rows.map((one) => (
          <button
            key={one.id}
            type="button"
            className={styles.row}
            aria-pressed={chosen === one.id}
            onClick={() => onChoose(one.id)}
          >
            <Initials name={one.name} size={32} />
            <span>
              <b>{one.name}</b>
              <span className={styles.soft} style={{ display: 'block' }}>
                {one.roles.map(roleWords).join(', ')}
              </span>
            </span>
            {one.absent && <Tag tone="warn">{words.away}</Tag>}
          </button>
        ))}
        {staff.hasNextPage && (
          <Button m={12} variant="default" onClick={() => void staff.fetchNextPage()}>
            {words.more}
          </Button>
        )}
      </PaneBody>
    </>
  );
}

function Teams({ chosen, onChoose }: TeamListProps) {
  const teams = useQuery(teamsQuery);
  const facilities = useQuery(facilitiesQuery).data?.facilities ?? [];
  return (
    <PaneBody>
      {teams.isPending && <SkeletonRows rows={4} height={44} label={words.loading} />}
      {teams.isError && (
        <Trouble title={words.failed} retry={() => void teams.refetch()} retryLabel={words.retry}>
          {troubleWords(teams.error)}
        </Trouble>
      )}
      {teams.data?.teams.length === 0 && (
        <EmptyState icon={<IconUsersGroup size={40} aria-hidden />} title={teamWords.none}>
          {teamWords.noneMore}
        </EmptyState>
      )}
      {teams.data?.teams.map((one) => (
        <button
          key={one.id}
          type="button"
          className={styles.row}
          aria-pressed={chosen === one.id}
          onClick={() => onChoose(one.id)}
        >
          <IconUsersGroup size={22} aria-hidden />
          <span>
            <b>{one.name}</b>
            <span className={styles.soft} style={{ display: 'block' }}>
              {facilities.find((place) => place.id === one.facilityId)?.name ?? words.wholeHospital}
              {', '}
              {teamWords.members(one.memberIds.length)}
            </span>
          </span>
        </button>
      ))}
    </PaneBody>
  );
}

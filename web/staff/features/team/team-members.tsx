import { Button, TextInput } from '@mantine/core';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Colleague, TeamDetail } from '../../../../server/modules/workforce/contract.ts';
import { command } from '../../../lib/api.ts';
import { paths } from '../../../lib/paths.ts';
import { useSettled } from '../../../ui/moment.tsx';
import { Initials, Section, Tag } from '../../../ui/parts.tsx';
import { staffQuery, workOfStaffQuery } from './queries.ts';
import { useTeamStep } from './step.ts';
import styles from './team.module.css';
import { roleWords, teamWords, words } from './words.ts';

interface TeamMembersProps {
  it: TeamDetail;
  onColleague: (id: string) => void;
}

/** Who belongs to a team, and who could. */
export function TeamMembers({ it, onColleague }: TeamMembersProps) {
  const client = useQueryClient();
  const step = useTeamStep();
  const staff = useInfiniteQuery(staffQuery('', it.id));
  const may = it.can.includes('change-members');
  const members = staff.data?.pages.flatMap((page) => page.staff) ?? [];
  const remove = async (one: Colleague) => {
    const work = await client.fetchQuery(workOfStaffQuery(one.id, true)).catch(() => undefined);
    const open = work?.teams.find((row) => row.teamId === it.id)?.open ?? 0;
    const member = paths.workforce.teamMember(it.id, one.id);
    step.mutate({
      said: teamWords.removed(one.name, open),
      run: () => command(member, undefined, { method: 'DELETE' }),
      undo: () => command(member, undefined, { method: 'PUT' }),
    });
  };
  return (
    <Section title={teamWords.membersTitle}>
      {staff.data && members.length === 0 && <span className={styles.soft}>{teamWords.noMembers}</span>}
      <ul className={styles.plain}>
        {members.map((one) => (
          <li key={one.id} className={styles.line}>
            <Who one={one} onOpen={() => onColleague(one.id)} />
            {may && (
              <Button
                size="compact-sm"
                variant="default"
                aria-label={teamWords.removeNamed(one.name)}
                disabled={step.isPending}
                onClick={() => void remove(one)}
              >
                {teamWords.remove}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {staff.hasNextPage && (
        <Button size="compact-sm" variant="default" onClick={() => void staff.fetchNextPage()}>
          {words.more}
        </Button>
      )}
      {may && <AddMember it={it} />}
    </Section>
  );
}

function AddMember({ it }: { it: TeamDetail }) {
  const step = useTeamStep();
  const [typed, setTyped] = useState('');
  const wanted = useSettled(typed.trim(), 200);
  const found = useInfiniteQuery({ ...staffQuery(wanted, undefined), enabled: wanted !== '' });
  const others = (found.data?.pages.flatMap((page) => page.staff) ?? []).filter(
    (one) => !it.memberIds.includes(one.id),
  );
  const add = (one: Colleague) => {
    const member = paths.workforce.teamMember(it.id, one.id);
    step.mutate(
      {
        said: teamWords.added(one.name),
        run: () => command(member, undefined, { method: 'PUT' }),
        undo: () => command(member, undefined, { method: 'DELETE' }),
      },
      { onSuccess: () => setTyped('') },
    );
  };
  return (
    <>
      <TextInput
        mt={8}
        type="search"
        label={teamWords.add}
        placeholder={words.search}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {wanted !== '' && typed.trim() !== '' && (
        <ul className={styles.plain}>
          {others.slice(0, 8).map((one) => (
            <li key={one.id} className={styles.line}>
              <Who one={one} />
              <Button size="compact-sm" disabled={step.isPending} onClick={() => add(one)}>
                {teamWords.addNamed(one.name)}
              </Button>
            </li>
          ))}
          {found.data && others.length === 0 && <li className={styles.soft}>{teamWords.addNone}</li>}
        </ul>
      )}
    </>
  );
}

/** The role stands behind the name: two may have one name. */
function Who({ one, onOpen }: { one: Colleague; onOpen?: () => void }) {
  return (
    <span className={styles.member}>
      <Initials name={one.name} />
      <span>
        {onOpen ? (
          <button type="button" className={styles.link} onClick={onOpen}>
            {one.name}
          </button>
        ) : (
          <b>{one.name}</b>
        )}{' '}
        <span className={styles.soft}>{one.roles.map(roleWords).join(', ')}</span>{' '}
        {one.absent && <Tag tone="warn">{words.away}</Tag>}
      </span>
    </span>
  );
}

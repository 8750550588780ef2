import { Checkbox, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Profile, TeamDetail } from '../../../../server/modules/workforce/contract.ts';
import { command } from '../../../lib/api.ts';
import { paths } from '../../../lib/paths.ts';
import { Section } from '../../../ui/parts.tsx';
import { teamsQuery, workOfStaffQuery } from './queries.ts';
import { useTeamStep } from './step.ts';
import styles from './team.module.css';
import { colleagueWords, words } from './words.ts';

/** In which teams somebody works: given and taken with one press each, and taken back as easily. */
export function Memberships({ it }: { it: Profile }) {
  const teams = useQuery(teamsQuery).data?.teams ?? [];
  const step = useTeamStep();
  const mayAny = teams.some((team) => team.can.includes('change-members'));
  const work = useQuery(workOfStaffQuery(it.id, mayAny));
  const own = teams.filter((team) => it.teamIds.includes(team.id));
  if (!mayAny)
    return (
      <Section title={words.teams}>
        {own.map((team) => team.name).join(', ') || <span className={styles.soft}>{words.noTeams}</span>}
      </Section>
    );
  const toggle = (team: TeamDetail, joins: boolean) => {
    // Not disabled meanwhile: that would take the focus from the keyboard.
    if (step.isPending) return;
    const member = paths.workforce.teamMember(team.id, it.id);
    const join = () => command(member, undefined, { method: 'PUT' });
    const leave = () => command(member, undefined, { method: 'DELETE' });
    const open = work.data?.teams.find((one) => one.teamId === team.id)?.open ?? 0;
    step.mutate({
      run: joins ? join : leave,
      undo: joins ? leave : join,
      said: joins ? colleagueWords.joinedTeam(team.name) : colleagueWords.leftTeam(team.name, open),
    });
  };
  return (
    <Section title={words.teams}>
      <Stack gap={8}>
        {teams.map((team) => {
          const may = team.can.includes('change-members');
          return (
            <Checkbox
              key={team.id}
              label={team.name}
              description={may ? team.purposeWords : colleagueWords.onlyTheirs}
              checked={it.teamIds.includes(team.id)}
              disabled={!may}
              onChange={(event) => toggle(team, event.currentTarget.checked)}
            />
          );
        })}
      </Stack>
      <p className={styles.soft}>{colleagueWords.teamsWhy}</p>
    </Section>
  );
}

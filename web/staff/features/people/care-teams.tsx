import { useQuery } from '@tanstack/react-query';
import { Section, Tag } from '../../../ui/parts.tsx';
import { dateWords } from './found.ts';
import styles from './person.module.css';
import { careTeamsQuery } from './queries.ts';
import { careTeamWords as words } from './words.ts';

/** Who looks after this person: those that go on; what is over is counted, not listed. */
export function CareTeams({ personId }: { personId: string }) {
  const { data } = useQuery(careTeamsQuery(personId));
  if (!data || data.careTeams.length === 0) return null;
  const isOver = (status: string) => status === 'inactive';
  const going = data.careTeams.filter((team) => !isOver(team.status));
  const over = data.careTeams.length - going.length;
  return (
    <Section title={words.title}>
      {going.map((team) => (
        <div key={team.id} className={styles.careTeam}>
          <div className={styles.line}>
            <b>{team.name}</b>
            <span className={styles.soft}>
              {team.status !== 'active' && <Tag tone="warn">{words.status[team.status]}</Tag>}{' '}
              {team.startsOn && words.since(dateWords(team.startsOn))}
            </span>
          </div>
          <ul className={styles.lines}>
            {team.members.map((member, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two members may have one name and no id
              <li key={at} className={styles.line}>
                <span>{member.name}</span>
                <span className={styles.soft}>{member.role}</span>
              </li>
            ))}
            {team.members.length === 0 && <li className={styles.soft}>{words.nobody}</li>}
          </ul>
        </div>
      ))}
      {over > 0 && <span className={styles.soft}>{words.over(over)}</span>}
    </Section>
  );
}

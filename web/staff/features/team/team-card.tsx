import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { troubleWords } from '../../../lib/problem.ts';
import { useShortcut } from '../../../lib/shortcuts.tsx';
import { ActionButton } from '../../../ui/action-button.tsx';
import { PaneBody } from '../../../ui/panes.tsx';
import { Facts, Section, SkeletonRows, Tag, Trouble } from '../../../ui/parts.tsx';
import { reasonWords } from '../desk/reason-words.ts';
import { facilitiesQuery, teamQuery } from './queries.ts';
import styles from './team.module.css';
import { TeamClosing } from './team-closing.tsx';
import { TeamMembers } from './team-members.tsx';
import { teamWords, words } from './words.ts';

interface TeamCardProps {
  id: string;
  onChange: () => void;
  onColleague: (id: string) => void;
  onGone: () => void;
}

/** One team: what it answers, where, and who belongs to it. Its hours stand beside it. */
export function TeamCard({ id, onChange, onColleague, onGone }: TeamCardProps) {
  const found = useQuery(teamQuery(id));
  const facilities = useQuery(facilitiesQuery).data?.facilities ?? [];
  const it = found.data;
  const may = it?.can.includes('change') ?? false;
  useShortcut('e', teamWords.change, teamWords.detail, may ? onChange : undefined);
  if (found.isPending) return <SkeletonRows rows={4} height={70} label={words.loading} />;
  if (!it) return <Trouble title={words.failed}>{troubleWords(found.error)}</Trouble>;
  const facility = facilities.find((one) => one.id === it.facilityId);
  return (
    <PaneBody>
      <div className={styles.page}>
        <Title order={1}>{it.name}</Title>
        {it.purposeWords}
        <Section
          title={teamWords.reasons}
          action={
            may && (
              <ActionButton size="compact-sm" variant="default" keys="e" onClick={onChange}>
                {teamWords.change}
              </ActionButton>
            )
          }
        >
          {it.reasons.length === 0 ? (
            <span className={styles.soft}>{teamWords.noReasons}</span>
          ) : (
            <div className={styles.tags}>
              {it.reasons.map((reason) => (
                <Tag key={reason}>{reasonWords(reason)}</Tag>
              ))}
            </div>
          )}
          <Facts rows={[[words.facility, it.facilityId ? (facility?.name ?? '…') : words.wholeHospital]]} />
          <span className={styles.soft}>{teamWords.facilityWhy}</span>
        </Section>
        <TeamMembers it={it} onColleague={onColleague} />
        <TeamClosing it={it} onGone={onGone} />
      </div>
    </PaneBody>
  );
}

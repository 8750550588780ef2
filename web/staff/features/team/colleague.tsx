import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { troubleWords } from '../../../lib/problem.ts';
import { useShortcut } from '../../../lib/shortcuts.tsx';
import { ActionButton } from '../../../ui/action-button.tsx';
import { PaneBody } from '../../../ui/panes.tsx';
import { Facts, Initials, Section, SkeletonRows, Tag, Trouble } from '../../../ui/parts.tsx';
import { Absences } from './absences.tsx';
import { Invitation, Leaving } from './leaving.tsx';
import { Memberships } from './memberships.tsx';
import { facilitiesQuery, profileQuery } from './queries.ts';
import styles from './team.module.css';
import { colleagueWords, roleMeans, roleWords, words } from './words.ts';
import { WorkingHours } from './working-hours.tsx';

interface ColleagueProps {
  id: string;
  ownId: string | undefined;
  onChange: () => void;
  onGone: () => void;
}

/** One colleague: what they may do, where they work, and when they are away. */
export function Colleague({ id, ownId, onChange, onGone }: ColleagueProps) {
  const found = useQuery(profileQuery(id));
  const facilities = useQuery(facilitiesQuery).data?.facilities ?? [];
  const it = found.data;
  const may = it?.can.includes('change') ?? false;
  useShortcut('e', colleagueWords.change, colleagueWords.group, may ? onChange : undefined);
  if (found.isPending) return <SkeletonRows rows={4} height={70} label={words.loading} />;
  if (!it) return <Trouble title={words.failed}>{troubleWords(found.error)}</Trouble>;
  const places = facilities.filter((one) => it.facilityIds.includes(one.id)).map((one) => one.name);
  return (
    <PaneBody>
      <div className={styles.page}>
        <div className={styles.who}>
          <Initials name={it.name} size={46} />
          <div>
            <Title order={1}>{it.name}</Title>
            {it.id === ownId && <Tag>{colleagueWords.you}</Tag>}
            {it.absent && <Tag tone="warn">{words.away}</Tag>}
            {!it.joined && <Tag tone="info">{colleagueWords.invited}</Tag>}
          </div>
        </div>
        <Section
          title={words.detail}
          action={
            may && (
              <ActionButton size="compact-sm" variant="default" keys="e" onClick={onChange}>
                {colleagueWords.change}
              </ActionButton>
            )
          }
        >
          <Facts
            rows={[
              [words.email, it.email],
              [words.shownAs, it.shownAs],
              [colleagueWords.facilities, places.join(', ') || colleagueWords.everywhere],
              [
                words.roles,
                it.roles.map((role) => (
                  <div key={role}>
                    {roleWords(role)} <span className={styles.soft}>{roleMeans(role)}</span>
                  </div>
                )),
              ],
            ]}
          />
        </Section>
        <Memberships it={it} />
        <WorkingHours key={it.id} it={it} />
        <Absences it={it} />
        <Invitation it={it} />
        <Leaving it={it} onGone={onGone} />
      </div>
    </PaneBody>
  );
}

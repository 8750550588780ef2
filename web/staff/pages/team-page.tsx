import { Button, Group, NativeSelect, TextInput, Title } from '@mantine/core';
import { IconArrowLeft, IconUserPlus, IconUsersGroup } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { troubleWords } from '../../lib/problem.ts';
import { isStaffSignedIn, sessionQuery } from '../../lib/session.ts';
import { useSettled } from '../../ui/moment.tsx';
import { PaneBody, PaneHead, Panes } from '../../ui/panes.tsx';
import { EmptyState, Initials, SkeletonRows, Tag, Trouble } from '../../ui/parts.tsx';
import { usePageTitle } from '../features/shell/page-title.ts';
import { FacilityForm, TeamForm } from '../features/team/begin-forms.tsx';
import { Colleague } from '../features/team/colleague.tsx';
import { InviteForm } from '../features/team/invite-form.tsx';
import { firstStaffQuery, staffQuery, teamsQuery } from '../features/team/queries.ts';
import styles from '../features/team/team.module.css';
import { TeamHours } from '../features/team/team-hours.tsx';
import { roleWords, words } from '../features/team/words.ts';

const formTitles = { invite: words.invite, team: words.newTeam, facility: words.newFacility };

/** Who works here, in which team, and who is away. */
export function TeamPage() {
  const { data: session } = useQuery(sessionQuery);
  const teams = useQuery(teamsQuery);
  const [typed, setTyped] = useState('');
  const [teamId, setTeamId] = useState<string>();
  const [chosen, setChosen] = useState<string>();
  const [form, setForm] = useState<'invite' | 'team' | 'facility'>();
  const closeForm = () => setForm(undefined);
  const [shown, setShown] = useState<'detail' | 'side'>('detail');
  const staff = useInfiniteQuery(staffQuery(useSettled(typed.trim(), 200), teamId));
  usePageTitle(words.title);
  const rows = staff.data?.pages.flatMap((page) => page.staff) ?? [];
  const mayBuild = isStaffSignedIn(session) && session.roles.includes('administrator');
  const alone = useQuery(firstStaffQuery(mayBuild)).data?.staff.length === 1;
  const side = form ? (
    <PaneBody>
      {form === 'invite' && <InviteForm onClose={closeForm} />}
      {form === 'facility' && <FacilityForm onClose={closeForm} />}
      {form === 'team' && isStaffSignedIn(session) && <TeamForm ownId={session.id} onClose={closeForm} />}
    </PaneBody>
  ) : (
    teamId && (
      <PaneBody>
        <TeamHours key={teamId} teamId={teamId} />
      </PaneBody>
    )
  );
  const open = chosen !== undefined || form !== undefined;
  return (
    <Panes
      listLabel={words.title}
      detailLabel={words.detail}
      sideLabel={form ? formTitles[form] : words.hours}
      open={open}
      shown={form ? 'side' : shown}
      onShow={setShown}
      back={
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconArrowLeft size={16} aria-hidden />}
          onClick={() => {
            setChosen(undefined);
            closeForm();
          }}
        >
          {words.backToList}
        </Button>
      }
      list={
        <>
          <PaneHead>
            <Group justify="space-between" wrap="nowrap">
              <Title order={1}>{words.title}</Title>
              {mayBuild && (
                <Button
                  size="compact-sm"
                  variant="light"
                  leftSection={<IconUserPlus size={16} aria-hidden />}
                  onClick={() => setForm('invite')}
                >
                  {words.invite}
                </Button>
              )}
            </Group>
            {mayBuild && (
              <Group gap={6} mt={8}>
                <Button size="compact-sm" variant="default" onClick={() => setForm('facility')}>
                  {words.newFacility}
                </Button>
                <Button size="compact-sm" variant="default" onClick={() => setForm('team')}>
                  {words.newTeam}
                </Button>
              </Group>
            )}
            <NativeSelect
              mt={8}
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
                onClick={() => setChosen(one.id)}
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
      }
      detail={
        chosen ? (
          <Colleague key={chosen} id={chosen} />
        ) : (
          <EmptyState icon={<IconUsersGroup size={44} aria-hidden />} title={alone ? words.begin : words.pick}>
            {alone ? `${words.beginMore} ${words.beginDesk}` : words.pickMore}
          </EmptyState>
        )
      }
      {...(side && { side })}
    />
  );
}

import { Button } from '@mantine/core';
import { IconArrowLeft, IconUsersGroup } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { isStaffSignedIn, sessionQuery } from '../../lib/session.ts';
import { PaneBody, Panes } from '../../ui/panes.tsx';
import { EmptyState } from '../../ui/parts.tsx';
import { usePageTitle } from '../features/shell/page-title.ts';
import { FacilityForm, TeamForm } from '../features/team/begin-forms.tsx';
import { Colleague } from '../features/team/colleague.tsx';
import { ColleagueForm } from '../features/team/colleague-form.tsx';
import { InviteForm } from '../features/team/invite-form.tsx';
import { firstStaffQuery, profileQuery, teamQuery } from '../features/team/queries.ts';
import { TeamCard } from '../features/team/team-card.tsx';
import { ChangeTeamForm } from '../features/team/team-form.tsx';
import { TeamHours } from '../features/team/team-hours.tsx';
import { type TeamFormName, TeamList } from '../features/team/team-list.tsx';
import { colleagueWords, teamWords, words } from '../features/team/words.ts';

const formTitles: Record<TeamFormName, string> = {
  invite: words.invite,
  team: words.newTeam,
  facility: words.newFacility,
  change: colleagueWords.change,
};

/** Who works here, in which teams, what each may do, and who is away. */
export function TeamPage() {
  const { data: session } = useQuery(sessionQuery);
  const navigate = useNavigate();
  const { view, id } = useSearch({ from: '/workplace/team' });
  const [form, setForm] = useState<TeamFormName>();
  const [shown, setShown] = useState<'detail' | 'side'>('detail');
  const isTeams = view === 'teams';
  usePageTitle(isTeams ? teamWords.title : words.title);
  const ownId = isStaffSignedIn(session) ? session.id : undefined;
  const mayBuild = isStaffSignedIn(session) && session.roles.includes('administrator');
  const alone = useQuery(firstStaffQuery(mayBuild)).data?.staff.length === 1;
  const closeForm = () => setForm(undefined);
  const go = (to: { view?: 'teams' | undefined; id?: string | undefined }) => {
    closeForm();
    setShown('detail');
    void navigate({ to: '/team', search: { ...(to.view && { view: to.view }), ...(to.id && { id: to.id }) } });
  };
  const side = form ? (
    <PaneBody>
      {form === 'invite' && <InviteForm onClose={closeForm} />}
      {form === 'facility' && <FacilityForm onClose={closeForm} />}
      {form === 'team' && ownId && <TeamForm ownId={ownId} onClose={closeForm} />}
      {form === 'change' && id && !isTeams && <ChangeColleague id={id} ownId={ownId} onClose={closeForm} />}
      {form === 'change' && id && isTeams && <ChangeTeam id={id} onClose={closeForm} />}
    </PaneBody>
  ) : (
    isTeams &&
    id && (
      <PaneBody>
        <TeamHours key={id} teamId={id} />
      </PaneBody>
    )
  );
  const beginning = alone && !isTeams;
  return (
    <Panes
      listLabel={isTeams ? teamWords.title : words.title}
      detailLabel={isTeams ? teamWords.detail : words.detail}
      sideLabel={form ? formTitles[form] : words.hours}
      open={id !== undefined || form !== undefined}
      shown={form ? 'side' : shown}
      onShow={setShown}
      back={
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconArrowLeft size={16} aria-hidden />}
          onClick={() => go({ view })}
        >
          {words.backToList}
        </Button>
      }
      list={
        <TeamList
          isTeams={isTeams}
          chosen={id}
          mayBuild={mayBuild}
          alone={alone}
          onView={(next) => go({ view: next })}
          onChoose={(next) => go({ view, id: next })}
          onForm={setForm}
        />
      }
      detail={
        id && isTeams ? (
          <TeamCard
            key={id}
            id={id}
            onChange={() => setForm('change')}
            onColleague={(next) => go({ id: next })}
            onGone={() => go({ view })}
          />
        ) : id ? (
          <Colleague key={id} id={id} ownId={ownId} onChange={() => setForm('change')} onGone={() => go({})} />
        ) : (
          <EmptyState
            icon={<IconUsersGroup size={44} aria-hidden />}
            title={beginning ? words.begin : isTeams ? teamWords.pick : words.pick}
          >
            {beginning ? `${words.beginMore} ${words.beginDesk}` : isTeams ? teamWords.pickMore : words.pickMore}
          </EmptyState>
        )
      }
      {...(side && { side })}
    />
  );
}

function ChangeColleague({ id, ownId, onClose }: { id: string; ownId: string | undefined; onClose: () => void }) {
  const { data } = useQuery(profileQuery(id));
  return data ? <ColleagueForm key={id} it={data} isOwn={id === ownId} onClose={onClose} /> : null;
}

function ChangeTeam({ id, onClose }: { id: string; onClose: () => void }) {
  const { data } = useQuery(teamQuery(id));
  return data ? <ChangeTeamForm key={id} it={data} onClose={onClose} /> : null;
}

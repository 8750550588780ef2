import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { TeamWork } from '../../../../server/modules/desk/contract.ts';
import type { TeamDetail } from '../../../../server/modules/workforce/contract.ts';
import { command } from '../../../lib/api.ts';
import { paths } from '../../../lib/paths.ts';
import { troubleWords } from '../../../lib/problem.ts';
import { Notice, Section, SkeletonRows, Trouble } from '../../../ui/parts.tsx';
import { reasonWords } from '../desk/reason-words.ts';
import { FormButtons } from '../shell/form-panel.tsx';
import { workOfTeamQuery } from './queries.ts';
import { useTeamStep } from './step.ts';
import { teamWords, words } from './words.ts';

/** Cannot be undone, so where everything goes is said first, and it is asked twice. */
export function TeamClosing({ it, onGone }: { it: TeamDetail; onGone: () => void }) {
  const [asked, setAsked] = useState(false);
  if (!it.can.includes('close')) return null;
  return (
    <Section title={teamWords.closing}>
      {asked ? (
        <Foreseen it={it} onGone={onGone} onNot={() => setAsked(false)} />
      ) : (
        <Button size="compact-sm" variant="default" onClick={() => setAsked(true)}>
          {teamWords.closing}
        </Button>
      )}
    </Section>
  );
}

function Foreseen({ it, onGone, onNot }: { it: TeamDetail; onGone: () => void; onNot: () => void }) {
  const step = useTeamStep();
  const work = useQuery(workOfTeamQuery(it.id));
  if (work.isPending) return <SkeletonRows rows={1} height={60} label={words.loading} />;
  if (!work.data) return <Trouble title={words.failed}>{troubleWords(work.error)}</Trouble>;
  const blocked = whyNot(work.data);
  return (
    <>
      <Notice tone={blocked ? 'danger' : 'warn'} title={`${teamWords.closing}: ${it.name}`}>
        {work.data.open === 0 && <div>{teamWords.closingNothing}</div>}
        {work.data.goesTo.map(({ team, open }) => (
          <div key={team.teamId}>{teamWords.closingGoes(open, team.name)}</div>
        ))}
        <div>{blocked ?? teamWords.closingWhy}</div>
      </Notice>
      <FormButtons
        submit={teamWords.closingSure}
        busy={step.isPending}
        blocked={blocked}
        grave
        onSubmit={() =>
          step.mutate(
            { said: teamWords.closed, run: () => command(paths.workforce.teamClosing(it.id)) },
            { onSuccess: onGone },
          )
        }
        onCancel={onNot}
      />
    </>
  );
}

function whyNot({ stranded, unanswered }: TeamWork): string | undefined {
  if (unanswered.length > 0) return teamWords.closingUnanswered(unanswered.map(reasonWords).join(' · '));
  return stranded > 0 ? teamWords.closingStranded(stranded) : undefined;
}

import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Profile } from '../../../../server/modules/workforce/contract.ts';
import { command } from '../../../lib/api.ts';
import { paths } from '../../../lib/paths.ts';
import { useHasMail } from '../../../lib/session.ts';
import { ActionButton } from '../../../ui/action-button.tsx';
import { Notice, Section } from '../../../ui/parts.tsx';
import { FormButtons } from '../shell/form-panel.tsx';
import { workOfStaffQuery } from './queries.ts';
import { useTeamStep } from './step.ts';
import { colleagueWords, words } from './words.ts';

/** The mail with which somebody makes their account, as long as they have not come. */
export function Invitation({ it }: { it: Profile }) {
  const step = useTeamStep();
  const said = useHasMail() ? words.invited : words.invitedByFile;
  if (!it.can.includes('invite')) return null;
  return (
    <Section title={colleagueWords.invitation}>
      <Group justify="space-between">
        <span>{colleagueWords.invitationWaits}</span>
        <Button
          size="compact-sm"
          variant="default"
          loading={step.isPending}
          onClick={() => step.mutate({ said, run: () => command(paths.workforce.invitation(it.id)) })}
        >
          {words.inviteAgain}
        </Button>
      </Group>
    </Section>
  );
}

/** Takes effect at once and has no undo: what happens to their work is said first, and it is asked twice. */
export function Leaving({ it, onGone }: { it: Profile; onGone: () => void }) {
  const step = useTeamStep();
  const [asked, setAsked] = useState(false);
  const work = useQuery(workOfStaffQuery(it.id, asked));
  if (!it.can.includes('change')) return null;
  const dismiss = () =>
    step.mutate(
      { said: words.dismissSaid, run: () => command(paths.workforce.dismissal(it.id)) },
      { onSuccess: onGone },
    );
  return (
    <Section title={colleagueWords.leaving}>
      {asked ? (
        <>
          <Notice tone="warn" title={colleagueWords.leavingWhy}>
            {work.data && colleagueWords.leavingWork(work.data.open)} {colleagueWords.leavingKept}
          </Notice>
          <FormButtons
            submit={words.dismissSure}
            busy={step.isPending || work.isPending}
            grave
            onSubmit={dismiss}
            onCancel={() => setAsked(false)}
          />
        </>
      ) : (
        <ActionButton
          size="compact-sm"
          variant="default"
          blocked={it.can.includes('dismiss') ? undefined : colleagueWords.lastAdministrator}
          onClick={() => setAsked(true)}
        >
          {words.dismiss}
        </ActionButton>
      )}
    </Section>
  );
}

import { Button, PasswordInput, Text, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { ask, command } from '../../lib/api.ts';
import { LinkButton } from '../../lib/links.tsx';
import { paths } from '../../lib/paths.ts';
import { isProblem } from '../../lib/problem.ts';
import { Notice, SkeletonRows } from '../../ui/parts.tsx';
import styles from '../features/access/access.module.css';
import { AccessFrame, FormTrouble } from '../features/access/frame.tsx';
import { useAccessStep } from '../features/access/steps.ts';
import { words } from '../features/access/words.ts';
import { usePageTitle } from '../features/shell/page-title.ts';

/** The token stands in the fragment, which no server or log sees; it is taken out of the address at once. */
function useFragmentToken(): string {
  const [token] = useState(() => location.hash.slice(1));
  useEffect(() => {
    if (location.hash) history.replaceState(history.state, '', location.pathname);
  }, []);
  return token;
}

interface FormProps {
  email?: string | undefined;
  submit: string;
  run: (password: string) => Promise<unknown>;
  after: () => void;
}

function NewPasswordForm({ email, submit, run, after }: FormProps) {
  const [password, setPassword] = useState('');
  const send = useAccessStep(run, after);
  if (isProblem(send.error, 410))
    return (
      <>
        <Notice tone="warn" live>
          {words.tokenDead}
        </Notice>
        <LinkButton to="/sign-in">{words.askAgain}</LinkButton>
      </>
    );
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        send.mutate(password);
      }}
    >
      <FormTrouble error={send.error} />
      {/* Password managers file the password under this. */}
      {email && <TextInput type="email" label={words.email} autoComplete="username" value={email} readOnly />}
      <PasswordInput
        autoFocus
        required
        withAsterisk={false}
        size="md"
        label={words.newPassword}
        description={words.passwordHint}
        autoComplete="new-password"
        maxLength={512}
        error={isProblem(send.error, 400)}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <Button type="submit" size="md" loading={send.isPending}>
        {submit}
      </Button>
    </form>
  );
}

export function InvitationPage() {
  const token = useFragmentToken();
  const navigate = useNavigate();
  usePageTitle(words.invitationTitle);
  const invited = useQuery({
    queryKey: ['invitation'],
    queryFn: ({ signal }) => ask<{ email: string }>(paths.access.invitation, { token }, signal),
    enabled: token !== '',
    gcTime: 0,
    retry: false,
  });
  return (
    <AccessFrame>
      <div className={styles.card}>
        <Title order={1}>{words.invitationTitle}</Title>
        {token === '' && <Notice tone="warn">{words.tokenMissing}</Notice>}
        {invited.isError && <Notice tone="warn">{words.tokenDead}</Notice>}
        {invited.isLoading && <SkeletonRows rows={2} height={48} label={words.loading} />}
        {invited.data && (
          <>
            <Text>{words.invitationMore(invited.data.email)}</Text>
            <NewPasswordForm
              email={invited.data.email}
              submit={words.invitationDo}
              run={(password) => command(paths.access.acceptInvitation, { token, password })}
              after={() => void navigate({ to: '/sign-in' })}
            />
          </>
        )}
      </div>
    </AccessFrame>
  );
}

export function ResetPage() {
  const token = useFragmentToken();
  const [done, setDone] = useState(false);
  usePageTitle(words.resetTitle);
  return (
    <AccessFrame>
      <div className={styles.card}>
        <Title order={1}>{words.resetTitle}</Title>
        {token === '' && <Notice tone="warn">{words.tokenMissing}</Notice>}
        {done && (
          <>
            <Notice tone="good" live>
              {words.resetDone}
            </Notice>
            <LinkButton to="/sign-in">{words.signIn}</LinkButton>
          </>
        )}
        {token !== '' && !done && (
          <>
            <Text>{words.resetMore}</Text>
            <NewPasswordForm
              submit={words.invitationDo}
              run={(password) => command(paths.access.acceptReset, { token, password })}
              after={() => setDone(true)}
            />
          </>
        )}
      </div>
    </AccessFrame>
  );
}

import { Anchor, Button, PasswordInput, TextInput, Title } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { command } from '../../lib/api.ts';
import { paths } from '../../lib/paths.ts';
import { troubleWords } from '../../lib/problem.ts';
import { isStaffSignedIn, sessionQuery, useHasMail } from '../../lib/session.ts';
import { Notice, SkeletonRows, Trouble } from '../../ui/parts.tsx';
import styles from '../features/access/access.module.css';
import { DemoPeople } from '../features/access/demo-people.tsx';
import { Enrolment } from '../features/access/enrolment.tsx';
import { AccessFrame, FormTrouble } from '../features/access/frame.tsx';
import { SecondStep } from '../features/access/second-step.tsx';
import { signInByPasskey, signInWith, useAccessStep } from '../features/access/steps.ts';
import { words } from '../features/access/words.ts';
import { LanguageSwitch } from '../features/shell/language-switch.tsx';
import { usePageTitle } from '../features/shell/page-title.ts';

/** Whatever is still missing before the work can begin, one step at a time. */
export function SignInPage() {
  const session = useQuery(sessionQuery);
  const { next } = useSearch({ from: '/sign-in' });
  const router = useRouter();
  const signOut = useAccessStep(() => command(paths.access.signOut, {}));
  const inside = isStaffSignedIn(session.data);
  usePageTitle(words.title);
  useEffect(() => {
    if (inside) router.history.push(`/staff${next ?? '/desk'}`);
  }, [inside, next, router]);

  const state = session.data?.state;
  return (
    <AccessFrame wide={state === 'signed-out' && session.data?.demo === true}>
      {session.isPending && <SkeletonRows rows={3} height={52} label={words.loading} />}
      {session.isError && <Trouble title={troubleWords(session.error)} />}
      {state === 'signed-in' && !inside && <Notice tone="warn">{words.staffOnly}</Notice>}
      {(state === 'signed-out' || (state === 'signed-in' && !inside)) && <PasswordCard />}
      {state === 'second-factor-needed' &&
        session.data &&
        'secondFactor' in session.data &&
        session.data.secondFactor && (
          <SecondStep factors={session.data.secondFactor} onCancel={() => signOut.mutate(undefined)} />
        )}
      {state === 'enrolment-needed' && (
        <Enrolment onDone={() => void session.refetch()} onCancel={() => signOut.mutate(undefined)} />
      )}
      {state === 'signed-out' && session.data?.demo && <DemoPeople />}
      {/* Not while codes are shown once: switching loads the page anew. */}
      {state === 'signed-out' && <LanguageSwitch />}
    </AccessFrame>
  );
}

function PasswordCard() {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [forgot, setForgot] = useState(false);
  const sign = useAccessStep(() => signInWith(email.trim(), password));
  const passkey = useAccessStep(signInByPasskey);
  if (forgot) return <ForgotCard email={email} onBack={() => setForgot(false)} />;
  return (
    <div className={styles.card}>
      <Title order={1}>{words.title}</Title>
      <FormTrouble error={sign.error ?? passkey.error} instead={words.passkeyFailed} />
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          sign.mutate(undefined);
        }}
      >
        <TextInput
          autoFocus
          required
          withAsterisk={false}
          size="md"
          type="email"
          label={words.email}
          autoComplete="username"
          maxLength={254}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          required
          withAsterisk={false}
          size="md"
          label={words.password}
          autoComplete="current-password"
          maxLength={512}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Button type="submit" size="md" loading={sign.isPending}>
          {words.signIn}
        </Button>
      </form>
      <Button
        variant="default"
        size="md"
        leftSection={<IconFingerprint size={19} aria-hidden />}
        loading={passkey.isPending}
        onClick={() => passkey.mutate(undefined)}
      >
        {words.withPasskey}
      </Button>
      <Anchor component="button" type="button" size="sm" onClick={() => setForgot(true)}>
        {words.forgot}
      </Anchor>
    </div>
  );
}

function ForgotCard({ email: given, onBack }: { email: string; onBack: () => void }) {
  const [email, setEmail] = useState(given);
  const hasMail = useHasMail();
  const send = useAccessStep(() => command(paths.access.reset, { email: email.trim() }));
  return (
    <div className={styles.card}>
      <Title order={1}>{words.forgotTitle}</Title>
      {send.isSuccess ? (
        <Notice tone="good" live>
          {hasMail ? words.forgotSent : words.forgotKept}
        </Notice>
      ) : (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            send.mutate(undefined);
          }}
        >
          <FormTrouble error={send.error} />
          <TextInput
            autoFocus
            required
            withAsterisk={false}
            size="md"
            type="email"
            label={words.email}
            description={hasMail ? words.forgotMore : words.forgotNoMail}
            autoComplete="username"
            maxLength={254}
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <Button type="submit" size="md" loading={send.isPending}>
            {words.forgotSend}
          </Button>
        </form>
      )}
      <Anchor component="button" type="button" size="sm" onClick={onBack}>
        {words.back}
      </Anchor>
    </div>
  );
}

import {
  Button,
  Group,
  PasswordInput,
  SegmentedControl,
  Switch,
  Text,
  Title,
  useMantineColorScheme,
} from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import type { sessionList } from '../../../server/platform/contract.ts';
import { command, read, tellSignedOut } from '../../lib/api.ts';
import { paths } from '../../lib/paths.ts';
import { isStaffSignedIn, type SignedIn, sessionQuery } from '../../lib/session.ts';
import { useShortcuts } from '../../lib/shortcuts.tsx';
import { useUndo } from '../../lib/undo.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Tag } from '../../ui/parts.tsx';
import styles from '../features/access/access.module.css';
import { FormTrouble } from '../features/access/frame.tsx';
import { OwnBrowsers } from '../features/access/own-browsers.tsx';
import { SecondFactors } from '../features/access/second-factors.tsx';
import { useAccessStep } from '../features/access/steps.ts';
import { words as signInWords, accountWords as words } from '../features/access/words.ts';
import { LanguageSwitch } from '../features/shell/language-switch.tsx';
import { usePageTitle } from '../features/shell/page-title.ts';
import { roleWords } from '../features/team/words.ts';

export function AccountPage() {
  const { data: session } = useQuery(sessionQuery);
  usePageTitle(words.title);
  if (!isStaffSignedIn(session)) return null;
  return (
    <div className={styles.account}>
      <div>
        <Who session={session} />
        <Sessions />
        {session.can.includes('change-password') && <Password session={session} />}
        {(session.can.includes('add-totp') || session.can.includes('add-passkey')) && (
          <SecondFactors session={session} />
        )}
        <Appearance />
      </div>
    </div>
  );
}

function Who({ session }: { session: SignedIn }) {
  const leave = useAccessStep((path: string) => command(path, {}), tellSignedOut);
  return (
    <section className={styles.card}>
      <Title order={1}>{session.name}</Title>
      <div>
        {session.email && <Text size="sm">{session.email}</Text>}
        <Group gap={6} mt={6}>
          {session.roles.map((role) => (
            <Tag key={role}>{roleWords(role)}</Tag>
          ))}
        </Group>
      </div>
      <FormTrouble error={leave.error} />
      <Group>
        <Button loading={leave.isPending} onClick={() => leave.mutate(paths.access.signOut)}>
          {words.signOut}
        </Button>
        {session.can.includes('sign-out-everywhere') && (
          <Button variant="default" onClick={() => leave.mutate(paths.access.signOutEverywhere)}>
            {words.signOutEverywhere}
          </Button>
        )}
      </Group>
    </section>
  );
}

function Sessions() {
  const client = useQueryClient();
  const { data } = useQuery({
    queryKey: ['own-sessions'],
    queryFn: ({ signal }) => read<z.infer<typeof sessionList>>(paths.access.sessions, {}, signal),
  });
  const end = useAccessStep(
    (id: string) => command(paths.access.closeSession(id), undefined, { method: 'DELETE' }),
    () => void client.invalidateQueries({ queryKey: ['own-sessions'] }),
  );
  return (
    <section className={styles.card}>
      <Title order={2}>{words.sessions}</Title>
      <FormTrouble error={end.error} />
      {data?.sessions.map((one) => (
        <div key={one.id} className={styles.row}>
          <span>
            {one.browser ? `${one.browser} · ${words.how[one.how]}` : words.how[one.how]}{' '}
            {one.isThisOne && <Tag tone="info">{words.thisOne}</Tag>}
            <span className={styles.soft}>
              {' '}
              {words.opened} <Moment at={one.openedAt} />, {words.seen} <Moment at={one.lastSeenAt} />
            </span>
          </span>
          {!one.isThisOne && (
            <Button size="compact-sm" variant="default" onClick={() => end.mutate(one.id)}>
              {words.end}
            </Button>
          )}
        </div>
      ))}
      <OwnBrowsers />
    </section>
  );
}

function Password({ session }: { session: SignedIn }) {
  const undo = useUndo();
  const hasFactor = session.secondFactor?.totp || session.secondFactor?.passkeys;
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const change = useAccessStep(
    () => command(paths.access.password, { current, next }),
    () => {
      setCurrent('');
      setNext('');
      undo.done({ said: words.changed });
    },
  );
  return (
    <section className={styles.card}>
      <Title order={2}>{words.password}</Title>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate(undefined);
        }}
      >
        <FormTrouble error={change.error} />
        <PasswordInput
          label={words.current}
          autoComplete="current-password"
          value={current}
          onChange={(event) => setCurrent(event.currentTarget.value)}
        />
        <PasswordInput
          label={words.next}
          description={hasFactor ? words.shortHint : signInWords.passwordHint}
          autoComplete="new-password"
          value={next}
          onChange={(event) => setNext(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={change.isPending}>
          {words.change}
        </Button>
      </form>
    </section>
  );
}

function Appearance() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const board = useShortcuts();
  return (
    <section className={styles.card}>
      <Title order={2}>{words.appearance}</Title>
      <SegmentedControl
        aria-label={words.colours}
        value={colorScheme}
        onChange={(value) => setColorScheme(value as typeof colorScheme)}
        data={[
          { value: 'auto', label: words.auto },
          { value: 'light', label: words.light },
          { value: 'dark', label: words.dark },
        ]}
      />
      <LanguageSwitch label={words.language} />
      <Switch
        label={words.singleKeys}
        checked={board.singleKeys}
        onChange={(event) => board.setSingleKeys(event.currentTarget.checked)}
      />
    </section>
  );
}

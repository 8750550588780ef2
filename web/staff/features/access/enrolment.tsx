import { Anchor, Button, Code, Group, Text, TextInput, Title } from '@mantine/core';
import { IconDeviceMobile, IconFingerprint } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import type { totpBegun } from '../../../../server/platform/contract.ts';
import { command } from '../../../lib/api.ts';
import { paths } from '../../../lib/paths.ts';
import styles from './access.module.css';
import { FormTrouble } from './frame.tsx';
import { addPasskey } from './steps.ts';
import { words } from './words.ts';

type Codes = { recoveryCodes?: string[] };

/** Adds a passkey; the browser asks for the finger, the face or the key. */
export function PasskeyForm({ onDone }: { onDone: (codes: string[]) => void }) {
  const [label, setLabel] = useState<string>(words.passkeyDefault);
  const add = useMutation({ mutationFn: addPasskey, onSuccess: (added) => onDone(added.recoveryCodes ?? []) });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate(label.trim() || words.passkeyDefault);
      }}
    >
      <FormTrouble error={add.error} instead={words.passkeyFailed} />
      <TextInput
        label={words.passkeyLabel}
        maxLength={100}
        value={label}
        onChange={(event) => setLabel(event.currentTarget.value)}
      />
      <Button type="submit" loading={add.isPending} leftSection={<IconFingerprint size={19} aria-hidden />}>
        {words.passkeyAdd}
      </Button>
    </form>
  );
}

/** A picture to scan, or a key to type, and the first code as the proof that it works. */
export function TotpForm({ onDone }: { onDone: (codes: string[]) => void }) {
  const [code, setCode] = useState('');
  const begin = useMutation({ mutationFn: () => command<z.infer<typeof totpBegun>>(paths.access.totp, {}), gcTime: 0 });
  const confirm = useMutation({
    mutationFn: () => command<Codes>(paths.access.confirmTotp, { code: code.trim() }),
    onSuccess: (added) => onDone(added.recoveryCodes ?? []),
  });
  if (!begin.data)
    return (
      <>
        <FormTrouble error={begin.error} />
        <Button
          variant="default"
          loading={begin.isPending}
          onClick={() => begin.mutate()}
          leftSection={<IconDeviceMobile size={19} aria-hidden />}
        >
          {words.enrolTotp}
        </Button>
      </>
    );
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        confirm.mutate();
      }}
    >
      <Text size="sm">{words.scan}</Text>
      <img
        className={styles.qr}
        alt={words.scanAlt}
        src={`data:image/svg+xml;utf8,${encodeURIComponent(begin.data.qrSvg)}`}
      />
      <Text size="sm">
        {words.secret}: <Code>{begin.data.secret}</Code>
      </Text>
      <FormTrouble error={confirm.error} />
      <TextInput
        label={words.code}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={10}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <Button type="submit" loading={confirm.isPending}>
        {words.confirm}
      </Button>
    </form>
  );
}

interface CodesProps {
  codes: readonly string[];
  onKept: () => void;
  /** Where nothing else stands on the page. */
  first?: boolean;
}

export function RecoveryCodes({ codes, onKept, first }: CodesProps) {
  return (
    <div className={styles.form}>
      <Title order={first ? 1 : 2}>{words.codesTitle}</Title>
      <Text size="sm">{words.codesMore}</Text>
      <ul className={styles.codes}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Group>
        <Button onClick={onKept}>{words.codesKept}</Button>
        <Button variant="default" onClick={() => void navigator.clipboard?.writeText(codes.join('\n'))}>
          {words.copy}
        </Button>
        <Button variant="default" onClick={() => print()}>
          {words.print}
        </Button>
      </Group>
    </div>
  );
}

/** For a role that may not work without a second factor, before anything else. */
export function Enrolment({ onDone, onCancel }: { onDone: () => void; onCancel: () => void }) {
  const [codes, setCodes] = useState<readonly string[]>();
  const finish = (given: readonly string[]) => (given.length > 0 ? setCodes(given) : onDone());
  return (
    <div className={styles.card}>
      {codes ? (
        <RecoveryCodes first codes={codes} onKept={onDone} />
      ) : (
        <>
          <Title order={1}>{words.enrolTitle}</Title>
          <Text size="sm">{words.enrolMore}</Text>
          <Title order={2}>{words.enrolPasskey}</Title>
          <PasskeyForm onDone={finish} />
          <Title order={2}>{words.enrolTotp}</Title>
          <TotpForm onDone={finish} />
          <Anchor component="button" type="button" size="sm" onClick={onCancel}>
            {words.other}
          </Anchor>
        </>
      )}
    </div>
  );
}

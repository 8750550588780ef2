import { Anchor, Button, Divider, Group, PasswordInput, Text, TextInput, Title } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import { useState } from 'react';
import { command } from '../../../lib/api.ts';
import { paths } from '../../../lib/paths.ts';
import styles from './access.module.css';
import { FormTrouble } from './frame.tsx';
import { proveByPasskey, useAccessStep } from './steps.ts';
import { words } from './words.ts';

interface Factors {
  readonly totp: boolean;
  readonly passkeys: boolean;
  readonly recoveryCodesLeft: number;
}

/** After the password: a passkey, a code of the app, or one of the kept codes. */
export function SecondStep({ factors, onCancel }: { factors: Factors; onCancel: () => void }) {
  return (
    <div className={styles.card}>
      <Title order={1}>{words.secondTitle}</Title>
      <FactorProof factors={factors} />
      <Group justify="flex-end">
        <Anchor component="button" type="button" size="sm" onClick={onCancel}>
          {words.other}
        </Anchor>
      </Group>
    </div>
  );
}

function FactorProof({ factors, onDone }: { factors: Factors; onDone?: () => void }) {
  const [recovery, setRecovery] = useState(!factors.totp && !factors.passkeys);
  const [code, setCode] = useState('');
  const prove = useAccessStep(
    (given: string) => command(recovery ? paths.access.proveRecoveryCode : paths.access.proveTotp, { code: given }),
    onDone,
  );
  const passkey = useAccessStep(proveByPasskey, onDone);
  const typesCode = factors.totp || recovery;
  return (
    <>
      <FormTrouble error={prove.error ?? passkey.error} instead={words.passkeyFailed} />
      {factors.passkeys && (
        <Button
          leftSection={<IconFingerprint size={19} aria-hidden />}
          loading={passkey.isPending}
          onClick={() => {
            prove.reset();
            passkey.mutate(undefined);
          }}
        >
          {words.usePasskey}
        </Button>
      )}
      {factors.passkeys && typesCode && <Divider />}
      {typesCode && (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            passkey.reset();
            prove.mutate(code.trim());
          }}
        >
          <TextInput
            key={String(recovery)}
            autoFocus
            required
            withAsterisk={false}
            size="md"
            label={recovery ? words.recovery : words.code}
            autoComplete="one-time-code"
            {...(!recovery && { inputMode: 'numeric' as const })}
            maxLength={40}
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
          <Button type="submit" size="md" loading={prove.isPending}>
            {words.confirm}
          </Button>
        </form>
      )}
      {(!recovery || factors.totp) && (
        <Anchor component="button" type="button" size="sm" ta="start" onClick={() => setRecovery(!recovery)}>
          {recovery ? words.useCode : words.useRecovery}
        </Anchor>
      )}
    </>
  );
}

interface ProofProps {
  factors: Factors | undefined;
  onDone: () => void;
}

/** Asked again before what could lock somebody out: the second factor where there is one, else the password. */
export function ProofForm({ factors, onDone }: ProofProps) {
  if (factors && (factors.totp || factors.passkeys))
    return (
      <div className={styles.form}>
        <Text size="sm">{words.proveFactor}</Text>
        <FactorProof factors={factors} onDone={onDone} />
      </div>
    );
  return <PasswordProof onDone={onDone} />;
}

function PasswordProof({ onDone }: { onDone: () => void }) {
  const [password, setPassword] = useState('');
  const prove = useAccessStep((given: string) => command(paths.access.proof, { password: given }), onDone);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        prove.mutate(password);
      }}
    >
      <Text size="sm">{words.provePassword}</Text>
      <FormTrouble error={prove.error} />
      <PasswordInput
        autoFocus
        label={words.password}
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <Button type="submit" loading={prove.isPending}>
        {words.confirm}
      </Button>
    </form>
  );
}

import { Button, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import type { passkeyList } from '../../../../server/platform/contract.ts';
import { command, read } from '../../../lib/api.ts';
import { paths } from '../../../lib/paths.ts';
import { type SignedIn, sessionQuery } from '../../../lib/session.ts';
import { Moment } from '../../../ui/moment.tsx';
import styles from './access.module.css';
import { PasskeyForm, RecoveryCodes, TotpForm } from './enrolment.tsx';
import { FormTrouble } from './frame.tsx';
import { ProofForm } from './second-step.tsx';
import { useAccessStep } from './steps.ts';
import { accountWords as words } from './words.ts';

type Wanted =
  | { readonly what: 'add-totp' | 'add-passkey' | 'renew-codes' }
  | { readonly what: 'remove'; readonly path: string; readonly label: string };

/** The server takes a proof for ten minutes; a little less here, so that it never refuses what was let through. */
const provenForMs = 9 * 60_000;

/** Whatever adds or takes away a way to sign in asks first who sits here. */
export function SecondFactors({ session }: { session: SignedIn }) {
  const client = useQueryClient();
  const [wanted, setWanted] = useState<Wanted>();
  const [provenAt, setProvenAt] = useState(0);
  const [codes, setCodes] = useState<readonly string[]>([]);
  const { data } = useQuery({
    queryKey: ['own-passkeys'],
    queryFn: ({ signal }) => read<z.infer<typeof passkeyList>>(paths.access.passkeys, {}, signal),
  });
  const refresh = (given: readonly string[] = []) => {
    setCodes(given);
    setWanted(undefined);
    // After a change it may be another proof that is asked for: the password where the last factor went.
    setProvenAt(0);
    void client.invalidateQueries({ queryKey: ['own-passkeys'] });
    void client.invalidateQueries(sessionQuery);
  };
  const remove = useAccessStep(
    (path: string) => command(path, path === paths.access.totp ? {} : undefined, { method: 'DELETE' }),
    () => refresh(),
  );
  const renew = useAccessStep(
    () => command<{ recoveryCodes: string[] }>(paths.access.recoveryCodes, {}),
    (made) => refresh(made.recoveryCodes),
  );
  const isProven = () => Date.now() - provenAt < provenForMs;
  const begin = (next: Wanted) => {
    remove.reset();
    renew.reset();
    setWanted(next);
    if (isProven()) goOn(next);
  };
  const goOn = (next: Wanted) => {
    if (next.what === 'remove') remove.mutate(next.path);
    if (next.what === 'renew-codes') renew.mutate(undefined);
  };
  const factors = session.secondFactor;
  const may = (what: SignedIn['can'][number]) => session.can.includes(what);
  return (
    <section className={styles.card}>
      <Title order={2}>{words.second}</Title>
      <FormTrouble error={remove.error ?? renew.error} />
      {codes.length > 0 && <RecoveryCodes codes={codes} onKept={() => setCodes([])} />}
      <div className={styles.row}>
        <span>{factors?.totp ? words.totpOn : words.totpOff}</span>
        {may('add-totp') && !factors?.totp && (
          <RowButton label={words.totpAdd} onClick={() => begin({ what: 'add-totp' })} />
        )}
        {may('remove-totp') && factors?.totp && (
          <RowButton
            label={words.totpRemove}
            onClick={() => begin({ what: 'remove', path: paths.access.totp, label: words.totpRemoveIt })}
          />
        )}
      </div>
      {data?.passkeys.map((one) => (
        <div key={one.id} className={styles.row}>
          <span>
            {one.label}{' '}
            <span className={styles.soft}>
              {words.added} <Moment at={one.addedAt} />
              {one.lastUsedAt && (
                <>
                  , {words.seen} <Moment at={one.lastUsedAt} />
                </>
              )}
            </span>
          </span>
          {may('remove-passkey') && (
            <RowButton
              label={words.totpRemove}
              full={words.passkeyRemove(one.label)}
              onClick={() =>
                begin({ what: 'remove', path: paths.access.passkey(one.id), label: words.passkeyRemove(one.label) })
              }
            />
          )}
        </div>
      ))}
      <div className={styles.row}>
        <span>{data?.passkeys.length === 0 ? words.noPasskeys : words.passkeys}</span>
        {may('add-passkey') && <RowButton label={words.passkeyAdd} onClick={() => begin({ what: 'add-passkey' })} />}
      </div>
      {factors && may('renew-recovery-codes') && (
        <div className={styles.row}>
          <span>{words.codes(factors.recoveryCodesLeft)}</span>
          <RowButton label={words.renew} onClick={() => begin({ what: 'renew-codes' })} />
        </div>
      )}
      {wanted && (
        <div className={styles.row}>
          <Title order={3}>{titleOf(wanted)}</Title>
          <Button size="compact-sm" variant="subtle" onClick={() => setWanted(undefined)}>
            {words.cancel}
          </Button>
        </div>
      )}
      {wanted && !isProven() && (
        <ProofForm
          factors={factors}
          onDone={() => {
            setProvenAt(Date.now());
            goOn(wanted);
          }}
        />
      )}
      {wanted?.what === 'add-totp' && isProven() && <TotpForm onDone={refresh} />}
      {wanted?.what === 'add-passkey' && isProven() && <PasskeyForm onDone={refresh} />}
    </section>
  );
}

function titleOf(wanted: Wanted): string {
  if (wanted.what === 'remove') return wanted.label;
  return { 'add-totp': words.totpAdd, 'add-passkey': words.passkeyAdd, 'renew-codes': words.renew }[wanted.what];
}

const RowButton = ({ label, full, onClick }: { label: string; full?: string; onClick: () => void }) => (
  <Button size="compact-sm" variant="default" {...(full && { 'aria-label': full })} onClick={onClick}>
    {label}
  </Button>
);

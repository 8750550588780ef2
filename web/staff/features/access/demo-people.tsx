import { Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { demoPeople } from '../../../../server/platform/contract.ts';
import { command, read } from '../../../lib/api.ts';
import { paths } from '../../../lib/paths.ts';
import { Initials, SkeletonRows } from '../../../ui/parts.tsx';
import styles from './access.module.css';
import { FormTrouble } from './frame.tsx';
import { useAccessStep } from './steps.ts';
import { demoRole, words } from './words.ts';

/** One press and you are somebody who works in the demonstration hospital. */
export function DemoPeople() {
  const { data, error } = useQuery({
    queryKey: ['demo-people'],
    queryFn: ({ signal }) => read<z.infer<typeof demoPeople>>(paths.access.demoPeople, {}, signal),
  });
  const sign = useAccessStep((accountId: string) => command(paths.access.demoSignIn, { accountId }));
  const staff = data?.people.filter((one) => one.kind === 'staff');
  return (
    <div className={styles.card}>
      <Title order={2}>{words.demoTitle}</Title>
      <Text size="sm">{words.demoMore}</Text>
      <FormTrouble error={sign.error ?? error} />
      {!data && !error && <SkeletonRows rows={4} height={46} label={words.loading} />}
      {staff?.length === 0 && <Text size="sm">{words.demoNone}</Text>}
      <ul className={styles.people}>
        {staff?.map((one) => (
          <li key={one.accountId}>
            <button
              type="button"
              className={styles.personButton}
              disabled={sign.isPending}
              onClick={() => sign.mutate(one.accountId)}
            >
              <Initials name={one.name} size={34} />
              <span>
                <b>{one.name}</b>
                <span className={styles.soft} style={{ display: 'block' }}>
                  {demoRole(one.role)}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

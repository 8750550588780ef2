import { Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { browserList } from '../../../../server/platform/contract.ts';
import { read } from '../../../lib/api.ts';
import { paths } from '../../../lib/paths.ts';
import { Moment } from '../../../ui/moment.tsx';
import { Tag } from '../../../ui/parts.tsx';
import styles from './access.module.css';
import { accountWords as words } from './words.ts';

/** So that whoever got a mail about a new browser can look whether it was theirs. */
export function OwnBrowsers() {
  const { data } = useQuery({
    queryKey: ['own-browsers'],
    queryFn: ({ signal }) => read<z.infer<typeof browserList>>(paths.access.browsers, {}, signal),
  });
  if (!data || data.browsers.length === 0) return null;
  return (
    <>
      <Title order={3}>{words.browsers}</Title>
      <Text size="sm">{words.browsersMore}</Text>
      {data.browsers.map((one) => (
        <div key={one.id} className={styles.row}>
          <span>
            {one.name || words.unnamedBrowser} {one.isThisOne && <Tag tone="info">{words.thisOne}</Tag>}
            <span className={styles.soft}>
              {' '}
              {words.firstUsed} <Moment at={one.firstUsedAt} />, {words.lastSignIn} <Moment at={one.lastUsedAt} />
            </span>
          </span>
        </div>
      ))}
    </>
  );
}

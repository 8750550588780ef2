import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import type { z } from 'zod';
import type { SetAside, setAsidePage } from '../../../../server/modules/messaging/contract.ts';
import { paths } from '../../../lib/paths.ts';
import { Moment } from '../../../ui/moment.tsx';
import { Tag } from '../../../ui/parts.tsx';
import { MailList, useMails } from './mail-list.tsx';
import { SetAsideMailView } from './set-aside-mail.tsx';
import styles from './undelivered.module.css';
import { becauseWords, setAsideWords } from './words.ts';

/** Mails that troubled nobody, for whoever looks through them now and then. */
export const SetAsideList = () => (
  <MailList
    list={useMails<z.infer<typeof setAsidePage>>('set-aside', paths.messaging.setAside)}
    empty={setAsideWords.empty}
    emptyMore={setAsideWords.emptyMore}
    rowsOf={(page) => page.mails.map((row) => <Row key={row.id} row={row} />)}
  />
);

function Row({ row }: { row: SetAside }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <Group gap={8}>
          <Tag tone={row.outcome === 'automatic' ? 'info' : 'warn'}>{setAsideWords.outcome[row.outcome]}</Tag>
          <b dir="auto">{row.subject || setAsideWords.noSubject}</b>
          <Text size="sm" c="dimmed">
            {row.from ? `${setAsideWords.from} ${row.from}, ` : `${setAsideWords.nobody}, `}
            <Moment at={row.receivedAt} />
          </Text>
        </Group>
        {row.because && (
          <Text size="sm" c="dimmed">
            {setAsideWords.because}: {becauseWords(row.because)}
          </Text>
        )}
        {isOpen && <SetAsideMailView id={row.id} />}
      </div>
      <Button size="compact-sm" variant="default" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? setAsideWords.close : setAsideWords.read}
      </Button>
    </li>
  );
}

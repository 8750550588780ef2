import { Button } from '@mantine/core';
import { IconMail, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { MessageEntry } from '../../../../server/modules/desk/contract.ts';
import { troubleWords } from '../../../lib/problem.ts';
import { Trouble } from '../../../ui/parts.tsx';
import { wholeMessageQuery } from './queries.ts';
import styles from './thread.module.css';
import { mailWords, words } from './words.ts';

/** What came with a mail beyond its newly written words: what was not kept, and the whole of it on demand. */
export function WholeMail({ entry, conversationId }: { entry: MessageEntry; conversationId: string }) {
  const [isOpen, setOpen] = useState(false);
  const Sign = isOpen ? IconX : IconMail;
  return (
    <>
      {entry.leftOut.length > 0 && (
        <div className={`${styles.hint} ${styles.leftOut}`}>{mailWords.leftOut(entry.leftOut)}</div>
      )}
      {(entry.hasHtml || entry.hasFullText) && (
        <div className={styles.mail}>
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<Sign size={15} aria-hidden />}
            onClick={() => setOpen(!isOpen)}
          >
            {isOpen ? mailWords.close : mailWords.show}
          </Button>
          {isOpen && <AsItCame entry={entry} conversationId={conversationId} />}
        </div>
      )}
    </>
  );
}

function AsItCame({ entry, conversationId }: { entry: MessageEntry; conversationId: string }) {
  const found = useQuery(wholeMessageQuery(conversationId, entry.id));
  if (found.isPending) return <div className={styles.hint}>{mailWords.loading}</div>;
  if (!found.data)
    return (
      <Trouble title={mailWords.failed} retry={() => void found.refetch()} retryLabel={words.retry}>
        {troubleWords(found.error)}
      </Trouble>
    );
  const { text, html, remotePictures } = found.data;
  if (html === null)
    return (
      <div className={styles.text} dir="auto">
        {text}
      </div>
    );
  return (
    <>
      <div className={`${styles.hint} ${styles.toldOfMail}`} role="status">
        {remotePictures > 0 && mailWords.remotePictures(remotePictures)} {mailWords.linksStayShut}
      </div>
      <iframe
        className={styles.frame}
        title={mailWords.frame(entry.name)}
        sandbox=""
        srcDoc={html}
        referrerPolicy="no-referrer"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse scrolls it from inside
        tabIndex={0}
      />
    </>
  );
}

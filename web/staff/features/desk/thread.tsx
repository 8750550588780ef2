import { IconLock, IconPaperclip } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { Conversation, Entry, MessageEntry } from '../../../../server/modules/desk/contract.ts';
import { paths } from '../../../lib/paths.ts';
import { Moment } from '../../../ui/moment.tsx';
import styles from './thread.module.css';
import { WholeMail } from './whole-mail.tsx';
import { factWords, words } from './words.ts';

/** Everything that was said and done, in one line of time; the end is in view when it opens and when something comes. */
export function Thread({ it }: { it: Conversation }) {
  const end = useRef<HTMLLIElement>(null);
  const count = it.entries.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: it follows what is new
  useEffect(() => {
    end.current?.scrollIntoView({ block: 'end' });
  }, [it.id, count]);
  return (
    <ol className={styles.thread} aria-label={words.conversationEntries}>
      {it.entries.filter(isNews).map((entry) => (
        <EntryLine key={entry.id} entry={entry} it={it} />
      ))}
      <li ref={end} aria-hidden="true" />
    </ol>
  );
}

/** Where a message stands, nobody needs to be told that there is one. */
const isNews = (entry: Entry) =>
  entry.kind !== 'fact' || (entry.fact !== 'answered' && entry.fact !== 'message-received');

function EntryLine({ entry, it }: { entry: Entry; it: Conversation }) {
  if (entry.kind === 'message') return <Message entry={entry} it={it} />;
  if (entry.kind === 'note')
    return (
      <li className={styles.note}>
        <div className={styles.byline}>
          <span className={styles.noteMark}>
            <IconLock size={15} aria-hidden />
            {words.noteMark}
          </span>
          <span>{words.noteOnly}</span>
          <b>{entry.by.name}</b>
          <Moment at={entry.at} />
        </div>
        <div className={styles.text} dir="auto">
          {entry.text}
        </div>
      </li>
    );
  return (
    <li className={styles.fact}>
      <span>
        {factWords(entry)} · <Moment at={entry.at} />
      </span>
    </li>
  );
}

const wentWrong: readonly MessageEntry['state'][] = ['held', 'bounced', 'failed'];

function Message({ entry, it }: { entry: MessageEntry; it: Conversation }) {
  const conversationId = it.id;
  // Of several conversations that are answered here each message says in which it stands.
  const thread = it.threads.length > 1 ? it.threads.find((one) => one.id === entry.threadId) : undefined;
  const state = words.state[entry.state];
  return (
    <li className={styles.message} data-from={entry.from}>
      <div className={styles.byline}>
        <b>{entry.name}</b>
        {thread && <span className={styles.inThread}>{thread.reference}</span>}
        <span>{words.channel[entry.channel as keyof typeof words.channel] ?? entry.channel}</span>
        <Moment at={entry.at} />
        {state && (
          <span className={styles.state} data-bad={wentWrong.includes(entry.state) ? 'yes' : 'no'}>
            {state}
          </span>
        )}
      </div>
      <div className={styles.text} dir="auto">
        {entry.text}
      </div>
      <WholeMail entry={entry} conversationId={conversationId} />
      {entry.heldReason && (
        <div className={styles.state} data-bad="yes">
          {entry.heldReason}
        </div>
      )}
      {entry.attachments.length > 0 && (
        <div className={styles.files}>
          {entry.attachments.map((file) => (
            <a
              key={file.id}
              className={styles.file}
              href={paths.desk.file(conversationId, file.id)}
              download={file.name}
            >
              <IconPaperclip size={15} aria-hidden />
              {file.name} ({sizeWords(file.sizeBytes)})
            </a>
          ))}
        </div>
      )}
    </li>
  );
}

export const sizeWords = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

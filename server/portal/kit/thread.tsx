import type { ReactNode } from 'react';
import { Tag } from './cards.tsx';
import { tellSize } from './fields.tsx';
import { useLanguage, useWords } from './language-context.tsx';

export type Attachment = { href: string; name: string; kind: string; bytes: number };

export type ThreadMessage = {
  id: string;
  /** Written by the person who reads it: shown as "You" and on their side. */
  isMine: boolean;
  /** Name and, for staff, what they do: "Maria, front desk". */
  from: string;
  when: string;
  /** For machines, ISO 8601. */
  whenExact: string;
  /** Plain text as it was typed. */
  body: string;
  attachments?: readonly Attachment[] | undefined;
  isNew?: boolean | undefined;
  /** "Not sent yet", "Seen": a line under the message. */
  note?: ReactNode;
};

function Attachments({ files }: { files: readonly Attachment[] }) {
  const t = useWords();
  const language = useLanguage();
  return (
    <>
      <p className="nhsuk-u-visually-hidden">{t('attachments')}</p>
      <ul className="bedside-files">
        {files.map((file) => (
          <li key={file.href}>
            {/* No way back into the page for what was opened, and nothing told about where it was opened from. */}
            <a href={file.href} rel="noopener noreferrer" dir="auto">
              {file.name}
            </a>{' '}
            <span className="bedside-quiet">
              ({t('opensFile', { kind: file.kind, size: tellSize(file.bytes, language) })})
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** A conversation, oldest first. Whose word it is shows by name, side and shape; colour only repeats it. */
export function Thread({ messages }: { messages: readonly ThreadMessage[] }) {
  const t = useWords();
  return (
    <ol className="bedside-thread" aria-label={t('threadLabel')}>
      {messages.map((message) => (
        <li
          className={
            message.isMine ? 'bedside-message bedside-message--mine' : 'bedside-message bedside-message--theirs'
          }
          id={`message-${message.id}`}
          key={message.id}
        >
          <p className="bedside-message__head">
            <strong className="bedside-message__from">{message.isMine ? t('you') : message.from}</strong>{' '}
            <time dateTime={message.whenExact}>{message.when}</time>
            {message.isNew ? <Tag tone="attention">{t('newMessage')}</Tag> : null}
          </p>
          <p className="bedside-message__body" dir="auto">
            {message.body}
          </p>
          {message.attachments?.length ? <Attachments files={message.attachments} /> : null}
          {message.note === undefined ? null : <p className="bedside-quiet bedside-message__note">{message.note}</p>}
        </li>
      ))}
    </ol>
  );
}

import { Button, Title, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconEye, IconPencil } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState } from 'react';
import type { Conversation } from '../../../../server/modules/desk/contract.ts';
import { LinkAnchor } from '../../../lib/links.tsx';
import { useShortcut } from '../../../lib/shortcuts.tsx';
import { useUndo } from '../../../lib/undo.tsx';
import { ActionButton } from '../../../ui/action-button.tsx';
import { Moment, useNow } from '../../../ui/moment.tsx';
import { useNarrow } from '../../../ui/narrow.ts';
import { Notice, Tag } from '../../../ui/parts.tsx';
import { whyNot } from './actions.ts';
import { CaseLine } from './case-line.tsx';
import { clockWords as clockNames } from './clock-words.ts';
import { ConversationActions } from './conversation-actions.tsx';
import type { DeskForm } from './desk-form.ts';
import { clockWords } from './due.ts';
import { MarkLine } from './mark-line.tsx';
import { markWords } from './mark-words.ts';
import { reasonWords } from './reason-words.ts';
import styles from './thread.module.css';
import { actionWords, words } from './words.ts';

interface HeadProps {
  it: Conversation;
  ownId: string | undefined;
  onForm: (form: DeskForm) => void;
}

/** What it is, who has it, by when, and what can be done now. */
export function ConversationHead({ it, ownId, onForm }: HeadProps) {
  const now = useNow();
  const undo = useUndo();
  const narrow = useNarrow();
  const [unfolded, setUnfolded] = useState(false);
  const folded = narrow && !unfolded;
  const detailsId = useId();
  const response = clockWords(it.clocks.response, now);
  const resolution = clockWords(it.clocks.resolution, now);
  // On a telephone there is room for one of them beside the subject: what is late comes first.
  const late = [response, resolution].find((due) => it.status !== 'resolved' && due?.tone === 'danger');
  useShortcut('y', clockNames.open, actionWords.group, () => onForm('clocks'));
  const { outdated } = undo;
  // Whose it was when a step was refused is old news once it changes hands.
  const owner = it.owner?.staffId;
  const seen = useRef(owner);
  useEffect(() => {
    if (seen.current !== owner) outdated();
    seen.current = owner;
  }, [owner, outdated]);
  const others = it.here.filter((one) => one.staffId !== ownId);
  const copy = () =>
    navigator.clipboard
      ?.writeText(it.reference)
      .then(() => undo.done({ said: words.copied }))
      .catch(() => undefined);
  const status = (
    <Tag tone={it.status === 'resolved' ? 'good' : it.status === 'unclaimed' ? 'warn' : 'info'}>
      {words.status[it.status]}
    </Tag>
  );
  const reference = (
    <button type="button" className={styles.reference} onClick={() => void copy()} title={words.copy}>
      {it.reference}
      <span className="unseen">, {words.copy}</span>
    </button>
  );
  return (
    <header className={styles.head} data-folded={folded ? 'yes' : 'no'}>
      <div className={styles.titleLine}>
        <Title order={1} className={styles.subject ?? ''} title={it.subject}>
          {it.subject}
        </Title>
        {folded ? late ? <Tag tone={late.tone}>{late.words}</Tag> : status : reference}
        {narrow && (
          <UnstyledButton
            className={styles.unfold ?? ''}
            aria-label={words.details}
            aria-expanded={unfolded}
            aria-controls={detailsId}
            onClick={() => setUnfolded(!unfolded)}
          >
            {unfolded ? <IconChevronUp size={22} aria-hidden /> : <IconChevronDown size={22} aria-hidden />}
          </UnstyledButton>
        )}
      </div>
      <div className={styles.meta} id={detailsId} hidden={folded}>
        {status}
        <span>
          {it.owner && (
            <>
              <b>{it.owner.staffId === ownId ? words.you : it.owner.name}</b> ·{' '}
            </>
          )}
          {it.team.name}
        </span>
        <span>
          {words.channel[it.channel]}, <Moment at={it.openedAt} />
        </span>
        <About it={it} ownId={ownId} onForm={onForm} />
        {response && it.clocks.response.metAt === null && (
          <span>
            {words.response[it.clocks.response.kind]}: <Tag tone={response.tone}>{response.words}</Tag>
          </span>
        )}
        {resolution && it.status !== 'resolved' && (
          <span>
            {words.resolution}: <Tag tone={resolution.tone}>{resolution.words}</Tag>
          </span>
        )}
        <ActionButton size="compact-xs" variant="subtle" keys="y" onClick={() => onForm('clocks')}>
          {clockNames.open}
        </ActionButton>
      </div>
      <ConversationActions it={it} ownId={ownId} hidden={folded} onForm={onForm} />
      <div className={styles.alerts}>
        <CaseLine it={it} />
        {it.urgent && (
          <Notice tone="danger" title={words.urgentTitle}>
            {it.urgentWords.length > 0 && <div>{words.urgentWords(it.urgentWords)}</div>}
            {it.urgentFor && (
              <div>{it.urgentFor.staffId === ownId ? markWords.askedHere : markWords.asked(it.urgentFor.name)}</div>
            )}
          </Notice>
        )}
        <MarkLine it={it} onForm={onForm} />
        {!it.asker.verified && (
          <Notice
            tone="warn"
            action={
              it.can.includes('link-person') && (
                <Button size="compact-sm" variant="default" onClick={() => onForm('link')}>
                  {actionWords.link}
                </Button>
              )
            }
          >
            {it.channel === 'email' ? words.unverifiedMail : words.unverified}
          </Notice>
        )}
        {it.askerMayNoMore && it.about && <Notice tone="warn">{words.mayNoMore(it.asker.name, it.about.name)}</Notice>}
        {it.pointsTo && (
          <Notice
            tone="info"
            action={
              it.pointsTo.conversation && (
                <LinkAnchor
                  to="/desk/$conversationId"
                  params={{ conversationId: it.pointsTo.conversation.id }}
                  size="sm"
                  title={it.pointsTo.conversation.subject}
                >
                  {words.openOther(it.pointsTo.conversation.reference)}
                </LinkAnchor>
              )
            }
          >
            {words.pointsTo[it.pointsTo.because]}
          </Notice>
        )}
        <div role="status" aria-live="polite">
          {others.map((one) => (
            <Tag key={one.staffId} tone="info">
              {one.doing === 'typing' ? <IconPencil size={14} aria-hidden /> : <IconEye size={14} aria-hidden />}
              {words.here(one.name, one.doing === 'typing')}
            </Tag>
          ))}
        </div>
      </div>
    </header>
  );
}

/** What it is about, and the way to say that it is about something else. */
function About({ it, ownId, onForm }: HeadProps) {
  const undo = useUndo();
  const why = whyNot(it, 'change-reason', ownId);
  useShortcut('t', actionWords.changeReason, actionWords.group, () =>
    why === undefined ? onForm('reason') : undo.failed(why),
  );
  return (
    <span className={styles.about}>
      {reasonWords(it.reason)}
      <ActionButton size="compact-xs" variant="subtle" keys="t" blocked={why} onClick={() => onForm('reason')}>
        {actionWords.changeReason}
      </ActionButton>
    </span>
  );
}

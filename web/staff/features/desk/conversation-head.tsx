import { Button, Title } from '@mantine/core';
import { IconEye, IconPencil } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { CanDo, Conversation } from '../../../../server/modules/desk/contract.ts';
import { LinkAnchor } from '../../../lib/links.tsx';
import { useShortcut } from '../../../lib/shortcuts.tsx';
import { useUndo } from '../../../lib/undo.tsx';
import { ActionButton } from '../../../ui/action-button.tsx';
import { Moment, useNow } from '../../../ui/moment.tsx';
import { Notice, Tag } from '../../../ui/parts.tsx';
import { useSteps, whyNot } from './actions.ts';
import { clockWords } from './due.ts';
import { reasonWords } from './reason-words.ts';
import styles from './thread.module.css';
import { actionWords, words } from './words.ts';

interface HeadProps {
  it: Conversation;
  ownId: string | undefined;
  onHandOver: () => void;
  onLink: () => void;
  onReason: () => void;
}

/** What it is, who has it, by when, and what can be done now. */
export function ConversationHead({ it, ownId, onHandOver, onLink, onReason }: HeadProps) {
  const now = useNow();
  const undo = useUndo();
  const response = clockWords(it.clocks.firstResponse, now);
  const resolution = clockWords(it.clocks.resolution, now);
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
  return (
    <header className={styles.head}>
      <div className={styles.titleLine}>
        <Title order={1} className={styles.subject ?? ''} title={it.subject}>
          {it.subject}
        </Title>
        <button type="button" className={styles.reference} onClick={() => void copy()} title={words.copy}>
          {it.reference}
          <span className="unseen">, {words.copy}</span>
        </button>
      </div>
      <div className={styles.meta}>
        <Tag tone={it.status === 'resolved' ? 'good' : it.status === 'unclaimed' ? 'warn' : 'info'}>
          {words.status[it.status]}
        </Tag>
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
        <About it={it} ownId={ownId} onReason={onReason} />
        {response && it.clocks.firstResponse.metAt === null && (
          <span>
            {words.response}: <Tag tone={response.tone}>{response.words}</Tag>
          </span>
        )}
        {resolution && it.status !== 'resolved' && (
          <span>
            {words.resolution}: <Tag tone={resolution.tone}>{resolution.words}</Tag>
          </span>
        )}
      </div>
      <Actions it={it} ownId={ownId} onHandOver={onHandOver} />
      <div className={styles.alerts}>
        {it.urgentWords.length > 0 && it.urgent && (
          <Notice tone="danger" title={words.urgentTitle}>
            {words.urgentWords(it.urgentWords)}
          </Notice>
        )}
        {!it.asker.verified && (
          <Notice
            tone="warn"
            action={
              it.can.includes('link-person') && (
                <Button size="compact-sm" variant="default" onClick={onLink}>
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
function About({ it, ownId, onReason }: Pick<HeadProps, 'it' | 'ownId' | 'onReason'>) {
  const undo = useUndo();
  const why = whyNot(it, 'change-reason', ownId);
  useShortcut('t', actionWords.changeReason, actionWords.group, () =>
    why === undefined ? onReason() : undo.failed(why),
  );
  return (
    <span className={styles.about}>
      {reasonWords(it.reason)}
      <ActionButton size="compact-xs" variant="subtle" keys="t" blocked={why} onClick={onReason}>
        {actionWords.changeReason}
      </ActionButton>
    </span>
  );
}

type Key = 'c' | 'h' | 'b' | 'w' | 'e' | 'u';

function Actions({ it, ownId, onHandOver }: Omit<HeadProps, 'onLink' | 'onReason'>) {
  const { take, busy } = useSteps(it);
  const undo = useUndo();
  // A key pressed while the last step is still under way is kept, not lost.
  const later = useRef<Key>(undefined);
  const no = (action: CanDo) => whyNot(it, action, ownId);
  const run = (step: Parameters<typeof take>[0]) => () => void take(step).catch(() => undefined);
  const group = actionWords.group;
  const waiting = it.status === 'waiting';
  const resolved = it.status === 'resolved';
  const canUndo = it.undo !== null;
  const claimable = it.can.includes('claim') ? 'claim' : it.can.includes('take-over') ? 'take-over' : undefined;
  const takeIt = run(claimable === 'take-over' && ownId ? { do: 'take-over', ownId } : { do: 'claim' });

  const meant: Record<Key, readonly [string | undefined, () => void]> = {
    c: [claimable ? undefined : it.owner?.staffId === ownId ? actionWords.blocked.already : no('claim'), takeIt],
    h: [no('hand-over'), onHandOver],
    b: [no('give-back'), run({ do: 'give-back' })],
    w: waiting ? [no('end-waiting'), run({ do: 'end-waiting' })] : [no('wait'), run({ do: 'wait' })],
    e: resolved ? [no('reopen'), run({ do: 'reopen' })] : [no('resolve'), run({ do: 'resolve' })],
    u: [canUndo ? undefined : actionWords.blocked.nothingToUndo, run({ do: 'undo' })],
  };
  const press = (key: Key) => {
    const [why, does] = meant[key];
    if (busy) later.current = key;
    else if (why === undefined) does();
    else undo.failed(why);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was kept is done once, when the step before has ended
  useEffect(() => {
    const key = later.current;
    later.current = undefined;
    if (!busy && key) press(key);
  }, [busy]);

  useShortcut('c', claimable === 'take-over' ? actionWords.takeOver : actionWords.claim, group, () => press('c'));
  useShortcut('h', actionWords.handOver, group, () => press('h'));
  useShortcut('b', actionWords.giveBack, group, () => press('b'));
  useShortcut('w', waiting ? actionWords.endWaiting : actionWords.wait, group, () => press('w'));
  useShortcut('e', resolved ? actionWords.reopen : actionWords.resolve, group, () => press('e'));
  useShortcut('u', actionWords.undo, group, () => press('u'));

  return (
    <div className={styles.actions} role="toolbar" aria-label={group}>
      {claimable && (
        <ActionButton size="compact-sm" keys="c" onClick={takeIt}>
          {claimable === 'take-over' ? actionWords.takeOver : actionWords.claim}
        </ActionButton>
      )}
      {!resolved && (
        <>
          <ActionButton size="compact-sm" variant="default" keys="h" blocked={no('hand-over')} onClick={onHandOver}>
            {actionWords.handOver}
          </ActionButton>
          {it.owner && (
            <ActionButton
              size="compact-sm"
              variant="default"
              keys="b"
              blocked={no('give-back')}
              onClick={run({ do: 'give-back' })}
            >
              {actionWords.giveBack}
            </ActionButton>
          )}
          {waiting ? (
            <ActionButton
              size="compact-sm"
              variant="default"
              keys="w"
              blocked={no('end-waiting')}
              onClick={run({ do: 'end-waiting' })}
            >
              {actionWords.endWaiting}
            </ActionButton>
          ) : (
            <ActionButton
              size="compact-sm"
              variant="default"
              keys="w"
              blocked={no('wait')}
              onClick={run({ do: 'wait' })}
            >
              {actionWords.wait}
            </ActionButton>
          )}
          <ActionButton
            size="compact-sm"
            variant={claimable ? 'default' : 'filled'}
            keys="e"
            blocked={no('resolve')}
            onClick={run({ do: 'resolve' })}
          >
            {actionWords.resolve}
          </ActionButton>
        </>
      )}
      {resolved && (
        <ActionButton
          size="compact-sm"
          variant="default"
          keys="e"
          blocked={no('reopen')}
          onClick={run({ do: 'reopen' })}
        >
          {actionWords.reopen}
        </ActionButton>
      )}
      {canUndo && (
        <ActionButton size="compact-sm" variant="subtle" keys="u" onClick={run({ do: 'undo' })}>
          {actionWords.undo}
        </ActionButton>
      )}
    </div>
  );
}

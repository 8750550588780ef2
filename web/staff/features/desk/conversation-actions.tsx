import { useEffect, useRef } from 'react';
import type { CanDo, Conversation } from '../../../../server/modules/desk/contract.ts';
import { useShortcut } from '../../../lib/shortcuts.tsx';
import { useUndo } from '../../../lib/undo.tsx';
import { ActionButton } from '../../../ui/action-button.tsx';
import { useSteps, whyNot } from './actions.ts';
import { CaseActions } from './case-line.tsx';
import type { DeskForm } from './desk-form.ts';
import styles from './thread.module.css';
import { actionWords } from './words.ts';

type Key = 'c' | 'h' | 'b' | 'w' | 'e' | 'u';

interface ActionsProps {
  it: Conversation;
  ownId: string | undefined;
  /** Put away, not gone: the keys go on working. */
  hidden: boolean;
  onForm: (form: DeskForm) => void;
}

/** What can be done with it now, each with its key. */
export function ConversationActions({ it, ownId, hidden, onForm }: ActionsProps) {
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
    h: [no('hand-over'), () => onForm('hand-over')],
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
    <div className={styles.actions} role="toolbar" aria-label={group} hidden={hidden}>
      {claimable && (
        <ActionButton size="compact-sm" keys="c" onClick={takeIt}>
          {claimable === 'take-over' ? actionWords.takeOver : actionWords.claim}
        </ActionButton>
      )}
      {!resolved && it.status !== 'merged' && (
        <>
          <ActionButton
            size="compact-sm"
            variant="default"
            keys="h"
            blocked={no('hand-over')}
            onClick={() => onForm('hand-over')}
          >
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
      <CaseActions it={it} ownId={ownId} onForm={onForm} />
      {canUndo && (
        <ActionButton size="compact-sm" variant="subtle" keys="u" onClick={run({ do: 'undo' })}>
          {actionWords.undo}
        </ActionButton>
      )}
    </div>
  );
}

import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { PromiseView } from '../../../../server/modules/promises/contract.ts';
import { useShortcut } from '../../../lib/shortcuts.tsx';
import { useUndo } from '../../../lib/undo.tsx';
import { ActionButton } from '../../../ui/action-button.tsx';
import { useNow } from '../../../ui/moment.tsx';
import { Notice, Tag } from '../../../ui/parts.tsx';
import { spanWords } from '../desk/due.ts';
import { HandOverPart, ReleasePart } from './ending-parts.tsx';
import { whenWords } from './promise-time.ts';
import styles from './promises.module.css';
import { usePromiseSteps } from './steps.ts';
import { words } from './words.ts';

const tones = {
  open: 'plain',
  near: 'warn',
  broken: 'danger',
  kept: 'good',
  'kept-late': 'plain',
  released: 'plain',
  held: 'grief',
} as const;

/** Which keys its actions have: all where it was gone to in the list, D alone beside its conversation, which has its own. */
type Keyed = 'all' | 'keep' | 'none';

interface LineProps {
  it: PromiseView;
  ownId: string | undefined;
  /** In its own conversation nobody needs the way there. */
  here?: boolean;
  keyed?: Keyed;
}

/** One promise: to whom, by when, who owes it, what must be known before anybody rings, and what can be done. */
export function PromiseLine({ it, ownId, here = false, keyed = 'none' }: LineProps) {
  const [part, setPart] = useState<'release' | 'hand-over'>();
  const alerts = alertsOf(it);
  return (
    <li
      className={styles.line}
      data-promise={it.id}
      data-chosen={keyed === 'all' ? 'yes' : 'no'}
      tabIndex={here ? undefined : -1}
    >
      <div className={styles.what}>
        <div className={styles.top}>
          <StateTag it={it} />
          <b>{words.task[it.kind](it.person.name)}</b>
          <span>{words.by(whenWords(it.dueAt, it.timeZone))}</span>
        </div>
        <div className={styles.words} dir="auto">
          {it.words}
        </div>
        {it.state === 'held' && <Notice tone="grief">{words.held}</Notice>}
        {alerts.length > 0 && (
          <div className={styles.top}>
            {alerts.map(([tone, said]) => (
              <Tag key={said} tone={tone}>
                {said}
              </Tag>
            ))}
          </div>
        )}
        <div className={styles.soft}>
          {it.owner ? it.owner.staffId === ownId ? words.you : it.owner.name : <b>{words.nobody}</b>} · {it.team.name} ·{' '}
          {words.made(it.madeBy.name, words.said[it.madeThrough])}
          {it.releaseReason && ` · ${words.because(it.releaseReason)}`}
          {!here && (
            <>
              {' · '}
              <Link to="/desk/$conversationId" params={{ conversationId: it.subject.id }} className={styles.link ?? ''}>
                {words.open}
              </Link>
            </>
          )}
        </div>
        {part === 'release' && <ReleasePart it={it} onClose={() => setPart(undefined)} />}
        {part === 'hand-over' && <HandOverPart it={it} ownId={ownId} onClose={() => setPart(undefined)} />}
      </div>
      {part === undefined && <Actions it={it} ownId={ownId} keyed={keyed} onPart={setPart} />}
    </li>
  );
}

interface ActionsProps {
  it: PromiseView;
  ownId: string | undefined;
  keyed: Keyed;
  onPart: (part: 'release' | 'hand-over') => void;
}

function Actions({ it, ownId, keyed, onPart }: ActionsProps) {
  const { take, busy } = usePromiseSteps(it);
  const undo = useUndo();
  const can = (action: PromiseView['can'][number]) => it.can.includes(action);
  const why = can('keep') ? undefined : words.notYours;
  const run = (step: Parameters<typeof take>[0]) => () => void take(step).catch(() => undefined);
  const keep = run({ do: 'keep' });
  const mine = can('take') && ownId ? run({ do: 'take', to: { staffId: ownId } }) : undefined;
  const unless = (does: () => void) => (why === undefined ? does : () => undo.failed(why));
  const isEnded = it.can.length === 0;
  const [first, all] = [keyed !== 'none' && !isEnded, keyed === 'all' && !isEnded];
  useShortcut('d', words.keep, words.group, first ? unless(keep) : undefined);
  useShortcut('t', words.take, words.group, all ? mine : undefined);
  useShortcut('h', words.handOver, words.group, all ? unless(() => onPart('hand-over')) : undefined);
  useShortcut('x', words.release, words.group, all ? unless(() => onPart('release')) : undefined);
  if (isEnded) return null;
  const other = { size: 'compact-sm', variant: 'default', blocked: why } as const;
  return (
    <div className={styles.buttons}>
      <ActionButton size="compact-sm" {...(first && { keys: 'd' })} blocked={why} loading={busy} onClick={keep}>
        {words.keep}
      </ActionButton>
      {mine && (
        <ActionButton size="compact-sm" variant="default" {...(all && { keys: 't' })} onClick={mine}>
          {words.take}
        </ActionButton>
      )}
      <ActionButton {...other} {...(all && { keys: 'h' })} onClick={() => onPart('hand-over')}>
        {words.handOver}
      </ActionButton>
      <ActionButton {...other} {...(all && { keys: 'x' })} onClick={() => onPart('release')}>
        {words.release}
      </ActionButton>
    </div>
  );
}

export function StateTag({ it }: { it: PromiseView }) {
  const left = Date.parse(it.dueAt) - useNow();
  const said =
    it.state === 'broken'
      ? `${words.state.broken}, ${words.lateBy(spanWords(Math.max(0, -left), Math.ceil))}`
      : (it.state === 'open' || it.state === 'near') && left > 0
        ? words.dueIn(spanWords(left, Math.floor))
        : words.state[it.state];
  return <Tag tone={tones[it.state]}>{said}</Tag>;
}

/** In an ended promise they warn of nothing. */
function alertsOf({ alerts, state }: PromiseView): (readonly [tone: 'grief' | 'danger', said: string])[] {
  if (state === 'kept' || state === 'kept-late' || state === 'released') return [];
  return [
    ...(alerts.deceased && state !== 'held' ? [['grief', words.alerts.deceased] as const] : []),
    ...(alerts.bereavedUntil !== null ? [['grief', words.alerts.bereaved] as const] : []),
    ...(alerts.restricted ? [['danger', words.alerts.restricted] as const] : []),
    ...(alerts.safeContact ? [['danger', words.alerts.safe] as const] : []),
  ];
}

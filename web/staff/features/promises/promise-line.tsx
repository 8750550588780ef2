import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { PromiseView } from '../../../../server/modules/promises/contract.ts';
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

interface LineProps {
  it: PromiseView;
  ownId: string | undefined;
  /** In its own conversation nobody needs the way there, nor the name. */
  here?: boolean;
  isChosen?: boolean;
}

/** One promise: to whom, by when, who owes it, what must be known before anybody rings, and what can be done. */
export function PromiseLine({ it, ownId, here = false, isChosen = false }: LineProps) {
  const [part, setPart] = useState<'release' | 'hand-over'>();
  const alerts = alertsOf(it);
  return (
    <li
      className={styles.line}
      data-promise={it.id}
      data-chosen={isChosen ? 'yes' : 'no'}
      tabIndex={here ? undefined : -1}
    >
      <div className={styles.what}>
        <div className={styles.top}>
          <StateTag it={it} />
          <b>{words.toRing[it.kind](it.person.name)}</b>
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
      {part === undefined && <Actions it={it} ownId={ownId} onPart={setPart} />}
    </li>
  );
}

function Actions(props: {
  it: PromiseView;
  ownId: string | undefined;
  onPart: (part: 'release' | 'hand-over') => void;
}) {
  const { it, ownId, onPart } = props;
  const { take, busy } = usePromiseSteps(it);
  if (it.can.length === 0) return null;
  const blocked = it.can.includes('keep') ? undefined : words.notYours;
  const run = (step: Parameters<typeof take>[0]) => () => void take(step).catch(() => undefined);
  return (
    <div className={styles.buttons}>
      <ActionButton size="compact-sm" blocked={blocked} loading={busy} onClick={run({ do: 'keep' })}>
        {words.keep}
      </ActionButton>
      {it.can.includes('take') && ownId && (
        <Button size="compact-sm" variant="default" onClick={run({ do: 'take', to: { staffId: ownId } })}>
          {words.take}
        </Button>
      )}
      <ActionButton size="compact-sm" variant="default" blocked={blocked} onClick={() => onPart('hand-over')}>
        {words.handOver}
      </ActionButton>
      <ActionButton size="compact-sm" variant="default" blocked={blocked} onClick={() => onPart('release')}>
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

import { Button, NativeSelect } from '@mantine/core';
import { IconClockCheck, IconClockQuestion } from '@tabler/icons-react';
import { useState } from 'react';
import type { PromiseKind } from '../../../../server/modules/promises/contract.ts';
import { useShortcut } from '../../../lib/shortcuts.tsx';
import { ActionButton } from '../../../ui/action-button.tsx';
import { useNow } from '../../../ui/moment.tsx';
import { MomentFields } from './moment-fields.tsx';
import { momentAt, wallOf, whenWords } from './promise-time.ts';
import styles from './promises.module.css';
import type { Offer, PromiseOffers as Offers } from './use-promise-offers.ts';
import { promiseKinds, words } from './words.ts';

const takeKey = 'mod+.';
const day = 86_400_000;

/** "You promise to ring by Tuesday. Write it down?", below what is being written; one key says yes to the first. */
export function PromiseOffers({ offers: all }: { offers: Offers }) {
  const { offers } = all;
  const first = offers.find((one) => !one.taken && one.dueAt !== null);
  useShortcut(
    takeKey,
    words.takeOffer,
    words.offers,
    first?.dueAt ? () => all.take(first.words, { kind: first.kind, dueAt: first.dueAt ?? '' }) : undefined,
  );
  return (
    <section className={styles.offers} aria-label={words.offers} aria-live="polite" data-empty={offers.length === 0}>
      {offers.map((one) => (
        <OfferLine key={one.words} it={one} all={all} hasKey={one === first} />
      ))}
    </section>
  );
}

function OfferLine({ it, all, hasKey }: { it: Offer; all: Offers; hasKey: boolean }) {
  const [changing, setChanging] = useState(false);
  if (changing) return <ChangeOffer it={it} all={all} onClose={() => setChanging(false)} />;
  const { taken, dueAt } = it;
  if (taken)
    return (
      <div className={styles.offer} data-taken="yes">
        <IconClockCheck size={18} aria-hidden />
        <span className={styles.said}>
          {words.goesAlong(words.offered[taken.kind], whenWords(taken.dueAt, all.timeZone))}
        </span>
        <Button size="compact-sm" variant="default" onClick={() => setChanging(true)}>
          {words.change}
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={() => all.offerAgain(it.words)}>
          {words.takeOut}
        </Button>
      </div>
    );
  return (
    <div className={styles.offer}>
      <IconClockQuestion size={18} aria-hidden />
      <span className={styles.said}>
        {dueAt ? words.offer(words.offered[it.kind], whenWords(dueAt, all.timeZone)) : words.offerNoDate(it.words)}{' '}
        {dueAt && it.unsure && <b>{words.offerUnsure}</b>}
      </span>
      {dueAt && (
        <ActionButton
          size="compact-sm"
          {...(hasKey && { keys: takeKey })}
          onClick={() => all.take(it.words, { kind: it.kind, dueAt })}
        >
          {words.takeOffer}
        </ActionButton>
      )}
      <Button size="compact-sm" variant="default" onClick={() => setChanging(true)}>
        {dueAt ? words.change : words.setDay}
      </Button>
      <Button size="compact-sm" variant="subtle" onClick={() => all.decline(it.words)}>
        {words.no}
      </Button>
    </div>
  );
}

function ChangeOffer({ it, all, onClose }: { it: Offer; all: Offers; onClose: () => void }) {
  const now = useNow();
  const start = it.taken?.dueAt ?? it.dueAt;
  const [kind, setKind] = useState<PromiseKind>(it.taken?.kind ?? it.kind);
  const [wall, setWall] = useState(() =>
    start ? wallOf(Date.parse(start), all.timeZone) : { ...wallOf(now + day, all.timeZone), time: '17:00' },
  );
  const dueAt = momentAt(wall, all.timeZone);
  const blocked = dueAt === undefined ? words.noMoment : Date.parse(dueAt) <= now ? words.over : undefined;
  return (
    <div className={styles.change}>
      <NativeSelect
        size="sm"
        label={words.what}
        value={kind}
        data={promiseKinds.map((value) => ({ value, label: words.kind[value] }))}
        onChange={(event) => setKind(event.currentTarget.value as PromiseKind)}
      />
      <MomentFields wall={wall} onChange={setWall} timeZone={all.timeZone} autoFocus />
      <div className={styles.buttons}>
        <ActionButton
          size="compact-sm"
          blocked={blocked}
          onClick={() => {
            if (dueAt) all.take(it.words, { kind, dueAt });
            onClose();
          }}
        >
          {words.use}
        </ActionButton>
        <Button size="compact-sm" variant="default" onClick={onClose}>
          {words.cancel}
        </Button>
      </div>
    </div>
  );
}

import { useQuery } from '@tanstack/react-query';
import type { Conversation } from '../../../../server/modules/desk/contract.ts';
import type { PromiseView } from '../../../../server/modules/promises/contract.ts';
import { useShortcut } from '../../../lib/shortcuts.tsx';
import { ActionButton } from '../../../ui/action-button.tsx';
import { useNarrow } from '../../../ui/narrow.ts';
import { actionWords } from '../desk/words.ts';
import { PromiseLine, StateTag } from './promise-line.tsx';
import styles from './promises.module.css';
import { promisesOfQuery } from './queries.ts';
import { words } from './words.ts';

interface PromisesProps {
  it: Conversation;
  ownId: string | undefined;
  onPromise: () => void;
}

const isEnded = ({ state }: PromiseView) => state === 'kept' || state === 'kept-late' || state === 'released';

/** What was promised in this conversation, with its clock; and the way to write down what was said. */
export function ConversationPromises({ it, ownId, onPromise }: PromisesProps) {
  const { data } = useQuery(promisesOfQuery(it.id));
  useShortcut('p', words.makeTitle, actionWords.group, onPromise);
  const all = data?.promises ?? [];
  const owed = all.filter((one) => !isEnded(one));
  const ended = all.filter(isEnded);
  const [nearest] = owed;
  // On a phone the words of the person come first; here one line says what is owed.
  const isNarrow = useNarrow();
  return (
    <section className={styles.inConversation} aria-label={words.inConversation}>
      <span className={styles.make}>
        <ActionButton size="compact-sm" variant="subtle" keys="p" onClick={onPromise}>
          {words.make}
        </ActionButton>
      </span>
      {nearest && (
        <details className={styles.owedHere} open={!isNarrow}>
          <summary>
            {words.owedHere(owed.length)} <StateTag it={nearest} />
          </summary>
          <ul className={styles.lines}>
            {owed.map((one) => (
              <PromiseLine key={one.id} it={one} ownId={ownId} here keyed={one === nearest ? 'keep' : 'none'} />
            ))}
          </ul>
        </details>
      )}
      {ended.length > 0 && (
        <details className={styles.ended}>
          <summary>{words.endedHere(ended.length)}</summary>
          <ul className={styles.lines}>
            {ended.map((one) => (
              <PromiseLine key={one.id} it={one} ownId={ownId} here />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

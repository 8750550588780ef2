import type { Conversation, Mark } from '../../../../server/modules/desk/contract.ts';
import { useShortcut } from '../../../lib/shortcuts.tsx';
import { ActionButton } from '../../../ui/action-button.tsx';
import { Tag } from '../../../ui/parts.tsx';
import type { DeskForm } from './desk-form.ts';
import { markWords as words } from './mark-words.ts';
import styles from './thread.module.css';
import { actionWords } from './words.ts';

/** What the words may carry, with the words themselves, and the way to say otherwise. Danger has a notice of its own. */
export function MarkLine({ it, onForm }: { it: Conversation; onForm: (form: DeskForm) => void }) {
  useShortcut('a', `${words.label}: ${words.correct}`, actionWords.group, () => onForm('marks'));
  const shown = it.marks.filter((one) => one.mark !== 'danger' || !it.urgent);
  return (
    <div className={styles.marks}>
      {shown.length > 0 && (
        <ul aria-label={words.label}>
          {shown.map((one) => (
            <li key={one.mark}>
              <Tag tone={one.mark === 'grief' ? 'grief' : 'plain'}>{words.may[one.mark]}</Tag> {because(one)}
            </li>
          ))}
        </ul>
      )}
      <ActionButton size="compact-xs" variant="subtle" keys="a" onClick={() => onForm('marks')}>
        {shown.length > 0 ? words.correct : words.label}
      </ActionButton>
    </div>
  );
}

export const because = ({ words: found, by }: Mark) => {
  if (found.length > 0) return words.quoted(found);
  return by ? words.saidBy(by.name) : words.nothing;
};

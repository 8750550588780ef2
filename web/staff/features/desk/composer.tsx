import { useClickOutside } from '@mantine/hooks';
import { IconLock } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { Conversation } from '../../../../server/modules/desk/contract.ts';
import { useShortcut } from '../../../lib/shortcuts.tsx';
import { useNarrow } from '../../../ui/narrow.ts';
import { NoteField } from './note-field.tsx';
import { ReplyField } from './reply-field.tsx';
import styles from './thread.module.css';
import { actionWords, composerWords as words } from './words.ts';

interface ComposerProps {
  it: Conversation;
  onTyping: () => void;
}

/** Reply or internal note: two fields with two drafts, so that one can never be sent as the other. */
export function Composer({ it, onTyping }: ComposerProps) {
  const [kind, setKind] = useState<'reply' | 'note'>('reply');
  const field = useRef<HTMLTextAreaElement>(null);
  const narrow = useNarrow();
  const [writing, setWriting] = useState(false);
  // Not by losing the focus: a tap on a button takes it from the field before the button is pressed.
  const around = useClickOutside(() => setWriting(false));
  const folded = narrow && !writing;
  const focusOn = (chosen: 'reply' | 'note') => {
    setKind(chosen);
    requestAnimationFrame(() => {
      const there = field.current;
      there?.focus();
      // What was begun goes on where it ended.
      there?.setSelectionRange(there.value.length, there.value.length);
    });
  };
  useShortcut('r', actionWords.reply, actionWords.group, () => focusOn('reply'));
  useShortcut('n', actionWords.note, actionWords.group, () => focusOn('note'));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: whoever comes into it, by whatever way, finds it unfolded
    <div
      ref={around}
      className={styles.composer}
      data-kind={kind}
      data-folded={folded ? 'yes' : 'no'}
      onFocus={() => setWriting(true)}
    >
      <div className={styles.kinds} role="radiogroup" aria-label={actionWords.group}>
        {(['reply', 'note'] as const).map((one) => (
          // biome-ignore lint/a11y/useSemanticElements: a pair of buttons that behaves as radios, one Tab stop each
          <button
            key={one}
            type="button"
            role="radio"
            aria-checked={kind === one}
            aria-keyshortcuts={one === 'reply' ? 'r' : 'n'}
            className={styles.kind}
            onClick={() => focusOn(one)}
          >
            {one === 'note' && <IconLock size={15} aria-hidden />}
            {words[one]}
          </button>
        ))}
      </div>
      {kind === 'reply' ? (
        <ReplyField it={it} field={field} folded={folded} onTyping={onTyping} />
      ) : (
        <NoteField it={it} field={field} folded={folded} onTyping={onTyping} />
      )}
    </div>
  );
}

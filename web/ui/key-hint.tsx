import styles from './parts.module.css';

const isMac = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? '');
const shown: Record<string, string> = { mod: isMac ? '⌘' : 'Ctrl', enter: '↵', escape: 'Esc', shift: '⇧' };

/** A key beside what it does: `c`, `g d`, `mod+enter`. Screen readers hear it from `aria-keyshortcuts` instead. */
export const KeyHint = ({ keys }: { keys: string }) => (
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a kbd takes no focus
  <kbd className={styles.kbd} aria-hidden="true">
    {keys
      .split('+')
      .map((part) => shown[part] ?? (part.length === 1 ? part.toUpperCase() : part))
      .join(' ')}
  </kbd>
);

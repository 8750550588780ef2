import { Button, type ButtonProps } from '@mantine/core';
import { type ReactNode, useId, useState } from 'react';
import { KeyHint } from './key-hint.tsx';
import styles from './parts.module.css';

interface ActionButtonProps extends Omit<ButtonProps, 'onClick'> {
  children: ReactNode;
  onClick: () => void;
  keys?: string;
  /** Why it cannot be done now; the button stays reachable, so that the reason can be read by everyone. */
  blocked?: string | undefined;
  type?: 'button' | 'submit';
  autoFocus?: boolean;
  'aria-label'?: string;
}

/** An action with its key; when it cannot be done it says why, to the pointer and to the keyboard (WCAG 1.4.13). */
export function ActionButton({ children, onClick, keys, blocked, ...more }: ActionButtonProps) {
  const id = useId();
  const [away, setAway] = useState(false);
  const button = (
    <Button
      {...more}
      {...(blocked !== undefined && { 'data-disabled': true, 'aria-disabled': true, 'aria-describedby': id })}
      {...(keys && { 'aria-keyshortcuts': keys.replace('mod', 'Control') })}
      rightSection={more.rightSection ?? (keys && blocked === undefined ? <KeyHint keys={keys} /> : undefined)}
      onClick={(event) => {
        if (blocked !== undefined) event.preventDefault();
        else onClick();
      }}
    >
      {children}
    </Button>
  );
  if (blocked === undefined) return button;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape only puts the reason away
    <span
      className={styles.why}
      data-away={away ? 'yes' : 'no'}
      onKeyDown={(event) => event.key === 'Escape' && setAway(true)}
      onMouseLeave={() => setAway(false)}
      onBlur={() => setAway(false)}
    >
      {button}
      <span role="tooltip" id={id} className={styles.reason}>
        {blocked}
      </span>
    </span>
  );
}

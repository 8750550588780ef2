import { Button, type ButtonProps, Tooltip } from '@mantine/core';
import type { ReactNode, Ref } from 'react';
import { KeyHint } from './key-hint.tsx';

interface ActionButtonProps extends Omit<ButtonProps, 'onClick'> {
  children: ReactNode;
  onClick: () => void;
  keys?: string;
  /** Why it cannot be done now; the button stays reachable, so that the reason can be read by everyone. */
  blocked?: string | undefined;
  type?: 'button' | 'submit';
  buttonRef?: Ref<HTMLButtonElement>;
}

/** An action with its key; when it cannot be done it says why. */
export function ActionButton({ children, onClick, keys, blocked, buttonRef, ...more }: ActionButtonProps) {
  const button = (
    <Button
      ref={buttonRef}
      {...more}
      {...(blocked !== undefined && { 'data-disabled': true, 'aria-disabled': true })}
      {...(keys && { 'aria-keyshortcuts': keys.replace('mod', 'Control').replaceAll(' ', ' ') })}
      rightSection={more.rightSection ?? (keys && !blocked ? <KeyHint keys={keys} /> : undefined)}
      onClick={(event) => {
        if (blocked !== undefined) event.preventDefault();
        else onClick();
      }}
    >
      {children}
    </Button>
  );
  return blocked === undefined ? button : <Tooltip label={blocked}>{button}</Tooltip>;
}

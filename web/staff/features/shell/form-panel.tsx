import { Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useShortcut } from '../../../lib/shortcuts.tsx';
import { ActionButton } from '../../../ui/action-button.tsx';
import { Panel } from '../../../ui/parts.tsx';
import { formWords as words } from './words.ts';

interface ButtonsProps {
  submit?: string | undefined;
  cancel?: string;
  /** Why it cannot be done yet. */
  blocked?: string | undefined;
  busy: boolean;
  /** It cannot be undone: red, and whoever presses Enter without reading goes back. */
  grave?: boolean;
  /** Without it they are the buttons of the form around them. */
  onSubmit?: () => void;
  onCancel: () => void;
}

/** The end of everything that is filled in or asked twice: do it, or leave it. */
export const FormButtons = ({ submit, cancel, blocked, busy, grave, onSubmit, onCancel }: ButtonsProps) => (
  <Group gap="xs" mt={onSubmit ? 8 : 0}>
    <ActionButton
      type={onSubmit ? 'button' : 'submit'}
      loading={busy}
      blocked={blocked}
      onClick={() => onSubmit?.()}
      {...(grave && { color: 'brick' })}
    >
      {submit ?? words.save}
    </ActionButton>
    <Button variant="default" onClick={onCancel} autoFocus={grave === true}>
      {cancel ?? words.cancel}
    </Button>
  </Group>
);

interface FormPanelProps {
  title: string;
  why?: string;
  submit?: string;
  /** What is missing yet. */
  blocked?: string | undefined;
  busy: boolean;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** A form beside the record; Enter in a field of one line sends it, Escape leaves it. */
export function FormPanel({ title, why, submit, blocked, busy, onSubmit, onClose, children }: FormPanelProps) {
  useShortcut('escape', words.close, words.change, onClose);
  return (
    <Panel title={title} closeLabel={words.close} onClose={onClose}>
      <form
        style={{ display: 'grid', gap: 12 }}
        onSubmit={(event) => {
          event.preventDefault();
          if (blocked === undefined && !busy) onSubmit();
        }}
      >
        {why && (
          <Text size="sm" c="dimmed">
            {why}
          </Text>
        )}
        {children}
        <FormButtons submit={submit} blocked={blocked} busy={busy} onCancel={onClose} />
      </form>
    </Panel>
  );
}

import { Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useShortcut } from '../../../lib/shortcuts.tsx';
import { ActionButton } from '../../../ui/action-button.tsx';
import { Panel } from '../../../ui/parts.tsx';
import { words } from './words.ts';

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
        <Group gap="xs">
          <ActionButton type="submit" loading={busy} blocked={blocked} onClick={() => undefined}>
            {submit ?? words.save}
          </ActionButton>
          <Button variant="default" onClick={onClose}>
            {words.cancel}
          </Button>
        </Group>
      </form>
    </Panel>
  );
}

import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react';
import { inLanguage } from './language.ts';
import { useShortcut } from './shortcuts.tsx';

interface Offer {
  readonly said: string;
  readonly undo?: (() => Promise<unknown>) | undefined;
  readonly until?: number;
}

interface Undo {
  /** Says what was done and offers to take it back. */
  done(offer: Offer): void;
  failed(said: string): void;
  /** What was refused is not true any more: its words go. */
  outdated(): void;
}

const UndoContext = createContext<Undo | undefined>(undefined);
const words = inLanguage({
  en: {
    undo: 'Undo',
    group: 'Everywhere',
    undoLast: 'Undo what I just did',
    gone: 'It could not be taken back.',
    close: 'Put this message away',
  },
  es: {
    undo: 'Deshacer',
    group: 'En todas partes',
    undoLast: 'Deshacer lo que acabo de hacer',
    gone: 'No se pudo deshacer.',
    close: 'Quitar este mensaje',
  },
});
/** Long enough to read and to reach, also with a switch device; the record itself keeps the undo until its own time. */
const shownMs = 12_000;

export function UndoProvider({ children }: { children: ReactNode }) {
  const latest = useRef<(() => void) | undefined>(undefined);
  const refused = useRef<string | undefined>(undefined);
  const [waits, setWaits] = useState(false);
  const failed = useCallback((said: string) => {
    refused.current = notifications.show({
      message: said,
      color: 'brick',
      autoClose: shownMs,
      withBorder: true,
      role: 'alert',
      closeButtonProps: { 'aria-label': words.close },
    });
  }, []);
  const outdated = useCallback(() => {
    if (refused.current) notifications.hide(refused.current);
    refused.current = undefined;
  }, []);
  const done = useCallback(
    ({ said, undo }: Offer) => {
      const id = crypto.randomUUID();
      const run = () => {
        notifications.hide(id);
        latest.current = undefined;
        setWaits(false);
        undo?.().catch((error: unknown) => failed(error instanceof Error ? error.message : words.gone));
      };
      // One at a time: the key undoes the latest, so only the latest is offered.
      notifications.clean();
      latest.current = undo ? run : undefined;
      setWaits(undo !== undefined);
      notifications.show({
        id,
        withBorder: true,
        closeButtonProps: { 'aria-label': words.close },
        autoClose: undo ? shownMs : 4_000,
        color: 'pine',
        message: (
          <Group justify="space-between" gap="sm" wrap="nowrap">
            {said}
            {undo && (
              <Button size="compact-sm" variant="light" style={{ flex: 'none' }} onClick={run} aria-keyshortcuts="z">
                {words.undo} (Z)
              </Button>
            )}
          </Group>
        ),
      });
    },
    [failed],
  );
  useShortcut('z', words.undoLast, words.group, waits ? () => latest.current?.() : undefined);
  const value = useMemo(() => ({ done, failed, outdated }), [done, failed, outdated]);
  return <UndoContext value={value}>{children}</UndoContext>;
}

export function useUndo(): Undo {
  const undo = useContext(UndoContext);
  if (!undo) throw new Error('Undo needs its provider.');
  return undo;
}

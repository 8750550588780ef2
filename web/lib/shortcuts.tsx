import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { isSingleKey, makeKeyReader, nameOfPress } from './keys.ts';

export interface Shortcut {
  readonly keys: string;
  readonly label: string;
  readonly group: string;
  readonly run: () => void;
}

interface Board {
  add(shortcut: { current: Shortcut }): () => void;
  list(): Shortcut[];
  singleKeys: boolean;
  setSingleKeys(on: boolean): void;
}

const setting = 'bedside.single-keys';
const BoardContext = createContext<Board | undefined>(undefined);

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.closest('input:not([type=checkbox],[type=radio]), textarea, select') !== null);

export function ShortcutProvider({ children }: { children: ReactNode }) {
  const added = useRef(new Set<{ current: Shortcut }>());
  const [singleKeys, setOn] = useState(() => localStorage.getItem(setting) !== 'off');
  useEffect(() => {
    const readKeys = makeKeyReader();
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || event.isComposing) return;
      const name = nameOfPress(event);
      if (name === undefined) return;
      // A dialog has the keyboard for itself.
      if (document.querySelector('[role=dialog]')) return;
      if (isSingleKey(name) && (!singleKeys || isField(event.target))) return;
      // The first Escape leaves the field, the next one the place.
      if (name === 'escape' && event.target instanceof HTMLElement && isField(event.target)) {
        event.target.blur();
        return;
      }
      // What was added last stands nearest to the person.
      const all = [...added.current].reverse();
      const keys = readKeys(name, event.timeStamp, (wanted) => all.some((one) => one.current.keys === wanted));
      const found = all.find((one) => one.current.keys === keys);
      if (!found) return;
      event.preventDefault();
      found.current.run();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [singleKeys]);
  const board = useMemo<Board>(
    () => ({
      add(shortcut) {
        added.current.add(shortcut);
        return () => added.current.delete(shortcut);
      },
      list: () => [...added.current].map((one) => one.current),
      singleKeys,
      setSingleKeys(on) {
        localStorage.setItem(setting, on ? 'on' : 'off');
        setOn(on);
      },
    }),
    [singleKeys],
  );
  return <BoardContext value={board}>{children}</BoardContext>;
}

export function useShortcuts(): Board {
  const board = useContext(BoardContext);
  if (!board) throw new Error('Shortcuts need their provider.');
  return board;
}

/** One key, as long as this is on the screen and `run` is there. */
export function useShortcut(keys: string, label: string, group: string, run: (() => void) | undefined): void {
  const board = useShortcuts();
  const shortcut = useRef<Shortcut>({ keys, label, group, run: () => {} });
  const active = run !== undefined;
  useEffect(() => {
    shortcut.current = { keys, label, group, run: () => run?.() };
  });
  useEffect(() => (active ? board.add(shortcut) : undefined), [active, board]);
}

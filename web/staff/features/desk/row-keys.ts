import type { RefObject } from 'react';
import { useShortcut } from '../../../lib/shortcuts.tsx';
import { actionWords } from './words.ts';

/** J and K move the focus through the rows of a list; gives the move for other keys. */
export function useRowKeys(body: RefObject<HTMLElement | null>, chosenId: string | undefined) {
  const move = (by: 1 | -1 | 'first') => {
    const links = [...(body.current?.querySelectorAll<HTMLAnchorElement>('a[data-row]') ?? [])];
    const now = links.findIndex((link) => link === document.activeElement);
    const from = now >= 0 ? now : links.findIndex((link) => link.dataset.row === chosenId);
    const to = by === 'first' ? 0 : from + by;
    links[Math.min(Math.max(to, 0), links.length - 1)]?.focus();
  };
  useShortcut('j', actionWords.next, actionWords.listGroup, () => move(1));
  useShortcut('k', actionWords.previous, actionWords.listGroup, () => move(-1));
  return move;
}

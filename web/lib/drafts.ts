import { useSyncExternalStore } from 'react';

/**
 * What is being written, by conversation. Kept in memory alone: a browser's storage is no place for what patients wrote,
 * and a shared desk is a shared browser. It outlives moving about in the app; before a reload the browser asks.
 */
export interface Draft {
  readonly text: string;
  readonly files: readonly { id: string; name: string }[];
}
const none: Draft = { text: '', files: [] };
const drafts = new Map<string, Draft>();
const listeners = new Set<() => void>();

const isEmpty = (draft: Draft) => draft.text.trim() === '' && draft.files.length === 0;

function warn(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

export function setDraft(key: string, draft: Draft): void {
  if (isEmpty(draft) && draft.text === '') drafts.delete(key);
  else drafts.set(key, draft);
  window.removeEventListener('beforeunload', warn);
  if ([...drafts.values()].some((one) => !isEmpty(one))) window.addEventListener('beforeunload', warn);
  for (const listener of listeners) listener();
}

export const readDraft = (key: string): Draft => drafts.get(key) ?? none;

/** Another person signs in at this desk: nothing of the one before is left. */
export function forgetDrafts(): void {
  for (const key of [...drafts.keys()]) setDraft(key, none);
}

const listen = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
export const useDraft = (key: string): Draft => useSyncExternalStore(listen, () => readDraft(key));
export const useHasDraft = (key: string): boolean => useSyncExternalStore(listen, () => !isEmpty(readDraft(key)));

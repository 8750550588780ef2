import { useEffect, useSyncExternalStore } from 'react';
import type { z } from 'zod';
import type {
  DraftKind,
  DraftSaved,
  Draft as Kept,
  drafts as keptDrafts,
} from '../../../../server/modules/desk/contract.ts';
import { command, read } from '../../../lib/api.ts';
import { paths } from '../../../lib/paths.ts';
import { isStale } from '../../../lib/problem.ts';

/**
 * What is being written. The server keeps it a second after typing stops, for this staff member alone, so that another
 * browser or a crashed tab loses nothing; here it lies in memory, never in the browser's storage: a shared desk is a
 * shared browser.
 */
export interface Draft {
  readonly text: string;
  readonly files: readonly { readonly id: string; readonly name: string }[];
}

/** `elsewhere`: the same person wrote something else in another window, and says which of the two it shall be. */
export type DraftState = 'kept' | 'changed' | 'saving' | 'failed' | 'elsewhere';

interface Held {
  readonly draft: Draft;
  readonly version: number;
  readonly state: DraftState;
  readonly other?: Kept | undefined;
}

const stillTypingMs = 1_000;
const againMs = 10_000;
const nothing: Draft = { text: '', files: [] };
const unknown: Held = { draft: nothing, version: 0, state: 'kept' };

const held = new Map<string, Held>();
const timers = new Map<string, ReturnType<typeof setTimeout>>();
const saving = new Map<string, Promise<void>>();
const listeners = new Set<() => void>();

const keyOf = (conversationId: string, kind: DraftKind) => `${conversationId} ${kind}`;
const partsOf = (key: string) => key.split(' ') as [string, DraftKind];
const isEmpty = ({ text, files }: Draft) => text.trim() === '' && files.length === 0;
const isSame = (one: Draft, other: Draft) =>
  one.text === other.text && one.files.map((file) => file.id).join() === other.files.map((file) => file.id).join();
const get = (key: string): Held => held.get(key) ?? unknown;

const warn = (event: BeforeUnloadEvent) => event.preventDefault();

function put(key: string, next: Held): void {
  held.set(key, next);
  window.removeEventListener('beforeunload', warn);
  if ([...held.values()].some((one) => one.state !== 'kept')) window.addEventListener('beforeunload', warn);
  for (const listener of listeners) listener();
}

function saveSoon(key: string, milliseconds = stillTypingMs): void {
  clearTimeout(timers.get(key));
  timers.set(
    key,
    setTimeout(() => void save(key), milliseconds),
  );
}

/** One at a time for each draft: what was typed meanwhile is saved after it. */
function save(key: string, last = false): Promise<void> {
  clearTimeout(timers.get(key));
  const before = saving.get(key) ?? Promise.resolve();
  const now = before.then(() => saveOnce(key, last));
  saving.set(key, now);
  return now;
}

async function saveOnce(key: string, last: boolean): Promise<void> {
  const { draft, version, state } = get(key);
  if (state !== 'changed' && state !== 'failed') return;
  put(key, { draft, version, state: 'saving' });
  try {
    const [conversationId, kind] = partsOf(key);
    const saved = await command<DraftSaved>(
      paths.desk.draft(conversationId, kind),
      { version, text: draft.text, fileIds: draft.files.map((file) => file.id) },
      { method: 'PUT', last },
    );
    const typed = get(key);
    const goesOn = typed.state !== 'saving';
    put(key, { draft: typed.draft, version: saved.version, state: goesOn ? 'changed' : 'kept' });
    if (goesOn) saveSoon(key);
  } catch (error) {
    if (isStale(error)) return compare(key);
    put(key, { ...get(key), state: 'failed' });
    saveSoon(key, againMs);
  }
}

/** Another window was faster; where it says the same, nobody need be asked. */
async function compare(key: string): Promise<void> {
  const [conversationId, kind] = partsOf(key);
  const found = await readKept(conversationId).catch(() => undefined);
  const now = get(key);
  if (!found) return put(key, { ...now, state: 'failed' });
  const other = found.find((one) => one.kind === kind);
  if (isSame(other ?? nothing, now.draft) || (!other && isEmpty(now.draft)))
    put(key, { draft: now.draft, version: other?.version ?? 0, state: 'kept' });
  else put(key, { ...now, state: 'elsewhere', other });
}

const readKept = async (conversationId: string): Promise<Kept[]> =>
  (await read<z.infer<typeof keptDrafts>>(paths.desk.drafts(conversationId))).drafts;

/** What the server has, unless something is being written here already. */
async function load(conversationId: string): Promise<void> {
  const keys = (['reply', 'note'] as const).map((kind) => keyOf(conversationId, kind));
  const before = keys.map((key) => held.get(key));
  const found = await readKept(conversationId).catch(() => undefined);
  if (!found) return;
  for (const [at, key] of keys.entries()) {
    const other = found.find((one) => keyOf(conversationId, one.kind) === key);
    const now = get(key);
    const isUntouched = held.get(key) === before[at] && now.state === 'kept';
    if (isUntouched) put(key, other ? { draft: other, version: other.version, state: 'kept' } : unknown);
    // Typed while it was on its way: the two stand side by side.
    else if (other && now.version === 0 && now.state === 'changed') {
      clearTimeout(timers.get(key));
      put(key, { ...now, state: 'elsewhere', other });
    }
  }
}

/** Another person signs in at this desk: nothing of the one before is left. */
export function forgetDrafts(): void {
  for (const timer of timers.values()) clearTimeout(timer);
  held.clear();
  window.removeEventListener('beforeunload', warn);
  for (const listener of listeners) listener();
}

const listen = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Undefined until this window knows; the row of the queue has it from the server then. */
export const useHasDraft = (conversationId: string): boolean | undefined =>
  useSyncExternalStore(listen, () => {
    const one = held.get(keyOf(conversationId, 'reply'));
    return one && !isEmpty(one.draft);
  });

/** The draft of one field, with what can be done with it. */
export function useDraft(conversationId: string, kind: DraftKind) {
  const key = keyOf(conversationId, kind);
  const now = useSyncExternalStore(listen, () => get(key));
  useEffect(() => {
    const hidden = () => document.hidden && void save(key, true);
    document.addEventListener('visibilitychange', hidden);
    return () => {
      document.removeEventListener('visibilitychange', hidden);
      void save(key);
    };
  }, [key]);
  return {
    ...now,
    write: (change: (draft: Draft) => Draft) => {
      const { state, draft, ...more } = get(key);
      put(key, { ...more, draft: change(draft), state: state === 'elsewhere' ? state : 'changed' });
      if (state !== 'elsewhere') saveSoon(key);
    },
    /** Nothing of it is on its way any more, so that no late save comes after what is sent. */
    settle: async () => {
      clearTimeout(timers.get(key));
      await saving.get(key);
      clearTimeout(timers.get(key));
    },
    sent: () => put(key, unknown),
    keepMine: () => {
      const { draft, other } = get(key);
      put(key, { draft, version: other?.version ?? 0, state: 'changed' });
      void save(key);
    },
    takeOther: () => {
      const { other } = get(key);
      put(key, other ? { draft: other, version: other.version, state: 'kept' } : unknown);
    },
  };
}

export const useKeptDrafts = (conversationId: string): void =>
  useEffect(() => void load(conversationId), [conversationId]);

import { randomUUIDv7 } from 'node:crypto';
import { hashToken, makeToken } from '../../platform/access/tokens.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { removeFiles, type StoredFile } from '../../platform/files/files.ts';
import type { FileHolder } from '../../platform/files/sweep.ts';
import type { CookieChange, PageRequest } from '../../platform/http/route.ts';
import { notFound, Problem } from '../../platform/problem.ts';
import * as store from './draft-store.ts';
import type { Answers } from './journey.ts';

/** The browser's half of every draft it has begun. The drafts' ids stand in addresses, so that two tabs do not mix. */
export const draftCookie = 'bedside-drafts';
const hoursKept = 24;
const mostDrafts = 30;

/** With whose it is: a file of somebody who was not signed in belongs to the draft alone. */
export interface DraftFile extends StoredFile {
  readonly by: string | null;
}

export interface Draft {
  readonly id: string;
  readonly personId: string | undefined;
  readonly answers: Answers;
  readonly files: readonly DraftFile[];
  /** Set once it was sent: then nothing of what was written is here any more. */
  readonly receipt: unknown;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function keyOf(request: PageRequest, journey: string): store.DraftKey {
  const id = request.params.draft ?? '';
  const browserHash = hashToken(request.cookies[draftCookie]);
  // A guessed id, another browser's and one that is over all look the same.
  if (!browserHash || !uuid.test(id)) throw notFound();
  return { id, browserHash, journey };
}

/** Begins a draft; the first thing typed is what begins it, never a look at the page. */
export async function startDraft(
  ctx: Ctx,
  request: PageRequest,
  given: { journey: string; answers: Answers },
): Promise<{ id: string; cookies: CookieChange[] }> {
  await clearDrafts(ctx, 20);
  const before = request.cookies[draftCookie];
  const token = hashToken(before) && before !== undefined ? before : makeToken();
  const browserHash = hashToken(token);
  if (!browserHash) throw new Error('A token that was just made is none.');
  if ((await store.countDrafts(ctx, browserHash)) >= mostDrafts)
    throw new Problem('too-many', 'portal.too-many-drafts', {
      en: 'You have begun many messages today. Please finish one of them, or call us.',
      es: 'Hoy ha empezado muchos mensajes. Termine uno de ellos, o llámenos.',
    });
  const id = randomUUIDv7();
  await store.insertDraft(ctx, {
    ...{ id, browserHash, journey: given.journey, answers: given.answers },
    personId: ctx.actor.kind === 'person' ? ctx.actor.id : null,
    expiresAt: ctx.now.add({ hours: hoursKept }),
  });
  return { id, cookies: [{ name: draftCookie, value: token, maxAgeSeconds: hoursKept * 3600 }] };
}

/** @throws Problem not-found; not-signed-in when it was written by somebody whose session has ended. */
export async function openDraft(ctx: Ctx, request: PageRequest, journey: string): Promise<Draft> {
  const draft = await findDraft(ctx, request, journey, {});
  if (draft.personId !== undefined && ctx.actor.kind !== 'person')
    throw new Problem('not-signed-in', 'platform.not-signed-in', {
      en: 'Please sign in again to go on. What you wrote is kept.',
      es: 'Entre otra vez para seguir. Lo que escribió está guardado.',
    });
  return draft;
}

/** For writing: also for someone whose session has just ended, so that what they typed last is not lost. */
export const lockDraft = (ctx: Ctx, request: PageRequest, journey: string): Promise<Draft> =>
  findDraft(ctx, request, journey, { lock: true });

async function findDraft(ctx: Ctx, request: PageRequest, journey: string, options: { lock?: boolean }): Promise<Draft> {
  const row = await store.selectDraft(ctx, keyOf(request, journey), options);
  // On a shared computer the next person who signs in does not see what the last one wrote.
  if (!row || (row.person_id !== null && ctx.actor.kind === 'person' && row.person_id !== ctx.actor.id))
    throw notFound();
  return {
    ...{ id: row.id, personId: row.person_id ?? undefined, receipt: row.receipt ?? undefined },
    answers: row.answers as Answers,
    files: row.files as DraftFile[],
  };
}

export async function keepInDraft(
  ctx: Ctx,
  draft: Draft,
  change: { answers?: Answers; files?: readonly DraftFile[] },
): Promise<Draft> {
  const personId = draft.personId ?? (ctx.actor.kind === 'person' ? ctx.actor.id : undefined);
  await store.updateDraft(ctx, draft.id, { ...change, personId: personId ?? null });
  return { ...draft, ...change, personId };
}

/** It was sent: only the receipt is left. */
export const closeDraft = (ctx: Ctx, draft: Draft, receipt: object): Promise<void> =>
  store.markSent(ctx, draft.id, receipt);

/** Takes away what nobody finished in time, with its files. */
export async function clearDrafts(ctx: Ctx, limit: number): Promise<void> {
  await removeFiles(ctx, await store.deleteExpired(ctx, limit));
}

/** Files that somebody has with a message that is not sent yet. */
export const filesInDrafts: FileHolder = store.selectFilesAmong;

/** Whoever uses this browser next has nothing of it. */
export const forgetDrafts: CookieChange = { name: draftCookie, value: undefined };

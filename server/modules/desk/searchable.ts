import type { Ctx } from '../../platform/ctx.ts';
import { type Delivery, delivery, type Schedule } from '../../platform/jobs/delivery.ts';
import { selectTexts } from './search-store.ts';
import { distinctWords, longestText } from './search-words.ts';
import { addWords, type DueRow, isAnyDue, type Piece, selectIdsOfThread, takeDue } from './searchable-store.ts';

/** What was written in a conversation can be searched from the moment in which it is there. */
export const makeSearchable = (ctx: Ctx, id: string, ...texts: readonly string[]): Promise<void> =>
  addWords(ctx, [{ id, words: distinctWords(...texts) }]);

/** What was written between the person and the house: every case about these messages is found by it. */
export async function makeThreadSearchable(ctx: Ctx, threadId: string, text: string): Promise<void> {
  const words = distinctWords(text);
  const ids = await selectIdsOfThread(ctx, threadId);
  await addWords(
    ctx,
    ids.map((id) => ({ id, words })),
  );
}

/** At a time: short enough that nobody who writes meanwhile waits for it. */
const perStep = 200;
const stepsPerMinute = 15;
const mostTexts = 1000;

/**
 * Reads conversations from before there was a search. They are taken and written in one transaction, so a process that
 * ends in the middle loses nothing, and what is written meanwhile comes in by itself: adding words twice is adding once.
 */
export async function readDue(ctx: Ctx): Promise<{ read: number }> {
  const due = await takeDue(ctx, perStep);
  if (due.length > 0) await readForSearch(ctx, due);
  return { read: due.length };
}

/** All that lies there already: messages that a case is about, and its own notes. */
export async function readForSearch(ctx: Ctx, due: readonly DueRow[]): Promise<void> {
  const ids = due.map((row) => row.id);
  const texts = Map.groupBy(
    await selectTexts(ctx, ids, { most: mostTexts, length: longestText }),
    (row) => row.conversation_id,
  );
  await addWords(
    ctx,
    due.map(({ id, reference, subject }) => ({ id, words: distinctWords(subject, reference) })),
  );
  for (const round of roundsOf(ids, texts)) await addWords(ctx, round);
}

/** Ten texts of each conversation at a time: as much as one message may add is enough for most conversations. */
function* roundsOf(
  ids: readonly string[],
  texts: ReadonlyMap<string, readonly { readonly subject: string; readonly text: string }[]>,
): Generator<Piece[]> {
  for (let from = 0; ; from += 10) {
    const round = ids.flatMap((id) => {
      const some = texts.get(id)?.slice(from, from + 10) ?? [];
      return some.length > 0 ? [{ id, words: distinctWords(...some.flatMap((it) => [it.subject, it.text])) }] : [];
    });
    if (round.length === 0) return;
    yield round;
  }
}

const step = delivery({
  name: 'desk.read-texts-for-search',
  attempts: 3,
  claim: (ctx) => readDue(ctx),
  call: async (read) => read,
  record: async () => undefined,
});
export const searchDeliveries: readonly Delivery[] = [step];

/** Steps of the minute that begins, one behind the other, while anything is due. */
export const readDueTexts: Schedule = {
  name: 'desk.begin-reading-for-search',
  cron: '* * * * *',
  run: async (ctx) => {
    if (!(await isAnyDue(ctx))) return;
    for (let n = 0; n < stepsPerMinute; n++) {
      const at = ctx.now.add({ seconds: (n * 60) / stepsPerMinute });
      await ctx.deliver(step, `step ${n}`, { at, onceKey: `${step.name} ${n}` });
    }
  },
};

import { randomUUIDv7 } from 'node:crypto';
import type { Ctx } from '../../platform/ctx.ts';
import { findFeelings } from '../wording/index.ts';
import { type Mark, markKind } from './mark-shapes.ts';
import { insertMarks, type MarkRow, type MarkState, selectMarks } from './mark-store.ts';
import { nameOfStaff } from './people-beside.ts';

/** What was written may carry this; kept with the words that say so, so that anybody can judge it. */
export async function keepMarks(
  ctx: Ctx,
  conversationId: string,
  heard: { readonly text: string; readonly urgentWords: readonly string[] },
): Promise<void> {
  const { text, urgentWords } = heard;
  const mark = (kind: MarkRow['mark'], words: readonly string[]): MarkRow => ({
    ...{ id: randomUUIDv7(), conversation_id: conversationId, mark: kind, words, at: ctx.now, by_staff_id: null },
  });
  const rows = [
    ...(urgentWords.length > 0 ? [mark('danger', urgentWords)] : []),
    ...findFeelings(text).map(({ feeling, words }) => mark(feeling, words)),
  ];
  if (rows.length > 0) await insertMarks(ctx, rows);
}

export const stands = ({ turns }: MarkState) => turns % 2 === 0;

/** What stands of these cases, each kind once with all the words that said so, danger first. */
export async function marksOf(ctx: Ctx, caseIds: readonly string[]): Promise<ReadonlyMap<string, Mark[]>> {
  const shown = new Map<string, Mark[]>();
  for (const [caseId, rows] of Map.groupBy((await selectMarks(ctx, caseIds)).filter(stands), (row) => row.case_id)) {
    const marks: Mark[] = [];
    for (const kind of markKind.options) {
      const of = rows.filter((row) => row.mark === kind);
      if (of.length > 0) marks.push(await presentMark(ctx, kind, of));
    }
    shown.set(caseId, marks);
  }
  return shown;
}

async function presentMark(ctx: Ctx, kind: Mark['mark'], rows: readonly MarkState[]): Promise<Mark> {
  const byStaff = rows.find((row) => row.by_staff_id)?.by_staff_id ?? null;
  const words = [...new Set(rows.flatMap((row) => row.words))].slice(0, 12);
  const isHeard = rows.some((row) => row.by_staff_id === null);
  return {
    ...{ id: rows[0]?.id ?? '', mark: kind, words },
    by: byStaff && !isHeard ? { staffId: byStaff, name: await nameOfStaff(ctx, byStaff) } : null,
  };
}

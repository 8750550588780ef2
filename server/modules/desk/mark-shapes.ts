import { z } from 'zod';
import { staffRef } from './case-shapes.ts';

const id = z.uuid();
const nobodyOr = <T extends z.ZodType>(shape: T) => shape.nullable();

/** What the words of a person may carry; a suggestion that colleagues correct. */
export const markKind = z.enum(['danger', 'distress', 'anger', 'grief', 'confusion', 'thanks']);
/** One that stands. `words` as the person wrote them, `by` the colleague who set it; null: the software heard it. */
export const mark = z.object({ id, mark: markKind, words: z.array(z.string()), by: nobodyOr(staffRef) });
export const rowMarks = { marks: z.array(markKind) };
export const caseMarks = { marks: z.array(mark) };
/** Whom of the team an urgent case is offered to by name, while nobody has it. */
export const offered = { urgentFor: nobodyOr(staffRef) };
/** What is urgent and offered to who asks, the longest waiting first. */
export const offeredToYou = { urgentForYou: z.array(z.object({ id, reference: z.string() })) };
/** Whether the mark stands from now on: withdrawn, or set (again). */
export const markInput = z.strictObject({
  mark: markKind,
  stands: z.boolean(),
  reason: z.string().trim().min(1).max(1000).optional(),
});
export const marks = z.object({ ...caseMarks, urgent: z.boolean(), ...offered });

/**
 * How the software does, told by its corrections. `heard` counts its marks, `withdrawn` those that colleagues took back,
 * `added` what colleagues set that it had not heard. `share` is the part withdrawn with its 95 % interval; null: fewer
 * than ten were heard.
 */
export const markCounts = z.object({
  marks: z.array(
    z.object({
      ...{ mark: markKind, heard: z.int(), withdrawn: z.int(), added: z.int() },
      share: nobodyOr(z.object({ share: z.number(), low: z.number(), high: z.number() })),
    }),
  ),
});

export type MarkKind = z.infer<typeof markKind>;
export type Mark = z.infer<typeof mark>;
export type MarkInput = z.infer<typeof markInput>;
export type Marks = z.infer<typeof marks>;
export type MarkCounts = z.infer<typeof markCounts>;

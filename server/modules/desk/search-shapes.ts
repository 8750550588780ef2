import { z } from 'zod';
import { personRef, status } from './case-shapes.ts';
import { reason, teamRef } from './work-shapes.ts';

const id = z.uuid();
const moment = z.string();
const nobodyOr = <T extends z.ZodType>(shape: T) => shape.nullable();

/** Which letters of a text were looked for, as places in it; `to` is the first behind them. Never as HTML. */
const marks = z.array(z.object({ from: z.int(), to: z.int() }));
const marked = z.object({ text: z.string(), marks });

/** Every word has to stand somewhere in the conversation. `from` and `until` are days on which it was asked, both included. */
export const searchInput = z.strictObject({
  words: z.string().trim().max(200).default(''),
  personId: id.optional(),
  reason: reason.optional(),
  teamId: id.optional(),
  status: status.optional(),
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
  cursor: z.string().max(400).optional(),
  limit: z.int().min(1).max(50).default(20),
});

export const foundConversation = z.object({
  id,
  reference: z.string(),
  subject: marked,
  status,
  reason,
  asker: personRef,
  /** Null: it is about the asker. */
  about: nobodyOr(personRef),
  team: teamRef,
  ownerName: nobodyOr(z.string()),
  openedAt: moment,
  /** Where most of the words stand together, and when that was written. */
  where: z.enum(['subject', 'message', 'note']),
  at: moment,
  snippet: marked,
  /** False: a word was taken for a slip of another. */
  exact: z.boolean(),
});

export const searchPage = z.object({
  conversations: z.array(foundConversation),
  /** For the next page; null: there is no more. */
  next: nobodyOr(z.string()),
  /** So far back was looked this time, where that is not to the beginning: the next page looks further. */
  lookedBackTo: nobodyOr(moment),
  /** Words that were taken for slips, and of the words meant those that stand in what was found. */
  alsoSearched: z.array(z.object({ typed: z.string(), meant: z.array(z.string()) })),
  /** Conversations of before there was a search are still being read, the newest first. */
  stillReading: z.boolean(),
});

export type SearchInput = z.infer<typeof searchInput>;
export type FoundConversation = z.infer<typeof foundConversation>;
export type SearchPage = z.infer<typeof searchPage>;
export type Marked = z.infer<typeof marked>;

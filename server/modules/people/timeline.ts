import { randomUUIDv7 } from 'node:crypto';
import type { Ctx } from '../../platform/ctx.ts';
import { onConstraint } from '../../platform/database/constraints.ts';
import { notFound, Problem } from '../../platform/problem.ts';
import type { TimelineEntry } from './contract.ts';
import { openPerson } from './open-person.ts';
import { viewerTokens } from './policy.ts';
import { listTimelineRows, type Place, updateTimelineViewers, upsertTimelineRow } from './timeline-store.ts';

/** A visit on the timeline: none is told, they are read where they lie. */
export const visitLine = 'people.visit';

/** Entries on one page. */
export const timelinePageSize = 50;

/**
 * Something happened with a person. Visible to those who hold one of the tokens and none of the hidden ones: `person`,
 * `staff`, `staff:<id>`, `role:<role>`, `role:<role>@<facility id or everywhere>`, `team:<id>`,
 * `proxy:<scope>`. Told again for the same thing, the last word counts.
 */
export async function addTimelineEntry(
  ctx: Ctx,
  entry: {
    personId: string;
    at: Temporal.Instant | string;
    kind: string;
    refId: string;
    visibleTo: readonly string[];
    hiddenFrom?: readonly string[];
  },
): Promise<void> {
  await upsertTimelineRow(ctx, {
    id: randomUUIDv7(),
    ...entry,
    at: entry.at.toString(),
    hiddenFrom: entry.hiddenFrom ?? [],
  }).catch(onConstraint('timeline_entry_person_id_fkey', notFound));
}

/** What is told of this thing is for other colleagues to see from now on; whose line it is keeps what they see. */
export const showTimelineEntriesTo = (ctx: Ctx, change: { refId: string; visibleTo: readonly string[] }) =>
  updateTimelineViewers(ctx, change);

/** Nobody learns from a list that we believe them dead. */
const notForThePerson: readonly string[] = ['people.death-recorded', 'people.death-taken-back'];

/**
 * Something of the person's own record, which every colleague may see, and the person; never who acts for them: that
 * somebody must not be rung up at home is nothing for those at home. Without `refId` an event of its own.
 */
export const tellOf = (ctx: Ctx, personId: string, kind: string, refId: string = randomUUIDv7()) =>
  addTimelineEntry(ctx, {
    ...{ personId, at: ctx.now, kind, refId },
    visibleTo: notForThePerson.includes(kind) ? ['staff'] : ['staff', 'person'],
  });

/** All that happened with a person, newest first, as far as this viewer may know. */
export async function listTimeline(
  ctx: Ctx,
  id: string,
  cursor?: string,
): Promise<{ entries: TimelineEntry[]; next: string | null }> {
  const personId = await openPerson(ctx, id);
  const own = viewerTokens(ctx.actor, personId);
  const tokens = own.length === 0 ? viewerTokens(ctx.actor, id) : own;
  const rows = await listTimelineRows(ctx, personId, tokens, readCursor(cursor), timelinePageSize + 1);
  const page = rows.slice(0, timelinePageSize);
  const last = page.at(-1);
  return {
    entries: page.map((row) => ({
      id: row.id,
      personId,
      at: row.at.toString(),
      kind: row.kind,
      refId: row.ref_id,
    })),
    next: rows.length > page.length && last ? makeCursor(last.at, last.id) : null,
  };
}

/** The last row that was shown; the next page begins after it, whatever was added meanwhile. */
export const makeCursor = (at: Temporal.Instant, id: string) => `${at.toString()}_${id}`;

export function readCursor(cursor: string | undefined): Place | undefined {
  if (cursor === undefined) return undefined;
  const [, at = '', id = ''] = /^([\d:.TZ-]{20,30})_([0-9a-f-]{36})$/.exec(cursor) ?? [];
  try {
    return { at: Temporal.Instant.from(at).toString(), id: uuid(id) };
  } catch {
    throw new Problem('invalid', 'people.unusable-cursor', {
      en: 'This page cannot be continued from here.',
      es: 'No se puede continuar esta página desde aquí.',
    });
  }
}

function uuid(text: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)) throw new RangeError('not a UUID');
  return text;
}

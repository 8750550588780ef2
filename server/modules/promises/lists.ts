import { z } from 'zod';
import type { Ctx } from '../../platform/ctx.ts';
import { readCursor, writeCursor } from '../../platform/cursor.ts';
import { readNames } from '../people/index.ts';
import { staffActor } from './changes.ts';
import type { PromiseCounts, PromisePage, PromiseSearch, PromiseSummary, PromiseView } from './contract.ts';
import { type Place, selectMonths, selectNearest, selectPage, selectSummary } from './list-store.ts';
import { stateOf } from './policy.ts';
import { presentAll, teamNames } from './present.ts';
import { type Subjects, selectAbout } from './store.ts';

const place = z
  .tuple([z.iso.datetime({ offset: true }), z.uuid()])
  .transform(([at, id]): Place => ({ at: Temporal.Instant.from(at), id }));

export async function listPromises(ctx: Ctx, asked: PromiseSearch): Promise<PromisePage> {
  const { list, teamId, limit, cursor } = asked;
  const after = cursor === undefined ? undefined : readCursor(cursor, place);
  const rows = await selectPage(ctx, { list, teamId, after, limit: limit + 1 });
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  const key = last && (list === 'ended' ? (last.kept_at ?? last.released_at) : last.due_at);
  return {
    promises: await presentAll(ctx, page),
    next: last && key ? writeCursor(key.toString(), last.id) : null,
  };
}

/** Everything promised about one thing, the nearest due first; the caller has made sure that the actor may see that. */
export async function listPromisesAbout(ctx: Ctx, subjects: Subjects): Promise<PromiseView[]> {
  return presentAll(ctx, await selectAbout(ctx, subjects));
}

/** Whether something that was promised about it is due and not kept. */
export async function hasBrokenPromise(ctx: Ctx, subjects: Subjects): Promise<boolean> {
  return (await selectAbout(ctx, subjects)).some((row) => stateOf(row, ctx.now) === 'broken');
}

export async function readSummary(ctx: Ctx): Promise<PromiseSummary> {
  const { open, near, broken, seen_unowned, seen_broken } = await selectSummary(ctx);
  const nearest = near > 0 ? await selectNearest(ctx, staffActor(ctx).id) : undefined;
  const names = nearest ? await readNames(ctx, [nearest.person_current_id]) : undefined;
  return {
    mine: { open, near, broken },
    seen: { unowned: seen_unowned, broken: seen_broken },
    nearest: nearest
      ? {
          ...{ id: nearest.id, kind: nearest.kind, dueAt: nearest.due_at.toString(), timeZone: nearest.time_zone },
          personName: names?.get(nearest.person_current_id)?.name ?? '–',
        }
      : null,
  };
}

const lookBack = { months: 11 };

/** A year of months, this one included. */
export async function countPromises(ctx: Ctx): Promise<PromiseCounts> {
  const here = ctx.now.toZonedDateTimeISO(ctx.house.hospital.timeZone);
  const since = here
    .toPlainDate()
    .toPlainYearMonth()
    .subtract(lookBack)
    .toPlainDate({ day: 1 })
    .toZonedDateTime(here.timeZoneId);
  const rows = await selectMonths(ctx, since.toInstant());
  const team = await teamNames(ctx);
  return {
    months: rows.map((row) => ({
      ...{ month: row.month, team: team(row.team_id), made: row.made, keptInTime: row.kept_in_time },
      ...{ keptLate: row.kept_late, broken: row.broken, released: row.released, open: row.open },
    })),
  };
}

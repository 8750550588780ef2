import { randomUUIDv7 } from 'node:crypto';
import type { Ctx } from '../../platform/ctx.ts';
import { Problem } from '../../platform/problem.ts';
import { currentId } from '../people/index.ts';
import { factRow, staffActor } from './changes.ts';
import type { MadeThrough, PromiseInput } from './contract.ts';
import { promiseMade } from './events.ts';
import { announce } from './live.ts';
import { nearFrom } from './policy.ts';
import { insertFact, insertPromise, type PromiseRow } from './store.ts';
import { zoneOf } from './zone.ts';

export interface NewPromise extends PromiseInput {
  readonly personId: string;
  readonly subject: { readonly kind: 'conversation'; readonly id: string };
  readonly teamId: string;
  readonly facilityId: string | null;
  readonly through: MadeThrough;
  /** The reply in which it stands. */
  readonly messageId?: string | undefined;
}

const furthest = { hours: 24 * 400 };

const over = () =>
  new Problem(
    'invalid',
    'promises.over-already',
    {
      en: 'This moment is over already. Choose a day and time that is yet to come.',
      es: 'Ese momento ya ha pasado. Elija un día y una hora que estén por venir.',
    },
    { fields: [{ path: 'dueAt', message: 'over' }] },
  );

const tooFar = () =>
  new Problem(
    'invalid',
    'promises.too-far-off',
    { en: 'This is more than a year from now.', es: 'Falta más de un año para eso.' },
    { fields: [{ path: 'dueAt', message: 'too far' }] },
  );

/** Writes down what a staff member has promised and confirmed; they owe it. Who may promise about the subject the caller decides. */
export async function makePromise(ctx: Ctx, given: NewPromise): Promise<PromiseRow> {
  const { id: staffId } = staffActor(ctx);
  const due = Temporal.Instant.from(given.dueAt);
  if (Temporal.Instant.compare(due, ctx.now) <= 0) throw over();
  if (Temporal.Instant.compare(due, ctx.now.add(furthest)) > 0) throw tooFar();
  const row: PromiseRow = {
    ...{ id: randomUUIDv7(), version: 1, person_id: given.personId },
    person_current_id: await currentId(ctx, given.personId),
    ...{ subject_kind: given.subject.kind, subject_id: given.subject.id, kind: given.kind, words: given.words },
    ...{ due_at: due, near_at: nearFrom(ctx.now, due), warned_at: null },
    time_zone: await zoneOf(ctx, given.facilityId),
    ...{ team_id: given.teamId, facility_id: given.facilityId, owner_staff_id: staffId },
    ...{ made_at: ctx.now, made_by: staffId, made_through: given.through, message_id: given.messageId ?? null },
    ...{ kept_at: null, kept_by: null, released_at: null, released_by: null, release_reason: null },
    ...{ broken_at: null, held_at: null },
  };
  await insertPromise(ctx, row);
  await insertFact(ctx, factRow(ctx, row, { kind: 'made' }, null));
  ctx.sees(row.person_current_id);
  await announce(ctx, row);
  await ctx.emit(promiseMade, newsOf(row));
  return row;
}

export const newsOf = (row: PromiseRow) => ({
  ...{ promiseId: row.id, subjectKind: row.subject_kind, subjectId: row.subject_id, personId: row.person_current_id },
});

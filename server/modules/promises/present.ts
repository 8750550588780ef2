import type { Ctx } from '../../platform/ctx.ts';
import type { Words } from '../../platform/problem.ts';
import { type ContactAlerts, readContactAlerts, readNames } from '../people/index.ts';
import { listTeams, namesOfStaff } from '../workforce/index.ts';
import { undoOf } from './changes.ts';
import type { PromiseView } from './contract.ts';
import { stateOf, whatCanBeDone } from './policy.ts';
import { type PromiseRow, selectLatestFacts } from './store.ts';

const closedTeam: Words = { en: 'A closed team', es: 'Un equipo cerrado' };
const former: Words = { en: 'A former colleague', es: 'Alguien que ya no trabaja aquí' };
const nothingKnown: ContactAlerts = { deceased: false, bereavedUntil: null, restricted: false, safeContact: false };

export const teamNames = async (ctx: Ctx) => {
  const names = new Map((await listTeams(ctx)).map((team) => [team.id, team.name]));
  return (teamId: string) => ({ teamId, name: names.get(teamId) ?? closedTeam[ctx.language] });
};

/** Promises as staff read them, with what stands beside them. */
export async function presentAll(ctx: Ctx, rows: readonly PromiseRow[]): Promise<PromiseView[]> {
  if (rows.length === 0) return [];
  const personIds = rows.map((row) => row.person_current_id);
  const [people, alerts] = [await readNames(ctx, personIds), await readContactAlerts(ctx, personIds)];
  const staffIds = rows.flatMap((row) => [row.owner_staff_id, row.made_by, row.kept_by].filter((one) => one !== null));
  const names = await namesOfStaff(ctx, [...new Set(staffIds)]);
  const staff = (staffId: string) => ({ staffId, name: names.get(staffId) ?? former[ctx.language] });
  const team = await teamNames(ctx);
  const facts = await selectLatestFacts(
    ctx,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({
    ...{ id: row.id, version: row.version, state: stateOf(row, ctx.now), kind: row.kind, words: row.words },
    ...{ dueAt: row.due_at.toString(), timeZone: row.time_zone },
    person: { personId: row.person_current_id, name: people.get(row.person_current_id)?.name ?? '–' },
    alerts: alerts.get(row.person_current_id) ?? nothingKnown,
    subject: { kind: row.subject_kind, id: row.subject_id },
    team: team(row.team_id),
    owner: row.owner_staff_id ? staff(row.owner_staff_id) : null,
    ...{ madeAt: row.made_at.toString(), madeBy: staff(row.made_by), madeThrough: row.made_through },
    ...{ keptAt: row.kept_at?.toString() ?? null, keptBy: row.kept_by ? staff(row.kept_by) : null },
    ...{ releasedAt: row.released_at?.toString() ?? null, releaseReason: row.release_reason },
    can: whatCanBeDone(ctx.actor, row),
    undo: undoOf(ctx, facts.get(row.id)),
  }));
}

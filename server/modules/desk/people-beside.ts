import type { Ctx } from '../../platform/ctx.ts';
import { Problem } from '../../platform/problem.ts';
import { type NamedPerson, readNames } from '../people/index.ts';
import { listTeams, namesOfStaff, readStaff } from '../workforce/index.ts';

/** Names that stand beside a conversation; what may not be seen or is gone has a word in its place. */
export interface Beside {
  readonly people: ReadonlyMap<string, NamedPerson>;
  readonly staff: ReadonlyMap<string, string>;
  readonly teams: ReadonlyMap<string, string>;
}

const former = 'A former colleague';

interface Named {
  readonly asker_current_id: string;
  readonly about_current_id: string | null;
  readonly owner_staff_id: string | null;
  readonly urgent_for_staff_id?: string | null;
}

export async function readBeside(ctx: Ctx, rows: readonly Named[]): Promise<Beside> {
  const personIds = new Set(rows.flatMap((row) => [row.asker_current_id, row.about_current_id ?? []].flat()));
  const staffIds = new Set(rows.flatMap((row) => row.owner_staff_id ?? row.urgent_for_staff_id ?? []));
  const people = await readNames(ctx, [...personIds]);
  const names = await namesOfStaff(ctx, [...staffIds]);
  const staff = new Map([...staffIds].map((staffId) => [staffId, names.get(staffId) ?? former]));
  const teams = rows.length === 0 ? [] : await listTeams(ctx);
  return { people, staff, teams: new Map(teams.map((team) => [team.id, team.name])) };
}

export async function nameOfStaff(ctx: Ctx, staffId: string): Promise<string> {
  return (await namesOfStaff(ctx, [staffId])).get(staffId) ?? former;
}

/** Absent at this moment, or gone for good. */
export async function isAway(ctx: Ctx, staffId: string): Promise<boolean> {
  return (await unlessGone(readStaff(ctx, staffId)))?.absent ?? true;
}

export async function isInTeam(ctx: Ctx, staffId: string, teamId: string): Promise<boolean> {
  return (await unlessGone(readStaff(ctx, staffId)))?.teamIds.includes(teamId) ?? false;
}

async function unlessGone<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof Problem && error.kind === 'not-found') return undefined;
    throw error;
  }
}

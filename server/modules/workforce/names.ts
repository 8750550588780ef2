import type { Ctx } from '../../platform/ctx.ts';
import { type NamesakeRow, selectNamesakes } from './store.ts';

/**
 * Colleagues as other colleagues read them, by id. Where two who work here have one name, their teams stand behind it,
 * or the address that only one of them has; who was dismissed has no name here.
 */
export async function namesOfStaff(ctx: Ctx, staffIds: readonly string[]): Promise<Map<string, string>> {
  if (staffIds.length === 0) return new Map();
  const rows = await selectNamesakes(ctx, staffIds);
  const sameName = Map.groupBy(rows, (row) => row.name.toLowerCase());
  const wanted = rows.filter((row) => staffIds.includes(row.id));
  return new Map(wanted.map((row) => [row.id, tellApart(row, sameName.get(row.name.toLowerCase()) ?? [])]));
}

function tellApart(row: NamesakeRow, all: readonly NamesakeRow[]): string {
  if (all.length < 2) return row.name;
  const teamsOf = ({ team_names }: NamesakeRow) => team_names.join(', ');
  const isOnly = teamsOf(row) !== '' && all.every((other) => other.id === row.id || teamsOf(other) !== teamsOf(row));
  return `${row.name} (${isOnly ? teamsOf(row) : row.email})`;
}

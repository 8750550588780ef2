import type { Ctx } from '../../platform/ctx.ts';
import type { Role } from './contract.ts';
import { selectShown } from './store.ts';

/** A staff member as patients read of them, also one who no longer works here. */
export interface ShownStaff {
  /** What they are shown as where that was chosen, else their first name alone. */
  readonly name: string;
  readonly roles: readonly Role[];
  readonly teamNames: readonly string[];
}

/** By id; of whom nothing is known nothing is there. */
export async function readShown(ctx: Ctx, staffIds: readonly string[]): Promise<Map<string, ShownStaff>> {
  const rows = await selectShown(ctx, [...new Set(staffIds)]);
  return new Map(
    rows.map((row) => [
      row.id,
      {
        name: row.shown_as === row.name ? firstNameOf(row.name) : row.shown_as,
        ...{ roles: row.roles, teamNames: row.team_names },
      },
    ]),
  );
}

/** "Dr." is nobody's name. */
const firstNameOf = (name: string) => name.split(/\s+/).find((word) => !word.endsWith('.')) ?? name;

import type { Ctx } from '../../platform/ctx.ts';
import { notFound, Problem } from '../../platform/problem.ts';
import { readPerson } from '../people/index.ts';
import { type Colleague, listColleagues, readStaff } from '../workforce/index.ts';
import { lockTogether } from './case-store.ts';
import { record, sawPeople, staffActor } from './changes.ts';
import { type ConversationRow, selectAny } from './conversation-store.ts';
import { heavyToday, isHeavy, noteHeavy } from './heavy.ts';
import { claimRow } from './ownership.ts';
import { maySetTargets } from './policy.ts';
import type { Next, PoolRule, PoolRules } from './pool-shapes.ts';
import * as store from './pool-store.ts';
import { onlyWhoMaySet } from './rule-of-team.ts';

/** How far down one looks for what fits somebody better. */
const mostLookedAt = 20;

/**
 * Gives the actor what they should take next: the most pressing that nobody has, unless a colleague who is there should
 * have it rather, because they speak the person's language or have had fewer hard conversations today. Who asks at the
 * same moment gets another one.
 */
export async function takeNext(ctx: Ctx, asked: { teamId?: string | undefined }): Promise<Next> {
  const actor = staffActor(ctx);
  if (asked.teamId && !actor.teamIds.includes(asked.teamId)) throw notFound();
  const me = await readStaff(ctx, actor.id);
  if (me.absent) throw awayNow();
  const teamIds = asked.teamId ? [asked.teamId] : actor.teamIds;
  const rules = await store.selectPoolRules(ctx);
  const load = (await store.countLoad(ctx, [me.id])).get(me.id) ?? 0;
  const roomy = teamIds.filter((teamId) => load < ruleOf(rules, teamId).most_open);
  const urgent = await store.selectUnclaimed(ctx, { teamIds, urgentOnly: true, limit: mostLookedAt });
  const usual = await store.selectUnclaimed(ctx, { teamIds: roomy, urgentOnly: false, limit: mostLookedAt });
  const rows = [...new Map([...urgent, ...usual].map((row) => [row.id, row])).values()];
  if (rows.length === 0 && roomy.length === 0 && teamIds.length > 0) throw enoughOpen(load);
  for (const id of await inOrderFor(ctx, me, rows, rules)) {
    const row = await store.takeIfFree(ctx, id);
    if (!row) continue;
    sawPeople(ctx, row);
    const { reference, version } = await claimRow(ctx, row);
    return { taken: { id, reference, version, why: id === rows[0]?.id ? 'most-pressing' : 'fits-you-best' } };
  }
  return { taken: null };
}

const ruleOf = (rules: readonly store.PoolRuleRow[], teamId: string): store.PoolRuleRow => {
  const rule = rules.find((one) => one.team_id === teamId) ?? rules.find((one) => one.team_id === null);
  if (!rule) throw new Error('There is always a rule for every team.');
  return rule;
};

/** What fits them first, each in the order of how pressing it is; the rest after it: nobody waits for the right person for ever. */
async function inOrderFor(
  ctx: Ctx,
  me: Colleague,
  rows: readonly ConversationRow[],
  rules: readonly store.PoolRuleRow[],
): Promise<string[]> {
  const fitting: string[] = [];
  const rest: string[] = [];
  for (const row of rows) {
    const isMine = async () => (await fitsBest(ctx, row, ruleOf(rules, row.team_id))).some((one) => one.id === me.id);
    (row.urgent_at !== null || (await isMine()) ? fitting : rest).push(row.id);
  }
  return [...fitting, ...rest];
}

/**
 * Who of the team that is there should have it: who speaks the person's language, who has not had too many hard ones
 * today if it is one, and who knows the matter; each only among those that are left, so that somebody always is.
 */
async function fitsBest(ctx: Ctx, row: ConversationRow, rule: store.PoolRuleRow): Promise<Colleague[]> {
  const there = (await listColleagues(ctx, { teamId: row.team_id })).filter((one) => !one.absent);
  const { language } = await readPerson(ctx, row.asker_current_id);
  const speaking = orAll(there, (one) => language !== null && one.languages.includes(language));
  if (!(await isHeavy(ctx, row))) return orAll(speaking, (one) => one.skills.includes(row.reason));
  const heavy = await heavyToday(
    ctx,
    speaking.map((one) => one.id),
  );
  return orAll(speaking, (one) => (heavy.get(one.id) ?? 0) < rule.heavy_a_day);
}

function orAll<T>(them: readonly T[], fits: (one: T) => boolean): T[] {
  const some = them.filter(fits);
  return some.length > 0 ? some : [...them];
}

/**
 * In a team that gives its work out in turn: whoever fits and has had the fewest turns gets what has come in. A turn
 * counts whatever becomes of it, so that giving back, resolving fast or being full for a moment moves nobody out of turn.
 */
export async function assignInTurn(ctx: Ctx, id: string): Promise<void> {
  const seen = await selectAny(ctx, id);
  if (!seen || !ruleOf(await store.selectPoolRules(ctx), seen.team_id).assigns) return;
  await store.holdOrder(ctx, seen.team_id);
  const [row] = await lockTogether(ctx, [id]);
  if (!row || row.owner_staff_id || row.resolved_at || row.team_id !== seen.team_id) return;
  const rule = ruleOf(await store.selectPoolRules(ctx), row.team_id);
  const fitting = new Map((await fitsBest(ctx, row, rule)).map((one) => [one.id, one]));
  const ids = [...fitting.keys()];
  const load = await store.countLoad(ctx, ids);
  await store.joinTurns(ctx, row.team_id, ids);
  const inTurn = await store.selectInTurn(ctx, row.team_id, ids);
  const nextId = inTurn.find((one) => (load.get(one) ?? 0) < rule.most_open || row.urgent_at !== null);
  const next = nextId && fitting.get(nextId);
  if (!next) return;
  await store.giveTurn(ctx, row.team_id, next.id);
  await noteHeavy(ctx, row, next.id);
  const change = { owner_staff_id: next.id, claimed_at: ctx.now, claimed_by: null };
  await record(ctx, row, change, { kind: 'assigned', toName: next.name, toStaffId: next.id });
}

export async function readPoolRules(ctx: Ctx): Promise<PoolRules> {
  return {
    rules: (await store.selectPoolRules(ctx)).map((row) => ({
      ...{ teamId: row.team_id, mostOpen: row.most_open, heavyADay: row.heavy_a_day, assigns: row.assigns },
    })),
    can: maySetTargets(ctx.actor) ? ['set'] : [],
  };
}

export async function setPoolRule(ctx: Ctx, rule: PoolRule): Promise<PoolRules> {
  await onlyWhoMaySet(ctx, rule.teamId);
  await store.upsertPoolRule(ctx, {
    ...{ team_id: rule.teamId, most_open: rule.mostOpen, heavy_a_day: rule.heavyADay, assigns: rule.assigns },
  });
  return readPoolRules(ctx);
}

const awayNow = () =>
  new Problem('conflict', 'desk.you-are-away', {
    en: 'You are marked as away. End your absence first.',
    es: 'Consta que está ausente. Termine primero su ausencia.',
  });
const enoughOpen = (open: number) =>
  new Problem('conflict', 'desk.enough-open', {
    en: `You have ${open} open. Finish some or give some back first; what is urgent you can always take.`,
    es: `Tiene ${open} abiertas. Termine o devuelva alguna primero; lo urgente puede tomarlo siempre.`,
  });

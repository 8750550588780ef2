import type { Ctx } from '../../platform/ctx.ts';
import type { SafeContact } from './contract.ts';
import type { SafeContactFact, StateFact } from './fact-store.ts';

export interface States {
  readonly deceased: StateFact | undefined;
  /** The last day on which it counts; undefined when it does not. */
  readonly bereavedUntil: Temporal.PlainDate | undefined;
  readonly restricted: boolean;
}

/** What holds now, from the latest fact of each state; mourning ends by itself after its last day. */
export function statesOf(ctx: Pick<Ctx, 'now' | 'house'>, latest: readonly StateFact[]): States {
  const today = ctx.now.toZonedDateTimeISO(ctx.house.hospital.timeZone).toPlainDate();
  const holding = (state: StateFact['state']) => latest.find((fact) => fact.state === state && fact.holds);
  const until = holding('bereaved')?.until_date ?? undefined;
  return {
    deceased: holding('deceased'),
    bereavedUntil: until && Temporal.PlainDate.compare(today, until) <= 0 ? until : undefined,
    restricted: holding('restricted') !== undefined,
  };
}

/**
 * One set of rules from all records of a person, the kept one first. A protection that any of them asks for holds:
 * a mistake in joining two records must not put somebody in danger.
 */
export function safeContactOf(facts: readonly SafeContactFact[]): SafeContact | null {
  if (facts.length === 0) return null;
  const hours = facts.find((fact) => fact.only_from !== null);
  const first = <K extends keyof SafeContactFact>(key: K) => facts.find((fact) => fact[key] !== null)?.[key] ?? null;
  return {
    doNotNameClinic: facts.some((fact) => fact.do_not_name_clinic),
    noVoicemail: facts.some((fact) => fact.no_voicemail),
    onlyFrom: hours?.only_from?.toString() ?? null,
    onlyUntil: hours?.only_until?.toString() ?? null,
    onlyChannel: first('only_channel'),
    codeWord: first('code_word'),
    words: first('words'),
  };
}

import type { Ctx } from '../../platform/ctx.ts';
import { Problem } from '../../platform/problem.ts';
import { wilson } from '../wording/index.ts';
import { type MarkCounts, markKind } from './mark-shapes.ts';
import { selectMarkCounts } from './mark-store.ts';
import { maySeeMarkCounts } from './policy.ts';

/** Fewer say nothing about how well it hears. */
const enough = 10;

/** Corrections count: how often each mark was made, and how often colleagues said otherwise. */
export async function listMarkCounts(ctx: Ctx): Promise<MarkCounts> {
  if (!maySeeMarkCounts(ctx.actor))
    throw new Problem('not-allowed', 'desk.not-yours-to-count', {
      en: 'Only who leads a team sees how often marks were corrected.',
      es: 'Solo quien dirige un equipo ve cuántas veces se corrigieron las marcas.',
    });
  const counts = await selectMarkCounts(ctx);
  return {
    marks: markKind.options.map((mark) => {
      const { heard, withdrawn, added } = counts.find((one) => one.mark === mark) ?? {
        heard: 0,
        withdrawn: 0,
        added: 0,
      };
      const interval = heard >= enough ? wilson(withdrawn, heard) : undefined;
      return {
        ...{ mark, heard, withdrawn, added },
        share: interval ? { share: withdrawn / heard, ...interval } : null,
      };
    }),
  };
}

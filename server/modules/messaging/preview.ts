import type { Ctx } from '../../platform/ctx.ts';
import type { GateReason, MailForm } from './contract.ts';
import { askGate } from './gate.ts';
import { asksForWords, readFacts } from './gate-facts.ts';

/** What the gate would say of an answer if it were written now, so that nobody writes in vain; it decides anew then. */
export async function previewAnswer(
  ctx: Ctx,
  to: { readonly threadId: string; readonly personId: string; readonly address?: string | undefined },
): Promise<{ form: MailForm | null; reason: GateReason | null }> {
  const inFull = to.address !== undefined || (await asksForWords(ctx, to.personId));
  const { facts } = await readFacts(ctx, {
    ...{ person_id: to.personId, thread_id: to.threadId, purpose: 'answer' },
    ...{ wants: inFull ? 'in-full' : 'notice', writer_address: to.address ?? null },
  });
  const { form, reason } = askGate(facts);
  return { form, reason };
}

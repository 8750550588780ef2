import { z } from 'zod';
import { listAskedIds } from '../../modules/desk/index.ts';
import { findByAddress, mergePeople, type PersonView, readPerson } from '../../modules/people/index.ts';
import { system } from '../../platform/access/actor.ts';
import { hashToken } from '../../platform/access/tokens.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { PageRequest } from '../../platform/http/route.ts';
import { selectReceipts } from './draft-store.ts';
import { draftCookie } from './drafts.ts';

const plain = (name: string) => name.normalize('NFC').toLowerCase();

/** Whether two records say the same of who it is. */
export const isSamePerson = (
  one: Pick<PersonView, 'name' | 'birthDate'>,
  other: { readonly name: { given: string; family: string }; readonly birthDate?: string | null | undefined },
): boolean =>
  one.birthDate === (other.birthDate ?? null) &&
  plain(one.name.given) === plain(other.name.given) &&
  plain(one.name.family) === plain(other.name.family);

const asked = z.object({ askerId: z.uuid() });

/**
 * Somebody asked without signing in and now has, in the same browser and by the mailbox that they had named, and they
 * called themselves by the same name and date of birth: what they asked stands with the rest of their record. A name
 * and an address alone prove nothing: where others too have asked under them, elsewhere, staff look at it first.
 */
export async function joinEarlierWords(
  ctx: Ctx,
  request: PageRequest,
  who: { readonly personId: string; readonly email: string },
): Promise<void> {
  const browserHash = hashToken(request.cookies[draftCookie]);
  if (!browserHash) return;
  const portal: Ctx = { ...ctx, actor: system('portal.sign-in') };
  const receipts = (await selectReceipts(ctx, browserHash)).map((receipt) => asked.safeParse(receipt).data);
  const askers = Map.groupBy(
    receipts.flatMap((receipt) => receipt?.askerId ?? []),
    (askerId) => askerId,
  );
  if (askers.size === 0) return;
  const me = await readPerson(portal, who.personId);
  const ofMailbox = await findByAddress(portal, { system: 'email', value: who.email });
  for (const [askerId, sentHere] of askers) {
    if (!ofMailbox.includes(askerId)) continue;
    if ((await listAskedIds(portal, askerId)).length > sentHere.length) continue;
    const earlier = await readPerson(portal, askerId);
    if (earlier.id === me.id || earlier.id !== askerId || earlier.verified || !isSamePerson(earlier, me)) continue;
    const reason = 'Asked without signing in, then signed in on the same device by the same mailbox.';
    await mergePeople(portal, { keepId: me.id, mergeId: askerId, reason });
  }
}

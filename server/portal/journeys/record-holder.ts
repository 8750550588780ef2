import type { Ctx } from '../../platform/ctx.ts';
import type { PageRequest } from '../../platform/http/route.ts';
import { notFound } from '../../platform/problem.ts';
import { signedInPerson } from './signed-in.ts';

/** Whose record is open: the reader's own, or that of somebody for whom they act, within their scopes. */
export interface RecordHolder {
  readonly personId: string;
  readonly name: string;
  readonly isOwn: boolean;
  /** Whether the reader may read this holder's messages. */
  readonly seesMessages: boolean;
}

export function holdersOf(ctx: Ctx): RecordHolder[] {
  const person = signedInPerson(ctx);
  return [
    { personId: person.id, name: person.name, isOwn: true, seesMessages: true },
    ...person.actsFor.map(({ personId, name, scopes }) => ({
      ...{ personId, name, isOwn: false, seesMessages: scopes.includes('messages') },
    })),
  ];
}

export function holderOf(ctx: Ctx, { search }: PageRequest): RecordHolder {
  const holder = holdersOf(ctx).find((one) => (search.of === undefined ? one.isOwn : one.personId === search.of));
  if (!holder) throw notFound();
  return holder;
}

/** A page of this record, with a place in it perhaps. */
export function recordPath(path: '/record' | '/record/opened', holder: RecordHolder, older?: string | null): string {
  const search = new URLSearchParams({
    ...(!holder.isOwn && { of: holder.personId }),
    ...(older && { older }),
  }).toString();
  return search === '' ? path : `${path}?${search}`;
}

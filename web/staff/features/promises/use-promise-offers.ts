import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Found, PromiseInput, PromiseKind } from '../../../../server/modules/promises/contract.ts';
import { useSettled } from '../../../ui/moment.tsx';
import { foundQuery } from './queries.ts';

type FoundPromise = Found['found'][number];

export interface Offer extends FoundPromise {
  /** As it goes along with the answer; undefined while nobody has said so. */
  readonly taken: { readonly kind: PromiseKind; readonly dueAt: string } | undefined;
}

export interface PromiseOffers {
  readonly timeZone: string;
  readonly offers: readonly Offer[];
  readonly taken: readonly PromiseInput[];
  take(words: string, as: { kind: PromiseKind; dueAt: string }): void;
  /** Taken out, or never meant. */
  decline(words: string): void;
  offerAgain(words: string): void;
}

/** The shape of an answer takes as many. */
const most = 5;
const shortest = 8;

/**
 * What the answer that is being written seems to promise. It goes along only if a person says so; other words are
 * another promise, so changing the sentence asks again.
 */
export function usePromiseOffers(teamId: string, text: string): PromiseOffers {
  const settled = useSettled(text, 350).trim();
  const { data } = useQuery({ ...foundQuery(teamId, settled), enabled: settled.length >= shortest });
  const [said, setSaid] = useState<Readonly<Record<string, Offer['taken'] | 'declined'>>>({});
  const found = (data?.found ?? []).filter((one) => text.includes(one.words));
  const offers = found
    .filter((one) => said[one.words] !== 'declined')
    .slice(0, most)
    .map((one): Offer => ({ ...one, taken: takenOf(said[one.words]) }));
  const put = (words: string, as: Offer['taken'] | 'declined') => setSaid((now) => ({ ...now, [words]: as }));
  return {
    timeZone: data?.timeZone ?? 'UTC',
    offers,
    taken: offers.flatMap(({ words, taken }) => (taken ? [{ ...taken, words }] : [])),
    take: put,
    decline: (words) => put(words, 'declined'),
    offerAgain: (words) => put(words, undefined),
  };
}

const takenOf = (said: Offer['taken'] | 'declined') => (said === 'declined' ? undefined : said);

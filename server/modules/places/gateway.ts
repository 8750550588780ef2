import { type Egress, makeEgress } from '../../platform/egress.ts';

/** Bytes of a calendar; years of holidays are some ten thousand. */
export const largestCalendar = 1_000_000;

export type Fetched = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly reason: string };

/** Fetches a calendar file. Redirects are not followed, private addresses are refused; never throws. */
export async function fetchCalendar(
  url: string,
  egress: Egress = makeEgress(),
  schemes: readonly ('https:' | 'http:')[] = ['https:'],
): Promise<Fetched> {
  const answer = await egress.request({
    url,
    schemes,
    timeoutMs: 15_000,
    maxResponseBytes: largestCalendar,
    headers: { accept: 'text/calendar' },
  });
  if (!answer.ok) return { ok: false, reason: `${answer.kind}: ${answer.reason}`.slice(0, 200) };
  if (answer.status !== 200) return { ok: false, reason: `answered ${answer.status}` };
  return { ok: true, text: answer.body.toString('utf8') };
}

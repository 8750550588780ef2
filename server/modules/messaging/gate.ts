import type { GateReason, MailForm } from './contract.ts';

/** All that the gate looks at; gathered by gate-facts.ts in the moment in which something goes. */
export interface GateFacts {
  readonly purpose: string;
  /** Whether any mail leaves this house. */
  readonly mailLeaves: boolean;
  readonly wants: 'notice' | 'in-full' | 'account';
  /** `writer`: back to the mailbox that began the thread; what it wrote itself is no news to it. */
  readonly to: 'person' | 'writer' | 'account';
  readonly address: string | undefined;
  readonly addressVerified: boolean;
  /** How many others have the address too; of a writer's only those whom the house knows for sure. */
  readonly sharedWith: number;
  readonly isOwnAddress: boolean;
  readonly deceased: boolean;
  readonly restricted: boolean;
  readonly bereaved: boolean;
  readonly onlyChannel: string | null;
  readonly doNotNameClinic: boolean;
  readonly consent: 'given' | 'refused' | 'unknown';
  /** Said yes to the words themselves by mail. */
  readonly consentInFull: boolean;
}

export type Verdict =
  | { readonly decision: 'let-through'; readonly form: MailForm; readonly reason: null }
  | { readonly decision: 'lowered'; readonly form: MailForm; readonly reason: GateReason }
  | { readonly decision: 'held'; readonly form: null; readonly reason: GateReason };

interface Check {
  readonly reason: GateReason;
  /** What may still go where it applies. */
  readonly leaves: 'nothing' | 'bare-notice' | 'notice';
  applies(facts: GateFacts): boolean;
}

/** What the person asked for: an answer to their question, a link to sign in. Everything else is of our own accord. */
const wasAskedFor = ({ purpose }: GateFacts) => purpose === 'answer' || purpose === 'account';
const isAccount = ({ purpose }: GateFacts) => purpose === 'account';

/**
 * Everything that may keep a message from a person, in one list and in this order; the first that holds is the reason.
 * Quiet hours, opt-outs and the budget of contacts come in here.
 */
const checks: readonly Check[] = [
  { reason: 'deceased', leaves: 'nothing', applies: (it) => it.deceased },
  // An invitation waits as a file for whoever looks after the machine; a person's mail would wait there for nobody.
  { reason: 'no-mail-here', leaves: 'nothing', applies: (it) => !it.mailLeaves && !isAccount(it) },
  { reason: 'restricted', leaves: 'nothing', applies: (it) => it.restricted && !wasAskedFor(it) },
  { reason: 'bereaved', leaves: 'nothing', applies: (it) => it.bereaved && !wasAskedFor(it) },
  // Whoever asks for a link to sign in asks for a mail; without it "only the portal" would shut them out of the portal.
  {
    reason: 'safe-contact-channel',
    leaves: 'nothing',
    applies: (it) => it.onlyChannel !== null && it.onlyChannel !== 'email' && !isAccount(it),
  },
  // A mail names the house by the address it comes from, whatever its words are.
  { reason: 'safe-contact-clinic-named', leaves: 'nothing', applies: (it) => it.doNotNameClinic && !isAccount(it) },
  { reason: 'consent-refused', leaves: 'nothing', applies: (it) => it.consent === 'refused' && !isAccount(it) },
  { reason: 'no-consent', leaves: 'nothing', applies: (it) => it.consent === 'unknown' && !wasAskedFor(it) },
  { reason: 'no-address', leaves: 'nothing', applies: (it) => it.address === undefined },
  { reason: 'our-own-address', leaves: 'nothing', applies: (it) => it.isOwnAddress },
  // Others read this mailbox: they learn that something waits, and neither for whom nor what.
  { reason: 'address-shared', leaves: 'bare-notice', applies: (it) => it.sharedWith > 0 && !isAccount(it) },
  {
    reason: 'address-not-verified',
    leaves: 'bare-notice',
    applies: (it) => it.to === 'person' && !it.addressVerified,
  },
  {
    reason: 'no-consent-in-full',
    leaves: 'notice',
    applies: (it) => it.to === 'person' && it.wants === 'in-full' && !it.consentInFull,
  },
];

const height: Record<MailForm, number> = { 'bare-notice': 0, notice: 1, 'in-full': 2, account: 3 };

export function askGate(facts: GateFacts): Verdict {
  let form: MailForm = facts.wants;
  let lowered: GateReason | undefined;
  for (const check of checks) {
    if (!check.applies(facts)) continue;
    if (check.leaves === 'nothing') return { decision: 'held', form: null, reason: check.reason };
    if (height[check.leaves] >= height[form]) continue;
    form = check.leaves;
    lowered = check.reason;
  }
  return lowered ? { decision: 'lowered', form, reason: lowered } : { decision: 'let-through', form, reason: null };
}

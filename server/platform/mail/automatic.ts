/** Header lines by lower-case name, unfolded and decoded, in the order they stand. */
export type MailHeaders = ReadonlyMap<string, readonly string[]>;

/** How a machine's mail was known; screens have words for each. */
export type AutomaticSign =
  | 'own-message-id'
  | 'own-mark'
  | 'disposition-notification'
  | 'delivery-status'
  | 'failed-recipients'
  | 'says-automatic'
  | 'no-return-path'
  | 'list'
  | 'unsubscribe'
  | 'subject'
  | 'mail-system'
  | 'suppresses-answers';
/** A header that says it itself is quoted as it came. */
type QuotedHeader = `${string}: ${string}`;

export interface Automatic {
  /** `receipt` tells that a mail was shown; `loop` is a mail of our own come back. */
  kind: 'auto-reply' | 'bounce' | 'list' | 'loop' | 'receipt' | 'auto-generated';
  /** `weak` rests on wording alone: good for not answering by machine, not enough to hide a mail from people. */
  strength: 'strong' | 'weak';
  because: AutomaticSign | QuotedHeader;
}

export interface AutomaticClues {
  headers: MailHeaders;
  /** Of the whole mail, lower-case, such as `multipart/report`. */
  contentType: string;
  reportType: string | undefined;
  hasDeliveryStatus: boolean;
  /** `''` is the empty return path `<>`; undefined is not known. */
  returnPath: string | undefined;
  messageId: string | undefined;
  fromAddress: string | undefined;
  subject: string;
  /** Domains whose Message-IDs only we give out. */
  ownDomains: readonly string[];
}

const awaySubjects = [
  /^\s*(auto(matic)?[ -]?(reply|response)|out of (the )?office|away from (the )?office|on (vacation|holiday|leave))\b/i,
  /^\s*(respuesta autom[áa]tica|fuera de (la )?oficina|ausente|de vacaciones|estoy fuera)\b/i,
];
const bounceSenders = /^(mailer-daemon|postmaster)@/i;
const bounceSubjects =
  /^\s*(undeliver(able|ed)|mail delivery (failed|failure|subsystem)|delivery status notification|returned mail|failure notice|no se puede entregar|mensaje no entregado)\b/i;

/** Whether a machine wrote this mail (RFC 3834, RFC 3464, RFC 8098); the surest clue first. Null for a person's mail, as far as one can see. */
export function automaticOf(clues: AutomaticClues): Automatic | null {
  return loop(clues) ?? bounce(clues) ?? autoSubmitted(clues) ?? list(clues) ?? weak(clues);
}

function loop({ headers, messageId, ownDomains }: AutomaticClues): Automatic | null {
  const own = ownDomains.map((domain) => domain.toLowerCase());
  const domain = messageId?.match(/@([^@>\s]+)>$/)?.[1]?.toLowerCase();
  if (domain && own.includes(domain)) return strong('loop', 'own-message-id');
  const marks = headers.get('x-loop') ?? [];
  if (marks.some((mark) => own.includes(mark.trim().toLowerCase()))) return strong('loop', 'own-mark');
  return null;
}

function bounce(clues: AutomaticClues): Automatic | null {
  const { contentType, reportType, hasDeliveryStatus, headers } = clues;
  if (contentType === 'multipart/report' && reportType === 'disposition-notification')
    return strong('receipt', 'disposition-notification');
  if ((contentType === 'multipart/report' && reportType === 'delivery-status') || hasDeliveryStatus)
    return strong('bounce', 'delivery-status');
  if (headers.has('x-failed-recipients')) return strong('bounce', 'failed-recipients');
  return null;
}

function autoSubmitted({ headers, returnPath, fromAddress, subject }: AutomaticClues): Automatic | null {
  const value = headers.get('auto-submitted')?.[0]?.split(/[;(]/)[0]?.trim().toLowerCase();
  if (value && value !== 'no') {
    const kind = value.startsWith('auto-replied') ? 'auto-reply' : 'auto-generated';
    return strong(kind, `Auto-Submitted: ${value.slice(0, 40)}`);
  }
  const precedence = headers.get('precedence')?.[0]?.trim().toLowerCase();
  if (precedence === 'auto_reply' || headers.has('x-autoreply') || headers.has('x-autorespond'))
    return strong('auto-reply', 'says-automatic');
  if (returnPath === '') {
    const failed = bounceSenders.test(fromAddress ?? '') || bounceSubjects.test(subject);
    return strong(failed ? 'bounce' : 'auto-reply', 'no-return-path');
  }
  return null;
}

function list({ headers }: AutomaticClues): Automatic | null {
  if (['list-id', 'list-post', 'mailing-list'].some((name) => headers.has(name))) return strong('list', 'list');
  const precedence = headers.get('precedence')?.[0]?.trim().toLowerCase();
  if (precedence && ['bulk', 'list', 'junk'].includes(precedence)) return strong('list', `Precedence: ${precedence}`);
  if (headers.has('list-unsubscribe')) return strong('list', 'unsubscribe');
  return null;
}

function weak({ headers, fromAddress, subject }: AutomaticClues): Automatic | null {
  if (awaySubjects.some((away) => away.test(subject)))
    return { kind: 'auto-reply', strength: 'weak', because: 'subject' };
  if (bounceSenders.test(fromAddress ?? '')) return { kind: 'bounce', strength: 'weak', because: 'mail-system' };
  // Exchange writes it on what it sends by itself, but some write it on everything to be left in peace.
  const suppress = headers.get('x-auto-response-suppress')?.[0]?.toLowerCase() ?? '';
  if (/\b(all|autoreply|oof)\b/.test(suppress))
    return { kind: 'auto-generated', strength: 'weak', because: 'suppresses-answers' };
  return null;
}

function strong(kind: Automatic['kind'], because: Automatic['because']): Automatic {
  return { kind, strength: 'strong', because };
}

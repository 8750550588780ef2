/** Header lines by lower-case name, unfolded and decoded, in the order they stand. */
export type MailHeaders = ReadonlyMap<string, readonly string[]>;

export interface Automatic {
  /** `receipt` tells that a mail was shown; `loop` is a mail of our own come back. */
  kind: 'auto-reply' | 'bounce' | 'list' | 'loop' | 'receipt' | 'auto-generated';
  /** `weak` rests on wording alone: good for not answering by machine, not enough to hide a mail from people. */
  strength: 'strong' | 'weak';
  because: string;
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
  if (domain && own.includes(domain)) return strong('loop', 'its Message-ID is one of ours');
  const marks = headers.get('x-loop') ?? [];
  if (marks.some((mark) => own.includes(mark.trim().toLowerCase())))
    return strong('loop', 'it carries our X-Loop mark');
  return null;
}

function bounce(clues: AutomaticClues): Automatic | null {
  const { contentType, reportType, hasDeliveryStatus, headers } = clues;
  if (contentType === 'multipart/report' && reportType === 'disposition-notification')
    return strong('receipt', 'it is a disposition notification');
  if ((contentType === 'multipart/report' && reportType === 'delivery-status') || hasDeliveryStatus)
    return strong('bounce', 'it is a delivery status notification');
  if (headers.has('x-failed-recipients')) return strong('bounce', 'it has X-Failed-Recipients');
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
    return strong('auto-reply', 'it says that it is an automatic reply');
  if (returnPath === '') {
    const failed = bounceSenders.test(fromAddress ?? '') || bounceSubjects.test(subject);
    return strong(failed ? 'bounce' : 'auto-reply', 'its return path is empty');
  }
  return null;
}

function list({ headers }: AutomaticClues): Automatic | null {
  if (['list-id', 'list-post', 'mailing-list'].some((name) => headers.has(name)))
    return strong('list', 'it came through a list');
  const precedence = headers.get('precedence')?.[0]?.trim().toLowerCase();
  if (precedence && ['bulk', 'list', 'junk'].includes(precedence)) return strong('list', `Precedence: ${precedence}`);
  if (headers.has('list-unsubscribe')) return strong('list', 'it offers to unsubscribe');
  return null;
}

function weak({ headers, fromAddress, subject }: AutomaticClues): Automatic | null {
  if (awaySubjects.some((away) => away.test(subject)))
    return { kind: 'auto-reply', strength: 'weak', because: 'its subject says so' };
  if (bounceSenders.test(fromAddress ?? ''))
    return { kind: 'bounce', strength: 'weak', because: 'a mail system sent it' };
  // Exchange writes it on what it sends by itself, but some write it on everything to be left in peace.
  const suppress = headers.get('x-auto-response-suppress')?.[0]?.toLowerCase() ?? '';
  if (/\b(all|autoreply|oof)\b/.test(suppress))
    return { kind: 'auto-generated', strength: 'weak', because: 'it asks not to be answered by machine' };
  return null;
}

function strong(kind: Automatic['kind'], because: string): Automatic {
  return { kind, strength: 'strong', because };
}

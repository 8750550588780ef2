import { EgressRefused } from '../egress.ts';
import { cleanLine } from './clean-text.ts';

export type SendOutcome = { accepted: true; response: string } | SendFailure;

export interface SendFailure {
  accepted: false;
  /** Trying the same mail to the same address again would fail again. */
  permanent: boolean;
  code:
    | 'recipient-refused' // 5xx to RCPT TO: this address does not take mail
    | 'sender-refused' // 5xx to MAIL FROM: we may not send as this
    | 'message-refused' // 5xx to the mail itself: too large, or taken for spam
    | 'busy' // 4xx anywhere: greylisting, mailbox full, server overloaded
    | 'sign-in-refused' // the operator has to act; the mail is not at fault
    | 'not-secure' // no TLS, or a certificate that does not prove the host
    | 'unreachable' // no connection, or not to a mail server: nothing has arrived
    | 'no-answer' // broke off or fell silent, at a moment that cannot be told: it may have arrived
    | 'address-not-allowed' // the server's address is one that egress refuses
    | 'not-sendable'; // the mail cannot be written as asked
  reason: string;
}

interface SmtpError {
  code?: string;
  originalCode?: string;
  command?: string;
  responseCode?: number;
  response?: string;
  message?: string;
  cause?: unknown;
}

const neverConnected = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EADDRNOTAVAIL',
]);

/** Tells by codes, never by words: answers of servers are in every language. */
export function whatWentWrong(thrown: unknown): SendFailure {
  if (thrown instanceof EgressRefused) return failure('address-not-allowed', false, thrown.code);
  const error = thrown as SmtpError;
  const reason = cleanLine(error.response ?? error.message ?? 'unknown', 300);
  const answer = error.responseCode ?? 0;
  if (error.code === 'EAUTH' || error.code === 'ENOAUTH') return failure('sign-in-refused', false, reason);
  if (error.code === 'ETLS' || error.code === 'EREQUIRETLS' || isCertificateFault(error))
    return failure('not-secure', false, reason);
  if (answer >= 400 && answer < 500) return failure('busy', false, reason);
  if (answer >= 500) return refused(error, answer, reason);
  if (error.code === 'EPROTOCOL' || error.code === 'EDNS') return failure('unreachable', false, reason);
  return failure(
    neverConnected.has(error.originalCode ?? error.code ?? '') ? 'unreachable' : 'no-answer',
    false,
    reason,
  );
}

function refused({ command = '' }: SmtpError, answer: number, reason: string): SendFailure {
  // 530, 534 and 535 speak of signing in, whatever command they answer (RFC 4954).
  if ([530, 534, 535, 538].includes(answer)) return failure('sign-in-refused', false, reason);
  if (command === 'RCPT TO') return failure('recipient-refused', true, reason);
  if (command === 'MAIL FROM') return failure('sender-refused', true, reason);
  if (command === 'DATA') return failure('message-refused', true, reason);
  return failure('unreachable', false, reason);
}

function isCertificateFault({ originalCode = '' }: SmtpError): boolean {
  return /^(ERR_TLS_|ERR_SSL_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_MISMATCH|EPROTO$)/.test(originalCode);
}

function failure(code: SendFailure['code'], permanent: boolean, reason: string): SendFailure {
  return { accepted: false, permanent, code, reason };
}

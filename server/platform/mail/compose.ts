import type { SendMailOptions } from 'nodemailer';
import { cleanFileName, cleanLine, cleanText } from './clean-text.ts';

export interface Mailbox {
  address: string;
  name?: string;
}

export interface OutgoingMail {
  /** With angle brackets, made by the caller once and kept with the row: a second sending is then the same mail, and receivers drop it. */
  messageId: string;
  from: Mailbox;
  /** Exactly one: the outcome is then one, and nobody learns who else was written to. */
  to: Mailbox;
  replyTo?: Mailbox;
  /** Where bounces go (the envelope's sender); `''` for answers to machines, which must never be bounced. The From address if absent. */
  bounceTo?: string;
  subject: string;
  text: string;
  html?: string;
  headers?: Record<string, string>;
  inReplyTo?: string | null;
  references?: readonly string[];
  attachments?: readonly { fileName: string; type: string; content: Uint8Array; contentId?: string }[];
}

/** The mail itself cannot be written as asked; trying again would not help. */
export class NotSendable extends Error {
  override readonly name = 'NotSendable';
}

const addressPattern = /^[^\s<>()[\]\\,;:"@\p{Cc}\p{Cf}]{1,64}@([\p{L}\p{N}-]{1,63}\.)*[\p{L}\p{N}-]{1,63}$/u;
const idPattern = /^<[!-;=?-~]{1,64}@[!-;=?-~]{1,180}>$/;
// Headers that carry the mail itself or speak for a server; everything else a caller may add.
const headersThatAreOurs =
  /^(from|to|cc|bcc|sender|reply-to|subject|date|message-id|in-reply-to|references|mime-version|content-.*|return-path|received.*|dkim-signature|authentication-results|arc-.*|resent-.*)$/i;
const mostReferences = 20;

/**
 * What nodemailer is given. Nothing a patient typed can become a header: line breaks and control characters are taken
 * out of everything that stands on one line, and addresses that are not plainly addresses are refused (NotSendable).
 */
export function compose(mail: OutgoingMail): SendMailOptions {
  if (!idPattern.test(mail.messageId)) throw new NotSendable('the Message-ID is not one');
  const from = mailbox(mail.from);
  const to = mailbox(mail.to);
  const bounceTo = mail.bounceTo === undefined ? from.address : mail.bounceTo && address(mail.bounceTo);
  const references = threadOf(mail);
  return {
    messageId: mail.messageId,
    from,
    to,
    envelope: { from: bounceTo, to: [to.address] },
    ...(mail.replyTo ? { replyTo: mailbox(mail.replyTo) } : {}),
    subject: cleanLine(mail.subject, 250),
    text: cleanText(mail.text),
    ...(mail.html === undefined ? {} : { html: cleanText(mail.html) }),
    ...references,
    headers: Object.entries(mail.headers ?? {}).map(([key, value]) => header(key, value)),
    attachments: (mail.attachments ?? []).map((attachment) => ({
      filename: cleanFileName(attachment.fileName) || 'attachment',
      contentType: /^[\w.+-]+\/[\w.+-]+$/.test(attachment.type) ? attachment.type : 'application/octet-stream',
      content: Buffer.from(attachment.content),
      contentDisposition: attachment.contentId ? ('inline' as const) : ('attachment' as const),
      ...(attachment.contentId ? { cid: cleanLine(attachment.contentId, 100).replace(/[<>\s]/g, '') } : {}),
    })),
    // A text that names a file or an address is a text; nothing is ever fetched into a mail.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

function mailbox({ address: given, name }: Mailbox): { address: string; name: string } {
  // A name that looks like an address is how a stranger's mail passes for somebody else's.
  return { address: address(given), name: cleanLine(name ?? '', 100).replace(/[<>@"]/g, '') };
}

function address(given: string): string {
  if (given.length > 254 || !addressPattern.test(given)) throw new NotSendable('an address is not one');
  return given;
}

/** The thread comes from other people's mails, so what is not an ID is left out rather than refused. */
function threadOf({ inReplyTo, references = [] }: OutgoingMail): { inReplyTo?: string; references?: string[] } {
  const valid = references.filter((id) => idPattern.test(id));
  const short = valid.length > mostReferences ? [...valid.slice(0, 1), ...valid.slice(1 - mostReferences)] : valid;
  return {
    ...(inReplyTo && idPattern.test(inReplyTo) ? { inReplyTo } : {}),
    ...(short.length > 0 ? { references: short } : {}),
  };
}

function header(key: string, value: string): { key: string; value: string } {
  if (!/^[A-Za-z][A-Za-z0-9-]{0,70}$/.test(key) || headersThatAreOurs.test(key))
    throw new NotSendable('a header may not be set');
  return { key, value: cleanLine(value, 800) };
}

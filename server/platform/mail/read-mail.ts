import { domainToASCII } from 'node:url';
import { type AddressObject, type EmailAddress, type ParsedMail, simpleParser } from 'mailparser';
import { authenticationOf, type HeaderLine, type MailAuthentication } from './authentication.ts';
import { type Automatic, automaticOf, type MailHeaders } from './automatic.ts';
import { cleanFileName, cleanLine, cleanText } from './clean-text.ts';
import { type DeliveryReport, readDeliveryReports, returnedMessageId } from './delivery-report.ts';
import { newTextOf } from './new-text.ts';
import { type SafeHtml, safeHtml } from './safe-html.ts';

// Pure reading of one mail, without any limit of time: `parseMail` in incoming.ts runs it where it can be stopped.

export interface MailAddress {
  /** Lower-case domain in its ASCII form; the local part as written. */
  address: string;
  name: string;
}

export interface MailAttachment {
  fileName: string;
  /** What the sender says it is. Look at the bytes before believing it. */
  declaredType: string;
  size: number;
  content: Buffer;
  contentId: string | null;
}

export type MailProblem =
  | 'no-from'
  | 'several-from'
  | 'recipients-left-out'
  | 'attachments-left-out'
  | 'html-left-out'
  | 'text-cut';

export interface IncomingMail {
  ok: true;
  /** With its angle brackets. Absent from many mails; never proof of anything. */
  messageId: string | null;
  from: MailAddress | null;
  sender: MailAddress | null;
  replyTo: MailAddress | null;
  /** `''` for the empty return path of a machine's mail, null when unknown. */
  returnPath: string | null;
  to: MailAddress[];
  cc: MailAddress[];
  /** Where it was really delivered: of the envelope, or as the last server noted it. */
  deliveredTo: string[];
  subject: string;
  date: Date | null;
  inReplyTo: string | null;
  references: string[];
  text: string;
  newText: string;
  html: SafeHtml | null;
  attachments: MailAttachment[];
  automatic: Automatic | null;
  deliveryReports: DeliveryReport[];
  /** Of a bounce: the Message-ID of our mail that came back. */
  returnedMessageId: string | null;
  authentication: MailAuthentication | null;
  problems: MailProblem[];
}

export interface ReadingOptions {
  /** Domains whose Message-IDs only we give out: a mail with such an ID is ours come back. */
  ownDomains?: string[];
  /** The authserv-id of the server whose word on senders is believed. */
  border?: string;
  /** Lines of ours that mean "answer above this line". */
  replyMarkers?: string[];
  /** What the SMTP dialogue said; it is truer than the headers. */
  envelope?: { from: string; to: string[] };
}

const mostAddresses = 200;
const mostAttachments = 100;
const mostReferences = 50;
const longestText = 1_000_000;

export async function readMail(raw: Buffer, options: ReadingOptions): Promise<IncomingMail> {
  const mail = await simpleParser(raw, {
    ignoreEmbedded: true,
    keepDeliveryStatus: true,
    keepCidLinks: true,
    skipTextLinks: true,
    checksumAlgo: false,
    maxHtmlLengthToParse: 2 * 1024 * 1024,
    maxChildNodes: 500,
  });
  const headers = headersOf(mail);
  const problems: MailProblem[] = [];
  const text = textOf(mail, problems);
  const html = htmlOf(mail, problems);
  const from = firstAddress(mail.from);
  if (!from) problems.push('no-from');
  if ((headers.get('from')?.length ?? 0) > 1 || (mail.from?.value.length ?? 0) > 1) problems.push('several-from');
  const returnPath = options.envelope?.from ?? returnPathOf(headers);
  const subject = cleanLine(mail.subject ?? '');
  const messageId = idsIn(mail.messageId)[0] ?? null;
  const reports = mail.attachments.filter(({ contentType }) => contentType === 'message/delivery-status');
  const { contentType, reportType } = wholeType(mail);
  return {
    ok: true,
    messageId,
    from,
    sender: firstAddress(mail.headers.get('sender')),
    replyTo: firstAddress(mail.replyTo),
    returnPath: returnPath === undefined ? null : cleanLine(returnPath, 320),
    to: addresses(mail.to, problems),
    cc: addresses(mail.cc, problems),
    deliveredTo: deliveredTo(headers, options),
    subject,
    date: dateOf(headers),
    inReplyTo: idsIn(headers.get('in-reply-to')?.[0])[0] ?? null,
    references: idsIn((headers.get('references') ?? []).join(' ')).slice(-mostReferences),
    text,
    newText: newTextOf(text, options.replyMarkers),
    html,
    attachments: attachments(mail, problems),
    automatic: automaticOf({
      headers,
      contentType,
      reportType,
      hasDeliveryStatus: reports.length > 0,
      returnPath,
      messageId: messageId ?? undefined,
      fromAddress: from?.address,
      subject,
      ownDomains: options.ownDomains ?? [],
    }),
    deliveryReports: reports.flatMap(({ content }) => readDeliveryReports(content.toString())),
    returnedMessageId: reports.length > 0 ? returnedIdIn(mail) : null,
    authentication:
      options.border === undefined ? null : authenticationOf(linesOf(mail), options.border, domainOf(from)),
    problems: [...new Set(problems)],
  };
}

const domainOf = (address: MailAddress | null): string | undefined => address?.address.split('@').at(-1);

/** From the top down, as the servers on the way wrote them one above the other. */
const linesOf = (mail: ParsedMail): HeaderLine[] =>
  // References of a long thread are the longest thing that is needed whole.
  mail.headerLines.map(({ key, line }) => ({
    name: key,
    value: cleanLine(Buffer.from(line.slice(line.indexOf(':') + 1), 'binary').toString(), 16_000),
  }));

function headersOf(mail: ParsedMail): MailHeaders {
  const headers = new Map<string, string[]>();
  for (const { name, value } of linesOf(mail)) {
    const values = headers.get(name) ?? [];
    if (values.length < 50) values.push(value);
    headers.set(name, values);
  }
  return headers;
}

function textOf(mail: ParsedMail, problems: MailProblem[]): string {
  const written = mail.text ?? '';
  const converted = written === '' && mail.html ? withoutTags(mail.html) : written;
  if (converted.length > longestText) problems.push('text-cut');
  return cleanText(converted, longestText);
}

/** For HTML that is too much for the real converter: better words without order than no words. */
function withoutTags(html: string): string {
  const pieces: string[] = [];
  const short = html.slice(0, 2 * longestText);
  const lower = short.toLowerCase();
  for (let at = 0; at < short.length; ) {
    const tag = short.indexOf('<', at);
    pieces.push(short.slice(at, tag < 0 ? undefined : tag));
    if (tag < 0) break;
    const hidden = ['style', 'script'].find((name) => lower.startsWith(name, tag + 1));
    const end = short.indexOf('>', hidden ? lower.indexOf(`</${hidden}`, tag) : tag);
    // Without an end, or with one that belongs to nothing, the rest is markup.
    if (end < tag) break;
    at = end + 1;
  }
  return pieces.join(' ').replace(/[ \t]{2,}/g, ' ');
}

function htmlOf(mail: ParsedMail, problems: MailProblem[]): SafeHtml | null {
  if (!mail.html) return null;
  const safe = safeHtml(mail.html);
  if (!safe) problems.push('html-left-out');
  return (
    safe && {
      ...safe,
      html: cleanText(safe.html, 4 * longestText),
      inlinePictures: safe.inlinePictures.map((id) => cleanLine(id)),
    }
  );
}

function firstAddress(header: unknown): MailAddress | null {
  const values = flatten([header as AddressObject | undefined]);
  return values.map(asAddress).find((address) => address !== null) ?? null;
}

function addresses(header: AddressObject | AddressObject[] | undefined, problems: MailProblem[]): MailAddress[] {
  const all = flatten([header].flat());
  if (all.length > mostAddresses) problems.push('recipients-left-out');
  return all.slice(0, mostAddresses).flatMap((value) => asAddress(value) ?? []);
}

function flatten(headers: (AddressObject | undefined)[]): EmailAddress[] {
  return headers.flatMap((header) => header?.value ?? []).flatMap((entry) => entry.group ?? entry);
}

function asAddress({ address = '', name }: EmailAddress): MailAddress | null {
  const at = address.lastIndexOf('@');
  const domain = domainToASCII(address.slice(at + 1).trim());
  const local = address.slice(0, at);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they have no place in an address
  if (at < 1 || domain === '' || local.length > 64 || domain.length > 253 || /[\s<>\u0000-\u001f\u007f]/.test(local))
    return null;
  return { address: cleanLine(`${local}@${domain}`, 320), name: cleanLine(name ?? '', 200) };
}

function returnPathOf(headers: MailHeaders): string | undefined {
  const value = headers.get('return-path')?.[0]?.trim();
  return value === undefined ? undefined : (/<([^<>]*)>/.exec(value)?.[1] ?? value).trim();
}

function deliveredTo(headers: MailHeaders, { envelope }: ReadingOptions): string[] {
  if (envelope) return envelope.to.map((address) => cleanLine(address, 320));
  // Topmost first: the last server to touch the mail wrote on top, and what lies below a stranger may have written.
  const noted = ['delivered-to', 'x-original-to', 'envelope-to'].flatMap((name) => headers.get(name)?.[0] ?? []);
  return [...new Set(noted.map((value) => cleanLine(value.replace(/^<|>$/g, ''), 320).toLowerCase()))];
}

function dateOf(headers: MailHeaders): Date | null {
  const written = headers.get('date')?.[0]?.replace(/\([^()]*\)/g, '') ?? '';
  const date = new Date(written.slice(0, 100));
  const year = date.getUTCFullYear();
  return year >= 1970 && year < 2200 ? date : null;
}

function idsIn(value: string | undefined): string[] {
  return [...(value ?? '').slice(0, 16_000).matchAll(/<[^<>\s]{3,250}>/g)].map(([id]) => cleanLine(id));
}

function wholeType(mail: ParsedMail): { contentType: string; reportType: string | undefined } {
  const header = mail.headers.get('content-type') as { value?: string; params?: Record<string, string> } | undefined;
  return {
    contentType: header?.value?.toLowerCase() ?? 'text/plain',
    reportType: header?.params?.['report-type']?.toLowerCase(),
  };
}

function attachments(mail: ParsedMail, problems: MailProblem[]): MailAttachment[] {
  if (mail.attachments.length > mostAttachments) problems.push('attachments-left-out');
  return mail.attachments.slice(0, mostAttachments).map((attachment, place) => ({
    fileName: cleanFileName(attachment.filename ?? '') || `attachment-${place + 1}`,
    declaredType:
      /^[\w.+-]+\/[\w.+-]+$/
        .exec(attachment.contentType ?? '')?.[0]
        ?.toLowerCase()
        .slice(0, 100) ?? 'application/octet-stream',
    size: attachment.content.length,
    content: attachment.content,
    contentId: attachment.cid ? cleanLine(attachment.cid, 250) : null,
  }));
}

function returnedIdIn(mail: ParsedMail): string | null {
  const copy = mail.attachments.find(({ contentType }) =>
    ['message/rfc822', 'text/rfc822-headers', 'message/rfc822-headers'].includes(contentType),
  );
  return copy ? returnedMessageId(copy.content.subarray(0, 64_000).toString()) : null;
}

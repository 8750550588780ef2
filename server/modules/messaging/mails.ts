import type { House } from '../../platform/house.ts';
import { type Language, makeTranslator } from '../../platform/i18n/messages.ts';
import type { OutgoingMail } from '../../platform/mail/outgoing.ts';
import { escapeHtml, textToHtml } from '../../platform/mail/safe-html.ts';
import type { MailForm } from './contract.ts';
import { houseMailbox, loopDomain, signedAddress } from './mail-names.ts';
import { mailWords } from './words.ts';

/** Where the portal shows somebody's messages; the path tells nothing of any of them. */
const messagesLink = (house: Pick<House, 'origin'>) => `${house.origin}/messages`;

export interface Envelope {
  readonly dispatchId: string;
  readonly mailId: string;
  readonly to: string;
  readonly language: Language;
}

export interface AnswerMail extends Envelope {
  readonly form: MailForm;
  readonly subject: string;
  readonly text: string;
  readonly authorShown: string;
  readonly writtenByPerson: boolean;
  readonly fileCount: number;
  /** Absent: they are too large for a mail together, and wait in the portal. */
  readonly files: OutgoingMail['attachments'];
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
}

/** The mail of a message, in the form that the gate let through. */
export function answerMail(house: House, given: AnswerMail): OutgoingMail {
  if (given.form === 'bare-notice') return bareNotice(house, given);
  const replyTo = { ...houseMailbox(house), address: signedAddress(house, 'reply', given.dispatchId) };
  const thread = {
    ...(house.mailComesIn && { replyTo }),
    inReplyTo: given.inReplyTo,
    references: given.references,
  };
  return { ...(given.form === 'in-full' ? inFull(house, given) : notice(house, given)), ...thread };
}

function bareNotice(house: House, given: Envelope): OutgoingMail {
  const t = makeTranslator(mailWords, given.language);
  const hospital = house.hospital.name;
  const lines = [
    t('bareText', { hospital }),
    withLink(messagesLink(house), (link) => t('bareRead', { link })),
    t('bareNoReply'),
  ];
  return { ...byMachine(house, given), subject: t('bareSubject', { hospital }), ...bodies(given.language, lines) };
}

function notice(house: House, given: Envelope): OutgoingMail {
  const t = makeTranslator(mailWords, given.language);
  const hospital = house.hospital.name;
  const lines = [
    t('noticeText', { hospital }),
    withLink(messagesLink(house), (link) => t('noticeRead', { link })),
    t(house.mailComesIn ? 'noticeReply' : 'noticeNoReply'),
    t('emergency', { number: house.hospital.emergencyNumber }),
  ];
  return { ...byMachine(house, given), subject: t('noticeSubject', { hospital }), ...bodies(given.language, lines) };
}

function inFull(house: House, given: AnswerMail): OutgoingMail {
  const t = makeTranslator(mailWords, given.language);
  const lines = [
    given.text,
    [given.authorShown, house.hospital.name, t('phone', { phone: house.hospital.phone })].join('\n'),
    ...filesLine(house, given),
    withLink(messagesLink(house), (link) => t(house.mailComesIn ? 'fullReply' : 'fullNoReply', { link })),
    t('emergency', { number: house.hospital.emergencyNumber }),
  ];
  const subject = given.subject || house.hospital.name;
  return {
    ...(given.writtenByPerson ? written(house, given) : byMachine(house, given)),
    subject: /^\s*re\s*:/i.test(subject) ? subject : `Re: ${subject}`,
    ...bodies(given.language, lines),
    ...(given.files && { attachments: given.files }),
  };
}

function filesLine(house: House, { language, fileCount: count, files }: AnswerMail): Line[] {
  const t = makeTranslator(mailWords, language);
  if (count === 0) return [];
  return [
    files ? t('fullAttached', { count }) : withLink(messagesLink(house), (link) => t('fullFiles', { count, link })),
  ];
}

/** `neutral`: without the name of the house, for somebody who asked that it is not named. */
export function systemMail(
  house: House,
  given: Envelope & { readonly subject: string; readonly lines: readonly Line[]; readonly neutral?: boolean },
): OutgoingMail {
  const mail = { ...byMachine(house, given), subject: given.subject, ...bodies(given.language, given.lines) };
  return given.neutral ? { ...mail, from: { address: mail.from.address } } : mail;
}

function written(house: House, given: Envelope) {
  return {
    messageId: given.mailId,
    from: houseMailbox(house),
    to: { address: given.to },
    bounceTo: signedAddress(house, 'bounce', given.dispatchId),
    // A mail of ours that comes back by a chain of forwarding is known by it.
    headers: { 'X-Loop': loopDomain(house), 'X-Auto-Response-Suppress': 'OOF, AutoReply' },
  };
}

/** RFC 3834: nobody's out-of-office answers it, and no other machine answers that. */
function byMachine(house: House, given: Envelope) {
  const mail = written(house, given);
  return { ...mail, headers: { ...mail.headers, 'Auto-Submitted': 'auto-generated' } };
}

/** A line of a mail: words, or words of ours that hold a link of ours. What a person typed never becomes a link. */
export type Line = string | { readonly words: string; readonly link: string };

export const withLink = (link: string, say: (link: string) => string): Line => ({ words: say(link), link });

function bodies(language: Language, lines: readonly Line[]): { text: string; html: string } {
  const text = `${lines.map((line) => (typeof line === 'string' ? line : line.words)).join('\n\n')}\n`;
  const html = lines.map(lineToHtml).join('\n');
  return {
    text,
    html: `<!doctype html><html lang="${language}"><meta charset="utf-8"><body>\n${html}\n</body></html>`,
  };
}

function lineToHtml(line: Line): string {
  if (typeof line === 'string') return textToHtml(line);
  const link = escapeHtml(line.link);
  return textToHtml(line.words).replace(link, () => `<a href="${link}">${link}</a>`);
}

import { createHash } from 'node:crypto';
import { system } from '../../platform/access/actor.ts';
import { type IncomingMail, parseMail, type UnreadableMail } from '../../platform/mail/incoming.ts';
import { asSystem, type Workshop } from '../../platform/work.ts';
import { keepMail, largestMail } from './incoming.ts';
import { loopDomain } from './mail-names.ts';

export interface MailMeta {
  /** What the SMTP dialogue said, where there was one; `''` is the empty sender of bounces. */
  readonly from?: string;
  readonly to?: readonly string[];
  readonly remoteAddress?: string;
  /** Only the beginning was fetched: the mail is too large. */
  readonly truncated?: boolean;
}

/**
 * One mail from outside: read first, with no transaction open, then kept whole or not at all. `stored` only once it is
 * durable. Throws when it could not be kept, and whoever brought it brings it again.
 */
export async function receiveMail(shop: Workshop, raw: Buffer, meta: MailMeta = {}): Promise<'stored' | 'refused'> {
  if (raw.length === 0) return 'refused';
  const envelope = meta.from !== undefined && meta.to ? { envelope: { from: meta.from, to: [...meta.to] } } : {};
  const mail = await parseMail(raw, {
    maxBytes: meta.truncated ? 0 : largestMail,
    ownDomains: [loopDomain(shop.house)],
    ...(shop.house.mailBorder !== undefined && { border: shop.house.mailBorder }),
    ...envelope,
  });
  const sameMail = fingerprint(mail, raw);
  const name = 'messaging.receive-mail';
  return asSystem(shop, system(name), name, (ctx) => keepMail(ctx, { mail, raw, sameMail }));
}

/**
 * The same for the same mail by whichever way it comes: the lines that servers add on the way are left out. A mail
 * without Message-ID is known only by its bytes, or two short ones that say the same would become one.
 */
function fingerprint(mail: IncomingMail | UnreadableMail, raw: Buffer): Buffer {
  const hash = createHash('sha256');
  if (!mail.ok || !mail.messageId) return hash.update('bytes').update(raw).digest();
  const files = mail.attachments.map(({ fileName, content }) => [
    fileName,
    createHash('sha256').update(content).digest('hex'),
  ]);
  const says = [
    mail.messageId,
    mail.from?.address,
    mail.subject,
    mail.date?.getTime(),
    mail.text,
    mail.html?.html,
    files,
  ];
  return hash.update(JSON.stringify(says)).digest();
}

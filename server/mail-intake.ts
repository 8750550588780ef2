import { acceptsRecipient, receiveMail } from './modules/messaging/index.ts';
import type { Log } from './platform/log.ts';
import { startImapIntake } from './platform/mail/imap.ts';
import { stopParsing } from './platform/mail/incoming.ts';
import { startSmtpListener } from './platform/mail/smtp-listener.ts';
import type { Settings } from './platform/settings.ts';
import type { Workshop } from './platform/work.ts';

/** Opens the ways by which mail comes in, as far as the settings name any. */
export async function startMailIntake(shop: Workshop, settings: Settings, log: Log) {
  const tell = (event: { event: string; reason?: string }) => log.info({ what: 'mail in', ...event });
  const imap = settings.imapUrl
    ? startImapIntake({
        url: settings.imapUrl,
        receive: (raw, { truncated }) => receiveMail(shop, raw, { truncated }),
        log: tell,
      })
    : undefined;
  const listener = settings.smtpListen
    ? await startSmtpListener({
        ...settings.smtpListen,
        accepts: acceptsRecipient(shop.house),
        receive: (raw, envelope) => receiveMail(shop, raw, envelope),
        log: tell,
      })
    : undefined;
  return {
    async stop() {
      await imap?.stop();
      await listener?.stop();
      await stopParsing();
    },
  };
}

import type { MailSender } from './mail/outgoing.ts';

/** The ways out of this process that deliveries may use; a test or the demo hands in its own. */
export interface Outside {
  readonly mail: MailSender;
}

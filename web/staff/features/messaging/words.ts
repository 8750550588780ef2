import { inLanguage } from '../../../lib/language.ts';
import * as es from './words-es.ts';

const wordsEn = {
  title: 'Undelivered',
  more: 'Mails that were held back, came back, or could not be sent. The answers themselves lie in the portal.',
  empty: 'Everything has arrived',
  emptyMore: 'When a mail comes back or the gate holds a notice, it stands here with what can be done.',
  failed: 'The list could not be loaded.',
  retry: 'Try again',
  settle: 'Settled',
  settledSaid: 'Settled.',
  triedSaid: 'It is tried again.',
  heldAgain: 'It was held back again.',
  byChoice: 'in the portal only',
  what: { held: 'held back', failed: 'not sent', bounced: 'came back' },
  kind: {
    message: 'Message',
    'sign-in': 'Sign-in link',
    'staff-invitation': 'Invitation of staff',
    'staff-reset': 'Password reset',
    'credentials-changed': 'Security notice',
  },
  to: 'to',
  since: 'since',
  conversation: 'Open the conversation',
  person: 'Open the person',
  detail: 'What the other mail server said',
  next: 'Show more',
  loading: 'Loading',
} as const;
export const words = inLanguage({ en: wordsEn, es: es.words });

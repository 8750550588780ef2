import type { SetAsideSign } from '../../../../server/modules/messaging/contract.ts';
import { inLanguage } from '../../../lib/language.ts';
import * as es from './words-es.ts';

const wordsEn = {
  title: 'Mail that needs a person',
  view: 'Which mail',
  undelivered: 'Did not arrive',
  setAside: 'Set aside',
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
    'new-browser': 'Security notice',
  },
  to: 'to',
  conversation: 'Open the conversation',
  person: 'Open the person',
  detail: 'What the other mail server said',
  next: 'Show more',
  loading: 'Loading',
} as const;
export const words = inLanguage({ en: wordsEn, es: es.words });

const setAsideWordsEn = {
  more: 'Mails that looked like a machine’s, or came too often. They woke nobody. Look through them now and then: a person may be among them.',
  empty: 'Nothing was set aside',
  emptyMore: 'Automatic replies, lists and mails in a loop come here, so that they trouble nobody.',
  nobody: 'No sender',
  noSubject: 'No subject',
  from: 'from',
  outcome: {
    automatic: 'automatic reply or list',
    bounce: 'delivery report',
    loop: 'from ourselves',
    limited: 'too many at once',
  },
  because: 'How it was known',
  read: 'Read it',
  close: 'Close it',
  loading: 'Loading the mail …',
  failed: 'The mail could not be loaded.',
  noText: 'Of this mail only the head was kept: who sent it, when, and what it is called.',
  frame: (name: string) => `The mail of ${name} as it came`,
  pictures: (count: number) =>
    count === 1 ? 'One picture from elsewhere was not loaded.' : `${count} pictures from elsewhere were not loaded.`,
  linksStayShut: 'Links in it cannot be pressed here.',
  files: (names: string) => `With it came: ${names}. Files are kept once it is a question.`,
  takeUp: 'This was a person’s question',
  takeUpWhy: 'It goes to the team as a new question, or into its conversation where it proves to belong. This stays.',
  takenUp: 'It is with the team now.',
  placing: 'It is being given its place …',
  open: 'Open the conversation',
} as const;
export const setAsideWords = inLanguage({ en: setAsideWordsEn, es: es.setAsideWords });

const becauseEn = {
  'own-message-id': 'its Message-ID is one of ours',
  'own-mark': 'it carries our X-Loop mark',
  'from-us': 'it says that it is from us',
  'disposition-notification': 'it is a disposition notification',
  'delivery-status': 'it is a delivery status notification',
  'failed-recipients': 'it has X-Failed-Recipients',
  'says-automatic': 'it says that it is an automatic reply',
  'no-return-path': 'its return path is empty',
  list: 'it came through a list',
  unsubscribe: 'it offers to unsubscribe',
  'sender-limit': 'too many of this sender in an hour',
  'thread-limit': 'too many into one thread in an hour',
  subject: 'its subject says so',
  'mail-system': 'a mail system sent it',
  'suppresses-answers': 'it asks not to be answered by machine',
} as const satisfies Record<SetAsideSign, string>;
const because = inLanguage({ en: becauseEn, es: es.because });
/** How a mail was judged; a header that says so itself stands as it came. */
export const becauseWords = (said: string): string =>
  Object.hasOwn(because, said) ? because[said as keyof typeof because] : said;

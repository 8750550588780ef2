import type {
  FactEntry,
  FactKind,
  QueueSearch,
  ReasonChanged,
  Turn,
} from '../../../../server/modules/desk/contract.ts';
import { inLanguage } from '../../../lib/language.ts';
import { reasonWords } from './reason-words.ts';
import * as es from './words-es.ts';

const first = (name: string) => name.split(' ')[0] ?? name;

const wordsEn = {
  list: 'Conversations',
  conversation: 'Conversation',
  person: 'Person',
  views: 'Which conversations',
  lists: {
    open: 'Open',
    mine: 'Mine',
    unclaimed: 'Nobody has it',
    urgent: 'Urgent',
    breached: 'Late',
    waiting: 'Waiting',
    resolved: 'Resolved',
  } satisfies Record<NonNullable<QueueSearch['list']>, string>,
  whoseTurn: 'Whose turn it is',
  bothTurns: 'Both',
  turn: { ours: 'Waits for us', theirs: 'We answered' } satisfies Record<Turn, string>,
  draft: 'draft',
  allTeams: 'All my teams',
  team: 'Team',
  yours: 'yours',
  more: 'Show more',
  loading: 'Loading conversations',
  loadingOne: 'Loading the conversation',
  failed: 'The list could not be loaded.',
  failedOne: 'This conversation could not be loaded.',
  gone: 'This is not with you',
  goneMore: 'It was handed over to a team whose conversations you do not see, or the address is not right.',
  retry: 'Try again',
  log: 'Log a question',
  empty: {
    open: [
      'Nothing is open',
      'New questions from the portal, by mail and from the telephone will stand here, the most pressing first.',
    ],
    mine: [
      'You have nothing open',
      'Take a conversation with C. What you have stays here until it is resolved or handed over.',
    ],
    unclaimed: ['Everything is taken', 'Conversations that nobody has yet stand here.'],
    urgent: ['Nothing urgent', 'Messages with words that may mean danger stand here until someone has answered them.'],
    breached: ['Nothing is late', 'Conversations past their promised time stand here.'],
    waiting: ['Nobody is waited for', 'Set a conversation to waiting with W when it is the other person’s turn.'],
    resolved: ['Nothing resolved yet', 'Resolved conversations stay findable here, newest first.'],
  } satisfies Record<string, [string, string]>,
  emptyTurn: {
    ours: ['Nobody waits for us', 'Everyone has our answer. Who writes again stands here at once.'],
    theirs: [
      'Nothing lies with them',
      'Conversations in which we wrote last stand here until they write or it is resolved.',
    ],
  } satisfies Record<Turn, [string, string]>,
  pick: 'Pick a conversation',
  pickMore: 'J and K move through the list, Enter opens, C takes it, R answers.',
  nobody: 'Nobody',
  you: 'You',
  about: (name: string) => `about ${name}`,
  asks: (name: string) => `${name} asks`,
  here: (name: string, typing: boolean) => (typing ? `${first(name)} is typing` : `${first(name)} is looking at this`),
  hereMany: (names: readonly string[]) => `${names.map(first).join(', ')} are here`,
  copied: 'Reference copied',
  copy: 'Copy the reference',
  details: 'Details and actions',
  back: 'Back to the list',
  urgentTitle: 'May be urgent',
  urgentWords: (found: readonly string[]) => `Written by the person: ${found.map((one) => `“${one}”`).join(', ')}`,
  unverified: 'Not verified yet: check who this is before you tell anything.',
  unverifiedMail:
    'Not verified: the mail says who wrote it, nothing proves it. Say nothing about a patient before you have made sure.',
  mayNoMore: (asker: string, about: string) =>
    `${asker} may no longer act for ${about}: they cannot read this any more.`,
  pointsTo: {
    'other-sender': 'This was sent to the reply address of another conversation, by somebody else.',
    'address-expired': 'This was sent to the reply address of another conversation that is no longer valid.',
    'sender-not-proven':
      'This was sent to the reply address of another conversation, and our mail server could not confirm who sent it. Somebody may be using a false name: ring the person before you act on it.',
    headers: 'This seems to be a reply in another conversation. Nothing proves it.',
  },
  openOther: (reference: string) => `Open ${reference}`,
  reference: 'Reference',
  owner: 'Has it',
  team_: 'Team',
  opened: 'Asked',
  response: { first: 'First answer', next: 'Next answer' },
  resolution: 'To be resolved',
  status: {
    unclaimed: 'Nobody has it',
    claimed: 'In work',
    waiting: 'Waiting for the person',
    resolved: 'Resolved',
    merged: 'Merged',
  },
  channel: { portal: 'portal', email: 'e-mail', phone: 'telephone', 'in-person': 'in person' },
  noteMark: 'Internal note',
  noteOnly: 'only colleagues see this',
  toPerson: (name: string) => `To ${name}`,
  state: {
    kept: '',
    queued: 'on its way',
    held: 'notice held back',
    sent: 'sent',
    delivered: 'in the portal',
    bounced: 'came back undelivered',
    failed: 'could not be sent',
    read: 'read',
  },
  attachment: 'Attachment',
  conversationEntries: 'What was said and done, oldest first',
  newest: 'Newest',
} as const;
export const words = inLanguage({ en: wordsEn, es: es.words });

const factWordsEn: Record<FactKind, (by: string, to: string) => string> = {
  opened: (by) => (by ? `${by} opened this` : 'The question came in'),
  claimed: (by) => `${by || 'Someone'} took it`,
  assigned: (_by, to) => `It was ${to}’s turn`,
  'handed-over': (by, to) => `${by || 'It'} ${by ? 'handed it over' : 'went over'}${to ? ` to ${to}` : ''}`,
  'given-back': (by) => `${by || 'It'} ${by ? 'gave it back' : 'went back'} to the team`,
  waiting: (by) => `${by || 'Someone'} set it to waiting`,
  'waiting-ended': (by) => (by ? `${by} ended the waiting` : 'The waiting ended'),
  answered: (by) => `${by || 'Someone'} answered`,
  'message-received': () => 'A message came in',
  undelivered: () => 'A message did not arrive',
  'promise-broken': () => 'A promise was not kept in time',
  'promise-ended': () => 'The promise that was late is settled',
  resolved: (by) => (by ? `${by} resolved it` : 'It was resolved'),
  reopened: (by) => (by ? `${by} opened it again` : 'The person wrote again: it is open'),
  linked: (by) => `${by || 'Someone'} linked the person`,
  'reason-changed': (by, to) => `${by || 'Someone'} changed what it is about${to ? `; it went to ${to}` : ''}`,
  undone: (by) => `${by || 'Someone'} took a step back`,
  'split-off': (by, to) => `${by || 'Someone'} split off ${to} as a case of its own`,
  split: (by, to) => `${by || 'Someone'} split this off ${to}`,
  merged: (by, to) => `${by || 'Someone'} merged this into ${to}`,
  gathered: (by, to) => `${by || 'Someone'} merged ${to} into this`,
  unmerged: (by, to) => `${by || 'Someone'} took this out of ${to} again`,
  'waited-long-enough': () => 'The waiting is over: nobody wrote',
  'let-go': (by, to) => `${by || 'Someone'} took ${to} out of this again`,
};
const factNames = inLanguage({ en: factWordsEn, es: es.factWords });

const factMoreEn = {
  tookOver: (by: string) => `${by} took it over`,
  /** Why the software itself did it, by code. */
  because: {
    absent: 'away from work',
    dismissed: 'does not work here any more',
    'left-team': 'no longer in the team',
    'team-closed': 'the team was closed',
  },
} as const;
const factMore = inLanguage({ en: factMoreEn, es: es.factMore });

/** What happened, in one sentence. Taking over is handing over to oneself: by id, since two may have one name. */
export function factWords(entry: FactEntry): string {
  const by = entry.by?.name ?? '';
  const said =
    entry.fact === 'handed-over' && entry.by && entry.by.staffId === entry.toStaffId
      ? factMore.tookOver(by)
      : factNames[entry.fact](by, entry.to ?? '');
  return entry.reason && entry.fact !== 'undone' ? `${said}: ${whySaid(entry, entry.reason)}` : said;
}

/** As somebody said it; a topic, and what the software itself did, in this language. */
function whySaid({ fact, by }: FactEntry, reason: string): string {
  if (fact === 'reason-changed' || fact === 'split-off') return reasonWords(reason);
  return by === null && Object.hasOwn(factMore.because, reason)
    ? factMore.because[reason as keyof typeof factMore.because]
    : reason;
}

const actionWordsEn = {
  group: 'This conversation',
  listGroup: 'The list',
  claim: 'Take it',
  takeOver: 'Take it over',
  handOver: 'Hand over',
  link: 'Link to a known person',
  changeReason: 'Change topic',
  giveBack: 'Give back',
  wait: 'Set to waiting',
  endWaiting: 'End waiting',
  resolve: 'Resolve',
  reopen: 'Open again',
  undo: 'Undo',
  next: 'Next conversation',
  previous: 'Previous conversation',
  reply: 'Reply',
  note: 'Write an internal note',
  back: 'Leave the conversation',
  done: {
    claim: 'You have it.',
    'take-over': 'You have it.',
    'hand-over': 'Handed over.',
    'give-back': 'Given back to the team.',
    wait: 'Set to waiting.',
    'end-waiting': 'Waiting ended.',
    resolve: 'Resolved.',
    reopen: 'Open again.',
    undo: 'Taken back.',
    'link-person': 'The person is linked.',
    'change-reason': 'The topic is changed.',
  },
  became: {
    stayed: (reason, team) => `It is about “${reason}” now and stays with ${team}.`,
    moved: (reason, team) => `It is about “${reason}” now and went to ${team}.`,
    kept: (reason) => `It is about “${reason}” now; you keep it.`,
  } satisfies Record<ReasonChanged['became'], (reason: string, team: string) => string>,
  /** Why an action cannot be done, from what the record says. */
  blocked: {
    resolved: 'It is resolved. Open it again first.',
    merged: 'Another case answers for it. Go there, or take this one out again.',
    notYours: 'Somebody else has it. Take it over first.',
    unclaimed: 'Nobody has it. Take it first.',
    already: 'You have it already.',
    nothingToUndo: 'There is nothing of yours to take back now.',
    notResolved: 'It is still open.',
    notAllowed: 'Your role does not allow this here.',
  },
  stale: (who: string) => `${who} changed this just now. The newest is shown; look at it and try again.`,
  someone: 'Somebody',
} as const;
export const actionWords = inLanguage({ en: actionWordsEn, es: es.actionWords });

const composerWordsEn = {
  reply: 'Reply',
  note: 'Internal note',
  label: (name: string) => `Reply to ${name}`,
  noteLabel: 'Internal note for colleagues',
  delivery: {
    notice: (name: string) => `${name} gets a notice without details and reads this in the portal.`,
    'in-full': (name: string) => `${name} gets all of this by e-mail, files too.`,
    'portal-only': () => 'No e-mail goes to them now: the answer lies in the portal.',
    held: () => 'No e-mail goes to them.',
  },
  because: {
    'no-mail-here':
      'No e-mail leaves this house, and without it nobody can sign in to read. Ring them: the number stands beside their name. What you write here is kept.',
    deceased: 'A mail to them is held: they have died. Write to the family instead.',
    'proxy-over':
      'They may no longer act for the person this is about: nobody reads this in the portal, and no mail goes.',
    'safe-contact-channel': 'No e-mail goes: they chose another way to be reached. The answer lies in the portal.',
    'safe-contact-clinic-named': 'No e-mail goes: the clinic must not be named. The answer lies in the portal.',
    'consent-refused': 'No e-mail goes: they do not want e-mail. The answer lies in the portal.',
    'no-address':
      'No e-mail goes: no address is known, and without one nobody can sign in to read. Ring or write a letter.',
    'our-own-address': 'No e-mail goes: the address on record is our own. Please correct it.',
  } satisfies Record<string, string> as Readonly<Record<string, string | undefined>>,
  noteHint: 'Only colleagues see this. It can never be sent.',
  placeholder: 'Write as you would speak to them: plain words, one thing after the other.',
  notePlaceholder: 'What should a colleague know?',
  send: 'Send reply',
  sendWait: 'Send, wait',
  sendResolve: 'Send, resolve',
  saveNote: 'Save note',
  attach: 'Attach',
  remove: (name: string) => `Remove ${name}`,
  uploading: 'Attaching …',
  sent: 'Sent.',
  sentHeld: (why: string) => `The answer lies in the portal. The notice was held back: ${why}`,
  noted: 'Note saved.',
  empty: 'Write something first.',
  waitForFiles: 'Wait until the files are attached.',
  overtaken: (who: string) => `Not sent: ${who} changed this just now.`,
  overtakenMore: 'What you wrote is still here. Read what is new above, then send it again.',
  cannotAnswer: 'Take it first (C), then you can answer.',
  resolvedAnswer: 'It is resolved. Open it again to answer.',
} as const;
export const composerWords = inLanguage({ en: composerWordsEn, es: es.composerWords });

const draftWordsEn = {
  kept: 'Draft kept. Only you see it.',
  failed: 'Not kept yet: no connection. It is tried again.',
  elsewhere: 'You wrote something else here in another window:',
  goneElsewhere: 'You sent or emptied this in another window.',
  onlyFiles: 'Only files are attached there.',
  keepMine: 'Keep what is here',
  takeOther: 'Take the other',
  empty: 'Empty it here too',
} as const;
export const draftWords = inLanguage({ en: draftWordsEn, es: es.draftWords });

const reasonFormWordsEn = {
  title: 'What it is about',
  why: 'The team that answers for this gets it. What was said stays as it is, and it can be undone.',
  reason: 'It is about',
  now: (reason: string) => `${reason} (now)`,
  keep: 'I keep it',
  keepWhy: 'It stays with you, although another team may answer for this.',
  clocks: 'The time promised to them stays, or becomes shorter; never longer.',
  submit: 'Change topic',
  choose: 'Choose another topic first.',
} as const;
export const reasonFormWords = inLanguage({ en: reasonFormWordsEn, es: es.reasonFormWords });

const handOverWordsEn = {
  title: 'Hand over',
  close: 'Close without handing over',
  colleague: 'To a colleague',
  teamLabel: 'To a team',
  search: 'Name of a colleague',
  note: 'What they need to know',
  noteWhy: 'So that the person need not tell the story twice. It stays an internal note.',
  submit: 'Hand over',
  choose: 'Choose a colleague or a team first.',
  absent: 'away',
  nobody: 'Nobody of that name.',
} as const;
export const handOverWords = inLanguage({ en: handOverWordsEn, es: es.handOverWords });

const linkWordsEn = {
  title: 'Who is this?',
  why: 'Only you can make sure who this is. Earlier conversations, needs and safe-contact rules of the person you choose will stand beside this one.',
  likely: 'Chosen from those who may be meant',
  another: 'Or somebody else',
  who: 'The known person',
  reason: 'How you made sure',
  submit: 'Link',
  choose: 'Choose a person first.',
  sayHow: 'Say how you made sure.',
} as const;
export const linkWords = inLanguage({ en: linkWordsEn, es: es.linkWords });

const leftOutBecause: Readonly<Record<string, string>> = {
  kind: 'a kind we do not keep',
  'too-large': 'too large to keep',
  empty: 'empty',
  'too-many': 'more files than we keep of one mail',
};

const mailWordsEn = {
  show: 'Show the mail as it came',
  close: 'Close the mail',
  loading: 'Loading the mail …',
  failed: 'The mail could not be loaded.',
  frame: (name: string) => `The mail of ${name} as it came`,
  remotePictures: (count: number) =>
    count === 1 ? '1 remote picture was not loaded.' : `${count} remote pictures were not loaded.`,
  linksStayShut: 'Links in it do not open.',
  leftOut: (files: readonly { readonly name: string; readonly reason: string }[]) =>
    `Left out: ${files.map(({ name, reason }) => `${name} (${leftOutBecause[reason] ?? reason})`).join(', ')}`,
} as const;
export const mailWords = inLanguage({ en: mailWordsEn, es: es.mailWords });

const dueWordsEn = {
  minutes: (count: number) => `${count} min`,
  hours: (count: number) => `${count} h`,
  days: (count: number) => (count === 1 ? '1 day' : `${count} days`),
  paused: 'clock paused',
  late: 'late',
  lateBy: (span: string) => `${span} late`,
  dueNow: 'due now',
  dueIn: (span: string) => `due in ${span}`,
  inTime: 'in time',
  wasLate: 'was late',
} as const;
export const dueWords = inLanguage({ en: dueWordsEn, es: es.dueWords });

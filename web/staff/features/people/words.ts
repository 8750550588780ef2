import type { Banner, CareTeam, Likeness } from '../../../../server/modules/people/contract.ts';
import { inLanguage } from '../../../lib/language.ts';
import * as es from './words-es.ts';

export type Form =
  | 'need'
  | 'safe-contact'
  | 'consent'
  | 'contact'
  | 'death'
  | 'bereavement'
  | 'restriction'
  | 'undo-death'
  | 'undo-bereavement'
  | 'undo-restriction'
  | 'relation'
  | 'proxy'
  | 'log'
  | 'merge';

const wordsEn = {
  people: 'People',
  person: 'Person',
  record: 'Record',
  actions: 'What is true of them',
  searchLabel: 'Find a person',
  searchPlaceholder: 'Name, date of birth, number, telephone or e-mail',
  searchHint: 'Two letters are enough; small slips are forgiven.',
  searching: 'Searching',
  nothing: 'Nobody found',
  nothingMore:
    'Try the family name and the year of birth, or a number. Search again before you make a new record: doubles are hard to mend.',
  start: 'Who is it about?',
  startMore:
    'Search on the left while they spell their name. Ask for the date of birth before you say anything about a patient.',
  register: 'New person',
  loading: 'Loading the person',
  failed: 'This person could not be loaded.',
  retry: 'Try again',
  back: 'Back to the search',
  asker: 'Who asks',
  about: 'About whom',
  born: 'Born',
  bornUnknown: 'Date of birth not known',
  age: (age: number) => `${age} years`,
  language: 'Language',
  interpreter: 'Interpreter',
  pronouns: 'Pronouns',
  gender: 'Gender',
  otherNames: 'Also known as',
  identifiers: 'Numbers',
  contacts: 'Contact',
  needs: 'Needs',
  noNeeds: 'None recorded. Ask once, and everyone will know.',
  family: 'Family and proxies',
  noFamily: 'Nobody recorded.',
  consents: 'Consent',
  noConsents: 'Nothing recorded.',
  visits: 'Visits',
  noVisits: 'No visits known.',
  conversations: 'Other conversations',
  noConversations: 'No other conversations.',
  allConversations: 'Conversations',
  noneYet: 'They have not asked anything yet.',
  timeline: 'What happened',
  noTimeline: 'Nothing recorded yet.',
  merged: 'Merged records',
  notVerified: 'not verified',
  shared: (count: number) => `also of ${count - 1} other${count > 2 ? 's' : ''}`,
  preferred: 'preferred',
  open: 'Open the record',
  add: 'Add',
  change: 'Change',
  remove: (what: string) => `Remove ${what}`,
  actsFor: 'may act for them',
  theyActFor: 'they act for',
  emergency: 'emergency contact',
  until: (date: string) => `until ${date}`,
  end: 'End',
  endWhy: 'Why it ends; it ends at once',
  endNow: 'End it now',
  died: (date: string | null) => (date ? `Died on ${date}` : 'Has died'),
  diedMore: 'Nothing goes out to them. Speak to the family with care, and never write to the person.',
  bereaved: (date: string) => `Bereaved until ${date}`,
  bereavedMore: 'Someone close has died. No surveys, offers or reminders; begin with your condolences.',
  restricted: 'Restricted record',
  restrictedMore: 'Nothing is sent. Open only what you need, and say nothing to anyone who asks.',
  safe: 'Safe contact',
  safeName: 'Do not name the clinic: not on the telephone, not on an envelope.',
  safeVoicemail: 'Leave no voice message.',
  safeHours: (from: string, until: string) => `Contact only between ${from.slice(0, 5)} and ${until.slice(0, 5)}.`,
  safeChannel: (channel: string) => `Only by ${channel}.`,
  safeCode: (word: string) => `Ask for the code word: ${word}`,
  given: 'given',
  refused: 'refused',
  everyPurpose: 'every purpose',
  verify: 'Verify',
  verified: 'Verified.',
  done: 'Saved.',
  doneUndo: 'Taken back.',
  reason: 'Reason',
  cancel: 'Cancel',
  source: 'Known from',
  words: 'In words',
} as const;
export const words = inLanguage({ en: wordsEn, es: es.words });

const sourcesEn = {
  staff: 'What I saw or heard',
  family: 'The family',
  person: 'The person',
  mail: 'A letter or mail',
  registry: 'A registry',
} as const;
export const sources = inLanguage({ en: sourcesEn, es: es.sources });

const needWordsEn: Record<Banner['needs'][number]['kind'], string> = {
  interpreter: 'Interpreter',
  'large-print': 'Large print',
  hearing: 'Hard of hearing',
  'quiet-room': 'Quiet room',
  'carer-present': 'Carer present',
  'trauma-informed': 'Trauma-informed care',
  other: 'Other',
};
export const needWords = inLanguage({ en: needWordsEn, es: es.needWords });

const relationWordsEn: Record<Banner['family'][number]['kind'], string> = {
  mother: 'Mother',
  father: 'Father',
  parent: 'Parent',
  child: 'Child',
  spouse: 'Spouse',
  partner: 'Partner',
  sibling: 'Sibling',
  grandparent: 'Grandparent',
  grandchild: 'Grandchild',
  guardian: 'Guardian',
  carer: 'Carer',
  friend: 'Friend',
  neighbour: 'Neighbour',
  other: 'Other',
};
export const relationWords = inLanguage({ en: relationWordsEn, es: es.relationWords });

const visitWordsEn = {
  outpatient: 'Clinic visit',
  inpatient: 'Stay in hospital',
  emergency: 'Emergency',
  virtual: 'Video visit',
  home: 'Home visit',
  other: 'Visit',
  planned: 'planned',
  arrived: 'arrived',
  'in-progress': 'now',
  finished: 'over',
  cancelled: 'cancelled',
  unknown: '',
} as const;
export const visitWords = inLanguage({ en: visitWordsEn, es: es.visitWords });

const formWordsEn = {
  need: 'Add a need',
  contact: 'Add a contact',
  system: 'Kind',
  email: 'E-mail',
  phone: 'Telephone',
  value: 'Address or number',
  consent: 'Record consent',
  channel: 'Channel',
  purpose: 'For what',
  answer: 'They said',
  yes: 'Yes',
  no: 'No',
  'safe-contact': 'Safe contact',
  doNotNameClinic: 'Do not name the clinic',
  noVoicemail: 'No voice messages',
  onlyFrom: 'Only from',
  onlyUntil: 'until',
  onlyChannel: 'Only by',
  anyChannel: 'Any channel',
  codeWord: 'Code word',
  death: 'Has died',
  deathWhy: 'At once no message, survey, bill reminder or invitation goes to them. It can be taken back.',
  diedOn: 'Date of death, if known',
  bereavement: 'Is bereaved',
  bereavementWhy: 'Until then nothing goes out that they did not ask for.',
  untilDate: 'Until',
  restriction: 'Restrict the record',
  restrictionWhy: 'Nothing is sent until it is lifted.',
  'undo-death': 'They are alive',
  'undo-bereavement': 'End the bereavement',
  'undo-restriction': 'Lift the restriction',
  undoWhy: 'It is recorded who took it back and why.',
  relation: 'Add family',
  relatedPerson: 'Who',
  kind: 'They are the person’s',
  emergencyContact: 'Emergency contact',
  proxy: 'Let someone act for them',
  proxyPerson: 'Who may act',
  scopes: 'For what',
  scopeNames: { messages: 'Messages', appointments: 'Appointments', billing: 'Bills' },
  proxyUntil: 'Until',
  log: 'Log a question',
  logWhy: 'For a call or a visit at the counter. Your account stays an internal note.',
  askedBy: 'How it came',
  byPhone: 'By telephone',
  inPerson: 'In person',
  about: 'About whom',
  aboutSelf: 'The person themselves',
  subject: 'In one line',
  topic: 'What it is about',
  text: 'What they said',
  logged: (reference: string) => `Logged as ${reference}.`,
  team: 'Team',
  byReason: 'The team for this reason',
  merge: 'Merge with another record',
  mergeWhy: 'Both records stay as they are and can be taken apart again. Look at every line before you merge.',
  mergeOther: 'The other record',
  mergeKeep: 'This record stands for both',
  mergeCheck: 'I compared name, date of birth and a number with the person or a document',
  mergeDo: 'Merge',
  mergeDone: 'Merged.',
  same: 'same',
  differs: 'differs',
  unmerge: 'Take apart',
  given: 'Given name',
  family: 'Family name',
  birthDate: 'Date of birth',
  registerTitle: 'New person',
  registerVerified: 'I have seen a document or know them',
  register: 'Make the record',
  pickFirst: 'Choose a person first.',
  fillFirst: (what: string) => `${what} is missing.`,
} as const;
export const formWords = inLanguage({ en: formWordsEn, es: es.formWords });

const likelyWordsEn = {
  group: 'Who this may be',
  whoIsThis: 'Who is this?',
  why: 'They may be one of these. Make sure before you link; nothing is joined by itself.',
  doubles: 'A second record?',
  doublesWhy: 'These records may be theirs too. Compare line by line before you merge.',
  link: 'Link',
  compare: 'Compare',
  likeness: {
    name: 'same name',
    'similar-name': 'similar name',
    'birth-date': 'same date of birth',
    email: 'same e-mail',
    phone: 'same telephone',
  } satisfies Record<Likeness, string>,
  reason: (why: string) => `Compared: ${why}.`,
} as const;
export const likelyWords = inLanguage({ en: likelyWordsEn, es: es.likelyWords });

const careTeamWordsEn = {
  title: 'Their care team',
  since: (date: string) => `since ${date}`,
  nobody: 'No members are known.',
  over: (count: number) => (count === 1 ? '1 more that is over' : `${count} more that are over`),
  status: {
    proposed: 'proposed',
    active: 'active',
    suspended: 'paused',
    inactive: 'over',
    unknown: 'status not known',
  } satisfies Record<CareTeam['status'], string>,
} as const;
export const careTeamWords = inLanguage({ en: careTeamWordsEn, es: es.careTeamWords });

const foundWordsEn = {
  born: (date: string) => `born ${date}`,
  number: 'number',
  notVerified: 'not verified',
  died: 'has died',
  genders: { female: 'female', male: 'male', other: 'other' },
} as const;
export const foundWords = inLanguage({ en: foundWordsEn, es: es.foundWords });

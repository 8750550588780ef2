import { inLanguage, language } from '../../../lib/language.ts';
import * as es from './naming-es.ts';

/** Codes of the record in words. What a hospital has beyond these is shown as its code, without its dashes. */
const or = (said: Readonly<Record<string, string>>) => (code: string) => said[code] ?? plain(code);

function plain(code: string): string {
  const said = (code.split('.').at(-1) ?? code).replaceAll('-', ' ');
  return said.charAt(0).toUpperCase() + said.slice(1);
}

const happenedEn = {
  'desk.question-asked': 'Asked a question',
  'desk.question-answered': 'Was answered',
  'desk.question-resolved': 'The question was resolved',
  'desk.question-reopened': 'The question is open again',
  'people.death-recorded': 'Death recorded',
  'people.death-taken-back': 'Death taken back',
  'people.bereavement-recorded': 'Bereavement recorded',
  'people.bereavement-ended': 'Bereavement ended',
  'people.restriction-set': 'Record restricted',
  'people.restriction-lifted': 'Restriction lifted',
  'people.safe-contact-changed': 'Safe contact changed',
  'people.consent-given': 'Consent given',
  'people.consent-refused': 'Consent refused',
  'people.proxy-granted': 'Proxy granted',
  'people.proxy-ended': 'Proxy ended',
  'people.records-merged': 'Records merged',
  'people.records-taken-apart': 'Records taken apart',
} as const;
/** What stands on the line of a person. */
export const happenedWords = or(inLanguage({ en: happenedEn, es: es.happened }));

const channelsEn = {
  email: 'E-mail',
  sms: 'Text message',
  phone: 'Telephone',
  post: 'Post',
  portal: 'Portal',
} as const;
export const channelWords = or(inLanguage({ en: channelsEn, es: es.channels }));

const purposesEn = {
  'every-purpose': 'every purpose',
  answer: 'answers',
  'answer-in-full': 'answers in full',
  question: 'questions',
  account: 'the account',
  appointment: 'appointments',
  billing: 'bills',
  survey: 'surveys',
  offer: 'offers',
} as const;
export const purposeWords = or(inLanguage({ en: purposesEn, es: es.purposes }));

/** Kinds of numbers by HL7 table 0203. */
const numbersEn = {
  MR: 'Patient number',
  MRN: 'Patient number',
  SS: 'Social security number',
  DL: 'Driver’s licence',
  PPN: 'Passport number',
  NI: 'National number',
  MB: 'Insurance number',
  AN: 'Account number',
} as const;
export const numberWords = or(inLanguage({ en: numbersEn, es: es.numbers }));

const addressUsesEn = { home: 'home', work: 'work', mobile: 'mobile', other: 'other' } as const;
export const addressUseWords = or(inLanguage({ en: addressUsesEn, es: es.addressUses }));

const scopesEn = { messages: 'messages', appointments: 'appointments', billing: 'bills' } as const;
export const scopeWords = or(inLanguage({ en: scopesEn, es: es.scopes }));

const gendersEn = { female: 'female', male: 'male', other: 'other', unknown: 'not known' } as const;
export const genderWords = or(inLanguage({ en: gendersEn, es: es.genders }));

export const languageName = (code: string): string =>
  new Intl.DisplayNames(language, { type: 'language' }).of(code) ?? code;

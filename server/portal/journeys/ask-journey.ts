import { askedReasons } from '../../modules/desk/index.ts';
import type { ActsFor } from '../../platform/access/actor.ts';
import { type DateWord, readBirthDate } from './birth-date.ts';
import { type Answers, listOf, type Step, type Trouble, type Typed, textOf } from './journey.ts';
import { isEmail, isPhone, oneLine } from './typed-fields.ts';

export const relations = ['child', 'parent', 'spouse', 'sibling', 'guardian', 'carer', 'friend', 'other'] as const;
export const needs = ['interpreter', 'large-print', 'hearing', 'quiet-room', 'carer-present', 'other'] as const;

export const longestQuestion = 10_000;
export const longestNeed = 500;
const longestName = 100;

export interface AskPlace {
  readonly id: string;
  readonly name: string;
  /** Street and town, as far as they are known. */
  readonly address: string;
}

/** The place of whoever is not sure: the hospital finds out. */
export const unknownPlace = 'unknown';

export interface AskWorld {
  readonly isSignedIn: boolean;
  /** Whether anybody can be answered by mail. */
  readonly hasMail: boolean;
  readonly actsFor: readonly ActsFor[];
  /** Places where somebody would answer this reason. */
  readonly places: readonly AskPlace[];
  /** The only one of them where whom it is about was lately. */
  readonly usualPlace: string | undefined;
  readonly today: Temporal.PlainDate;
  /** Words of a text that may mean danger. */
  urgentWords(text: string): readonly string[];
}

export type AskWord =
  | DateWord
  | 'reasonMissing'
  | 'whoMissing'
  | 'placeMissing'
  | 'nameMissing'
  | 'themNameMissing'
  | 'nameTooLong'
  | 'relationMissing'
  | 'reachMissing'
  | 'phoneMissing'
  | 'emailWrong'
  | 'phoneWrong'
  | 'voicemailMissing'
  | 'questionMissing'
  | 'questionTooLong'
  | 'needWordsMissing'
  | 'needWordsTooLong'
  | 'dangerUnseen';

/** Step names stand in addresses: they say what is asked, never what was answered. */
export type AskStep = Step<AskWorld, AskWord> & { readonly fields: readonly string[] };

const dateFields = (name: string) => [`${name}-day`, `${name}-month`, `${name}-year`];
const isOneOf = (list: readonly string[], value: string) => list.includes(value);

function checkName(typed: Typed, missing: AskWord): Trouble<AskWord>[] {
  const given = oneLine(textOf(typed, 'given'));
  const family = oneLine(textOf(typed, 'family'));
  return [
    ...(given === '' ? [{ field: 'given', word: missing }] : []),
    ...(given.length > longestName ? [{ field: 'given', word: 'nameTooLong' as const }] : []),
    ...(family.length > longestName ? [{ field: 'family', word: 'nameTooLong' as const }] : []),
  ];
}

function checkBirthDate(typed: Typed, world: AskWorld, isNeeded: boolean): Trouble<AskWord>[] {
  const { date, trouble } = readBirthDate(typed, 'born', world.today);
  if (trouble) return [trouble];
  return date === undefined && isNeeded ? [{ field: 'born', word: 'dateMissing' }] : [];
}

/** What was typed while mail still left counts no more when it does not. */
export const emailOf = (typed: Typed | undefined, { hasMail }: AskWorld): string =>
  hasMail ? oneLine(textOf(typed, 'email')) : '';

function checkReach(typed: Typed, world: AskWorld): Trouble<AskWord>[] {
  const email = emailOf(typed, world);
  const phone = oneLine(textOf(typed, 'phone'));
  if (phone === '' && !world.hasMail) return [{ field: 'phone', word: 'phoneMissing' }];
  if (email === '' && phone === '') return [{ field: 'email', word: 'reachMissing' }];
  return [
    ...(email !== '' && !isEmail(email) ? [{ field: 'email', word: 'emailWrong' as const }] : []),
    ...(phone !== '' && !isPhone(phone) ? [{ field: 'phone', word: 'phoneWrong' as const }] : []),
    ...(phone !== '' && !isOneOf(['yes', 'no'], textOf(typed, 'voicemail'))
      ? [{ field: 'voicemail', word: 'voicemailMissing' as const }]
      : []),
  ];
}

function checkQuestion(typed: Typed): Trouble<AskWord>[] {
  const text = textOf(typed, 'text').trim();
  if (text === '') return [{ field: 'text', word: 'questionMissing' }];
  return text.length > longestQuestion ? [{ field: 'text', word: 'questionTooLong' }] : [];
}

function checkNeeds(typed: Typed): Trouble<AskWord>[] {
  const said = oneLine(textOf(typed, 'need-words'));
  if (said.length > longestNeed) return [{ field: 'need-words', word: 'needWordsTooLong' }];
  return listOf(typed, 'need').includes('other') && said === ''
    ? [{ field: 'need-words', word: 'needWordsMissing' }]
    : [];
}

export const urgentKey = (answers: Answers, world: AskWorld): string =>
  world.urgentWords(textOf(answers.question, 'text')).join(' · ').slice(0, 1_000);

/** Whom it is about, when that is someone the person acts for. */
export function chosenPerson(typed: Typed | undefined, world: AskWorld): ActsFor | undefined {
  const who = textOf(typed, 'who');
  return world.actsFor.find((one) => who === `person-${one.personId}`);
}

/** The place it is about; undefined for who does not know. */
export const chosenPlace = (typed: Typed | undefined, world: AskWorld): AskPlace | undefined =>
  world.places.find((one) => one.id === textOf(typed, 'place'));

const isSomeoneNew = (answers: Answers) => textOf(answers.who, 'who') === 'someone';

/** Asking for help, one question a page. */
export const askJourney: readonly AskStep[] = [
  {
    name: 'reason',
    fields: ['reason'],
    check: (typed) =>
      isOneOf(askedReasons, textOf(typed, 'reason')) ? [] : [{ field: 'reason', word: 'reasonMissing' }],
  },
  {
    name: 'who',
    fields: ['who'],
    check: (typed, world) =>
      isOneOf(['me', 'someone'], textOf(typed, 'who')) || chosenPerson(typed, world)
        ? []
        : [{ field: 'who', word: 'whoMissing' }],
  },
  {
    name: 'you',
    fields: ['given', 'family', ...dateFields('born')],
    isAsked: (_answers, world) => !world.isSignedIn,
    check: (typed, world) => [...checkName(typed, 'nameMissing'), ...checkBirthDate(typed, world, true)],
  },
  {
    name: 'reach',
    fields: ['email', 'phone', 'voicemail'],
    isAsked: (_answers, world) => !world.isSignedIn,
    check: checkReach,
  },
  {
    name: 'them',
    fields: ['given', 'family', ...dateFields('born'), 'relation'],
    isAsked: isSomeoneNew,
    check: (typed, world) => [
      ...checkName(typed, 'themNameMissing'),
      ...checkBirthDate(typed, world, false),
      ...(isOneOf(relations, textOf(typed, 'relation'))
        ? []
        : [{ field: 'relation', word: 'relationMissing' as const }]),
    ],
  },
  {
    name: 'place',
    fields: ['place'],
    isAsked: (_answers, world) => world.places.length > 1,
    known: (world) => (world.usualPlace === undefined ? undefined : { place: world.usualPlace }),
    check: (typed, world) =>
      textOf(typed, 'place') === unknownPlace || chosenPlace(typed, world)
        ? []
        : [{ field: 'place', word: 'placeMissing' }],
  },
  { name: 'question', fields: ['text'], check: checkQuestion },
  {
    // Asked again when other words of danger are written later.
    name: 'danger',
    fields: ['seen'],
    isAsked: (answers, world) => urgentKey(answers, world) !== '',
    check: (typed, world, answers) =>
      textOf(typed, 'seen') === urgentKey(answers, world) ? [] : [{ field: 'seen', word: 'dangerUnseen' }],
  },
  { name: 'files', fields: ['shown'], check: () => [] },
  { name: 'needs', fields: ['need', 'need-words'], check: checkNeeds },
];

export const findAskStep = (name: string): AskStep | undefined => askJourney.find((step) => step.name === name);

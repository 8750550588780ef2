import type { FoundPerson } from '../../../../server/modules/people/contract.ts';
import { language } from '../../../lib/language.ts';
import { numberWords } from './naming.ts';
import { foundWords as words } from './words.ts';

/** `2 May 1980`; a date of birth has no time zone. */
export const dateWords = (date: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(Date.parse(`${date}T00:00:00Z`));

/** A number that two systems keep under two names is one number to whoever reads it. */
export const oncePerNumber = <One extends { readonly value: string }>(numbers: readonly One[]): One[] => [
  ...new Map(numbers.toReversed().map((one) => [one.value, one])).values().toArray().toReversed(),
];

/** Nobody reads out 36 signs; the beginning tells records apart, and the record has it whole. */
export const shortNumber = (value: string): string => (value.length > 16 ? `${value.slice(0, 8)}…` : value);

/** What tells two people of one name apart. */
export function foundLine(person: Omit<FoundPerson, 'match'>): string {
  const parts = [
    person.birthDate && words.born(`${dateWords(person.birthDate)}${person.age === null ? '' : ` (${person.age})`}`),
    person.gender && person.gender !== 'unknown' ? words.genders[person.gender] : undefined,
    ...oncePerNumber(person.identifiers)
      .slice(0, 2)
      .map((one) => `${one.kind ? numberWords(one.kind) : words.number} ${shortNumber(one.value)}`),
    person.verified ? undefined : words.notVerified,
    person.deceased ? words.died : undefined,
  ];
  return parts.filter(Boolean).join(' · ');
}

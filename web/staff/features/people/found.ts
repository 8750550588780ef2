import type { FoundPerson } from '../../../../server/modules/people/contract.ts';
import { language } from '../../../lib/language.ts';
import { foundWords as words } from './words.ts';

/** `2 May 1980`; a date of birth has no time zone. */
export const dateWords = (date: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(Date.parse(`${date}T00:00:00Z`));

/** What tells two people of one name apart. */
export function foundLine(person: FoundPerson): string {
  const parts = [
    person.birthDate && words.born(`${dateWords(person.birthDate)}${person.age === null ? '' : ` (${person.age})`}`),
    person.gender && person.gender !== 'unknown' ? words.genders[person.gender] : undefined,
    ...person.identifiers.slice(0, 2).map((one) => `${one.kind ?? words.number} ${one.value}`),
    person.verified ? undefined : words.notVerified,
    person.deceased ? words.died : undefined,
  ];
  return parts.filter(Boolean).join(' · ');
}

import type { FoundPerson } from '../../../../server/modules/people/contract.ts';

/** `2 May 1980`; a date of birth has no time zone. */
export const dateWords = (date: string, language = 'en'): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(Date.parse(`${date}T00:00:00Z`));

/** What tells two people of one name apart. */
export function foundLine(person: FoundPerson): string {
  const parts = [
    person.birthDate && `born ${dateWords(person.birthDate)}${person.age === null ? '' : ` (${person.age})`}`,
    person.gender && person.gender !== 'unknown' ? person.gender : undefined,
    ...person.identifiers.slice(0, 2).map((one) => `${one.kind ?? 'number'} ${one.value}`),
    person.verified ? undefined : 'not verified',
    person.deceased ? 'has died' : undefined,
  ];
  return parts.filter(Boolean).join(' · ');
}

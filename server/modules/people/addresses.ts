import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { Problem } from '../../platform/problem.ts';

/** Numbers written without a country are taken to be of this one. */
const homeCountry = 'US';

const unusable = (code: string, en: string, es: string) => () => new Problem('invalid', `people.${code}`, { en, es });
const noEmail = unusable(
  'unusable-email',
  'This does not look like an e-mail address.',
  'Esto no parece una dirección de correo electrónico.',
);
const noPhone = unusable(
  'unusable-phone',
  'This does not look like a telephone number.',
  'Esto no parece un número de teléfono.',
);
const noIdentifier = unusable(
  'unusable-identifier',
  'This does not look like a patient number.',
  'Esto no parece un número de paciente.',
);

/** The form in which addresses are compared: e-mail in lower case, telephone as +E.164 where it can be read so. */
export function plainAddress(system: 'email' | 'phone', value: string): string {
  const address = system === 'email' ? plainEmail(value) : plainPhone(value);
  if (address !== undefined) return address;
  throw system === 'email' ? noEmail() : noPhone();
}

/** The same for what came from another system, where one bad address must not stop the rest. */
export function findPlainAddress(system: 'email' | 'phone', value: string): string | undefined {
  return system === 'email' ? plainEmail(value) : plainPhone(value);
}

function plainEmail(value: string): string | undefined {
  const plain = value.normalize('NFC').trim().toLowerCase();
  const at = plain.lastIndexOf('@');
  return at > 0 && at < plain.length - 1 && plain.length <= 320 && !/\s/.test(plain) ? plain : undefined;
}

function plainPhone(value: string): string | undefined {
  if (value.length > 320) return undefined;
  const parsed = parsePhoneNumberFromString(value, homeCountry);
  if (parsed?.isPossible()) return parsed.number;
  const digits = digitsOf(value);
  return digits.length >= 3 && digits.length <= 30 ? digits : undefined;
}

/** Digits of every script as 0 to 9. */
export function digitsOf(value: string): string {
  return value.normalize('NFKC').replace(/[^0-9]/g, '');
}

/** Patient numbers are compared without case, spaces and dashes. */
export function findPlainIdentifier(value: string): string | undefined {
  const plain = value
    .normalize('NFKC')
    .replace(/[\s\p{Dash}./]/gu, '')
    .toUpperCase();
  return plain !== '' && [...plain].length <= 100 ? plain : undefined;
}

export function plainIdentifier(value: string): string {
  const plain = findPlainIdentifier(value);
  if (plain === undefined) throw noIdentifier();
  return plain;
}

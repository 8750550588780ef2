import path from 'node:path';
import { settingTable } from './settings-table.ts';

/** One sentence for the person at the terminal: which setting, what is wrong, what would be right. Quotes no secret. */
export class SettingsError extends Error {}

export type Settings = {
  readonly port: number;
  readonly host: string;
  /** No slash at the end. */
  readonly origin: string;
  /** Absolute. */
  readonly dataFolder: string;
  /** Undefined: nobody said, so what the database remembers decides. */
  readonly demo: boolean | undefined;
  /** Undefined: the built-in server over the data folder. */
  readonly databaseUrl: string | undefined;
  /** Undefined: the application signs in as the owner. */
  readonly appDatabaseUrl: string | undefined;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  readonly mailDomain: string;
  readonly imapUrl: string | undefined;
  readonly smtpListen: { readonly host: string; readonly port: number } | undefined;
  readonly mailBorder: string | undefined;
  /** Undefined: the one kept in the data folder. */
  readonly secret: Buffer | undefined;
  /** What was signed and sealed with these still counts; newest first. */
  readonly previousSecrets: readonly Buffer[];
  /** Undefined: backups are not sealed. */
  readonly backupPassword: string | undefined;
  readonly trustedProxyHops: number;
  readonly logLevel: string;
  readonly hospital: Hospital;
  readonly firstAdministrator: { readonly email: string; readonly name: string } | undefined;
};

export type Hospital = {
  readonly name: string;
  readonly phone: string;
  readonly emergencyNumber: string;
  readonly timeZone: string;
};

type Name = (typeof settingTable)[number]['name'];
type Env = Readonly<Record<string, string | undefined>>;

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/** @throws SettingsError for the first setting that cannot be right. An empty value counts as not set. */
export function readSettings(env: Env): Settings {
  refuseUnknown(env);
  const port = readNumber(env, 'BEDSIDE_PORT', 8080, 65535);
  const origin = readOrigin(env, port);
  const mailFrom = readMailFrom(env);
  const mailDomain =
    readDomain(env, 'MAIL_DOMAIN') ?? domainOf(mailFrom) ?? (isLoopback(origin) ? 'localhost' : origin.hostname);
  const firstAdministrator = readAdministrator(env);
  const settings: Settings = {
    port,
    host: read(env, 'BEDSIDE_HOST') ?? '127.0.0.1',
    origin: origin.origin,
    dataFolder: path.resolve(read(env, 'BEDSIDE_DATA') ?? 'data'),
    demo: readDemo(env) ?? (firstAdministrator ? false : undefined),
    databaseUrl: readDatabaseUrl(env, 'DATABASE_URL'),
    appDatabaseUrl: readDatabaseUrl(env, 'DATABASE_APP_URL'),
    smtpUrl: readUrl(env, 'SMTP_URL', ['smtp:', 'smtps:'])?.href,
    mailFrom: mailFrom ?? `Bedside <no-reply@${mailDomain}>`,
    mailDomain,
    imapUrl: readUrl(env, 'IMAP_URL', ['imap:', 'imaps:'])?.href,
    smtpListen: readHostAndPort(env, 'BEDSIDE_SMTP_LISTEN'),
    mailBorder: readDomain(env, 'MAIL_TRUSTED_BORDER')?.toLowerCase(),
    secret: readSecret(env),
    previousSecrets: readPreviousSecrets(env),
    backupPassword: readBackupPassword(env),
    trustedProxyHops: readNumber(env, 'BEDSIDE_TRUST_PROXY', 0, 10),
    logLevel: readLogLevel(env),
    hospital: readHospital(env),
    firstAdministrator,
  };
  refuseContradictions(settings, mailFrom);
  return settings;
}

function readHospital(env: Env): Hospital {
  const timeZone = read(env, 'BEDSIDE_ZONE') ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!Intl.supportedValuesOf('timeZone').includes(timeZone) && timeZone !== 'UTC') {
    throw new SettingsError(
      `BEDSIDE_ZONE is "${timeZone}"; it must be the name of a time zone, ${forExample('BEDSIDE_ZONE')}.`,
    );
  }
  return {
    name: read(env, 'BEDSIDE_HOSPITAL') ?? 'Our hospital',
    phone: readPhone(env),
    emergencyNumber: read(env, 'BEDSIDE_EMERGENCY') ?? '911',
    timeZone,
  };
}

/** It stands on every page for whoever cannot wait: something that nobody can dial is worse there than nothing. */
function readPhone(env: Env): string {
  const phone = read(env, 'BEDSIDE_PHONE') ?? '';
  if (phone && phone.replace(/\D/g, '').length < 3)
    throw new SettingsError(
      `BEDSIDE_PHONE is "${phone}"; it must be a number that people can dial, ${forExample('BEDSIDE_PHONE')}.`,
    );
  return phone;
}

function refuseContradictions(settings: Settings, mailFrom: string | undefined): void {
  if (settings.appDatabaseUrl && !settings.databaseUrl) {
    throw new SettingsError(
      'DATABASE_APP_URL is set and DATABASE_URL is not: the built-in database has a login for the application. Set both or neither.',
    );
  }
  if (settings.imapUrl && !settings.smtpUrl) {
    throw new SettingsError(
      'IMAP_URL is set and SMTP_URL is not: mail would come in and could never be answered. Set both.',
    );
  }
  // In a demonstration nobody waits for an answer: it lies in the outbox for whoever tries it.
  if (settings.smtpListen && !settings.smtpUrl && settings.demo !== true) {
    throw new SettingsError(
      'BEDSIDE_SMTP_LISTEN is set and SMTP_URL is not: people could write in, and no answer would ever reach them by mail. Set both; to try it with made-up people, set BEDSIDE_DEMO=on, and answers are kept as files.',
    );
  }
  if (settings.smtpUrl && !mailFrom) {
    throw new SettingsError(
      `SMTP_URL is set and MAIL_FROM is not: say who the mail comes from, ${forExample('MAIL_FROM')}.`,
    );
  }
  if (settings.mailBorder && !settings.imapUrl && !settings.smtpListen) {
    throw new SettingsError(
      'MAIL_TRUSTED_BORDER is set and no mail comes in: set IMAP_URL or BEDSIDE_SMTP_LISTEN too.',
    );
  }
  if (settings.demo && settings.firstAdministrator) {
    throw new SettingsError(
      'BEDSIDE_ADMIN_EMAIL is for a real hospital, and BEDSIDE_DEMO=on brings its own people: set only one of them.',
    );
  }
}

function refuseUnknown(env: Env): void {
  const known: string[] = settingTable.map((setting) => setting.name);
  for (const name of Object.keys(env)) {
    if (!name.startsWith('BEDSIDE_') || known.includes(name)) continue;
    const nearest = known.toSorted((a, b) => distance(a, name) - distance(b, name))[0] ?? '';
    const hint = distance(nearest, name) <= 4 ? `Did you mean ${nearest}?` : '"bedside --help" lists all of them.';
    throw new SettingsError(`There is no setting ${name}. ${hint}`);
  }
}

/** Levenshtein's distance: how many letters must change, come or go. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      const changed = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(changed, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

function read(env: Env, name: Name): string | undefined {
  const value = env[name]?.trim();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a line break here would become one in a mail header or a log.
  if (value && /[\x00-\x1f\x7f]/.test(value))
    throw new SettingsError(`${name} has a line break or another invisible character in it.`);
  return value || undefined;
}

function readNumber(env: Env, name: Name, fallback: number, most: number): number {
  const value = read(env, name);
  if (value === undefined) return fallback;
  if (!/^\d+$/.test(value) || Number(value) > most) {
    throw new SettingsError(`${name} is "${value}"; it must be a whole number from 0 to ${most}, ${forExample(name)}.`);
  }
  return Number(value);
}

function readUrl(env: Env, name: Name, protocols: readonly string[]): URL | undefined {
  const value = read(env, name);
  if (value === undefined) return undefined;
  const url = URL.parse(value);
  // Not quoted: such an address has a password in it.
  if (!url || !protocols.includes(url.protocol) || !url.hostname) {
    throw new SettingsError(
      `${name} must begin with ${protocols.map((p) => `${p}//`).join(' or ')} and name a host, ${forExample(name)}.`,
    );
  }
  return url;
}

function readOrigin(env: Env, port: number): URL {
  const url = readUrl(env, 'BEDSIDE_ORIGIN', ['http:', 'https:']) ?? new URL(`http://localhost:${port}`);
  if (url.pathname !== '/' || url.search || url.hash || url.username) {
    throw new SettingsError(
      `BEDSIDE_ORIGIN must be scheme, host and port alone, without a path, ${forExample('BEDSIDE_ORIGIN')}.`,
    );
  }
  if (url.protocol === 'http:' && !isLoopback(url)) {
    throw new SettingsError(
      `BEDSIDE_ORIGIN must be https: what people tell a hospital may not cross a network readable. Put a proxy with a certificate in front, ${forExample('BEDSIDE_ORIGIN')}.`,
    );
  }
  return url;
}

function isLoopback(url: URL): boolean {
  return /^(localhost|.+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname);
}

function readDatabaseUrl(env: Env, name: 'DATABASE_URL' | 'DATABASE_APP_URL'): string | undefined {
  // A Unix socket is written without a host, which PostgreSQL's programs accept and the rules for URLs do not.
  const value = read(env, name);
  const withHost = { [name]: value?.replace('@/', '@socket/') };
  const url = readUrl(withHost, name, ['postgres:', 'postgresql:']);
  if (url && url.pathname.length < 2) {
    throw new SettingsError(`${name} names no database; it ends with one, ${forExample(name)}.`);
  }
  return value;
}

function readDemo(env: Env): boolean | undefined {
  const value = read(env, 'BEDSIDE_DEMO');
  if (value === undefined) return undefined;
  if (value !== 'on' && value !== 'off') throw new SettingsError(`BEDSIDE_DEMO is "${value}"; it must be on or off.`);
  return value === 'on';
}

const addressPattern = /^[^\s<>@"(),:;]+@([a-z0-9-]+(?:\.[a-z0-9-]+)*)$/i;

function readMailFrom(env: Env): string | undefined {
  const value = read(env, 'MAIL_FROM');
  if (value !== undefined && !domainOf(value)) {
    throw new SettingsError(
      `MAIL_FROM is "${value}"; it must be an e-mail address, with a name before it if you like, ${forExample('MAIL_FROM')}.`,
    );
  }
  return value;
}

/** Of `a@b` or `Name <a@b>`; undefined when it is neither. */
function domainOf(from: string | undefined): string | undefined {
  const address = from?.match(/^[^<>]*<([^<>]+)>$/)?.[1] ?? from;
  return address?.match(addressPattern)?.[1];
}

function readDomain(env: Env, name: Name): string | undefined {
  const value = read(env, name);
  if (value !== undefined && !/^[a-z0-9-]+(\.[a-z0-9-]+)*$/i.test(value)) {
    throw new SettingsError(`${name} is "${value}"; it must be a domain, ${forExample(name)}.`);
  }
  return value;
}

function readHostAndPort(env: Env, name: Name): { host: string; port: number } | undefined {
  const value = read(env, name);
  if (value === undefined || value === 'off') return undefined;
  const match = value.match(/^(\[[0-9a-f:]+\]|[^:\s]+):(\d{1,5})$/i);
  if (!match || Number(match[2]) > 65535) {
    throw new SettingsError(`${name} is "${value}"; it must be host:port, ${forExample(name)}, or off.`);
  }
  return { host: (match[1] ?? '').replace(/^\[|\]$/g, ''), port: Number(match[2]) };
}

function readSecret(env: Env): Buffer | undefined {
  const value = read(env, 'BEDSIDE_SECRET');
  if (value === undefined) return undefined;
  const secret = asSecret(value);
  if (!secret) {
    throw new SettingsError(
      'BEDSIDE_SECRET must be at least 32 random bytes in base64; "openssl rand -base64 32" makes one.',
    );
  }
  return secret;
}

function readPreviousSecrets(env: Env): Buffer[] {
  const values =
    read(env, 'BEDSIDE_PREVIOUS_SECRETS')
      ?.split(',')
      .map((value) => value.trim()) ?? [];
  return values.map((value) => {
    const secret = asSecret(value);
    if (!secret) {
      throw new SettingsError(
        'BEDSIDE_PREVIOUS_SECRETS must be earlier values of BEDSIDE_SECRET or of the file secret, with commas between them.',
      );
    }
    return secret;
  });
}

function asSecret(value: string): Buffer | undefined {
  const secret = Buffer.from(value, 'base64');
  return /^[A-Za-z0-9+/_-]+=*$/.test(value) && secret.length >= 32 ? secret : undefined;
}

function readBackupPassword(env: Env): string | undefined {
  const value = read(env, 'BEDSIDE_BACKUP_PASSWORD');
  if (value !== undefined && value.length < 15) {
    throw new SettingsError(
      'BEDSIDE_BACKUP_PASSWORD must have at least 15 characters: whoever holds the file may guess as long as they like.',
    );
  }
  return value;
}

function readLogLevel(env: Env): string {
  const value = read(env, 'BEDSIDE_LOG') ?? 'warn';
  if (!logLevels.includes(value))
    throw new SettingsError(`BEDSIDE_LOG is "${value}"; it must be one of ${logLevels.join(', ')}.`);
  return value;
}

function readAdministrator(env: Env): { email: string; name: string } | undefined {
  const email = read(env, 'BEDSIDE_ADMIN_EMAIL');
  const name = read(env, 'BEDSIDE_ADMIN_NAME');
  if (email === undefined && name === undefined) return undefined;
  if (email === undefined || name === undefined) {
    throw new SettingsError('BEDSIDE_ADMIN_EMAIL and BEDSIDE_ADMIN_NAME go together: set both.');
  }
  if (!addressPattern.test(email)) {
    throw new SettingsError(
      `BEDSIDE_ADMIN_EMAIL is "${email}"; it must be an e-mail address, ${forExample('BEDSIDE_ADMIN_EMAIL')}.`,
    );
  }
  return { email, name };
}

function forExample(name: Name): string {
  return `for example ${settingTable.find((setting) => setting.name === name)?.example}`;
}

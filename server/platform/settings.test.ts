import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readSettings, SettingsError } from './settings.ts';
import { settingTable } from './settings-table.ts';

const secret = Buffer.alloc(32, 7).toString('base64');
const mail = { SMTP_URL: 'smtp://localhost', MAIL_FROM: 'Example Hospital <care@example.org>' };

test('nothing set is a hospital on this machine alone', () => {
  expect(readSettings({ PATH: '/usr/bin' })).toEqual({
    port: 8080,
    host: '127.0.0.1',
    origin: 'http://localhost:8080',
    dataFolder: path.resolve('data'),
    demo: undefined,
    databaseUrl: undefined,
    smtpUrl: undefined,
    mailFrom: 'Bedside <no-reply@localhost>',
    mailDomain: 'localhost',
    imapUrl: undefined,
    smtpListen: undefined,
    mailBorder: undefined,
    secret: undefined,
    previousSecrets: [],
    trustedProxyHops: 0,
    logLevel: 'warn',
    hospital: { name: 'Our hospital', phone: '', emergencyNumber: '911', timeZone: expect.any(String) },
    firstAdministrator: undefined,
  });
});

test('every example of the table is accepted, together with what it needs', () => {
  const examples = settingTable.map((setting) => [setting.name, setting.example] as const);
  // Their examples are commands: a value to copy would be a secret that everybody knows.
  const settings = readSettings({
    ...Object.fromEntries(examples),
    BEDSIDE_SECRET: secret,
    BEDSIDE_PREVIOUS_SECRETS: secret,
  });
  expect(settings.origin).toBe('https://care.example.org');
  expect(settings.smtpListen).toEqual({ host: '127.0.0.1', port: 2525 });
  expect(settings.demo).toBe(false);
  expect(settings.firstAdministrator).toEqual({ email: 'it@example.org', name: 'Robin Example' });
});

test('every setting stands in the installation guide, with its default', () => {
  const guide = readFileSync(new URL('../../docs/operate/install.md', import.meta.url), 'utf8');
  for (const setting of settingTable) {
    const row = guide.split('\n').find((line) => line.startsWith(`| \`${setting.name}\` |`));
    expect(row, setting.name).toContain(setting.default);
  }
  const named = new Set(guide.match(/\bBEDSIDE_[A-Z_]+\b/g));
  expect([...named].filter((name) => !settingTable.some((setting) => setting.name === name))).toEqual([]);
});

const derived: [string, Record<string, string>, Record<string, unknown>][] = [
  ['the port decides the origin', { BEDSIDE_PORT: '9000' }, { port: 9000, origin: 'http://localhost:9000' }],
  ['an empty value counts as not set', { BEDSIDE_PORT: '', BEDSIDE_SECRET: ' ' }, { port: 8080, secret: undefined }],
  ['a slash after the origin is dropped', { BEDSIDE_ORIGIN: 'https://a.example/' }, { origin: 'https://a.example' }],
  ['replies go to the domain of the sender', mail, { mailDomain: 'example.org', smtpUrl: 'smtp://localhost' }],
  ['replies go to the portal host else', { BEDSIDE_ORIGIN: 'https://a.example' }, { mailDomain: 'a.example' }],
  ['a said domain wins', { ...mail, MAIL_DOMAIN: 'r.example' }, { mailDomain: 'r.example' }],
  [
    'a named administrator means no demo',
    { BEDSIDE_ADMIN_EMAIL: 'a@b.example', BEDSIDE_ADMIN_NAME: 'A' },
    { demo: false },
  ],
  ['the demo can be asked for', { BEDSIDE_DEMO: 'on' }, { demo: true }],
  ['the listener can be said to be off', { BEDSIDE_SMTP_LISTEN: 'off' }, { smtpListen: undefined }],
  ['the listener takes IPv6', { ...mail, BEDSIDE_SMTP_LISTEN: '[::1]:25' }, { smtpListen: { host: '::1', port: 25 } }],
  [
    'a demonstration takes mail in without sending any',
    { BEDSIDE_DEMO: 'on', BEDSIDE_SMTP_LISTEN: '127.0.0.1:2525' },
    { smtpUrl: undefined, smtpListen: { host: '127.0.0.1', port: 2525 } },
  ],
  [
    'a database behind a Unix socket is kept as written',
    { DATABASE_URL: 'postgres://a:b@/bedside?host=%2Frun%2Fpg' },
    { databaseUrl: 'postgres://a:b@/bedside?host=%2Frun%2Fpg' },
  ],
  ['a secret is bytes', { BEDSIDE_SECRET: secret }, { secret: Buffer.alloc(32, 7) }],
  [
    'earlier secrets are several',
    { BEDSIDE_PREVIOUS_SECRETS: `${Buffer.alloc(33, 1).toString('base64')}, ${secret}` },
    { previousSecrets: [Buffer.alloc(33, 1), Buffer.alloc(32, 7)] },
  ],
  [
    'a border is one name in small letters',
    { ...mail, IMAP_URL: 'imaps://u:p@h', MAIL_TRUSTED_BORDER: 'MX.Example.org' },
    { mailBorder: 'mx.example.org' },
  ],
];

test.each(derived)('%s', (_, env, expected) => {
  expect(readSettings(env)).toMatchObject(expected);
});

const refused: [string, Record<string, string>, RegExp][] = [
  ['a misspelt name', { BEDSIDE_PROT: '80' }, /no setting BEDSIDE_PROT. Did you mean BEDSIDE_PORT\?/],
  ['a name far from any', { BEDSIDE_COFFEE_MACHINE: 'on' }, /no setting BEDSIDE_COFFEE_MACHINE.*--help/],
  ['a port that is a word', { BEDSIDE_PORT: 'http' }, /BEDSIDE_PORT is "http".*0 to 65535/],
  ['a port too high', { BEDSIDE_PORT: '65536' }, /BEDSIDE_PORT/],
  ['a negative port', { BEDSIDE_PORT: '-1' }, /BEDSIDE_PORT/],
  ['a plain http origin on a network', { BEDSIDE_ORIGIN: 'http://care.example.org' }, /must be https/],
  ['a host that only looks like this machine', { BEDSIDE_ORIGIN: 'http://localhost.example.org' }, /must be https/],
  ['an origin with a path', { BEDSIDE_ORIGIN: 'https://a.example/care' }, /without a path/],
  ['an origin that is none', { BEDSIDE_ORIGIN: 'care.example.org' }, /BEDSIDE_ORIGIN must begin with http/],
  ['a phone that nobody can dial', { BEDSIDE_PHONE: 'front desk' }, /BEDSIDE_PHONE is "front desk".*\+1 555 0100/],
  ['a demo that is neither', { BEDSIDE_DEMO: 'true' }, /on or off/],
  ['another kind of database', { DATABASE_URL: 'mysql://u:hunter2@h/d' }, /^(?!.*hunter2).*postgres:/],
  ['no database named', { DATABASE_URL: 'postgres://u:hunter2@h' }, /^(?!.*hunter2).*names no database/],
  [
    'a login without its database',
    { DATABASE_APP_URL: 'postgres://u:p@h/d' },
    /DATABASE_APP_URL is set and DATABASE_URL/,
  ],
  [
    'a login that names no database',
    { DATABASE_URL: 'postgres://h/d', DATABASE_APP_URL: 'postgres://h' },
    /no database/,
  ],
  ['a short password for backups', { BEDSIDE_BACKUP_PASSWORD: 'hunter2' }, /^(?!.*hunter2).*at least 15 characters/],
  ['mail that cannot be answered', { IMAP_URL: 'imaps://u:p@h' }, /IMAP_URL is set and SMTP_URL is not/],
  [
    'a listener whose mail cannot be answered',
    { BEDSIDE_SMTP_LISTEN: '127.0.0.1:2525' },
    /BEDSIDE_SMTP_LISTEN is set and SMTP_URL is not/,
  ],
  ['mail from nobody', { SMTP_URL: 'smtp://h' }, /MAIL_FROM is not/],
  ['a sender that is no address', { MAIL_FROM: 'Example Hospital' }, /MAIL_FROM is "Example Hospital"/],
  ['a sender that smuggles a header', { MAIL_FROM: 'A\r\nBcc: x@y.example <a@b.example>' }, /line break/],
  ['a wrong mail scheme', { ...mail, SMTP_URL: 'https://h' }, /SMTP_URL must begin with smtp/],
  ['a domain that is an address', { MAIL_DOMAIN: 'a@b.example' }, /MAIL_DOMAIN/],
  ['a listener without a port', { BEDSIDE_SMTP_LISTEN: 'localhost' }, /host:port/],
  ['a listener with a port too high', { BEDSIDE_SMTP_LISTEN: 'localhost:70000' }, /host:port/],
  ['a short secret', { BEDSIDE_SECRET: Buffer.alloc(31).toString('base64') }, /at least 32/],
  ['a secret that is no base64', { BEDSIDE_SECRET: `${'a!'.repeat(40)}` }, /^(?!.*a!a!).*at least 32/],
  [
    'an earlier secret that is none',
    { BEDSIDE_PREVIOUS_SECRETS: `${secret},hunter2` },
    /^(?!.*hunter2).*BEDSIDE_PREVIOUS_SECRETS/,
  ],
  ['two borders', { ...mail, MAIL_TRUSTED_BORDER: 'a.example, b.example' }, /MAIL_TRUSTED_BORDER/],
  ['a border of a house that takes no mail', { ...mail, MAIL_TRUSTED_BORDER: 'a.example' }, /no mail comes in/],
  ['a hundred proxies', { BEDSIDE_TRUST_PROXY: '100' }, /BEDSIDE_TRUST_PROXY/],
  ['an unknown log level', { BEDSIDE_LOG: 'loud' }, /one of fatal/],
  ['an administrator without a name', { BEDSIDE_ADMIN_EMAIL: 'a@b.example' }, /go together/],
  ['a name without an administrator', { BEDSIDE_ADMIN_NAME: 'A' }, /go together/],
  ['an administrator without an address', { BEDSIDE_ADMIN_EMAIL: 'a', BEDSIDE_ADMIN_NAME: 'A' }, /e-mail address/],
  [
    'an administrator of a demo',
    { BEDSIDE_DEMO: 'on', BEDSIDE_ADMIN_EMAIL: 'a@b.example', BEDSIDE_ADMIN_NAME: 'A' },
    /set only one/,
  ],
];

test.each(refused)('%s is refused in a sentence', (_, env, sentence) => {
  expect(() => readSettings(env)).toThrow(SettingsError);
  expect(() => readSettings(env)).toThrow(sentence);
});

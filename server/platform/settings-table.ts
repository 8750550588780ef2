type Setting = { readonly name: string; readonly what: string; readonly default: string; readonly example: string };

/** Everything that can be set, in the order in which help and the installation guide show it. */
export const settingTable = [
  { name: 'BEDSIDE_PORT', what: 'Port of portal and staff app.', default: '8080', example: '8443' },
  {
    name: 'BEDSIDE_HOST',
    what: 'Address to listen on; 0.0.0.0 is every network of this machine.',
    default: '127.0.0.1',
    example: '0.0.0.0',
  },
  {
    name: 'BEDSIDE_ORIGIN',
    what: 'The address people type; every link is built from it. https, except on this machine itself.',
    default: 'http://localhost:PORT',
    example: 'https://care.example.org',
  },
  {
    name: 'BEDSIDE_DATA',
    what: 'Folder of everything that must be kept: database, files, secret.',
    default: './data',
    example: '/srv/bedside',
  },
  {
    name: 'BEDSIDE_DEMO',
    what: 'on: a made-up hospital with made-up people. off: an empty one. A database stays what it was first.',
    default: 'on for a new data folder, off with DATABASE_URL or BEDSIDE_ADMIN_EMAIL',
    example: 'off',
  },
  {
    name: 'DATABASE_URL',
    what: 'A PostgreSQL server (15 or newer) to use in place of the built-in one.',
    default: 'the built-in PostgreSQL 18, in the data folder',
    example: 'postgres://bedside:password@db.example.org/bedside',
  },
  {
    name: 'DATABASE_APP_URL',
    what: 'The same database, by a login that is a member of bedside_app and of nothing else; the owner then only migrates and backs up.',
    default: 'DATABASE_URL, with a warning; the built-in PostgreSQL has such a login',
    example: 'postgres://bedside_web:password@db.example.org/bedside',
  },
  {
    name: 'SMTP_URL',
    what: 'Mail server for outgoing mail.',
    default: 'none: mail is kept as files in the folder outbox below BEDSIDE_DATA, not sent',
    example: 'smtps://user:password@mail.example.org',
  },
  {
    name: 'MAIL_FROM',
    what: 'Sender of outgoing mail; needed with SMTP_URL.',
    default: 'Bedside <no-reply@MAIL_DOMAIN>',
    example: 'Example Hospital <care@example.org>',
  },
  {
    name: 'IMAP_URL',
    what: 'Mailbox that incoming mail is fetched from; needs SMTP_URL, or nothing could be answered.',
    default: 'none',
    example: 'imaps://user:password@mail.example.org',
  },
  {
    name: 'BEDSIDE_SMTP_LISTEN',
    what: 'host:port on which Bedside itself takes incoming mail from your mail server; needs SMTP_URL too, except in a demonstration.',
    default: 'off',
    example: '127.0.0.1:2525',
  },
  {
    name: 'MAIL_DOMAIN',
    what: 'Domain of the signed reply addresses.',
    default: 'the domain of MAIL_FROM, else the host of BEDSIDE_ORIGIN',
    example: 'care.example.org',
  },
  {
    name: 'MAIL_TRUSTED_BORDER',
    what: 'Your mail server that checks DMARC, as it names itself in Authentication-Results; only mail it vouches for joins a conversation.',
    default: 'none: whoever has a reply address can write under the name of its owner',
    example: 'mx.example.org',
  },
  {
    name: 'BEDSIDE_SECRET',
    what: 'At least 32 random bytes in base64; the same for all processes on one DATABASE_URL.',
    default: 'made once, in the data folder',
    example: '$(openssl rand -base64 32)',
  },
  {
    name: 'BEDSIDE_PREVIOUS_SECRETS',
    what: 'Earlier secrets, newest first, with commas between them: what they signed and sealed still counts.',
    default: 'none',
    example: '$(cat old-secret)',
  },
  {
    name: 'BEDSIDE_BACKUP_PASSWORD',
    what: 'Seals what backup writes, and opens it for restore; at least 15 characters.',
    default: 'none: whoever has the file can read it',
    example: '$(cat /etc/bedside/backup-password)',
  },
  {
    name: 'BEDSIDE_TRUST_PROXY',
    what: 'How many proxies of yours stand in front; so many X-Forwarded-For entries are believed.',
    default: '0',
    example: '1',
  },
  {
    name: 'BEDSIDE_LOG',
    what: 'fatal, error, warn, info, debug, trace or silent.',
    default: 'warn',
    example: 'info',
  },
  {
    name: 'BEDSIDE_HOSPITAL',
    what: 'Name of the hospital, as patients know it.',
    default: 'Our hospital',
    example: 'Example Hospital',
  },
  {
    name: 'BEDSIDE_PHONE',
    what: 'Number that people can call, shown on every page; needed by a hospital that is no demo.',
    default: 'none',
    example: '+1 555 0100',
  },
  {
    name: 'BEDSIDE_EMERGENCY',
    what: 'Number of the emergency services, shown on every page.',
    default: '911',
    example: '112',
  },
  {
    name: 'BEDSIDE_ZONE',
    what: 'IANA time zone of the hospital.',
    default: 'the zone of this machine',
    example: 'America/New_York',
  },
  {
    name: 'BEDSIDE_ADMIN_EMAIL',
    what: 'E-mail of the first administrator of a hospital that is no demo.',
    default: 'none',
    example: 'it@example.org',
  },
  {
    name: 'BEDSIDE_ADMIN_NAME',
    what: 'Name of the first administrator; goes with BEDSIDE_ADMIN_EMAIL.',
    default: 'none',
    example: 'Robin Example',
  },
] as const satisfies readonly Setting[];

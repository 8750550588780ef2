import path from 'node:path';
import type { Settings } from '../platform/settings.ts';
import type { RunningApp } from '../serve.ts';

/** What the terminal shows once everything can be served. */
export function welcome(now: { settings: Settings; app: RunningApp; databaseFolder: string | undefined }): string {
  const { settings, app } = now;
  // A port that the system chose is in nobody's settings.
  const origin = settings.port === 0 ? app.address : settings.origin;
  const lines = [
    '',
    app.demo
      ? `  Bedside is ready. This is the DEMO: every person in it is made up${settings.smtpUrl ? '' : ', and no message leaves this machine'}.`
      : '  Bedside is ready.',
    '',
    `  Patients   ${origin}/`,
    `  Staff      ${origin}/staff`,
    ...peopleLines(app),
    ...invitationLines(app),
    '',
    `  Data       ${settings.dataFolder}${whereElse(now)}`,
    ...(settings.smtpUrl
      ? []
      : [`  Mail       kept as files in ${path.join(settings.dataFolder, 'outbox')}, not sent (SMTP_URL)`]),
    ...(app.demo ? ['  Real use   docs/operate/install.md; another data folder, never this one'] : []),
    ...mailWarning(settings, app),
    ...loginWarning(settings),
    ...proxyWarning(settings),
    '  Stop       Ctrl-C',
    '',
  ];
  return lines.join('\n');
}

function peopleLines(app: RunningApp): string[] {
  if (app.demoPeople.length === 0) return [];
  const nameWidth = Math.max(...app.demoPeople.map((person) => person.name.length));
  const roleWidth = Math.max(...app.demoPeople.map((person) => person.role.length));
  const rows = app.demoPeople.map(
    (person) => `    ${person.name.padEnd(nameWidth)}   ${person.role.padEnd(roleWidth)}   ${person.how}`,
  );
  return ['', '  Sign in as', ...rows];
}

function invitationLines({ invitation }: RunningApp): string[] {
  if (!invitation) return [];
  return [
    '',
    `  The first administrator (${invitation.email}) chooses a password here, once, within 72 hours:`,
    `  ${invitation.link}`,
  ];
}

function whereElse({ settings, databaseFolder }: { settings: Settings; databaseFolder: string | undefined }): string {
  if (settings.databaseUrl) return ' and the database of DATABASE_URL';
  if (databaseFolder && !databaseFolder.startsWith(settings.dataFolder)) return ` and ${databaseFolder}`;
  return '';
}

function mailWarning(settings: Settings, app: RunningApp): string[] {
  if (app.demo || settings.smtpUrl) return [];
  return [
    '  Attention  without SMTP_URL no mail leaves: patients cannot sign in, and staff must ring them with every answer',
  ];
}

function loginWarning(settings: Settings): string[] {
  if (!settings.databaseUrl || settings.appDatabaseUrl) return [];
  return [
    '  Attention  Bedside signs in to the database as its owner; DATABASE_APP_URL gives it a login without powers',
  ];
}

function proxyWarning(settings: Settings): string[] {
  if (!settings.origin.startsWith('https:') || settings.trustedProxyHops > 0) return [];
  // Otherwise all the world is one caller, and one limit of attempts is shared by everybody.
  return ['  Attention  behind a proxy set BEDSIDE_TRUST_PROXY=1, or every caller looks like the proxy'];
}

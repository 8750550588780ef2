type Planted = Readonly<Record<string, string>>;

const thing = 'export const planted = 1;\n';
const importing = (path: string) => `import { planted } from '${path}';\nexport const used = planted;\n`;
const lines = (count: number) => '// planted\n'.repeat(count);

/** For each wall, ways through it. Each is laid over the real tree, and brings the files it needs. */
export const violations: Readonly<Record<string, readonly Planted[]>> = {
  'floors-point-down': [
    {
      'server/modules/people/planted.ts': importing('../messaging/contract.ts'),
      'server/modules/messaging/contract.ts': thing,
    },
    { 'server/modules/desk/planted.ts': importing('../../portal/planted.ts'), 'server/portal/planted.ts': thing },
    {
      'server/interop/planted.ts': "export type Planted = import('../app.ts').Planted;\n",
      'server/app.ts': 'export type Planted = 1;\n',
    },
    {
      'server/modules/messaging/planted.ts': "export const later = () => import('../desk/index.ts');\n",
      'server/modules/desk/index.ts': thing,
    },
  ],
  'neighbours-do-not-meet': [
    { 'server/modules/people/planted.ts': importing('../places/index.ts'), 'server/modules/places/index.ts': thing },
    {
      'server/interop/planted.ts': "export type { Planted } from '../portal/planted.ts';\n",
      'server/portal/planted.ts': 'export type Planted = 1;\n',
    },
  ],
  'platform-knows-no-module': [
    {
      'server/platform/planted.ts':
        "import type { Planted } from '../modules/people/index.ts';\nexport type P = Planted;\n",
      'server/modules/people/index.ts': 'export type Planted = 1;\n',
    },
  ],
  'modules-have-a-face': [
    { 'server/modules/desk/planted.ts': importing('../people/planted.ts'), 'server/modules/people/planted.ts': thing },
    {
      'server/portal/journeys/planted/page.tsx': importing('../../../modules/people/routes.ts'),
      'server/modules/people/routes.ts': thing,
    },
    { 'server/demo/planted.ts': importing('../modules/people/store.ts'), 'server/modules/people/store.ts': thing },
    { 'server/app.ts': importing('./modules/people/policy.ts'), 'server/modules/people/policy.ts': thing },
    {
      'server/testing/planted.ts': importing('../modules/people/planted.ts'),
      'server/modules/people/planted.ts': thing,
    },
  ],
  'kit-knows-no-journey': [
    {
      'server/portal/kit/planted.tsx': importing('../../modules/places/index.ts'),
      'server/modules/places/index.ts': thing,
    },
    {
      'server/portal/kit/planted.tsx': importing('../journeys/planted/page.tsx'),
      'server/portal/journeys/planted/page.tsx': thing,
    },
  ],
  'browsers-read-contracts': [
    { 'web/staff/planted.tsx': importing('../../server/modules/desk/index.ts'), 'server/modules/desk/index.ts': thing },
    {
      'web/staff/planted.tsx':
        "import type { Problem } from '../../server/platform/planted.ts';\nexport type P = Problem;\n",
      'server/platform/planted.ts': 'export type Problem = 1;\n',
    },
  ],
  'design-system-has-no-data': [
    { 'web/ui/planted.tsx': importing('../lib/planted.ts'), 'web/lib/planted.ts': thing },
    {
      'web/ui/planted.tsx': importing('../../server/modules/people/contract.ts'),
      'server/modules/people/contract.ts': thing,
    },
    { 'web/ui/planted.tsx': "import { useQuery } from '@tanstack/react-query';\nexport const used = useQuery;\n" },
  ],
  'lib-knows-no-feature': [
    {
      'web/lib/planted.ts': importing('../staff/features/desk/planted.ts'),
      'web/staff/features/desk/planted.ts': thing,
    },
  ],
  'server-knows-no-browser': [
    { 'server/portal/planted.ts': importing('../../web/lib/planted.ts'), 'web/lib/planted.ts': thing },
  ],
  'pure-rules-are-pure': [
    { 'server/modules/desk/clocks.ts': "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;\n" },
    {
      'server/modules/desk/policy.ts': "import { Pool } from './planted-store.ts';\nexport const used = Pool;\n",
      'server/modules/desk/planted-store.ts': "export { Pool } from 'pg';\n",
    },
    {
      'server/modules/people/fhir.ts':
        "import type { FastifyReply } from 'fastify';\nexport type Reply = FastifyReply;\n",
    },
  ],
  'contracts-fit-a-browser': [
    {
      'server/modules/places/contract.ts': importing('./planted.ts'),
      'server/modules/places/planted.ts':
        "import { createHash } from 'node:crypto';\nexport const planted = createHash;\n",
    },
  ],
  'database-behind-stores': [
    {
      'server/modules/people/planted.ts':
        "import type { Kysely } from 'kysely';\nexport type Database = Kysely<unknown>;\n",
    },
    { 'server/portal/journeys/planted.ts': "import pg from 'pg';\nexport const pool = pg.Pool;\n" },
  ],
  'sql-only-in-stores': [
    {
      'server/modules/people/planted.ts':
        "export const list = (tx: any) => tx.selectFrom('people.person').selectAll();\n",
    },
    {
      'server/portal/journeys/planted/page.tsx':
        'export const count = (sql: any) => sql<{ n: number }>`select 1 as n`;\n',
    },
  ],
  'sql-of-its-own-schema': [
    {
      'server/modules/desk/store.ts':
        "export const list = (tx: any) => tx.selectFrom('people.person as p').selectAll();\n",
    },
    { 'server/modules/desk/store.ts': `export const name = (table: string) => \`select * from people.\${table}\`;\n` },
    { 'server/modules/desk/store.ts': "export interface Tables { 'platform.event': { id: string } }\n" },
    {
      'server/modules/people/store.ts':
        "export const list = (tx: any) => tx.withSchema('desk').selectFrom('conversation');\n",
    },
    { 'server/modules/people/store.ts': "export const view = 'select id from desk.published_conversation';\n" },
    { 'server/platform/planted.ts': 'export const name = `select "given" from "people"."person"`;\n' },
  ],
  'sql-is-not-put-together': [
    ...[
      `sql.raw(\`order by \${order}\`)`,
      'sql.raw(order)',
      'sql.lit(order)',
      'sql.id("platform", order)',
      'sql.ref(order)',
      'sql["table"](order)',
      '[order].map(sql.ref)',
      'sql([order] as never)',
      `db.query(\`select \${order}\`)`,
      "db.query('select ' + order)",
      'db.query(order)',
      'db.query({ text: order })',
      'db.raw(order)',
      `db.selectFrom(\`platform.\${order}\`)`,
      "db.orderBy('name ' + order)",
    ].map((written) => ({
      'server/platform/planted.ts': `import { sql } from 'kysely';\nexport const planted = (db: any, order: string) => [sql, ${written}];\n`,
    })),
    { 'server/platform/planted.ts': "import { sql as text } from 'kysely';\nexport const planted = text;\n" },
  ],
  'foreign-keys-point-down': [
    {
      'server/migrations/9999-planted.sql':
        'create table people.planted (\n  id uuid primary key, -- up\n  case_id uuid references desk.conversation (id)\n);\n',
    },
    {
      'server/migrations/9999-planted.sql':
        'alter table people.planted add foreign key (id) references places.facility;\n',
    },
    { 'server/migrations/9999-planted.sql': 'create table if not exists desk.planted (id uuid references person);\n' },
    { 'server/migrations/9999-planted.sql': 'create table planted (id uuid references people.person);\n' },
  ],
  'views-over-published': [
    { 'server/migrations/9999-planted.sql': 'create view desk.planted as select id from people.person;\n' },
    {
      'server/migrations/9999-planted.sql':
        'create or replace function people.planted() returns bigint language sql as $$ select count(*) from desk.published_planted $$;\n',
    },
  ],
  'network-at-the-edges': [
    {
      'server/modules/messaging/planted.ts':
        "import { createTransport } from 'nodemailer';\nexport const send = createTransport;\n",
    },
    { 'server/platform/jobs/planted.ts': "import { request } from 'https';\nexport const call = request;\n" },
    { 'server/interop/planted.ts': "export const listen = async () => (await import('node:net')).createServer();\n" },
  ],
  'fetch-at-the-edges': [
    { 'server/modules/people/planted.ts': "export const call = () => fetch('https://example.org');\n" },
    { 'web/staff/planted.tsx': "export const call = () => window.fetch('/api');\n" },
  ],
  'platform-opens-transactions': [
    {
      'server/modules/people/store.ts':
        'export const twice = (tx: any) => tx.transaction().execute(() => undefined);\n',
    },
    { 'server/commands/planted.ts': 'export const begin = (client: any) => client.query("BEGIN");\n' },
    {
      'server/modules/people/store.ts': 'export const begin = (sql: any) => sql`begin isolation level serializable`;\n',
    },
  ],
  'time-is-handed-in': [
    { 'server/modules/people/planted.ts': 'export const now = () => Date.now();\n' },
    { 'server/portal/planted.ts': 'export const now = () => new Date();\n' },
    { 'server/interop/planted.ts': 'export const now = () => Temporal.Now.instant();\n' },
  ],
  'settings-in-one-place': [
    { 'server/platform/planted.ts': 'export const url = process.env.DATABASE_URL;\n' },
    { 'server/modules/people/planted.ts': "export const url = process['env'];\n" },
  ],
  'one-gate-for-contact': [
    {
      'server/modules/workforce/planted.ts': importing('../../platform/mail/planted.ts'),
      'server/platform/mail/planted.ts': thing,
    },
    {
      'server/modules/desk/planted.ts': "export const later = () => import('../../platform/sms/planted.ts');\n",
      'server/platform/sms/planted.ts': thing,
    },
    { 'server/platform/planted.ts': "export * from './mail/planted.ts';\n", 'server/platform/mail/planted.ts': thing },
    {
      'server/modules/desk/gateway.ts':
        "import { createTransport } from 'nodemailer';\nexport const send = createTransport;\n",
    },
  ],
  'senders-are-not-handed-round': [
    { 'server/modules/desk/planted.ts': 'export const call = (work: any, out: any) => out.mail.send(work);\n' },
    { 'server/modules/workforce/planted.ts': 'export const call = (work: any, { mail }: any) => mail.send(work);\n' },
  ],
  'reading-mail-sends-nothing': [
    {
      'server/platform/mail/safe-html.ts': "export { planted } from './planted.ts';\n",
      'server/platform/mail/planted.ts':
        "import { createTransport } from 'nodemailer';\nexport const planted = createTransport;\n",
    },
  ],
  'testing-stays-out': [
    { 'server/modules/people/planted.ts': importing('../../testing/planted.ts'), 'server/testing/planted.ts': thing },
    { 'server/platform/planted.ts': importing('../testing/planted.ts'), 'server/testing/planted.ts': thing },
  ],
  'demo-stays-out': [
    { 'server/modules/people/planted.ts': importing('../../demo/planted.ts'), 'server/demo/planted.ts': thing },
    { 'server/portal/planted.ts': importing('../demo/planted.ts'), 'server/demo/planted.ts': thing },
  ],
  'imports-name-their-target': [
    { 'server/modules/people/planted.ts': 'export const load = (path: string) => import(path);\n' },
    {
      'server/modules/people/planted.ts':
        "import planted = require('./planted-too.ts');\nexport const used = planted;\n",
      'server/modules/people/planted-too.ts': thing,
    },
    { 'web/lib/planted.ts': "export const pages = import.meta.glob('./*.ts');\n" },
    {
      'server/platform/planted.ts':
        "import { createRequire } from 'node:module';\nexport const load = createRequire(import.meta.url);\n",
    },
  ],
  'packages-are-declared': [
    { 'server/platform/planted.ts': "import fc from 'fast-check';\nexport const used = fc;\n" },
    { 'server/platform/planted.test.ts': "import picomatch from 'picomatch';\nexport const used = picomatch;\n" },
  ],
  'own-code-is-not-mocked': [
    { 'server/modules/people/planted.test.ts': "import { vi } from 'vitest';\nvi.mock('./planted.ts');\n" },
  ],
  'no-loops': [
    {
      'server/modules/people/planted.ts': importing('./planted-too.ts'),
      'server/modules/people/planted-too.ts': importing('./planted.ts'),
    },
    {
      'web/staff/one.ts': "import type { Two } from './two.ts';\nexport type One = Two;\n",
      'web/staff/two.ts': "export type { Three as Two } from './three.ts';\n",
      'web/staff/three.ts': "export type Three = import('./one.ts').One;\n",
    },
  ],
  'modules-have-one-floor': [
    { 'server/modules/planted/index.ts': thing, 'server/modules/planted/README.md': 'Planted.\n' },
  ],
  'everything-has-a-place': [
    { 'server/planted.ts': thing },
    { 'server/planted/planted.ts': thing },
    { 'web/planted/planted.tsx': thing },
  ],
  'modules-have-a-readme': [{ 'server/modules/people/README.md': lines(31) }],
  'files-stay-short': [
    { 'server/modules/people/planted.ts': lines(401) },
    { 'server/migrations/9999-planted.sql': '-- planted\n'.repeat(401) },
  ],
  'names-say-what': [
    { 'server/modules/people/types.ts': thing },
    { 'web/lib/utils/planted.ts': thing },
    { 'server/platform/constants.test.ts': thing },
  ],
};

/** What looks like a violation and is none: a wall that complains here would be torn down one day. */
export const permitted: Readonly<Record<string, Planted>> = {
  'names in comments, events, paths and prose': {
    'server/modules/desk/planted.ts': [
      '// people.person is read through its face; Date.now() and process.env are not for here',
      "export const event = 'people.person-merged';",
      "export const file = './people.ts';",
      "export const prose = 'We help people. They ask, we fetch (quickly) and begin.';",
      'export const day = (value: string) => new Date(value);\n',
    ].join('\n'),
  },
  'values that are bound, and names that are written down': {
    'server/platform/planted.ts': [
      "import { sql } from 'kysely';",
      'export const planted = (db: any, name: string) => [',
      `  sql\`select \${name}, \${sql.ref("name")}, \${sql.join([name])} where \${name ? sql\`a = \${name}\` : sql\`\`}\`,`,
      '  db.query("select $1", [name]),',
      '  db.selectFrom("platform.event").orderBy("at"),',
      '];\n',
    ].join('\n'),
  },
  'a published view of a lower floor': {
    'server/modules/desk/store.ts': "export const view = 'select id from people.published_person';\n",
    'server/migrations/9999-planted.sql': [
      'create table desk.planted (id uuid primary key references people.person, place uuid references desk.planted);',
      'create view desk.published_planted as select id from people.published_person;',
      'create function desk.planted() returns trigger language plpgsql as $$ begin perform platform.check_it(); end $$;\n',
    ].join('\n'),
  },
  'finding where a package lies, without loading it': {
    'server/platform/planted.ts':
      "import { createRequire } from 'node:module';\nexport const path = createRequire(import.meta.url).resolve('zod');\n",
  },
  'faces, downwards': {
    'server/modules/desk/planted.ts': importing('../people/index.ts'),
    'server/modules/people/index.ts': thing,
    'server/portal/journeys/planted/page.tsx': importing('../../../modules/people/contract.ts'),
    'server/modules/people/contract.ts': thing,
    'web/staff/planted.ts': importing('../../server/modules/people/contract.ts'),
    'server/modules/messaging/planted.ts': importing('../../platform/mail/planted.ts'),
    'server/platform/mail/planted.ts': thing,
  },
};

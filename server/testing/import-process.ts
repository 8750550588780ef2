import { importFhir } from '../interop/index.ts';
import { connect, makePool } from '../platform/database/connect.ts';
import { makeKeys } from '../platform/house.ts';

/**
 * A process of its own that imports: a test can kill it in the middle, and a bench sees how much memory it took. Says how
 * many bytes are done, one line each, and at the end `{ milliseconds, maxRssBytes, pieces }`.
 */
const [databaseUrl = '', place = '', sourceSystem = ''] = process.argv.slice(2);
const shop = {
  db: connect(makePool(databaseUrl, { connections: 1 })),
  house: {
    origin: 'http://localhost:8080',
    demo: false,
    mailDomain: 'example.org',
    mailFrom: 'desk@example.org',
    hospital: { name: 'Import', phone: '555-0100', emergencyNumber: '911', timeZone: 'America/New_York' },
    mailOut: 'sent' as const,
    mailComesIn: true,
    mailBorder: undefined,
    keys: makeKeys(Buffer.alloc(32, 7)),
  },
  reactions: [],
  clock: () => Temporal.Now.instant(),
};
const began = performance.now();
let pieces = 0;
await importFhir(shop, {
  place,
  sourceSystem,
  onProgress: ({ bytes, resources }) => {
    pieces = resources;
    process.stdout.write(`${bytes}\n`);
  },
});
const milliseconds = performance.now() - began;
await shop.db.destroy();
process.stdout.write(
  `${JSON.stringify({ milliseconds, maxRssBytes: process.resourceUsage().maxRSS * 1024, pieces })}\n`,
);

import { importFhir } from '../interop/index.ts';
import { connect, makePool } from '../platform/database/connect.ts';
import { testHouse } from './app.ts';

/** A process that imports and says how far it is, so that a test can kill it in the middle. */
const [databaseUrl = '', place = '', sourceSystem = ''] = process.argv.slice(2);
const shop = {
  db: connect(makePool(databaseUrl, { connections: 1 })),
  house: testHouse,
  reactions: [],
  clock: () => Temporal.Now.instant(),
};
await importFhir(shop, { place, sourceSystem, onProgress: ({ bytes }) => process.stdout.write(`${bytes}\n`) });
await shop.db.destroy();

import { reactions } from '../app.ts';
import { findFiles, importFhir, type Progress, reportOf } from '../interop/index.ts';
import { system } from '../platform/access/actor.ts';
import { readMode, settleMode } from '../platform/access/index.ts';
import { connect, makePool } from '../platform/database/connect.ts';
import { migrate } from '../platform/database/migrate.ts';
import { makeKeys } from '../platform/house.ts';
import { readOrMakeSecret } from '../platform/secret.ts';
import type { Settings } from '../platform/settings.ts';
import { asSystem, type Workshop } from '../platform/work.ts';
import { withDatabase } from './open-database.ts';
import { makeProgressBar, type Shown } from './progress-bar.ts';

/** Ids are kept apart by source; who imports from several systems names them. */
export const usualSource = 'fhir';

/** 1 when something was refused; what was not is in. */
export async function importCommand(settings: Settings, [place = '', sourceSystem = usualSource]: readonly string[]) {
  // Where there is nothing to bring in, nothing is begun, made or warned of.
  await findFiles(place);
  return withDatabase(settings, async ({ owner, app }) => {
    await migrate(owner);
    const shop = makeShop(settings, app);
    const began = performance.now();
    const bar = makeProgressBar(process.stderr);
    try {
      await settleForPeople(shop, settings);
      const result = await importFhir(shop, {
        place,
        sourceSystem,
        onProgress: (progress) => bar.show(() => tell(progress, began)),
      });
      bar.end();
      const { lines, failed } = reportOf(result, (performance.now() - began) / 1000);
      console.log(lines.join('\n'));
      return failed ? 1 : 0;
    } finally {
      bar.end();
      await shop.db.destroy();
    }
  });
}

/**
 * Who imports before the first start has people of their own: that database never becomes a demonstration by default, in
 * which every visitor may be anybody.
 */
async function settleForPeople(shop: Workshop, settings: Settings): Promise<void> {
  const mode = await asSystem(shop, system('import'), 'interop.settle-mode', async (ctx) =>
    (await readMode(ctx)) === undefined ? settleMode(ctx, settings.demo ?? false) : readMode(ctx),
  );
  if (mode === 'demo')
    console.error('This is the DEMO, where every visitor may be anybody: import only people who are made up.');
}

function makeShop(settings: Settings, appUrl: string): Workshop {
  return {
    db: connect(makePool(appUrl, { connections: 2, statementTimeoutMs: 60_000 })),
    house: {
      origin: settings.origin,
      demo: false,
      hospital: settings.hospital,
      mailDomain: settings.mailDomain,
      mailFrom: settings.mailFrom,
      mailOut: 'none',
      mailComesIn: false,
      mailBorder: undefined,
      keys: makeKeys(settings.secret ?? readOrMakeSecret(settings.dataFolder), settings.previousSecrets),
    },
    reactions,
    clock: () => Temporal.Now.instant(),
  };
}

/** How far it is, and how fast. */
function tell({ bytes, totalBytes, resources }: Progress, began: number): Shown {
  const rate = Math.round(resources / ((performance.now() - began) / 1000));
  return { share: totalBytes === 0 ? 1 : bytes / totalBytes, text: `${resources} resources  ${rate}/s` };
}

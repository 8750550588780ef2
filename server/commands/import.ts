import { reactions } from '../app.ts';
import { importFhir, type Progress, reportOf } from '../interop/index.ts';
import { system } from '../platform/access/actor.ts';
import { readMode, settleMode } from '../platform/access/index.ts';
import { connect, makePool } from '../platform/database/connect.ts';
import { migrate } from '../platform/database/migrate.ts';
import { makeKeys } from '../platform/house.ts';
import { readOrMakeSecret } from '../platform/secret.ts';
import type { Settings } from '../platform/settings.ts';
import { asSystem, type Workshop } from '../platform/work.ts';
import { withDatabase } from './open-database.ts';

/** Ids are kept apart by source; who imports from several systems names them. */
export const usualSource = 'fhir';

/** 1 when something was refused; what was not is in. */
export async function importCommand(settings: Settings, [place = '', sourceSystem = usualSource]: readonly string[]) {
  return withDatabase(settings, async (databaseUrl) => {
    await migrate(databaseUrl);
    const shop = makeShop(settings, databaseUrl);
    const began = performance.now();
    const bar = makeBar(process.stderr, began);
    try {
      await settleForPeople(shop, settings);
      const result = await importFhir(shop, { place, sourceSystem, onProgress: bar.show });
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

function makeShop(settings: Settings, databaseUrl: string): Workshop {
  return {
    db: connect(makePool(databaseUrl, { connections: 2, statementTimeoutMs: 60_000 })),
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

const barWidth = 30;

/** A bar that moves in a terminal; elsewhere a line now and then. */
function makeBar(out: NodeJS.WriteStream, began: number) {
  const everyMs = out.isTTY ? 100 : 5000;
  let shownAt = began;
  let open = false;
  return {
    show(progress: Progress): void {
      const now = performance.now();
      if (now - shownAt < everyMs) return;
      shownAt = now;
      const share = progress.totalBytes === 0 ? 1 : progress.bytes / progress.totalBytes;
      const rate = Math.round(progress.resources / ((now - began) / 1000));
      const text = `${(share * 100).toFixed(0).padStart(3)} %  ${progress.resources} resources  ${rate}/s`;
      if (!out.isTTY) return void out.write(`${text}\n`);
      const done = Math.round(share * barWidth);
      out.write(`\r[${'='.repeat(done)}${' '.repeat(barWidth - done)}] ${text}\x1b[K`);
      open = true;
    },
    end(): void {
      if (open) out.write('\r\x1b[K');
      open = false;
    },
  };
}

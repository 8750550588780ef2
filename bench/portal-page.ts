import { gzipSync } from 'node:zlib';
import { type Bench, load } from './measure.ts';
import { makeDataFolder, removeDataFolder, startHouse } from './running-house.ts';

/** What a first visit to the portal costs a poor phone, and the server. */
export const bench: Bench = {
  name: 'portal-page',
  async run({ smoke }) {
    const folder = await makeDataFolder();
    const house = await startHouse(folder);
    try {
      const visit = await firstVisit(house.origin);
      const bare = await load(32, smoke ? 64 : 4_000, () => read(`${house.origin}/health`));
      const pages = await load(32, smoke ? 64 : 4_000, () => read(`${house.origin}/ask`));
      if (bare.failures + pages.failures > 0)
        throw new Error(`Pages failed: ${bare.firstFailure ?? pages.firstFailure}`);
      return [
        {
          what: 'first visit, over the wire',
          value: visit.bytes / 1024,
          unit: 'KB',
          aim: '≤ 60 KB',
          note: `${visit.requests} requests`,
        },
        { what: 'of these, script', value: visit.scriptBytes / 1024, unit: 'KB', aim: '0 KB' },
        { what: 'first question of asking, 32 callers, p95', value: pages.p95, unit: 'ms', aim: '≤ 25 ms' },
        { what: 'pages a second', value: pages.perSecond, unit: '/s', note: '32 callers' },
        { what: 'beside a route without database or page', value: pages.p95 / bare.p95, unit: '× its p95' },
      ];
    } finally {
      await house.stop();
      await removeDataFolder(folder);
    }
  },
};

async function read(url: string): Promise<void> {
  const answer = await fetch(url);
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(String(answer.status));
}

/** The page as it is sent (not compressed) and all that it names, style and icon by gzip; headers not counted. */
async function firstVisit(origin: string) {
  const html = await (await fetch(`${origin}/`)).text();
  const named = [...html.matchAll(/(?:href|src)="(\/portal-assets\/[^"]+)"/g)].map((match) => match[1] ?? '');
  const styles = await Promise.all(
    named.filter((one) => one.endsWith('.css')).map(async (one) => (await fetch(origin + one)).text()),
  );
  const fonts = styles.flatMap((css) =>
    [...css.matchAll(/url\(["']?(\/portal-assets\/[^"')]+)/g)].map((match) => match[1] ?? ''),
  );
  let bytes = Buffer.byteLength(html);
  let scriptBytes = 0;
  for (const place of new Set([...named, ...fonts])) {
    const body = Buffer.from(await (await fetch(origin + place)).arrayBuffer());
    const size = /\.(css|svg|js)$/.test(place) ? gzipSync(body).length : body.length;
    bytes += size;
    if (place.endsWith('.js')) scriptBytes += size;
  }
  for (const inline of html.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g))
    scriptBytes += Buffer.byteLength(inline[1] ?? '');
  return { bytes, scriptBytes, requests: 1 + new Set([...named, ...fonts]).size };
}

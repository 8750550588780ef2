import { gzipSync } from 'node:zlib';
import { call } from './callers.ts';
import { type Bench, type Load, percentile, type Row } from './measure.ts';
import { makeDataFolder, removeDataFolder, startHouse } from './running-house.ts';

const page = 'portal.ask';
const callers = 32;

/** What a first visit to the portal costs a poor phone, and the server. */
export const bench: Bench = {
  name: 'portal-page',
  async run({ smoke }) {
    const folder = await makeDataFolder();
    const count = smoke ? 64 : 6_000;
    try {
      return [...(await measureVisit(folder)), ...(await measureCalls(folder, count))];
    } finally {
      await removeDataFolder(folder);
    }
  },
};

async function measureVisit(folder: string): Promise<Row[]> {
  const house = await startHouse(folder);
  try {
    const visit = await firstVisit(house.origin);
    const note = `${visit.requests} requests`;
    return [
      { what: 'first visit, over the wire', value: visit.bytes / 1024, unit: 'KB', aim: '≤ 60 KB', note },
      { what: 'of these, script', value: visit.scriptBytes / 1024, unit: 'KB', aim: '0 KB' },
    ];
  } finally {
    await house.stop();
  }
}

/** As the callers see it, and as the server's own log tells it: from the request to the last byte of its answer. */
async function measureCalls(folder: string, count: number): Promise<Row[]> {
  const house = await startHouse(folder);
  let bare: Load;
  let pages: Load;
  try {
    await call(`${house.origin}/ask`, callers, count / 4);
    bare = await call(`${house.origin}/health`, callers, count);
    pages = await call(`${house.origin}/ask`, callers, count);
  } finally {
    await house.stop();
  }
  if (bare.failures + pages.failures > 0) throw new Error(`Pages failed: ${bare.firstFailure ?? pages.firstFailure}`);
  const own = await ownTimes(folder, count);
  const what = `first question of asking, ${callers} callers`;
  return [
    { what: `${what}: server time, p95`, value: percentile(own, 0.95), unit: 'ms', aim: '≤ 25 ms', note: 'by its log' },
    { what: `${what}: as they see it, p95`, value: pages.p95, unit: 'ms', note: `p50 ${pages.p50.toFixed(1)}` },
    { what: 'pages a second', value: pages.perSecond, unit: '/s', note: `${callers} callers` },
    { what: 'beside a route without database or page', value: pages.p95 / bare.p95, unit: '× its p95' },
  ];
}

/** In a run of its own, for writing a line for each request costs something too. */
async function ownTimes(folder: string, count: number): Promise<number[]> {
  const house = await startHouse(folder, { BEDSIDE_LOG: 'info' });
  try {
    await call(`${house.origin}/ask`, callers, count / 4);
    await call(`${house.origin}/ask`, callers, count);
  } finally {
    await house.stop();
  }
  const lines = house
    .told()
    .split('\n')
    .filter((line) => line.startsWith('{'));
  const times = lines
    .map((line) => JSON.parse(line) as { route?: string; ms?: number })
    .filter((it) => it.route === page);
  if (times.length < count) throw new Error(`The log knows of ${times.length} pages.`);
  return times.slice(-count).map((it) => it.ms ?? Number.NaN);
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

import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { galleryPages } from './gallery-pages.tsx';
import { portalAssets } from './index.ts';
import { toLogical } from './logical-css.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'portal-assets-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** The style sheet that another process serves from that folder. */
async function startElsewhere(assetFolder: string): Promise<string> {
  const kit = pathToFileURL(path.join(import.meta.dirname, 'build-css.ts')).href;
  const program = `const { portalAssets } = await import(${JSON.stringify(kit)});
    process.stdout.write((await portalAssets({ folder: ${JSON.stringify(assetFolder)} })).css.body);`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program], {
    maxBuffer: 10_000_000,
  });
  return stdout;
}

const kilobytes = (bytes: number) => bytes / 1024;

describe('what a phone has to load', () => {
  it('on a first visit stays under 60 KB, page, style and letters together', async () => {
    const { all, css, icon } = await portalAssets({ folder });
    const carried = all.reduce((sum, asset) => sum + (asset.gzip ?? asset.body).length, 0);
    const pages = Object.values(galleryPages({ stylesheetHref: css.href, iconHref: icon.href }));
    const heaviestPage = Math.max(...pages.map((html) => gzipSync(html).length));
    expect(kilobytes(carried + heaviestPage)).toBeLessThan(50);
    expect(kilobytes(css.gzip?.length ?? 0)).toBeLessThan(20);
  });

  it('is the same however it is packed, and named after what is in it', async () => {
    const { css, fonts } = await portalAssets({ folder });
    expect(gunzipSync(css.gzip ?? '').equals(css.body)).toBe(true);
    expect(css.href).toMatch(/^\/portal-assets\/portal-[0-9a-f]{16}\.css$/);
    for (const font of fonts) expect(css.body.toString()).toContain(font.href);
  });

  it('shows nothing of another organisation', async () => {
    const { css } = await portalAssets({ folder });
    expect(css.body.toString()).not.toMatch(/frutiger|#005eb8|assets\.nhs\.uk|https?:/i);
  });

  it('loads nothing from elsewhere and moves nothing', async () => {
    const sheet = (await portalAssets({ folder })).css.body.toString();
    const addresses = [...sheet.matchAll(/url\(([^)]*)\)/g)].map((match) => match[1]);
    expect(addresses.filter((address) => !address?.startsWith('/portal-assets/'))).toEqual([]);
    expect(sheet).not.toMatch(/@keyframes|@import/);
    expect(sheet.match(/font-display:\w+/g)).toEqual(['font-display:optional', 'font-display:optional']);
  });
});

describe('the compiled style sheet', () => {
  it('is kept, so that a later start does not compile again', async () => {
    await portalAssets({ folder });
    const [kept = ''] = await readdir(folder);
    expect(kept).toMatch(/^portal-[0-9a-f]{16}\.css$/);
    await writeFile(path.join(folder, kept), 'body{color:red}');
    // Another prefix changes the fonts' addresses and with them the fingerprint: it must not find this file.
    const other = await portalAssets({ folder, hrefPrefix: './' });
    expect(other.css.body.length).toBeGreaterThan(10_000);
    expect(await startElsewhere(folder)).toBe('body{color:red}');
  });

  it('is whole when many start at once', async () => {
    const shared = path.join(folder, 'shared');
    const served = await Promise.all([1, 2, 3].map(() => startElsewhere(shared)));
    const [kept = '', ...rest] = await readdir(shared);
    expect(rest).toEqual([]);
    const onDisk = await readFile(path.join(shared, kept), 'utf8');
    expect(onDisk.length).toBeGreaterThan(10_000);
    for (const css of served) expect(css).toBe(onDisk);
  });
});

describe('left and right', () => {
  it.each([
    ['a{margin-left:1px;padding-right:2px}', 'a{margin-inline-start:1px;padding-inline-end:2px}'],
    ['a{border-left:1px solid;border-right-color:red}', 'a{border-inline-start:1px solid;border-inline-end-color:red}'],
    ['a{left:0;text-align:left}', 'a{inset-inline-start:0;text-align:start}'],
    ['a{float:left}', 'a{float:left;float:inline-start}'],
    ['a{border-top-left-radius:1px}', 'a{border-start-start-radius:1px}'],
    ['.left:hover{scroll-margin-left:1px;color:red}', '.left:hover{scroll-margin-left:1px;color:red}'],
    ['a{margin:0 1px 0 2px}', 'a{margin:0 1px 0 2px}'],
  ])('%s becomes %s', (physical, logical) => expect(toLogical(physical)).toBe(logical));

  it('are start and end in all that is served', async () => {
    const sheet = (await portalAssets({ folder: path.join(folder, 'direction') })).css.body.toString();
    expect(sheet.match(/[{;](?:margin|padding|border)-(?:left|right)\b/g)).toBeNull();
  });
});

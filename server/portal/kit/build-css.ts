import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { toLogical } from './logical-css.ts';
import { palette } from './palette.ts';

/** `href` holds a hash of the content, so it may be cached for ever; the compressed forms are absent where useless. */
export type PortalAsset = {
  href: string;
  contentType: string;
  body: Buffer;
  gzip?: Buffer | undefined;
  brotli?: Buffer | undefined;
};
export type PortalAssets = { css: PortalAsset; icon: PortalAsset; fonts: PortalAsset[]; all: PortalAsset[] };

const kitFolder = path.dirname(fileURLToPath(import.meta.url));

const packagesFolder = () =>
  path.resolve(path.dirname(createRequire(import.meta.url).resolve('nhsuk-frontend/package.json')), '..');

/** Where a checkout keeps what it compiled; not under version control. */
export const defaultAssetFolder = path.join(kitFolder, '..', 'assets');
export const defaultHrefPrefix = '/portal-assets/';

const hashOf = (...parts: (string | Buffer)[]) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex').slice(0, 16);
};

const fontFiles = [400, 700].map((weight) => ({
  weight,
  file: `atkinson-hyperlegible-next-latin-${weight}-normal.woff2`,
}));

async function readFonts(hrefPrefix: string) {
  return Promise.all(
    fontFiles.map(async ({ weight, file }) => {
      const body = await readFile(
        createRequire(import.meta.url).resolve(`@fontsource/atkinson-hyperlegible-next/files/${file}`),
      );
      const href = `${hrefPrefix}letters-${weight}-${hashOf(body)}.woff2`;
      return { weight, asset: { href, contentType: 'font/woff2', body } satisfies PortalAsset };
    }),
  );
}

const iconSource = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><rect width="48" height="48" rx="11" fill="${palette.pine}"/><path fill="none" stroke="${palette.white}" stroke-width="3" stroke-linecap="round" d="M24 20v14M17 36h14M8 41h32"/><path fill="${palette.lamp}" d="M18 6h12l5 15.5H13z"/></svg>`;

type Sources = { fingerprint: string; fonts: Awaited<ReturnType<typeof readFonts>> };

async function readSources(hrefPrefix: string): Promise<Sources> {
  const fonts = await readFonts(hrefPrefix);
  const styles = (await readdir(path.join(kitFolder, 'styles'))).toSorted().map((file) => path.join('styles', file));
  const code = ['portal.scss', 'palette.ts', 'build-css.ts', 'logical-css.ts', ...styles];
  const texts = await Promise.all(code.map((file) => readFile(path.join(kitFolder, file))));
  const version = (name: string) => readFile(path.join(packagesFolder(), name, 'package.json'));
  const packages = await Promise.all([version('nhsuk-frontend'), version('sass')]);
  return { fingerprint: hashOf(...texts, ...packages, ...fonts.map(({ asset }) => asset.href)), fonts };
}

/** The colours and the fonts' addresses as Sass, so that TypeScript and style sheet cannot disagree. */
const houseSass = (fonts: Sources['fonts']) =>
  [
    ...Object.entries(palette).map(([name, value]) => `$${name}: ${value};`),
    `$letters: (${fonts.map(({ weight, asset }) => `${weight}: "${asset.href}"`).join(', ')});`,
  ].join('\n');

// The base draws its own cross into search fields, from a file we do not serve; the browser's own one is well known.
const withoutForeignImages = (css: string) => css.replace(/[^{}]*::-webkit-search-cancel-button\{[^}]*\}/g, '');

async function compileCss(fonts: Sources['fonts']): Promise<string> {
  // A start that finds its style sheet ready never pays for loading the compiler.
  const sass = await import('sass');
  const { css } = await sass.compileAsync(path.join(kitFolder, 'portal.scss'), {
    style: 'compressed',
    loadPaths: [packagesFolder()],
    quietDeps: true,
    importers: [
      {
        canonicalize: (url) => (url === 'house:values' ? new URL(url) : null),
        load: () => ({ contents: houseSass(fonts), syntax: 'scss' }),
      },
    ],
  });
  return toLogical(withoutForeignImages(css));
}

async function keptOrCompiledCss(folder: string, { fingerprint, fonts }: Sources): Promise<string> {
  const kept = path.join(folder, `portal-${fingerprint}.css`);
  const found = await readFile(kept, 'utf8').catch(() => undefined);
  if (found !== undefined) return found;
  const css = await compileCss(fonts);
  await mkdir(folder, { recursive: true });
  // Several processes may start at once: each writes its own file and moves it into place whole.
  const own = `${kept}.${process.pid}.tmp`;
  await writeFile(own, css);
  await rename(own, kept);
  return css;
}

async function packed(href: string, contentType: string, text: string): Promise<PortalAsset> {
  const body = Buffer.from(text);
  const [gzipped, brotli] = await Promise.all([
    promisify(gzip)(body, { level: 9 }),
    promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
  ]);
  return { href, contentType, body, gzip: gzipped, brotli };
}

async function makeAssets(folder: string, hrefPrefix: string): Promise<PortalAssets> {
  const sources = await readSources(hrefPrefix);
  const cssText = await keptOrCompiledCss(folder, sources);
  const [css, icon] = await Promise.all([
    packed(`${hrefPrefix}portal-${hashOf(cssText)}.css`, 'text/css; charset=utf-8', cssText),
    packed(`${hrefPrefix}icon-${hashOf(iconSource)}.svg`, 'image/svg+xml', iconSource),
  ]);
  const fonts = sources.fonts.map(({ asset }) => asset);
  return { css, icon, fonts, all: [css, icon, ...fonts] };
}

const made = new Map<string, Promise<PortalAssets>>();

/**
 * Style sheet, icon and fonts of the portal, ready to be served. Compiles once and keeps the result in `folder` under
 * a fingerprint of all that went into it, so that a start with unchanged sources only reads a file.
 */
export function portalAssets({
  folder = defaultAssetFolder,
  hrefPrefix = defaultHrefPrefix,
} = {}): Promise<PortalAssets> {
  const key = JSON.stringify([folder, hrefPrefix]);
  const known = made.get(key);
  if (known !== undefined) return known;
  const making = makeAssets(folder, hrefPrefix);
  made.set(key, making);
  // A disk that was full for a moment must not leave the portal without its style until the next start.
  making.catch(() => made.delete(key));
  return making;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { all } = await portalAssets();
  for (const asset of all)
    console.log(`${asset.href} ${asset.body.length} bytes, ${(asset.gzip ?? asset.body).length} gzipped`);
}

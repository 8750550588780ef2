// For those who work on the kit: writes every sample page with its assets into a folder and says where.
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { galleryPages } from './gallery-pages.tsx';
import { portalAssets } from './index.ts';

const folder = process.argv[2] ?? (await mkdtemp(path.join(tmpdir(), 'portal-gallery-')));
await mkdir(folder, { recursive: true });
const assets = await portalAssets({ hrefPrefix: './' });
for (const asset of assets.all) await writeFile(path.join(folder, asset.href), asset.body);
for (const [name, html] of Object.entries(
  galleryPages({ stylesheetHref: assets.css.href, iconHref: assets.icon.href }),
))
  await writeFile(path.join(folder, `${name}.html`), html);
console.log(folder);

import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { AxeResults } from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { policies } from '../../platform/http/security-headers.ts';
import { galleryPages } from './gallery-pages.tsx';
import { portalAssets } from './index.ts';
import { palette } from './palette.ts';

const executablePath = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((candidate) => candidate !== undefined && existsSync(candidate));
if (executablePath === undefined)
  console.warn('No Chromium found: the kit is not looked at in a browser (set CHROMIUM to its path).');

const quietly = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
];
const names = Object.keys(galleryPages({ stylesheetHref: '/s.css', iconHref: '/i.svg' }));

let folder: string;
let server: Server;
let origin: string;
let browser: Browser;
let axeSource: string;

async function serveGallery() {
  const assets = await portalAssets({ folder });
  const pages = galleryPages({ stylesheetHref: assets.css.href, iconHref: assets.icon.href });
  const files = new Map(assets.all.map((asset) => [asset.href, asset]));
  return createServer((request, reply) => {
    const found = files.get(request.url ?? '');
    const html = pages[request.url?.slice(1) ?? ''];
    const type = found?.contentType ?? 'text/html; charset=utf-8';
    reply.writeHead(found || html ? 200 : 404, { 'content-type': type, 'content-security-policy': policies.page });
    reply.end(found?.body ?? html ?? '');
  });
}

/** The page as a person of that screen sees it, and all that the browser complained about. */
async function open(name: string, width: number, work: (page: Page, complaints: string[]) => Promise<void>) {
  const context = await browser.newContext({ viewport: { width, height: 740 } });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('requestfailed', (request) => complaints.push(`failed: ${request.url()}`));
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
  });
  await page.goto(`${origin}/${name}`);
  await work(page, complaints);
  await context.close();
}

const rgb = (hex: string) =>
  `rgb(${[1, 3, 5].map((place) => Number.parseInt(hex.slice(place, place + 2), 16)).join(', ')})`;
const amber = rgb(palette.amber);
const ink = rgb(palette.ink);

type FocusLook = { element: string; isSeen: boolean; isEnd: boolean; colour: string; background: string };

/** Runs in the page: what has the focus, and whether it, or the circle or box drawn for it, looks different without. */
const lookOfFocus = `(() => {
  const at = document.activeElement;
  const lookOf = (element, drawn) => {
    const style = getComputedStyle(element, drawn);
    return [style.outlineStyle, style.outlineColor, style.outlineWidth, style.boxShadow, style.backgroundColor, style.borderColor].join();
  };
  const look = () => [lookOf(at), lookOf(at.nextElementSibling ?? at, '::before')].join();
  const { color: colour, backgroundColor: background } = getComputedStyle(at);
  const focused = look();
  at.blur();
  const unfocused = look();
  at.focus();
  return { element: at.outerHTML.slice(0, 80), isSeen: focused !== unfocused, isEnd: at === document.body, colour, background };
})()`;

describe.skipIf(executablePath === undefined)('in a browser, under the portal’s own policy', () => {
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'portal-browser-'));
    axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    server = await serveGallery();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await chromium.launch({ ...(executablePath && { executablePath }), args: quietly });
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await new Promise((done) => (server ? server.close(done) : done(undefined)));
    if (folder) await rm(folder, { recursive: true });
  });

  it.each(names)('%s has nothing that axe can find, and nothing is refused', { timeout: 60_000 }, async (name) => {
    await open(name, 360, async (page, complaints) => {
      await page.evaluate(axeSource);
      const results = (await page.evaluate(
        'axe.run(document, { rules: { "target-size": { enabled: true } } })',
      )) as AxeResults;
      const told = results.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
      expect(told).toEqual([]);
      expect(results.passes.length).toBeGreaterThan(10);
      expect(complaints).toEqual([]);
    });
  });

  it.each(names)('%s fits a screen of 320 pixels, which is also 400 %% zoom', { timeout: 60_000 }, async (name) => {
    await open(name, 320, async (page) => {
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    });
  });

  it.each(['form', 'thread'])(
    '%s shows where the keyboard is, readably, and the first step skips the header',
    { timeout: 60_000 },
    async (name) => {
      await open(name, 1280, async (page) => {
        const walked: string[] = [];
        for (let step = 0; step < 60; step += 1) {
          await page.keyboard.press('Tab');
          const focused = (await page.evaluate(lookOfFocus)) as FocusLook;
          if (focused.isEnd) break;
          walked.push(focused.element);
          expect(focused.isSeen, `focus on ${focused.element}`).toBe(true);
          // Our amber is opaque only under text: on it, text is ink and nothing else.
          if (focused.background === amber) expect(focused.colour, focused.element).toBe(ink);
        }
        expect(walked[0]).toContain('href="#main"');
        expect(walked.length).toBeGreaterThan(10);
      });
    },
  );

  it('writes in 19 pixels with our own letters', async () => {
    await open('form', 360, async (page) => {
      const style = (await page.evaluate(
        '(({ fontSize, fontFamily }) => [fontSize, fontFamily])(getComputedStyle(document.querySelector("main label")))',
      )) as string[];
      expect(style[0]).toBe('19px');
      expect(style[1]).toMatch(/^"Atkinson Hyperlegible Next", system-ui/);
    });
  });
});

import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';

const places = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export function launch(): Promise<Browser> {
  const executablePath = places.find((place) => place && existsSync(place));
  if (!executablePath) throw new Error('No Chromium was found; set CHROMIUM_PATH.');
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** A poor phone: small, slow to trust, scripts off. */
export const phone = (browser: Browser): Promise<BrowserContext> =>
  browser.newContext({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false, locale: 'en-US' });

/** The workspace of someone who sits before it all day. */
export const desk = (browser: Browser): Promise<BrowserContext> =>
  browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-US' });

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** No finding of axe at WCAG 2.2 AA; the page's own scripts may be off, axe brings its own way in. */
export async function expectAccessible(page: Page): Promise<void> {
  const html = await page.content();
  const context = page.context();
  const viewport = page.viewportSize();
  const scripted = await context.browser()?.newContext({ ...(viewport && { viewport }), bypassCSP: true });
  if (!scripted) throw new Error('The browser is gone.');
  try {
    const copy = await scripted.newPage();
    await scripted.addCookies(await context.cookies());
    const runsScripts = await page.evaluate(() => true).catch(() => false);
    // A page with scripts is looked at as it stands; one without is opened again in a window that lets axe run.
    const looked = runsScripts ? page : copy;
    if (!runsScripts) await copy.setContent(html.replace('<head>', `<head><base href="${page.url()}">`));
    await looked.addScriptTag({ path: axeFile }).catch(async () => {
      await copy.setContent(html);
      await copy.addScriptTag({ path: axeFile });
    });
    const findings = await looked.evaluate(async () => {
      const { axe } = window as unknown as {
        axe: { run(options: object): Promise<{ violations: { id: string; nodes: { target: unknown }[] }[] }> };
      };
      const result = await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });
      return result.violations.map((one) => `${one.id}: ${one.nodes.map((node) => String(node.target)).join(', ')}`);
    });
    expect(findings, `axe on ${new URL(page.url()).pathname}`).toEqual([]);
  } finally {
    await scripted.close();
  }
}

import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { expect } from 'vitest';

const places = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
/** A folder for pictures of every page that was reached, for those who look at them. */
const pictures = process.env.E2E_PICTURES;

export function launch(): Promise<Browser> {
  const executablePath = places.find((place) => place && existsSync(place));
  if (!executablePath) throw new Error('No Chromium was found; set CHROMIUM.');
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

/** One browser of one human being, and all that it was ever shown. */
export interface Visitor {
  readonly page: Page;
  readonly origin: string;
  /** The body of every page and answer that came, whether it was on the screen or not. */
  readonly received: readonly string[];
  /** What the browser complained of: scripts that failed, policies that were broken, answers of 5xx. */
  readonly complaints: readonly string[];
  /** Where the page is looked at by axe, which waits on timers: a browser without scripts has none. */
  looking(): Promise<Page>;
  /** Waits until everything that was asked for has come in. */
  settled(): Promise<void>;
  leave(): Promise<void>;
}

/** A poor phone: small, slow to trust, scripts off. */
export const phone = (browser: Browser, origin: string, locale = 'en-US'): Promise<Visitor> =>
  visit(browser, origin, { viewport: { width: 360, height: 740 }, javaScriptEnabled: false, locale });

/** The workspace of someone who sits before it all day. */
export const desk = (browser: Browser, origin: string): Promise<Visitor> =>
  visit(browser, origin, { viewport: { width: 1440, height: 900 }, locale: 'en-US', reducedMotion: 'reduce' });

export async function visit(
  browser: Browser,
  origin: string,
  options: Parameters<Browser['newContext']>[0],
): Promise<Visitor> {
  const context = await browser.newContext({ ...options, timezoneId: 'America/New_York' });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const received: string[] = [];
  const complaints: string[] = [];
  const reading = new Set<Promise<void>>();
  let copy: Page | undefined;
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    // A refusal that the page tells in words is not a fault of the page.
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) complaints.push(message.text());
  });
  page.on('response', (response) => {
    if (response.status() >= 500) complaints.push(`${response.status()} ${response.url()}`);
    const type = response.headers()['content-type'] ?? '';
    if (!/html|json/.test(type)) return;
    const read = response
      .text()
      .then((text) => void received.push(text))
      .catch(() => undefined)
      .finally(() => reading.delete(read));
    reading.add(read);
  });
  const looking = async () => {
    if (options?.javaScriptEnabled !== false) return page;
    const there = copy ?? (await (await browser.newContext({ ...options, javaScriptEnabled: true })).newPage());
    copy = there;
    const html = await page.content();
    await there.unrouteAll();
    await there.route('**/looked-at', (route) =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }),
    );
    await there.goto(`${origin}/looked-at`);
    return there;
  };
  return {
    ...{ page, origin, received, complaints, looking },
    settled: async () => void (await Promise.all(reading)),
    leave: async () => {
      await copy?.context().close();
      await context.close();
    },
  };
}

const axeSource = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Findings {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}

/** Everybody can use the page, the browser complains of nothing, nothing is wider than the screen, and whoever wants can look at it. */
export async function expectGoodPage(it: Visitor, step: string): Promise<void> {
  const { page } = it;
  // What is still being loaded has not been looked at.
  await expect.poll(() => page.locator('.mantine-Skeleton-root').count(), { timeout: 10_000 }).toBe(0);
  if (pictures) {
    await mkdir(pictures, { recursive: true });
    await page.screenshot({ path: path.join(pictures, `${step}.png`), fullPage: true });
  }
  const width = page.viewportSize()?.width ?? 0;
  expect(await page.evaluate('document.documentElement.scrollWidth'), `${step} is wider`).toBeLessThanOrEqual(width);
  expect(it.complaints, `the browser on ${step}`).toEqual([]);
  const looked = await it.looking();
  await looked.evaluate(await axeSource);
  const found = (await looked.evaluate(
    'axe.run(document, { rules: { "target-size": { enabled: true } } })',
  )) as Findings;
  const told = found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' ')}`);
  expect(told, `axe on ${step}, ${new URL(page.url()).pathname}`).toEqual([]);
}

const mostTabs = 150;
const hasFocus = (it: Locator) => it.evaluate((element) => element === document.activeElement);

/** Goes there as somebody without a mouse does; fails where the keyboard does not reach. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor({ state: 'attached' });
  for (let presses = 0; presses < mostTabs; presses++) {
    if (await hasFocus(target)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${target} cannot be reached by the keyboard.`);
}

export async function pressOn(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

export async function typeInto(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.type(text);
}

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectGoodPage, launch, type Visitor, visit } from './browser.ts';
import { type House, startHouse } from './house.ts';
import { rowOf, signsIn } from './staff.ts';

let house: House;
let browser: Browser;
beforeAll(async () => {
  house = await startHouse();
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

async function looksAtEverything(it: Visitor, name: string): Promise<void> {
  const { page } = it;
  await signsIn(it, 'Ana Lucero');
  await expectGoodPage(it, `${name}-queue`);
  await rowOf(it, 'Rosa Delgado').first().click();
  await page.getByRole('list', { name: 'What was said and done, oldest first' }).waitFor();
  await expectGoodPage(it, `${name}-conversation`);
  await page.goto(`${it.origin}/staff/people`);
  await page.getByRole('searchbox', { name: 'Find a person' }).fill('Rosa Delgado');
  await page.getByRole('link', { name: /Rosa Delgado/ }).click();
  await page.getByRole('heading', { name: 'Rosa Delgado' }).first().waitFor();
  await expectGoodPage(it, `${name}-person`);
}

describe('the workspace', () => {
  it('in the colours of the system still shows which list is chosen', async () => {
    const ana = await visit(browser, house.origin, {
      ...{ viewport: { width: 1440, height: 900 }, forcedColors: 'active', locale: 'en-US', reducedMotion: 'reduce' },
    });
    await looksAtEverything(ana, 'forced');
    await ana.page.goto(`${ana.origin}/staff/desk`);
    await rowOf(ana, 'Rosa Delgado').first().waitFor();
    const colourOf = (selector: string) =>
      ana.page
        .locator(selector)
        .first()
        .evaluate((element) => getComputedStyle(element).backgroundColor);
    expect(await colourOf('nav a[aria-current="page"]')).not.toBe(await colourOf('nav a:not([aria-current])'));
    await ana.leave();
  });

  it('is dark on a telephone, and nothing is too faint or too wide', async () => {
    const ana = await visit(browser, house.origin, {
      ...{ viewport: { width: 390, height: 844 }, colorScheme: 'dark', locale: 'en-US', reducedMotion: 'reduce' },
      ...{ isMobile: true, hasTouch: true },
    });
    await looksAtEverything(ana, 'dark-phone');
    await ana.leave();
  });
});

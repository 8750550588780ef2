import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectGoodPage, launch, type Visitor, visit } from './browser.ts';
import { type House, startHouse } from './house.ts';
import { rowOf, signsIn, threadOf } from './staff.ts';

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

  it('leaves a telephone to what was said, until somebody writes', async () => {
    const ana = await visit(browser, house.origin, {
      ...{ viewport: { width: 390, height: 844 }, locale: 'en-US', reducedMotion: 'reduce' },
      ...{ isMobile: true, hasTouch: true },
    });
    const { page } = ana;
    await signsIn(ana, 'Ana Lucero');
    await rowOf(ana, 'Rosa Delgado').first().tap();
    await threadOf(ana).waitFor();
    const heightOfThread = () => threadOf(ana).evaluate((list) => list.parentElement?.clientHeight ?? 0);
    expect(await heightOfThread()).toBeGreaterThan(844 * 0.6);
    expect(await page.locator('kbd').filter({ visible: true }).count()).toBe(0);

    await page.getByRole('button', { name: 'Details and actions' }).tap();
    await page.getByRole('button', { name: 'Take it' }).tap();
    await page.getByText('You · Front desk').waitFor();
    await expectGoodPage(ana, 'phone-details');
    await page.getByRole('button', { name: 'Details and actions' }).tap();

    const send = page.getByRole('button', { name: 'Send reply' });
    expect(await send.isVisible()).toBe(false);
    const field = page.getByRole('textbox', { name: /^Reply to / });
    await field.tap();
    await field.fill('Buenos días, señora Delgado.');
    await expectGoodPage(ana, 'phone-writing');
    await threadOf(ana).tap();
    await send.waitFor({ state: 'hidden' });
    expect(await heightOfThread()).toBeGreaterThan(844 * 0.6);
    await field.tap();
    await send.tap();
    await threadOf(ana).getByText('Buenos días, señora Delgado.').waitFor();
    await ana.leave();
  });

  it('keeps the parts of a hospital in one row on a telephone, with the chosen one in sight', async () => {
    const ana = await visit(browser, house.origin, { viewport: { width: 390, height: 844 }, locale: 'es-US' });
    const { page } = ana;
    await page.goto(`${ana.origin}/staff/`);
    await page.getByRole('button', { name: /Ana Lucero/ }).click();
    await page.waitForURL('**/staff/desk**');
    await page.goto(`${ana.origin}/staff/hospital`);
    await page.locator('a[href*="/hospital/"]').first().click();
    await page.getByRole('tab').first().waitFor();
    const address = new URL(page.url());
    address.searchParams.set('part', 'practitioners');
    await page.goto(address.href);
    const chosen = page.getByRole('tab', { selected: true });
    await chosen.waitFor();
    const tops = await page
      .getByRole('tab')
      .evaluateAll((tabs) => tabs.map((tab) => Math.round(tab.getBoundingClientRect().top)));
    expect(new Set(tops).size).toBe(1);
    await expect.poll(async () => ((await chosen.boundingBox())?.x ?? 999) + 20).toBeLessThan(390);
    await expectGoodPage(ana, 'phone-hospital');
    await ana.leave();
  });
});

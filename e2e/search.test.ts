import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { desk, expectGoodPage, launch, pressOn, type Visitor, visit } from './browser.ts';
import { type House, startHouse } from './house.ts';
import { leavesField, rowOf, signsIn, threadOf } from './staff.ts';

let house: House;
let browser: Browser;
let ana: Visitor;

beforeAll(async () => {
  house = await startHouse();
  browser = await launch();
  ana = await desk(browser, house.origin);
  await signsIn(ana, 'Ana Lucero');
});
afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

const fieldOf = ({ page }: Visitor) => page.getByRole('searchbox', { name: 'Words from the question' });

it('a conversation is found by what was written in it, by keyboard, and its words stand in no address', async () => {
  const { page } = ana;
  await page.keyboard.press('/');
  await fieldOf(ana).waitFor();
  await expectGoodPage(ana, 'search-01-empty');
  await page.keyboard.type('landline');
  await rowOf(ana, 'George Papas').first().waitFor();
  await expectGoodPage(ana, 'search-02-found');
  expect(await page.locator('mark').first().innerText()).toMatch(/^landline/i);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await threadOf(ana).waitFor();
  await expectGoodPage(ana, 'search-03-opened');
  expect(page.url()).not.toContain('landline');
  await page.keyboard.press('Escape');
  await page.waitForURL('**/staff/desk?search=true');
  expect(await fieldOf(ana).inputValue()).toBe('landline');
});

it('a slip is forgiven and told, and what narrows down stands in the address', async () => {
  const { page } = ana;
  await fieldOf(ana).fill('landlien');
  await page.getByText('Also searched: landlien → “landline”').waitFor();
  await expectGoodPage(ana, 'search-04-slip');
  await pressOn(page, page.getByRole('button', { name: 'Narrow down' }));
  await page.getByLabel('State').selectOption('resolved');
  await page.getByRole('heading', { name: 'Nothing found' }).waitFor();
  await expectGoodPage(ana, 'search-05-nothing');
  expect(new URL(page.url()).search).toBe('?state=resolved&search=true');
  await pressOn(page, page.getByRole('button', { name: 'Search without them' }));
  await rowOf(ana, 'George Papas').first().waitFor();
  await leavesField(ana);
});

it('from anywhere the finder leads to it, on a small and dark screen too', async () => {
  const small = await visit(browser, house.origin, {
    ...{ viewport: { width: 390, height: 844 }, locale: 'en-US', reducedMotion: 'reduce', colorScheme: 'dark' },
  });
  await signsIn(small, 'Ana Lucero');
  await small.page.keyboard.press('Control+k');
  await small.page.getByPlaceholder('Name, date of birth').waitFor();
  await small.page.keyboard.type('appointment');
  await small.page.getByText('Search conversations for “appointment”').click();
  await small.page.locator('a[data-row]').first().waitFor();
  await expectGoodPage(small, 'search-06-phone-dark');
  await small.page.getByRole('button', { name: 'Narrow down' }).click();
  await expectGoodPage(small, 'search-07-phone-filters');
  await small.leave();
});

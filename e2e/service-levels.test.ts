import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { desk, expectGoodPage, launch, pressOn, type Visitor } from './browser.ts';
import { type House, startHouse } from './house.ts';
import { head, leavesField, opensRow, signsIn, threadOf } from './staff.ts';

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

describe('a clock that runs out', () => {
  it('is told to one person on their screen, who opens it by key and has then seen it', async () => {
    const { page } = ana;
    const strip = page.getByRole('region', { name: 'Running out of time' });
    // The clock looks every minute.
    await strip.waitFor({ timeout: 90_000 });
    await expectGoodPage(ana, 'levels-01-warnings');
    const told = await strip.getByRole('link').count();
    expect(told).toBeGreaterThan(0);
    await leavesField(ana);
    await page.keyboard.press('v');
    await threadOf(ana).waitFor();
    await expect.poll(() => strip.getByRole('link').count()).toBeLessThan(told);
  });
});

describe('the clocks of a case', () => {
  it('are shown with all their turns', async () => {
    const { page } = ana;
    await opensRow(ana, 'Rosa Delgado');
    await page.keyboard.press('y');
    const panel = page.getByRole('complementary', { name: 'Clocks' });
    await panel.getByText('First answer').waitFor();
    await panel.getByText('it began').first().waitFor();
    await expectGoodPage(ana, 'levels-02-clocks');
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
  });
});

describe('the next one', () => {
  it('is given and taken with one key, and given back with another', async () => {
    const { page } = ana;
    await leavesField(ana);
    await page.keyboard.press('f');
    await page.getByText(/ is yours\. /).waitFor();
    await head(ana).getByText('You', { exact: true }).waitFor();
    await expectGoodPage(ana, 'levels-05-next');
    await page.keyboard.press('z');
    await head(ana).getByText('Nobody has it', { exact: true }).waitFor();
  });
});

describe('how soon a team answers', () => {
  it('has a promise of its own, a next answer, and a ladder of who is told', async () => {
    const boss = await desk(browser, house.origin);
    await signsIn(boss, 'Sofia Lindqvist');
    const { page } = boss;
    await page.goto(`${house.origin}/staff/answering`);
    await page.getByLabel('For which team').waitFor();
    await pressOn(page, page.getByRole('button', { name: /The general promise/ }));
    await page.getByText('Who is told before a promise is broken').waitFor();
    await page.getByText('How work comes to people').waitFor();
    await expectGoodPage(boss, 'levels-03-answering');
    await page.getByLabel('When half of that is left').selectOption('nobody');
    await page.getByText('Saved.').waitFor();
    await page.getByLabel('For which team').selectOption({ index: 1 });
    await pressOn(page, page.getByRole('button', { name: 'Give it its own promise' }).first());
    await page.getByText('Each next answer within').first().waitFor();
    await expectGoodPage(boss, 'levels-04-own-promise');
  });
});

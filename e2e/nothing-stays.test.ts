import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { desk, expectGoodPage, launch, pressOn, type Visitor } from './browser.ts';
import { type House, startHouse } from './house.ts';
import { leavesField, opensRow, signsIn } from './staff.ts';

const draft = 'I have asked the ward about your mother';

let house: House;
let browser: Browser;
let ana: Visitor;

beforeAll(async () => {
  house = await startHouse();
  browser = await launch();
  ana = await desk(browser, house.origin);
});
afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

/** Everything that a page can leave in a browser, by its name and with what is in it. */
const kept = ({ page }: Visitor) =>
  page.evaluate(async () => ({
    local: Object.entries(localStorage),
    session: Object.entries(sessionStorage),
    databases: (await indexedDB.databases()).map((one) => one.name),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    cookies: document.cookie,
    name: window.name,
    history: JSON.stringify(history.state),
  }));

/** Of the screen, and of nobody: colours, single keys, and where a page was scrolled to. */
const ofTheScreen = /^(bedside\.(colours|single-keys)|tsr-scroll-restoration.*)$/;

async function expectNothingOfAPerson(it: Visitor) {
  const found = await kept(it);
  const names = [...found.local, ...found.session].map(([name]) => name);
  expect(names.filter((name) => !ofTheScreen.test(name))).toEqual([]);
  expect([found.databases, found.caches, found.workers, found.name]).toEqual([[], [], 0, '']);
  expect(found.cookies).toMatch(/^(bedside-language=(en|es))?$/);
  expect(JSON.stringify(found)).not.toMatch(/Rosa|Delgado|Lucero|ward|mother/i);
}

describe('a browser that many share', () => {
  it('keeps nothing of a person while somebody works', async () => {
    await signsIn(ana, 'Ana Lucero');
    await opensRow(ana, 'Rosa Delgado');
    await leavesField(ana);
    await ana.page.keyboard.press('n');
    await ana.page.keyboard.type(draft);
    await ana.page.getByText(draft).first().waitFor();
    await expectNothingOfAPerson(ana);
  });

  it('keeps nothing of a draft or of anybody once they signed out', async () => {
    await leavesField(ana);
    await pressOn(ana.page, ana.page.getByRole('link', { name: 'Account' }));
    await expectGoodPage(ana, 'stays-01-account');
    await pressOn(ana.page, ana.page.getByRole('button', { name: 'Sign out', exact: true }));
    await ana.page.getByRole('button', { name: /Daniel Cho/ }).waitFor();
    await expectNothingOfAPerson(ana);
  });

  it('shows nothing of the one before to the next, not even in the same conversation or by going back', async () => {
    await ana.page.goBack();
    const daniel = ana.page.getByRole('button', { name: /Daniel Cho/ });
    await daniel.waitFor();
    expect(await ana.page.getByText('Rosa Delgado').count()).toBe(0);
    // In the same page, never loaded anew: what was in memory would be there still.
    await pressOn(ana.page, daniel);
    await pressOn(ana.page, ana.page.getByRole('link', { name: 'Desk', exact: true }));
    await ana.page.getByRole('heading', { name: 'Conversations' }).waitFor();
    await opensRow(ana, 'Rosa Delgado');
    await leavesField(ana);
    await ana.page.keyboard.press('n');
    const note = ana.page.getByRole('textbox', { name: 'Internal note for colleagues' });
    await note.waitFor();
    expect(await note.inputValue()).toBe('');
    expect(await ana.page.content()).not.toContain(draft);
  });
});

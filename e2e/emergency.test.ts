import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { desk, expectGoodPage, launch, phone, type Visitor } from './browser.ts';
import { type House, startHouse } from './house.ts';
import { sendsIt, writesQuestion } from './patient.ts';
import { expectSilentLog } from './silence.ts';
import { head, opensRow, rowOf, signsIn } from './staff.ts';

const inDanger = [
  {
    language: 'English',
    locale: 'en-US',
    text: 'I took the new tablets and now I have chest pain and my left arm is numb.',
    emergency: /call 911/i,
    safe: 'I am safe. Go on with my message',
    who: { given: 'Odalys', family: 'Pemberwick', born: ['3', '7', '1961'], email: 'odalys.pemberwick@example.org' },
  },
  {
    language: 'Spanish',
    locale: 'es-US',
    text: 'Desde anoche no puedo respirar bien y me duele el pecho.',
    emergency: /llam.* 911/i,
    safe: /^Estoy a salvo/,
    who: { given: 'Eulalia', family: 'Quintanar', born: ['30', '11', '1949'], email: 'eulalia.quintanar@example.org' },
  },
] as const;

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

/** The way to help stands above everything else of the page, and its telephone link dials. */
async function expectHelpFirst({ page }: Visitor, words: RegExp) {
  const panel = page.locator('main .bedside-emergency');
  expect(await panel.innerText()).toMatch(words);
  expect(await panel.getByRole('link').first().getAttribute('href')).toBe('tel:911');
  const isFirst = await page.evaluate(() => {
    const first = document.querySelector('main .bedside-emergency')?.getBoundingClientRect().top ?? Infinity;
    return [...document.querySelectorAll('main h1, main button')].every((it) => it.getBoundingClientRect().top > first);
  });
  expect(isFirst).toBe(true);
}

describe.each(inDanger)('words of danger in $language', ({ language, locale, text, emergency, safe, who }) => {
  it('show the way to emergency care first, are let through by the person, and are seen first', async () => {
    const patient = await phone(browser, house.origin, locale);
    const step = `emergency-${language}`;
    await writesQuestion(patient, step, { reason: 'medicine', text }, who);
    expect(new URL(patient.page.url()).pathname).toMatch(/\/danger$/);
    await expectHelpFirst(patient, emergency);
    await expectGoodPage(patient, `${step}-danger`);

    await patient.page.getByRole('button', { name: safe }).click();
    await sendsIt(patient, step);
    await expectHelpFirst(patient, emergency);

    const ruth = await desk(browser, house.origin);
    await signsIn(ruth, 'Ruth Abrams');
    await rowOf(ruth, who.family).waitFor();
    const rows = await ruth.page.locator('a[data-row]').all();
    const urgent = await Promise.all(rows.map(async (row) => (await row.getAttribute('data-urgent')) === 'yes'));
    const place = (await Promise.all(rows.map((row) => row.innerText()))).findIndex((row) => row.includes(who.family));
    expect(urgent.slice(0, place + 1)).not.toContain(false);
    await expectGoodPage(ruth, `${step}-queue`);

    await opensRow(ruth, who.family);
    await head(ruth).getByText('May be urgent').waitFor();
    await expectGoodPage(ruth, `${step}-conversation`);
    expect([...patient.complaints, ...ruth.complaints]).toEqual([]);
    await ruth.leave();
    await patient.leave();
  });

  it('nothing was sent while the warning was on the screen', async () => {
    const patient = await phone(browser, house.origin, locale);
    const other = { ...who, given: 'Unsent', email: `unsent.${who.email}` };
    await writesQuestion(patient, `emergency-${language}-unsent`, { reason: 'medicine', text }, other);
    await patient.page.goto(`${house.origin}/`);
    await patient.leave();
    const ruth = await desk(browser, house.origin);
    await signsIn(ruth, 'Ruth Abrams');
    await rowOf(ruth, 'Samuel Adeyemi').waitFor();
    expect(await rowOf(ruth, 'Unsent').count()).toBe(0);
    await ruth.leave();
  });
});

it('the page of urgent help is there without asking anything', async () => {
  const anybody = await phone(browser, house.origin);
  await anybody.page.goto(`${house.origin}/emergency`);
  await expectGoodPage(anybody, 'emergency-page');
  expect(await anybody.page.locator('a[href="tel:911"]').count()).toBeGreaterThan(0);
  await anybody.leave();
});

it('nothing of anybody was logged', async () => {
  await expectSilentLog(
    house,
    inDanger.flatMap(({ text, who }) => [text, who.family, who.email, 'chest', 'pecho']),
  );
});

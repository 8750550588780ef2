import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { desk, expectGoodPage, launch, phone, pressOn, typeInto, type Visitor } from './browser.ts';
import { type House, startHouse } from './house.ts';
import { becomes, sendsIt, writesQuestion } from './patient.ts';
import { signsIn } from './staff.ts';

let house: House;
let browser: Browser;
let patient: Visitor;
let peter: Visitor;
/** The day on which an answer was promised before anybody closed it. */
let promised: Date;

const asks = { reason: 'bill', text: 'Does this bill already count what my insurance has paid?' };

beforeAll(async () => {
  house = await startHouse();
  browser = await launch();
  patient = await phone(browser, house.origin);
  peter = await desk(browser, house.origin);
});
afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

/** What the last page promises: `By Monday, November 30 at 4:15 PM` */
async function promisedDay({ page }: Visitor): Promise<Date> {
  const text = (await page.textContent('main')) ?? '';
  const found = /By \w+, (\w+) (\d{1,2})/.exec(text);
  if (!found) throw new Error(`No day is promised: ${text}`);
  const now = new Date();
  const day = new Date(`${found[1]} ${found[2]}, ${now.getFullYear()} 12:00`);
  // Over the turn of the year.
  return day.getTime() < now.getTime() - 2 * 86_400_000 ? new Date(day.setFullYear(day.getFullYear() + 1)) : day;
}

const region = ({ page }: Visitor) => page.getByRole('region', { name: 'Facility', exact: true });
const form = ({ page }: Visitor) => page.getByRole('complementary', { name: 'Change' });
const spoken = (day: Date) => day.toLocaleDateString('en-US', { dateStyle: 'full' });

describe('an administrator closes the hospital for a day', () => {
  it('a person asks, and is promised an answer', async () => {
    await becomes(patient, 'Priya Raman');
    await writesQuestion(patient, 'closed-01', asks);
    await sendsIt(patient, 'closed-01');
    promised = await promisedDay(patient);
  });

  it('two keys lead to the hospital, and Enter to its hours', async () => {
    const { page } = peter;
    await signsIn(peter, 'Peter Kowalski');
    const goes = async () => {
      await page.keyboard.press('g');
      await page.keyboard.press('h');
      return new URL(page.url()).pathname;
    };
    // Two keys count when they follow each other quickly, which a busy machine may not manage the first time.
    await expect.poll(goes, { timeout: 15_000 }).toBe('/staff/hospital');
    await pressOn(page, page.getByRole('link', { name: /^Willow Bay Hospital/ }));
    await region(peter).getByRole('heading', { name: 'Opening hours' }).waitFor();
    await expectGoodPage(peter, 'closed-02-hospital');
  });

  it('hours that overlap are told where they stand, and nothing is saved', async () => {
    const { page } = peter;
    await page.keyboard.press('o');
    await pressOn(page, form(peter).getByRole('button', { name: 'Add hours: Monday' }));
    await page.keyboard.press('Shift+Tab');
    const opens = form(peter).getByRole('textbox', { name: 'Monday: opens' }).last();
    await typeInto(page, opens, '8 am');
    await page.keyboard.press('Tab');
    await form(peter).getByText('It overlaps with the other hours of this day.').waitFor();
    expect(await form(peter).getByRole('button', { name: 'Save' }).getAttribute('aria-disabled')).toBe('true');
    await expectGoodPage(peter, 'closed-03-overlap');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await form(peter).waitFor({ state: 'detached' });
  });

  it('the promised day is closed, and stands among the days that differ', async () => {
    const { page } = peter;
    await page.keyboard.press('x');
    const [month, day] = [promised.getMonth() + 1, promised.getDate()].map((it) => String(it).padStart(2, '0'));
    await typeInto(page, form(peter).getByLabel('Date'), `${month}${day}${promised.getFullYear()}`);
    await typeInto(page, form(peter).getByRole('textbox', { name: /^Reason/ }), 'The roof is repaired');
    await expectGoodPage(peter, 'closed-04-day');
    await pressOn(page, form(peter).getByRole('button', { name: 'Save' }));
    await page.getByText(`${spoken(promised)} is saved.`).waitFor();
    const row = region(peter).getByRole('listitem').filter({ hasText: 'The roof is repaired' });
    await row.getByText('set by hand').waitFor();
    await expectGoodPage(peter, 'closed-05-saved');
  });

  it('Z takes it back, and it is closed again', async () => {
    const { page } = peter;
    const row = region(peter).getByRole('listitem').filter({ hasText: 'The roof is repaired' });
    await page.keyboard.press('z');
    await row.waitFor({ state: 'detached' });
    await page.keyboard.press('x');
    const [month, day] = [promised.getMonth() + 1, promised.getDate()].map((it) => String(it).padStart(2, '0'));
    await typeInto(page, form(peter).getByLabel('Date'), `${month}${day}${promised.getFullYear()}`);
    await typeInto(page, form(peter).getByRole('textbox', { name: /^Reason/ }), 'The roof is repaired');
    await page.keyboard.press('Enter');
    await row.waitFor();
  });

  it('who asks now is promised a later day', async () => {
    await writesQuestion(patient, 'closed-06', asks);
    await sendsIt(patient, 'closed-06');
    expect((await promisedDay(patient)).getTime()).toBeGreaterThan(promised.getTime());
  });

  it('a colleague of the front desk reads all of it and is offered nothing to change', async () => {
    const ana = await desk(browser, house.origin);
    await signsIn(ana, 'Ana Lucero');
    await ana.page.goto(`${house.origin}/staff/hospital`);
    await pressOn(ana.page, ana.page.getByRole('link', { name: /^Willow Bay Hospital/ }));
    await region(ana).getByRole('listitem').filter({ hasText: 'The roof is repaired' }).waitFor();
    expect(await ana.page.getByRole('button', { name: /Change|Close it|Add|Remove/ }).count()).toBe(0);
    await expectGoodPage(ana, 'closed-07-reader');
    await pressOn(ana.page, region(ana).getByRole('tab', { name: 'Hours and closed days' }), 'ArrowLeft');
    await region(ana).getByRole('searchbox', { name: 'Find by name' }).waitFor();
    await typeInto(ana.page, region(ana).getByRole('searchbox', { name: 'Find by name' }), 'sat em');
    await region(ana).getByText('Dr. Emi Sato').waitFor();
    await region(ana).getByText('Dr. Tomas Vega').waitFor({ state: 'detached' });
    await expectGoodPage(ana, 'closed-08-practitioners');
    expect(ana.complaints).toEqual([]);
  });
});

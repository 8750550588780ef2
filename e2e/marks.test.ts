import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { desk, expectGoodPage, launch, phone, type Visitor } from './browser.ts';
import { type House, startHouse } from './house.ts';
import { sendsIt, writesQuestion } from './patient.ts';
import { expectSilentLog } from './silence.ts';
import { head, leavesField, opensRow, rowOf, signsIn } from './staff.ts';

const text =
  'My husband passed away on Friday. I am so worried about the bills, and my chest hurts when I think of it.';
const who = { given: 'Ottilie', family: 'Farnsworth', born: ['3', '7', '1961'], email: 'ottilie@people.test' } as const;

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

const marks = (it: Visitor) => head(it).getByRole('list', { name: 'What the words may carry' });
const form = ({ page }: Visitor) => page.getByRole('complementary', { name: 'What the words may carry' });

it('what a message may carry is seen at once, said with its words, and corrected by key with an undo', async () => {
  const patient = await phone(browser, house.origin);
  await writesQuestion(patient, 'marks', { reason: 'medicine', text }, who);
  await patient.page.getByRole('button', { name: 'I am safe. Go on with my message' }).click();
  await sendsIt(patient, 'marks');
  await patient.leave();

  const ruth = await desk(browser, house.origin);
  await signsIn(ruth, 'Ruth Abrams');
  const row = rowOf(ruth, who.family);
  await row.getByText('May be grieving').waitFor();
  await expectGoodPage(ruth, 'marks-queue');
  await opensRow(ruth, who.family);
  await marks(ruth).getByText('“husband passed away”').waitFor();
  await head(ruth)
    .getByText(/asked to take it/)
    .waitFor();
  await expectGoodPage(ruth, 'marks-conversation');

  await leavesField(ruth);
  await ruth.page.keyboard.press('a');
  const danger = form(ruth).getByRole('checkbox', { name: 'May be in danger' });
  await danger.waitFor();
  expect(await danger.evaluate((box) => box === document.activeElement)).toBe(true);
  await ruth.page.keyboard.press('Space');
  await form(ruth).getByText('Without this mark it is not urgent any more.').waitFor();
  await expectGoodPage(ruth, 'marks-form');
  await form(ruth).getByRole('button', { name: 'Save' }).press('Enter');
  await ruth.page.getByText('the marks are as you say').waitFor();
  await head(ruth).getByText('May be urgent').waitFor({ state: 'detached' });
  expect(await row.getAttribute('data-urgent')).toBe('no');

  await leavesField(ruth);
  await ruth.page.keyboard.press('z');
  await head(ruth).getByText('May be urgent').waitFor();

  await ruth.page.setViewportSize({ width: 390, height: 844 });
  await ruth.page
    .getByRole('button', { name: 'Conversation', exact: true })
    .or(ruth.page.getByText('Conversation', { exact: true }))
    .first()
    .click();
  await expectGoodPage(ruth, 'marks-phone-conversation');
  await ruth.page.goto(`${house.origin}/staff/desk`);
  await row.waitFor();
  await expectGoodPage(ruth, 'marks-phone-queue');
  expect(ruth.complaints).toEqual([]);
  await ruth.leave();
});

it('nothing of anybody was logged', async () => {
  await expectSilentLog(house, [text, who.family, who.email, 'passed away', 'chest']);
});

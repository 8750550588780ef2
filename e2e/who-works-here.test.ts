import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { desk, expectGoodPage, launch, pressOn, tabTo, type Visitor } from './browser.ts';
import { type House, startHouse } from './house.ts';
import { expectSilentLog } from './silence.ts';
import { leavesField, rowOf, signsIn, threadOf } from './staff.ts';

const walter = { name: 'Walter Finchley', email: 'walter.finchley@example.org' };
const said = 'May my mother bring her walking frame on Friday?';

let house: House;
let browser: Browser;
let peter: Visitor;
let imani: Visitor;

beforeAll(async () => {
  house = await startHouse();
  browser = await launch();
  peter = await desk(browser, house.origin);
  imani = await desk(browser, house.origin);
  await signsIn(peter, 'Peter Kowalski');
  await signsIn(imani, 'Imani Clarke');
});
afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

const teamsOf = ({ page }: Visitor) => page.getByRole('combobox', { name: 'Team' }).locator('option').allTextContents();
const button = ({ page }: Visitor, name: string | RegExp) => page.getByRole('button', { name });
const box = ({ page }: Visitor, name: string) => page.getByRole('checkbox', { name, exact: true });

async function goesToTeam(it: Visitor): Promise<void> {
  await leavesField(it);
  await it.page.keyboard.press('g');
  await it.page.keyboard.press('t');
  await it.page.getByRole('heading', { name: 'Team', exact: true }).waitFor();
}

describe('an administrator, by keyboard', () => {
  it('gives a colleague a second team and a second role, and she sees its queue', async () => {
    expect(await teamsOf(imani)).not.toContainEqual(expect.stringMatching(/^Billing/));
    await goesToTeam(peter);
    await pressOn(peter.page, button(peter, /Imani Clarke/));
    await peter.page.getByRole('heading', { name: 'Imani Clarke' }).waitFor();
    await expectGoodPage(peter, 'team-01-colleague');
    await pressOn(peter.page, box(peter, 'Billing and patient relations'), 'Space');
    await peter.page.getByText('Now in Billing and patient relations.').waitFor();
    await peter.page.keyboard.press('e');
    await tabTo(peter.page, box(peter, 'Patient relations'));
    await expectGoodPage(peter, 'team-02-change');
    await peter.page.keyboard.press('Space');
    await pressOn(peter.page, button(peter, 'Save'));
    await peter.page.getByText('Saved. It counts from their next step on.').waitFor();
    await peter.page.getByText('Patient relations', { exact: true }).first().waitFor();

    await imani.page.reload();
    await expect.poll(() => teamsOf(imani)).toContainEqual(expect.stringMatching(/^Billing and patient relations/));
    // What the role allows is there as well.
    await imani.page.getByRole('link', { name: 'Mail', exact: true }).waitFor();
  });

  it('takes it back with one key', async () => {
    await leavesField(peter);
    const undone = peter.page.waitForResponse((answer) => answer.request().method() === 'PATCH');
    await peter.page.keyboard.press('z');
    expect((await undone).status()).toBe(200);
    await imani.page.reload();
    await imani.page.getByRole('heading', { name: 'Conversations' }).waitFor();
    await expect.poll(() => imani.page.getByRole('link', { name: 'Mail', exact: true }).count()).toBe(0);
  });

  it('is told why the last administrator stays', async () => {
    await pressOn(peter.page, button(peter, /^PK Peter Kowalski|^Peter Kowalski/));
    const leave = button(peter, 'Does not work here any more');
    await tabTo(peter.page, leave);
    await peter.page.getByText('Nobody else administers. Give the role to somebody else first.').first().waitFor();
    await peter.page.keyboard.press('Enter');
    expect(await button(peter, 'Yes, end their access now').count()).toBe(0);
  });

  it('sees where the work of a team goes before it is closed', async () => {
    await goesToTeam(peter);
    await tabTo(peter.page, peter.page.getByRole('radio', { name: 'Colleagues' }));
    await peter.page.keyboard.press('ArrowRight');
    await pressOn(peter.page, button(peter, /^Billing and patient relations/));
    await pressOn(peter.page, button(peter, 'Close the team'));
    await peter.page.getByText(/open conversations? goe?s? to Front desk/).waitFor();
    await expectGoodPage(peter, 'team-03-closing');
    await pressOn(peter.page, button(peter, 'Cancel'));
  });
});

describe('how soon we answer', () => {
  it('is changed in hours of open time, with what that means on a Friday', async () => {
    const { page } = peter;
    await pressOn(page, page.getByRole('link', { name: 'How soon we answer' }));
    await pressOn(page, button(peter, /^Bills and costs/));
    const hours = page.getByRole('textbox', { name: 'First answer within: hours' });
    await tabTo(page, hours);
    await page.keyboard.press('Control+a');
    await page.keyboard.type('0');
    await page.getByText('At least one minute.').first().waitFor();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('4');
    // The team closes on Friday at five.
    await page.getByText('Asked Friday 4:00 PM: answered by Monday 12:00 PM').waitFor();
    await expectGoodPage(peter, 'team-04-answering');
    await page.keyboard.press('Enter');
    await page.getByText('Saved. It counts for new questions.').waitFor();
    await button(peter, /^Bills and costs.*answered in 4 hr, resolved in 40 hr/).waitFor();
  });
});

describe('a mail that only looked like a machine’s', () => {
  it('is read safely and given to the team', async () => {
    const { page } = peter;
    await house.sendMail({
      ...{ from: `${walter.name} <${walter.email}>`, to: 'front.desk@care.example.org', subject: 'Out of office, but' },
      ...{ text: said, headers: { 'Auto-Submitted': 'auto-replied' } },
    });
    await leavesField(peter);
    await page.keyboard.press('g');
    await page.keyboard.press('u');
    await tabTo(page, page.getByRole('radio', { name: 'Did not arrive' }));
    await page.keyboard.press('ArrowRight');
    await pressOn(page, button(peter, 'Read it').first());
    await page.getByText(said).waitFor();
    await expectGoodPage(peter, 'team-05-set-aside');
    await pressOn(page, button(peter, 'This was a person’s question'));
    await pressOn(page, page.getByRole('link', { name: 'Open the conversation' }));
    await threadOf(peter).getByText(said).waitFor();
    await rowOf(peter, walter.name).first().waitFor();
  });
});

it('no browser complained, and nothing of anybody was logged', async () => {
  expect([...peter.complaints, ...imani.complaints]).toEqual([]);
  await expectSilentLog(house, [said, walter.name, walter.email, 'walking frame']);
});

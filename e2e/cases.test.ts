import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { desk, expectGoodPage, launch, pressOn, typeInto, type Visitor } from './browser.ts';
import { type House, startHouse } from './house.ts';
import { expectSilentLog } from './silence.ts';
import { head, leavesField, opensRow, presses, rowOf, signsIn, threadOf } from './staff.ts';

const subject = 'A copy of the discharge letter';

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

const form = ({ page }: Visitor, name: string) => page.getByRole('complementary', { name });

describe('two questions in one message', () => {
  it('become two cases by keyboard, each with its own team', async () => {
    const { page } = ana;
    await opensRow(ana, 'Rosa Delgado');
    await presses(ana, 'c', 'You have it.');
    await page.keyboard.press('s');
    const split = form(ana, 'Split off');
    await split.waitFor();
    await expectGoodPage(ana, 'cases-01-split');
    await split.getByLabel('What it is about').selectOption({ label: 'Records and certificates' });
    await typeInto(page, split.getByLabel('In a few words'), subject);
    await split.getByLabel('I take it myself').check();
    await pressOn(page, split.getByRole('button', { name: 'Split off' }));
    await page.getByText('is a case of its own now.').waitFor();
    await head(ana).getByText('Also asked in this conversation').waitFor();
    await threadOf(ana).getByText('as a case of its own').waitFor();
    await expectGoodPage(ana, 'cases-02-split-done');
    await rowOf(ana, subject).waitFor();
  });

  it('lead to each other, and the new one shows what was said before', async () => {
    await pressOn(ana.page, head(ana).getByRole('link', { name: /^[2-9A-Z]{3}-[2-9A-Z]{3}$/ }));
    await head(ana).getByRole('heading', { name: subject }).waitFor();
    await threadOf(ana).getByText('Ana Lucero split this off').waitFor();
    await threadOf(ana).getByText('Rosa Delgado').first().waitFor();
    await expectGoodPage(ana, 'cases-03-split-off');
  });

  it('are one again, and two again, without losing a word', async () => {
    const { page } = ana;
    await leavesField(ana);
    await page.keyboard.press('m');
    const merge = form(ana, 'Merge');
    await merge.getByRole('radio').first().waitFor();
    await expectGoodPage(ana, 'cases-04-merge');
    await merge.getByRole('radio').first().focus();
    await page.keyboard.press('Space');
    await pressOn(page, merge.getByRole('button', { name: 'Merge', exact: true }));
    await page.getByText(/It is part of .* now\./).waitFor();
    await threadOf(ana).getByText('into this').waitFor();
    await rowOf(ana, subject).waitFor({ state: 'detached' });
    await page.keyboard.press('z');
    await head(ana).getByRole('heading', { name: subject }).waitFor();
    await rowOf(ana, subject).waitFor();
  });
});

describe('two conversations that are one matter', () => {
  it('are answered in one place, and who is answered is chosen before anything is written', async () => {
    const { page } = ana;
    await leavesField(ana);
    // It stands by itself again also on the screen.
    await head(ana)
      .getByRole('button', { name: /^Merge/ })
      .waitFor();
    await page.keyboard.press('m');
    const merge = form(ana, 'Merge');
    const reference = await rowOf(ana, /./)
      .filter({ hasNotText: 'Delgado' })
      .filter({ hasNotText: subject })
      .first()
      .getAttribute('href');
    const target = await page.evaluate(async (path) => {
      const answer = await fetch(`/api/desk/conversations/${path?.split('/').at(-1)?.split('?')[0]}`);
      return (await answer.json()) as { reference: string; owner: unknown };
    }, reference);
    await typeInto(page, merge.getByLabel('Or by its reference'), target.reference);
    await pressOn(page, merge.getByRole('button', { name: 'Merge', exact: true }));
    await head(ana).getByText('2 conversations are answered here').waitFor();
    await page.getByLabel('The answer goes to').waitFor();
    await expectGoodPage(ana, 'cases-05-merged');
    await pressOn(page, head(ana).getByRole('button', { name: 'Take out again' }));
    await page.getByText('It stands by itself again.').waitFor();
    await head(ana).getByText('2 conversations are answered here').waitFor({ state: 'detached' });
  });

  it('leaves nothing in the log that should not be there', () => expectSilentLog(house));
});

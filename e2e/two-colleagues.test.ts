import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { desk, expectGoodPage, launch, pressOn, typeInto, type Visitor } from './browser.ts';
import { type House, startHouse } from './house.ts';
import { expectSilentLog } from './silence.ts';
import { head, leavesField, opensRow, presses, rowOf, signsIn, threadOf } from './staff.ts';

const forDaniel = 'She would like Thursday afternoon; the interpreter is already booked for 3 pm.';

let house: House;
let browser: Browser;
let ana: Visitor;
let daniel: Visitor;

beforeAll(async () => {
  house = await startHouse();
  browser = await launch();
  ana = await desk(browser, house.origin);
  daniel = await desk(browser, house.origin);
  await signsIn(ana, 'Ana Lucero');
  await signsIn(daniel, 'Daniel Cho');
});
afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

describe('two colleagues before one question', () => {
  it('see each other, and who writes', async () => {
    await opensRow(ana, 'Rosa Delgado');
    await opensRow(daniel, 'Rosa Delgado');
    await head(ana).getByText('Daniel is looking at this').waitFor();
    await head(daniel).getByText('Ana is looking at this').waitFor();
    await daniel.page.keyboard.press('n');
    await daniel.page.keyboard.type('I know her');
    await head(ana).getByText('Daniel is typing').waitFor();
    await expectGoodPage(ana, 'two-01-together');
  });

  it('both take it in the same moment: one has it, the other is told who', async () => {
    await leavesField(daniel);
    await Promise.all([ana.page.keyboard.press('c'), daniel.page.keyboard.press('c')]);
    const winners = async () => {
      const heads = await Promise.all([head(ana).innerText(), head(daniel).innerText()]);
      return heads.map((text) =>
        /\bYou · /.test(text) ? 'has it' : (/(Ana Lucero|Daniel Cho) · /.exec(text)?.[1] ?? ''),
      );
    };
    await expect.poll(winners).toContainEqual('has it');
    await expect.poll(async () => (await winners()).toSorted()[0]).toMatch(/Ana Lucero|Daniel Cho/);
    const [ofAna] = await winners();
    const loser = ofAna === 'has it' ? daniel : ana;
    // Told by a refusal, or by the screen itself where the news came before the key: either way by name, as seen above.
    await expectGoodPage(loser, 'two-02-too-late');
    // From here on it is Ana's, whoever was faster.
    if (loser === ana) await presses(ana, 'c', 'You have it.');
    await head(daniel).getByText('Ana Lucero').first().waitFor();
    await leavesField(daniel);
    expect(
      await head(daniel)
        .getByRole('button', { name: /^Give back/ })
        .getAttribute('aria-disabled'),
    ).toBe('true');
  });

  it('who has it hands it over with a note, which the other reads', async () => {
    const { page } = ana;
    await leavesField(ana);
    await page.keyboard.press('h');
    const form = page.getByRole('complementary', { name: 'Hand over' });
    await form.waitFor();
    await typeInto(page, form.getByRole('textbox', { name: 'What they need to know' }), forDaniel);
    await typeInto(page, form.getByRole('textbox', { name: 'Name of a colleague' }), 'Dani');
    const choice = form.getByRole('radio', { name: 'Daniel Cho' });
    await choice.waitFor();
    await expectGoodPage(ana, 'two-03-hand-over');
    await choice.focus();
    await page.keyboard.press('Space');
    await pressOn(page, form.getByRole('button', { name: 'Hand over', exact: true }));
    await head(ana).getByText('Daniel Cho').first().waitFor();
    await threadOf(daniel).getByText(forDaniel).waitFor();
    await head(daniel).getByText('You', { exact: true }).waitFor();
    await expectGoodPage(daniel, 'two-04-handed-over');
  });

  it('who got it gives it back, and it stands with the team again on both screens', async () => {
    await presses(daniel, 'b', 'Given back to the team.');
    await head(ana).getByText('Nobody has it', { exact: true }).waitFor();
    await rowOf(ana, 'Rosa Delgado').getByText('Nobody', { exact: true }).waitFor();
    await expectGoodPage(daniel, 'two-05-given-back');
  });

  it('who leaves is no longer seen', async () => {
    await daniel.page.keyboard.press('Escape');
    await head(ana).getByText('Daniel is').waitFor({ state: 'detached' });
  });

  it('the page of all keys tells what was pressed here', async () => {
    await ana.page.keyboard.press('?');
    await ana.page.getByRole('dialog').getByText('Hand over').waitFor();
    await expectGoodPage(ana, 'two-06-keys');
  });
});

it('no browser complained, and nothing of anybody was logged', async () => {
  expect([...ana.complaints, ...daniel.complaints]).toEqual([]);
  await expectSilentLog(house, [forDaniel, 'I know her']);
});

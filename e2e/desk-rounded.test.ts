import type { Browser, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { desk, expectGoodPage, launch, pressOn, typeInto, type Visitor } from './browser.ts';
import { type House, startHouse } from './house.ts';
import { expectSilentLog } from './silence.ts';
import { answers, head, leavesField, opensRow, presses, rowOf, side, signsIn, threadOf } from './staff.ts';

const begun = 'Dear Ms Delgado, thank you for telling us about the interpreter.';
const meanwhile = 'I know the family: ask for Marta.';
const second = 'Written in the second window';

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

const replyField = ({ page }: Visitor) => page.getByRole('textbox', { name: /^Reply to / });
const kept = ({ page }: Visitor) => page.getByText('Draft kept. Only you see it.');

/** By the same session as the screen: somebody who asked without being known. */
const asks = (it: Visitor, method: string, path: string, body?: object) =>
  it.page.evaluate(
    async ([how, where, what]) => {
      const headers = { 'content-type': 'application/json', 'x-bedside': '1' };
      const answer = await fetch(where, { method: how, headers, ...(what && { body: JSON.stringify(what) }) });
      return (await answer.json()) as Record<string, unknown>;
    },
    [method, path, body] as const,
  );

describe('a draft', () => {
  it('is kept while it is written, and there again in a browser that starts anew', async () => {
    await opensRow(ana, 'Rosa Delgado');
    await ana.page.keyboard.press('r');
    await typeInto(ana.page, replyField(ana), begun);
    await kept(ana).waitFor();
    await expectGoodPage(ana, 'rounded-01-draft');
    const stored = await ana.page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
    expect(stored).not.toContain('Delgado');
    await ana.page.reload();
    await expect.poll(() => replyField(ana).inputValue()).toBe(begun);
    await rowOf(ana, 'Rosa Delgado').getByText('draft').waitFor();
  });

  it('is nobody else’s: a colleague sees none of it', async () => {
    await opensRow(daniel, 'Rosa Delgado');
    await replyField(daniel).waitFor();
    expect(await replyField(daniel).inputValue()).toBe('');
    expect(daniel.received.join('\n')).not.toContain(begun);
  });

  it('written in two windows stands side by side, and the person chooses', async () => {
    const other = await ana.page.context().newPage();
    await other.goto(ana.page.url());
    const field = other.getByRole('textbox', { name: /^Reply to / });
    await expect.poll(() => field.inputValue()).toBe(begun);
    await field.fill(second);
    await other.getByText('Draft kept. Only you see it.').waitFor();
    await other.close();
    await replyField(ana).press('End');
    await ana.page.keyboard.type(' ');
    await ana.page.getByText('You wrote something else here in another window:').waitFor();
    await ana.page.getByText(second).waitFor();
    await expectGoodPage(ana, 'rounded-02-two-windows');
    await pressOn(ana.page, ana.page.getByRole('button', { name: 'Keep what is here' }));
    await kept(ana).waitFor();
    expect(await replyField(ana).inputValue()).toContain(begun);
  });
});

describe('who is overtaken', () => {
  it('is told by whom, keeps every word, takes it over and sends it', async () => {
    await leavesField(ana);
    await presses(ana, 'c', 'You have it.');
    await head(daniel).getByText('Ana Lucero').first().waitFor();
    // It is changed while the answer is on its way.
    const changesMeanwhile = async (route: Route) => {
      const id = /conversations\/([^/]+)/.exec(route.request().url())?.[1];
      await asks(daniel, 'POST', `/api/desk/conversations/${id}/hand-over`, {
        ...{ version: (route.request().postDataJSON() as { version: number }).version, note: meanwhile },
        to: { staffId: ((await asks(daniel, 'GET', '/api/workforce/me')) as { id: string }).id },
      });
      await route.continue();
    };
    await ana.page.route('**/answer', changesMeanwhile, { times: 1 });
    await ana.page.keyboard.press('r');
    await ana.page.keyboard.press('Control+Enter');
    await ana.page.getByText('Not sent: Daniel Cho changed this just now.').waitFor();
    await ana.page.getByText('What you wrote is still here.').waitFor();
    expect(await replyField(ana).inputValue()).toContain(begun);
    await threadOf(ana).getByText(meanwhile).waitFor();
    await expectGoodPage(ana, 'rounded-03-overtaken');
    await leavesField(ana);
    // Not by its notice: that of the first time may still be there.
    await ana.page.keyboard.press('c');
    await head(ana).getByText('You', { exact: true }).waitFor();
    await ana.page.keyboard.press('r');
    await ana.page.keyboard.press('Control+Enter');
    await threadOf(ana).getByText(begun).waitFor();
    await ana.page.getByText('Not sent:').waitFor({ state: 'detached' });
    expect(await replyField(ana).inputValue()).toBe('');
  });
});

describe('whose turn it is', () => {
  it('stands on each row in words, and the list shows the one or the other', async () => {
    const { page } = ana;
    await leavesField(ana);
    await rowOf(ana, 'Rosa Delgado').getByText('We answered').waitFor();
    await page.getByRole('navigation', { name: 'Whose turn it is' }).getByText('Waits for us').click();
    await rowOf(ana, 'Rosa Delgado').waitFor({ state: 'detached' });
    await expectGoodPage(ana, 'rounded-04-waits-for-us');
    await page.getByRole('navigation', { name: 'Whose turn it is' }).getByText('We answered').click();
    await rowOf(ana, 'Rosa Delgado').waitFor();
    expect(await page.locator('a[data-row]').getByText('Waits for us').count()).toBe(0);
    await page.getByRole('navigation', { name: 'Whose turn it is' }).getByText('Both').click();
  });
});

describe('another topic', () => {
  it('is chosen by keyboard, moves the conversation, and is taken back', async () => {
    const { page } = ana;
    await leavesField(ana);
    await page.keyboard.press('t');
    const form = page.getByRole('complementary', { name: 'Change topic' });
    await form.waitFor();
    await expectGoodPage(ana, 'rounded-05-topic');
    const bill = form.getByRole('radio', { name: 'Bills and costs', exact: true });
    await bill.focus();
    await page.keyboard.press('Space');
    await pressOn(page, form.getByRole('button', { name: 'Change topic' }));
    await page.getByText(/It is about “Bills and costs” now and went to /).waitFor();
    await page.keyboard.press('z');
    await page.getByText('Taken back.').waitFor();
    await threadOf(ana).getByText('Ana Lucero changed what it is about').waitFor();
    await head(ana).getByText('You', { exact: true }).waitFor();
  });
});

describe('somebody nobody has made sure of', () => {
  it('has the known person beside it, and is linked with one key and a look', async () => {
    const { page } = ana;
    const found = await asks(ana, 'POST', '/api/people/search', { text: 'Rosa Delgado' });
    const [rosa] = found.people as { id: string; birthDate: string }[];
    const register = () =>
      asks(ana, 'POST', '/api/people', {
        ...{ name: { given: 'Rosa', family: 'Delgado' }, birthDate: rosa?.birthDate, contacts: [], verified: false },
      });
    const unsure = await register();
    await register();
    await asks(ana, 'POST', '/api/desk/conversations', {
      ...{ askerPersonId: unsure.id, reason: 'other', subject: 'Which door do I take?', text: 'She rang.' },
      channel: 'phone',
    });
    // J goes down only, and it stands above what was answered.
    await rowOf(ana, 'Which door do I take?').click();
    await side(ana).getByText('same date of birth').waitFor();
    await expectGoodPage(ana, 'rounded-06-who-is-this');
    await page.keyboard.press('i');
    const reason = page.getByRole('textbox', { name: 'How you made sure' });
    await expect.poll(() => reason.inputValue()).toBe('Compared: same name, same date of birth.');
    await expectGoodPage(ana, 'rounded-07-link');
    await page.keyboard.press('Enter');
    await page.getByText('The person is linked.').waitFor();
    // The second record that the same person left behind is offered, and only compared.
    await side(ana).getByText('A second record?').waitFor();
    await page.keyboard.press('i');
    await page.getByText('This record stands for both').waitFor();
    await expectGoodPage(ana, 'rounded-08-second-record');
    await page.keyboard.press('Escape');
  });

  it('the care team of whom it is about stands beside it', async () => {
    await side(ana).getByText('Their care team').waitFor();
    await side(ana).getByText('Dr. Imani Clarke').waitFor();
    await answers(ana, 'Take the north door, please.');
  });
});

it('no browser complained, and nothing of anybody was logged', async () => {
  expect(daniel.complaints).toEqual([]);
  await expectSilentLog(house, [begun, meanwhile, second]);
});

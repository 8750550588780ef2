import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { desk, expectGoodPage, launch, phone, pressOn, typeInto, type Visitor, visit } from './browser.ts';
import { type House, startHouse } from './house.ts';
import { opensThread, sendsIt, signsInByMail, writesQuestion } from './patient.ts';
import { expectSilentLog } from './silence.ts';
import { findsByReference, leavesField, presses, signsIn, threadOf } from './staff.ts';

const ottilie = {
  given: 'Ottilie',
  family: 'Brackenbury',
  born: ['3', '11', '1961'],
  email: 'ottilie.brackenbury@example.org',
} as const;
const said = {
  question: 'When can somebody explain the letter about my knee to me?',
  answer: 'Dear Ms. Brackenbury, thank you for asking. We will ring you tomorrow at 3 pm.',
};

let house: House;
let browser: Browser;
let patient: Visitor;
let ana: Visitor;
let reference: string;

beforeAll(async () => {
  house = await startHouse();
  browser = await launch();
  patient = await phone(browser, house.origin);
  ana = await desk(browser, house.origin);
});
afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

const replyField = ({ page }: Visitor) => page.getByRole('textbox', { name: /^Reply to / });
const offers = ({ page }: Visitor) => page.getByRole('region', { name: 'Promises in what you write' });
const here = ({ page }: Visitor) => page.getByRole('region', { name: 'Promises in this conversation' });

describe('a promise in an answer', () => {
  it('is offered while it is typed, and goes along with one key', async () => {
    await writesQuestion(patient, 'promise', { reason: 'appointment', text: said.question }, ottilie);
    reference = await sendsIt(patient, 'promise');
    await signsIn(ana, 'Ana Lucero');
    await findsByReference(ana, reference);
    await ana.page.keyboard.press('r');
    await typeInto(ana.page, replyField(ana), said.answer);
    await offers(ana)
      .getByText(/^You promise: to ring by .*3:00 PM.*Write it down\?/)
      .waitFor();
    await expectGoodPage(ana, 'promise-01-offered');
    await ana.page.keyboard.press('Control+.');
    await offers(ana)
      .getByText(/^Goes along: you promise to ring by /)
      .waitFor();
    await expectGoodPage(ana, 'promise-02-taken');
    await ana.page.keyboard.press('Control+Enter');
    await here(ana).getByText('Ring Ottilie Brackenbury').waitFor();
    await threadOf(ana).getByText(said.answer).waitFor();
    await expectGoodPage(ana, 'promise-03-owed');
  });

  it('that is not confirmed is not written down', async () => {
    await typeInto(ana.page, replyField(ana), 'We will write to you on Monday.');
    await offers(ana).getByText('You promise: to write').waitFor();
    await pressOn(ana.page, offers(ana).getByRole('button', { name: 'No promise' }));
    await expect.poll(() => offers(ana).getByText('You promise').count()).toBe(0);
    await replyField(ana).focus();
    await ana.page.keyboard.press('Control+Enter');
    await threadOf(ana).getByText('We will write to you on Monday.').waitFor();
    expect(await here(ana).getByText('Write to Ottilie Brackenbury').count()).toBe(0);
  });

  it('without a day asks for one', async () => {
    await typeInto(ana.page, replyField(ana), 'We will send you the form soon.');
    await offers(ana).getByText('“We will send you the form soon” has no day. By when?').waitFor();
    await pressOn(ana.page, offers(ana).getByRole('button', { name: 'Set a day' }));
    await offers(ana).getByLabel('Day').waitFor();
    await expectGoodPage(ana, 'promise-04-day');
    await pressOn(ana.page, offers(ana).getByRole('button', { name: 'Write it down' }));
    await offers(ana)
      .getByText(/^Goes along: you promise to send it by /)
      .waitFor();
    await replyField(ana).focus();
    await ana.page.keyboard.press('Control+Enter');
    await here(ana).getByText('Send it to Ottilie Brackenbury').waitFor();
  });
});

describe('a promise by telephone', () => {
  it('is written down with P; a day in its words fills in the fields', async () => {
    await leavesField(ana);
    await ana.page.keyboard.press('p');
    const form = ana.page.getByRole('complementary', { name: 'Promise' });
    await typeInto(ana.page, form.getByLabel('In a few words'), 'I will find out about the brace by Monday at noon');
    await expect.poll(() => form.getByLabel('Time').inputValue()).toBe('12:00');
    expect(await form.getByLabel('Find out').isChecked()).toBe(true);
    await expectGoodPage(ana, 'promise-05-form');
    await pressOn(ana.page, form.getByRole('button', { name: 'Write it down' }));
    await here(ana).getByText('Find it out for Ottilie Brackenbury').waitFor();
  });
});

describe('the ledger', () => {
  it('shows what is owed, by keyboard: done with D, taken back with Z', async () => {
    await leavesField(ana);
    await ana.page.keyboard.press('g');
    await ana.page.keyboard.press('r');
    await ana.page.getByRole('heading', { name: 'Promises', exact: true }).waitFor();
    const line = ana.page.getByRole('listitem').filter({ hasText: 'Ring Ottilie Brackenbury' });
    await line.waitFor();
    await expectGoodPage(ana, 'promise-06-mine');
    for (let presses = 0; presses < 20; presses++) {
      await ana.page.keyboard.press('j');
      if (await line.evaluate((element) => element === document.activeElement)) break;
    }
    await presses(ana, 'd', 'Ring Ottilie Brackenbury: Kept.');
    await expect.poll(() => line.count()).toBe(0);
    await presses(ana, 'z', 'Ring Ottilie Brackenbury: Taken back.');
    await line.waitFor();
  });

  it('releases with a reason, hands over to a colleague, and counts', async () => {
    const { page } = ana;
    const sends = page.getByRole('listitem').filter({ hasText: 'Send it to Ottilie Brackenbury' });
    await pressOn(page, sends.getByRole('button', { name: 'Release' }));
    await typeInto(page, sends.getByLabel('Why is it not needed any more?'), 'She found the form at home');
    await expectGoodPage(ana, 'promise-07-release');
    await pressOn(page, sends.getByRole('button', { name: 'Release' }));
    await expect.poll(() => sends.count()).toBe(0);
    const finds = page.getByRole('listitem').filter({ hasText: 'Find it out for Ottilie Brackenbury' });
    await pressOn(page, finds.getByRole('button', { name: 'Hand over' }));
    await typeInto(page, finds.getByLabel('Find a colleague'), 'Daniel');
    await finds.getByRole('radio', { name: /Daniel Cho/ }).check();
    await expectGoodPage(ana, 'promise-08-hand-over');
    await pressOn(page, finds.getByRole('button', { name: 'Hand over' }));
    await expect.poll(() => finds.count()).toBe(0);
    for (const [list, step] of [
      ['My teams', '09-teams'],
      ['Broken', '10-broken'],
      ['Kept and released', '11-ended'],
      ['Counts', '12-counts'],
    ] as const) {
      await pressOn(page, page.getByRole('link', { name: new RegExp(`^${list}`) }));
      await page.waitForLoadState('networkidle');
      await expectGoodPage(ana, `promise-${step}`);
    }
    await page
      .getByRole('cell', { name: /20\d\d/ })
      .first()
      .waitFor();
  });

  it('fits a phone, and the dark', async () => {
    const small = await visit(browser, house.origin, {
      ...{ viewport: { width: 390, height: 844 }, locale: 'en-US', reducedMotion: 'reduce', colorScheme: 'dark' },
    });
    await signsIn(small, 'Ana Lucero');
    await small.page.goto(`${house.origin}/staff/promises`);
    await small.page.getByText('Ring Ottilie Brackenbury').waitFor();
    await expectGoodPage(small, 'promise-13-phone');
    await small.page.getByRole('link', { name: 'Conversation', exact: true }).first().click();
    await here(small).waitFor();
    await expectGoodPage(small, 'promise-14-phone-conversation');
    await small.leave();
  });
});

it('the person reads what was promised to them, without a script', async () => {
  await signsInByMail(patient, house, ottilie.email, 'promise-15');
  await opensThread(patient, reference, 'promise-15-portal');
  await patient.page.getByRole('heading', { name: 'What we have promised you' }).waitFor();
  expect(await patient.page.locator('main').innerText()).toMatch(/will call you by .* at 3:00 PM\./);
});

it('nothing of it stands in the log', async () => {
  await ana.settled();
  await expectSilentLog(house, [said.question, said.answer, 'found the form at home']);
});

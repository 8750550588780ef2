import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { desk, expectGoodPage, launch, phone, pressOn, tabTo, type Visitor } from './browser.ts';
import { type House, startHouse } from './house.ts';
import { sendsIt, writesQuestion } from './patient.ts';
import { expectSilentLog } from './silence.ts';
import { answers, findsByReference, opensRow, presses, setsDeath, side, signsIn, threadOf } from './staff.ts';

const barnaby = {
  given: 'Barnaby',
  family: 'Featherstone',
  born: ['11', '5', '1938'],
  email: 'barnaby.featherstone@example.org',
} as const;
const said = {
  question: 'Can I bring my own pillow when I come for the night?',
  answer: 'Please do, Mr. Featherstone. Your own pillow is the best one.',
  reason: 'His son rang: he died this morning.',
};

let house: House;
let browser: Browser;
let noor: Visitor;
let ana: Visitor;

beforeAll(async () => {
  house = await startHouse();
  browser = await launch();
  noor = await desk(browser, house.origin);
  ana = await desk(browser, house.origin);
  await signsIn(noor, 'Noor Haddad');
  await signsIn(ana, 'Ana Lucero');
});
afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

describe('what must not be overlooked stands above everything else', () => {
  it('the mother has died, and the daughter who writes is bereaved', async () => {
    await opensRow(noor, 'Claire Whitfield');
    await side(noor)
      .getByText(/^Died on/)
      .waitFor();
    expect(await side(noor).innerText()).toMatch(
      /^[\s\S]*Eleanor Whitfield[\s\S]*Died on[\s\S]*Nothing goes out to them/,
    );
    await expectGoodPage(noor, 'safe-01-died');
    await tabTo(noor.page, side(noor).getByRole('radio', { name: 'About whom' }));
    await noor.page.keyboard.press('ArrowRight');
    await side(noor)
      .getByText(/^Bereaved until/)
      .waitFor();
    expect(await side(noor).innerText()).toContain('begin with your condolences');
    await expectGoodPage(noor, 'safe-02-bereaved');
  });

  it('somebody may only be reached safely, and every rule of it is told', async () => {
    await noor.page.goto(`${house.origin}/staff/people`);
    await noor.page.getByRole('searchbox', { name: 'Find a person' }).waitFor();
    await noor.page.keyboard.type('Jordan Ellis');
    await pressOn(noor.page, noor.page.getByRole('link', { name: /Jordan Ellis/ }));
    await side(noor).getByText('Do not name the clinic').waitFor();
    for (const rule of ['no voice message', 'between 10:00 and 15:00', 'Only by portal', 'lighthouse'])
      expect((await side(noor).innerText()).toLowerCase()).toContain(rule.toLowerCase());
    await expectGoodPage(noor, 'safe-03-safe-contact');
  });
});

describe('somebody dies while an answer to them waits to go', () => {
  let reference: string;

  it('the answer is written while no mail can go out', async () => {
    const patient = await phone(browser, house.origin);
    await writesQuestion(patient, 'safe-04', { reason: 'other', text: said.question }, barnaby);
    reference = await sendsIt(patient, 'safe-04');
    await patient.leave();
    await house.nextMailTo(barnaby.email);
    house.postOfficeIs('away');
    await findsByReference(ana, reference);
    await presses(ana, 'c', 'You have it.');
    await answers(ana, said.answer);
    await threadOf(ana).getByText('on its way').waitFor();
    await expectGoodPage(ana, 'safe-05-waits');
  });

  it('it is recorded that he has died', async () => {
    await setsDeath(ana, said.reason, 'safe-06-death');
    await side(ana).getByText('Nothing goes out to them').waitFor();
    await expectGoodPage(ana, 'safe-07-recorded');
  });

  it('when mail goes again nothing goes to him, and the conversation says that and why', async () => {
    const before = house.arrived.filter((mail) => mail.to === barnaby.email).length;
    house.postOfficeIs('back');
    await threadOf(ana).getByText('notice held back').waitFor({ timeout: 150_000 });
    expect(await threadOf(ana).innerText()).toContain('this person has died');
    await expectGoodPage(ana, 'safe-08-held');
    expect(house.arrived.filter((mail) => mail.to === barnaby.email).length).toBe(before);
  }, 180_000);

  it('the list of what did not arrive tells it too, to who leads', async () => {
    await noor.page.keyboard.press('g');
    await noor.page.keyboard.press('u');
    await noor.page.getByText('Held: this person has died. Nothing goes to them by mail.').waitFor();
    await expectGoodPage(noor, 'safe-09-undelivered');
    expect(await ana.page.getByRole('link', { name: 'Mail', exact: true }).count()).toBe(0);
  });
});

it('no browser complained, and nothing of anybody was logged', async () => {
  expect([...noor.complaints, ...ana.complaints]).toEqual([]);
  await expectSilentLog(house, [...Object.values(said), 'Featherstone', 'lighthouse', 'pillow']);
});

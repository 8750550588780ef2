import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { desk, expectGoodPage, launch, phone, pressOn, type Visitor } from './browser.ts';
import { type House, startHouse } from './house.ts';
import {
  becomes,
  opensThread,
  saysWhomTheyCareFor,
  sendsIt,
  threadText,
  writesBack,
  writesQuestion,
  writesWords,
} from './patient.ts';
import { expectSilentLog } from './silence.ts';
import { answers, findsByReference, opensRow, presses, side, signsIn } from './staff.ts';

const said = {
  forZuri: 'Zuri is afraid of needles. Can somebody show her the room before the day of her shot?',
  toMaya: 'Of course. Come on any afternoon and ask for Ana; we will sit with her as long as she likes.',
  thanks: 'Thank you, we will come on Wednesday after school.',
  forNeighbor: 'My neighbor Casimir fell and is in your hospital. Which floor is he on, and may I bring his razor?',
};
const neighbor = {
  given: 'Perpetua',
  family: 'Ollivander',
  born: ['2', '2', '1970'],
  email: 'perpetua.ollivander@example.org',
} as const;

let house: House;
let browser: Browser;
let maya: Visitor;
let reference: string;
let pathOfZuri: string;

beforeAll(async () => {
  house = await startHouse();
  browser = await launch();
  maya = await phone(browser, house.origin);
});
afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

async function statusOf(it: Visitor, path: string): Promise<number> {
  const answer = await it.page.goto(`${house.origin}${path}`);
  return answer?.status() ?? 0;
}

describe('a mother asks for her child', () => {
  it('chooses her from those for whom she may act, and is asked nothing that is known', async () => {
    await becomes(maya, 'Maya Okafor');
    await expectGoodPage(maya, 'else-01-messages');
    await writesQuestion(maya, 'else-02', { reason: 'appointment', who: 'Zuri Okafor', text: said.forZuri });
    reference = await sendsIt(maya, 'else-02');
  });

  it('the colleague sees about whom it is, and answers the one who asked', async () => {
    const ana = await desk(browser, house.origin);
    await signsIn(ana, 'Ana Lucero');
    await opensRow(ana, /about Zuri Okafor.*needles/);
    await side(ana).getByRole('heading', { name: 'Zuri Okafor' }).waitFor();
    expect(await side(ana).innerText()).toMatch(/Maya Okafor/);
    await presses(ana, 'c', 'You have it.');
    await answers(ana, said.toMaya);
    await expectGoodPage(ana, 'else-03-staff');
    expect(ana.complaints).toEqual([]);
    await ana.leave();
  });

  it('the mother reads the answer and writes back', async () => {
    await opensThread(maya, reference, 'else-04-thread');
    expect(await maya.page.textContent('main')).toContain('Zuri Okafor');
    expect(await threadText(maya)).toContain(said.toMaya);
    await writesBack(maya, said.thanks, 'else-05-written-back');
    pathOfZuri = new URL(maya.page.url()).pathname;
  });

  it('nobody else finds it: not another patient, not somebody who is not signed in', async () => {
    const rosa = await phone(browser, house.origin);
    await becomes(rosa, 'Rosa Delgado');
    expect(await statusOf(rosa, pathOfZuri)).toBe(404);
    await expectGoodPage(rosa, 'else-06-not-found');
    expect(await rosa.page.textContent('body')).not.toContain('Zuri');
    await rosa.leave();
    const nobody = await phone(browser, house.origin);
    await statusOf(nobody, pathOfZuri);
    expect(new URL(nobody.page.url()).pathname).toBe('/sign-in');
    await nobody.leave();
  });
});

describe('a carer acts for an old man while he lets her', () => {
  let helen: Visitor;
  let pathOfGeorge: string;

  it('she sees what he asked by telephone beside her own', async () => {
    helen = await phone(browser, house.origin);
    await becomes(helen, 'Helen Papas');
    expect(await helen.page.textContent('main')).toContain('For George Papas');
    const card = helen.page.getByRole('link', { name: 'Wants an earlier time' });
    pathOfGeorge = (await card.getAttribute('href')) ?? '';
    await expectGoodPage(helen, 'else-07-carer');
    expect(await statusOf(helen, pathOfGeorge)).toBe(200);
    await expectGoodPage(helen, 'else-08-carer-thread');
  });

  it('she finds nothing of what he asked any more in the moment in which staff end it', async () => {
    const ana = await desk(browser, house.origin);
    await signsIn(ana, 'Ana Lucero');
    await opensRow(ana, /George Papas.*Wants an earlier time/);
    await side(ana).getByText('Helen Papas').first().waitFor();
    await pressOn(ana.page, side(ana).getByRole('button', { name: 'End', exact: true }));
    await side(ana).getByLabel('Why it ends').fill('She moved away.');
    await pressOn(ana.page, side(ana).getByRole('button', { name: 'End it now' }));
    await ana.page.getByText('Saved.').first().waitFor();
    await expectGoodPage(ana, 'else-09-proxy-ended');
    expect(ana.complaints).toEqual([]);
    await ana.leave();
    expect(await statusOf(helen, pathOfGeorge)).toBe(404);
    await helen.page.goto(`${house.origin}/messages`);
    expect(await helen.page.textContent('main')).not.toContain('For George Papas');
    await expectGoodPage(helen, 'else-10-carer-no-more');
    await helen.leave();
  });
});

describe('a neighbor whom nobody knows asks for somebody', () => {
  it('is told what can be told, and both stand there as not verified', async () => {
    const patient = await phone(browser, house.origin);
    await writesQuestion(
      patient,
      'else-11',
      { reason: 'directions', who: 'someone', text: said.forNeighbor },
      neighbor,
    );
    expect(await patient.page.textContent('main')).toContain('only tell you about their care if they have agreed');
    await saysWhomTheyCareFor(patient, 'else-11', { given: 'Casimir', family: 'Vandermeer', relation: 'friend' });
    await writesWords(patient, 'else-11', said.forNeighbor);
    const asked = await sendsIt(patient, 'else-11');
    await patient.leave();

    const ana = await desk(browser, house.origin);
    await signsIn(ana, 'Ana Lucero');
    await findsByReference(ana, asked);
    await side(ana).getByRole('heading', { name: 'Casimir Vandermeer' }).waitFor();
    expect(await side(ana).innerText()).toContain('not verified');
    await expectGoodPage(ana, 'else-12-staff');
    await ana.leave();
  });
});

it('no browser complained, and nothing of anybody was logged', async () => {
  expect(maya.complaints).toEqual([]);
  await expectSilentLog(house, [...Object.values(said), 'Ollivander', 'Vandermeer', 'razor']);
});

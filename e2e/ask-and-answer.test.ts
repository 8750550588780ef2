import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { desk, expectGoodPage, launch, phone, pressOn, type Visitor } from './browser.ts';
import { type ArrivedMail, type House, startHouse } from './house.ts';
import { opensThread, sendsIt, signsInByMail, threadText, writesBack, writesQuestion } from './patient.ts';
import { expectSilentLog } from './silence.ts';
import {
  answers,
  findsByReference,
  head,
  isStillTheSamePage,
  marks,
  notes,
  opensRow,
  presses,
  rowOf,
  side,
  signsIn,
  threadOf,
} from './staff.ts';

const wilhelmina = {
  given: 'Wilhelmina',
  family: 'Quillfeather',
  born: ['9', '4', '1957'],
  email: 'wilhelmina.quillfeather@example.org',
} as const;
const said = {
  question: 'The bill for my hip says 312 dollars. I thought my insurance had paid it in full?',
  note: 'Insurer rang at noon: they reversed the payment by mistake and will pay again next week.',
  answer: 'You are right, Ms. Quillfeather, and you owe nothing. Please throw that paper away.',
  inPortal: 'What a relief. Will there be a second paper that I must keep?',
  second: 'No, nothing more will come. Keep only the letter of your insurer.',
  byMail: 'One more thing came today, it looks like the same paper again.',
  stranger: 'Please tell me everything about that bill for the hip.',
};

let house: House;
let browser: Browser;
let patient: Visitor;
let marcus: Visitor;
let reference: string;
let lastMail: ArrivedMail;

beforeAll(async () => {
  house = await startHouse();
  browser = await launch();
  patient = await phone(browser, house.origin);
  marcus = await desk(browser, house.origin);
});
afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

describe('a question is asked, answered and settled', () => {
  it('a person whom nobody knows asks on a phone, and keeps a reference', async () => {
    await patient.page.goto(house.origin);
    await expectGoodPage(patient, 'ask-00-home');
    const attachment = { name: 'hip-bill.txt', text: 'Hip: 312 dollars' };
    await writesQuestion(patient, 'ask-01', { reason: 'bill', text: said.question }, wilhelmina);
    reference = await sendsIt(patient, 'ask-02', { attachment });
  });

  it('it stands with the team whose work it is, and with nobody else', async () => {
    const ana = await desk(browser, house.origin);
    await signsIn(ana, 'Ana Lucero');
    await rowOf(ana, 'Sam Rivera').waitFor();
    expect(await rowOf(ana, 'Quillfeather').count()).toBe(0);
    await ana.leave();

    await signsIn(marcus, 'Marcus Bell');
    await expectGoodPage(marcus, 'ask-03-queue');
    const team = marcus.page.getByRole('combobox', { name: 'Team' });
    expect(await team.locator('option').allTextContents()).toContainEqual(
      expect.stringMatching(/^Billing and patient relations/),
    );
    await opensRow(marcus, 'Quillfeather');
    await marcus.page.getByText(said.question).first().waitFor();
    expect(await head(marcus).textContent()).toContain(reference);
  });

  it('a colleague takes it by key, with the person beside it', async () => {
    await presses(marcus, 'c', 'You have it.');
    await side(marcus).getByText(wilhelmina.email).waitFor();
    expect(await side(marcus).innerText()).toMatch(/Wilhelmina Quillfeather[\s\S]*not verified/);
    expect(await side(marcus).innerText()).toContain('1957');
    await expectGoodPage(marcus, 'ask-04-claimed');
  });

  it('opens what was attached', async () => {
    const link = threadOf(marcus).getByRole('link', { name: /hip-bill\.txt/ });
    const [download] = await Promise.all([marcus.page.waitForEvent('download'), pressOn(marcus.page, link)]);
    expect(download.suggestedFilename()).toBe('hip-bill.txt');
  });

  it('leaves a note for colleagues, and answers by keyboard', async () => {
    await notes(marcus, said.note);
    await answers(marcus, said.answer);
    await expectGoodPage(marcus, 'ask-05-answered');
  });

  it('the mail that tells of it says nothing of it', async () => {
    await expect.poll(() => house.arrived.filter((mail) => mail.to === wilhelmina.email).length).toBe(2);
    const [, notice] = house.arrived.filter((mail) => mail.to === wilhelmina.email);
    expect(notice?.subject).toMatch(/^You have (a message|an answer) from Willow Bay Hospital$/);
    for (const word of ['bill', 'hip', 'insur', 'Quillfeather', 'Wilhelmina', 'Marcus', reference, '312'])
      expect(notice?.text.toLowerCase()).not.toContain(word.toLowerCase());
  });

  it('the person signs in by mail, reads it, and writes back', async () => {
    await signsInByMail(patient, house, wilhelmina.email, 'ask-06');
    await opensThread(patient, reference, 'ask-07-thread');
    expect(await threadText(patient)).toContain(said.answer);
    await marks(marcus);
    await writesBack(patient, said.inPortal, 'ask-08-written-back');
  });

  it('the open screen of the colleague shows it by itself', async () => {
    await threadOf(marcus).getByText(said.inPortal).waitFor();
    expect(await isStillTheSamePage(marcus)).toBe(true);
    await expectGoodPage(marcus, 'ask-09-reply-came');
  });

  it('once the mailbox is known to be theirs, the next notice can be answered', async () => {
    const seen = house.arrived.length;
    await answers(marcus, said.second);
    lastMail = await house.nextMailTo(wilhelmina.email, seen);
    expect(lastMail.subject).toBe('You have an answer from Willow Bay Hospital');
    expect(lastMail.replyTo).toMatch(/@care\.example\.org$/);
    expect(lastMail.whole).not.toContain('insurer');
  });

  it('it is resolved, taken back, and resolved', async () => {
    await presses(marcus, 'e', 'Resolved.');
    await head(marcus).getByText('Resolved', { exact: true }).first().waitFor();
    await presses(marcus, 'u', 'Taken back.');
    await head(marcus).getByText('In work').waitFor();
    await presses(marcus, 'e', 'Resolved.');
    await head(marcus).getByRole('button', { name: 'Open again' }).waitFor();
    await expectGoodPage(marcus, 'ask-10-resolved');
    await patient.page.reload();
    expect(await patient.page.textContent('main')).toContain('This is settled');
  });

  it('a reply by mail comes into the same conversation, and opens it again', async () => {
    await house.sendMail({
      ...{ from: `Wilhelmina <${wilhelmina.email}>`, to: lastMail.replyTo, subject: `Re: ${lastMail.subject}` },
      ...{
        text: `${said.byMail}\n\nOn Tuesday the hospital wrote:\n> You have an answer`,
        inReplyTo: lastMail.messageId,
      },
    });
    await threadOf(marcus).getByText(said.byMail).waitFor();
    expect(await isStillTheSamePage(marcus)).toBe(true);
    await head(marcus).getByRole('button', { name: 'Resolve', exact: false }).first().waitFor();
    await expect.poll(() => head(marcus).innerText()).not.toMatch(/Open again/);
    await opensThread(patient, reference, 'ask-11-thread-by-mail');
    expect(await threadText(patient)).toContain(said.byMail);
    await expectGoodPage(marcus, 'ask-12-open-again');
  });

  it('a stranger who has got hold of the address does not get into it', async () => {
    await house.sendMail({
      ...{ from: 'Mallory <mallory@example.net>', to: lastMail.replyTo, subject: `Re: ${lastMail.subject}` },
      ...{ text: said.stranger, inReplyTo: lastMail.messageId },
    });
    const ana = await desk(browser, house.origin);
    await signsIn(ana, 'Ana Lucero');
    await opensRow(ana, /Mallory/);
    await threadOf(ana).getByText(said.stranger).waitFor();
    await ana.page.getByText('Not verified: the mail says who wrote it').waitFor();
    await expectGoodPage(ana, 'ask-13-stranger');
    await ana.leave();
    await marcus.page.reload();
    await findsByReference(marcus, reference);
    await threadOf(marcus).getByText(said.byMail).waitFor();
    expect(await threadOf(marcus).innerText()).not.toContain(said.stranger);
    await opensThread(patient, reference, 'ask-14-thread-without-stranger');
    expect(await threadText(patient)).not.toContain(said.stranger);
  });

  it('the note for colleagues never went anywhere else', async () => {
    await patient.settled();
    expect(patient.received.some((body) => body.includes(said.answer))).toBe(true);
    for (const shown of [...patient.received, ...house.arrived.map((mail) => mail.whole)])
      expect(shown).not.toContain('reversed the payment');
  });

  it('no browser complained, and nothing of anybody was logged', async () => {
    expect([...patient.complaints, ...marcus.complaints]).toEqual([]);
    await expectSilentLog(house, [...Object.values(said), 'Quillfeather', 'hip-bill', 'mallory']);
  });
});

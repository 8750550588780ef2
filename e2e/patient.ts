import { expect } from 'vitest';
import { expectGoodPage, type Visitor } from './browser.ts';
import type { ArrivedMail, House } from './house.ts';

/** Someone who is not signed in, as they say it themselves. */
export interface Stranger {
  readonly given: string;
  readonly family: string;
  readonly born: readonly [day: string, month: string, year: string];
  readonly email: string;
}

export interface Question {
  readonly reason: string;
  readonly text: string;
  /** `me`, `someone`, or the name of a person for whom they act. */
  readonly who?: string;
  readonly attachment?: { readonly name: string; readonly text: string };
}

const goOn = ({ page }: Visitor) => page.locator('main form button.nhsuk-button').last().click();
const at = ({ page }: Visitor, step: string) => expect(new URL(page.url()).pathname).toMatch(new RegExp(`/${step}$`));

/** From the first page to the question, one page after the other; every page is looked at. */
export async function writesQuestion(it: Visitor, step: string, asks: Question, who?: Stranger): Promise<void> {
  const { page } = it;
  await page.goto(`${it.origin}/ask`);
  await expectGoodPage(it, `${step}-reason`);
  await page.check(`input[name=reason][value=${asks.reason}]`);
  await goOn(it);
  at(it, 'who');
  await expectGoodPage(it, `${step}-who`);
  const whom = asks.who ?? 'me';
  if (['me', 'someone'].includes(whom)) await page.check(`input[name=who][value=${whom}]`);
  else await page.getByLabel(whom, { exact: true }).check();
  await goOn(it);
  if (who) await saysWhoTheyAre(it, step, who);
  if (whom === 'someone') return;
  await writesWords(it, step, asks.text);
}

async function saysWhoTheyAre(it: Visitor, step: string, { given, family, born, email }: Stranger): Promise<void> {
  const { page } = it;
  at(it, 'you');
  await page.fill('#given', given);
  await page.fill('#family', family);
  for (const [index, part] of (['day', 'month', 'year'] as const).entries())
    await page.fill(`#born-${part}`, born[index] ?? '');
  await expectGoodPage(it, `${step}-you`);
  await goOn(it);
  at(it, 'reach');
  await page.fill('#email', email);
  await expectGoodPage(it, `${step}-reach`);
  await goOn(it);
}

/** A person in nobody's records yet, for whom somebody asks. */
export async function saysWhomTheyCareFor(
  it: Visitor,
  step: string,
  { given, family, relation }: { given: string; family: string; relation: string },
): Promise<void> {
  at(it, 'them');
  await it.page.fill('#given', given);
  await it.page.fill('#family', family);
  await it.page.check(`input[name=relation][value=${relation}]`);
  await expectGoodPage(it, `${step}-them`);
  await goOn(it);
}

/** Asked only where no visit tells it. */
async function saysWhere(it: Visitor, step: string): Promise<void> {
  if (!new URL(it.page.url()).pathname.endsWith('/place')) return;
  await it.page.getByLabel('Willow Bay Hospital', { exact: true }).check();
  await expectGoodPage(it, `${step}-place`);
  await goOn(it);
}

export async function writesWords(it: Visitor, step: string, text: string): Promise<void> {
  await saysWhere(it, step);
  at(it, 'question');
  await it.page.fill('#text', text);
  await expectGoodPage(it, `${step}-question`);
  await goOn(it);
}

/** The rest of the way: files, needs, everything once more, and sent. Gives the reference. */
export async function sendsIt(it: Visitor, step: string, asks: Pick<Question, 'attachment'> = {}): Promise<string> {
  const { page } = it;
  at(it, 'files');
  if (asks.attachment) {
    const { name, text } = asks.attachment;
    await page.setInputFiles('#file', { name, mimeType: 'text/plain', buffer: Buffer.from(text) });
  }
  await expectGoodPage(it, `${step}-files`);
  await goOn(it);
  at(it, 'needs');
  await expectGoodPage(it, `${step}-needs`);
  await goOn(it);
  at(it, 'check');
  if (asks.attachment) expect(await page.textContent('main')).toContain(asks.attachment.name);
  await expectGoodPage(it, `${step}-check`);
  await goOn(it);
  at(it, 'sent');
  await expectGoodPage(it, `${step}-sent`);
  const reference = (await page.textContent('.bedside-panel__number'))?.trim() ?? '';
  expect(reference).toMatch(/^[0-9A-Z]{3}-[0-9A-Z]{3}$/);
  return reference;
}

export const linkIn = (mail: ArrivedMail): string => /https?:\/\/\S+/.exec(mail.text)?.[0] ?? '';

/** Asks for a link, opens the mail that comes, and presses the button behind the link. */
export async function signsInByMail(it: Visitor, house: House, email: string, step: string): Promise<void> {
  const { page } = it;
  const seen = house.arrived.length;
  await page.goto(`${it.origin}/sign-in`);
  await expectGoodPage(it, `${step}-sign-in`);
  await page.fill('#email', email);
  await page.locator('main form button').first().click();
  await expectGoodPage(it, `${step}-look-at-your-mail`);
  const mail = await house.nextMailTo(email, seen);
  await page.goto(linkIn(mail));
  await expectGoodPage(it, `${step}-link`);
  await goOn(it);
  expect(new URL(page.url()).pathname).toBe('/messages');
  await expectGoodPage(it, `${step}-messages`);
}

/** Becomes one of those whom the demonstration has invented. */
export async function becomes(it: Visitor, name: string): Promise<void> {
  await it.page.goto(`${it.origin}/sign-in`);
  await it.page.getByRole('button', { name: `Be ${name}` }).click();
  expect(new URL(it.page.url()).pathname).toBe('/messages');
}

/** Opens the conversation of this reference from their list. */
export async function opensThread(it: Visitor, reference: string, step: string): Promise<void> {
  await it.page.goto(`${it.origin}/messages`);
  const card = it.page.locator('.bedside-card').filter({ hasText: reference });
  await card.getByRole('link').click();
  await expectGoodPage(it, step);
}

export async function writesBack(it: Visitor, text: string, step: string): Promise<void> {
  await it.page.fill('#text', text);
  await goOn(it);
  expect(await it.page.locator('.bedside-notice--success').textContent()).toContain('sent');
  await expectGoodPage(it, step);
}

export const threadText = (it: Visitor) => it.page.locator('.bedside-thread').innerText();

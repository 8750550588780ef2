import { expect } from 'vitest';
import { expectGoodPage, pressOn, typeInto, type Visitor } from './browser.ts';

/** Signs in as somebody of the demonstration, by keyboard. */
export async function signsIn(it: Visitor, name: string): Promise<void> {
  const { page } = it;
  await page.goto(`${it.origin}/staff/`);
  await pressOn(page, page.getByRole('button', { name: new RegExp(`^\\W*\\w*\\W*${name}`) }));
  await page.waitForURL('**/staff/desk**');
  await page.getByRole('heading', { name: 'Conversations' }).waitFor();
}

export const rowOf = ({ page }: Visitor, words: string | RegExp) =>
  page.locator('a[data-row]').filter({ hasText: words });

export const threadOf = ({ page }: Visitor) => page.getByRole('list', { name: 'What was said and done, oldest first' });
export const side = ({ page }: Visitor) => page.getByRole('complementary', { name: 'Person' });
export const head = ({ page }: Visitor) => page.getByRole('region', { name: 'Conversation', exact: true });

/** Walks down the list with J until the row is reached, and opens it. */
export async function opensRow(it: Visitor, words: string | RegExp): Promise<void> {
  const row = rowOf(it, words).first();
  await row.waitFor();
  for (let presses = 0; presses < 80; presses++) {
    await it.page.keyboard.press('j');
    if (!(await row.evaluate((element) => element === document.activeElement))) continue;
    await it.page.keyboard.press('Enter');
    await threadOf(it).waitFor();
    return;
  }
  throw new Error(`J does not reach ${words}.`);
}

/** Finds a conversation by its reference through the one search field. */
export async function findsByReference(it: Visitor, reference: string): Promise<void> {
  const { page } = it;
  await page.getByRole('button', { name: 'Find', exact: true }).waitFor();
  await page.keyboard.press('Control+k');
  const field = page.getByPlaceholder('Name, date of birth, number, or a reference like K7M-4QX');
  await field.waitFor();
  await page.keyboard.type(reference);
  await page.locator('[data-selected]').getByText(`Open conversation ${reference}`).waitFor();
  await page.keyboard.press('Enter');
  await threadOf(it).waitFor();
}

/** One of the keys of the conversation, from anywhere but a field. */
export async function presses(it: Visitor, key: string, said: string | RegExp): Promise<void> {
  await leavesField(it);
  await it.page.keyboard.press(key);
  await it.page.getByText(said).first().waitFor();
}

/** Tab takes whoever writes out of the field; the single keys work again. */
export async function leavesField({ page }: Visitor): Promise<void> {
  if (await page.evaluate(() => document.activeElement?.matches('input, textarea, select') ?? false))
    await page.keyboard.press('Tab');
}

export async function notes(it: Visitor, text: string): Promise<void> {
  await leavesField(it);
  await it.page.keyboard.press('n');
  await writes(it, 'Internal note for colleagues', text);
  await it.page.getByText('Note saved.').first().waitFor();
  await threadOf(it).getByText(text).waitFor();
}

export async function answers(it: Visitor, text: string, keys = 'Control+Enter'): Promise<void> {
  await leavesField(it);
  await it.page.keyboard.press('r');
  await writes(it, /^Reply to /, text, keys);
  await threadOf(it).getByText(text).waitFor();
}

async function writes({ page }: Visitor, label: string | RegExp, text: string, keys = 'Control+Enter') {
  const field = page.getByRole('textbox', { name: label });
  await expect.poll(() => field.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.type(text);
  await page.keyboard.press(keys);
}

/** Marks the page that is open now; a page that was loaded anew has lost the mark. */
export const marks = ({ page }: Visitor) => page.evaluate(() => void Object.assign(window, { stillTheSamePage: true }));
export const isStillTheSamePage = ({ page }: Visitor) => page.evaluate(() => 'stillTheSamePage' in window);

export async function setsDeath(it: Visitor, reason: string, step: string): Promise<void> {
  const { page } = it;
  await pressOn(page, side(it).getByRole('button', { name: 'Has died', exact: true }));
  await typeInto(page, page.getByRole('textbox', { name: 'Reason' }), reason);
  await expectGoodPage(it, step);
  await pressOn(page, page.getByRole('button', { name: 'Save' }));
  await side(it)
    .getByText(/Has died|Died on/)
    .first()
    .waitFor();
}

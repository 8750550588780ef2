import pg from 'pg';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { desk, expectGoodPage, launch, pressOn, typeInto, type Visitor } from './browser.ts';
import { firstAdministrator, type House, startHouse } from './house.ts';
import { linkIn } from './patient.ts';

const password = 'velvet-harbor-turnip-42';
const newPassword = 'seven lanterns under otters';
const { email } = firstAdministrator;

let house: House;
let browser: Browser;
let admin: Visitor;
let recoveryCodes: string[];
const usedLinks: string[] = [];

beforeAll(async () => {
  house = await startHouse({ demo: false });
  browser = await launch();
  admin = await desk(browser, house.origin);
  await plugsInAuthenticator(admin);
});
afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

const field = ({ page }: Visitor, name: string) => page.getByRole('textbox', { name, exact: true });
const button = ({ page }: Visitor, name: string) => page.getByRole('button', { name, exact: true });
const isAtTheDesk = ({ page }: Visitor) => page.getByRole('heading', { name: 'Conversations' }).waitFor();

const warnings = () =>
  house.arrived.filter((mail) => mail.to === email && mail.subject.includes('in a new browser')).length;

/** What a laptop has: it keeps its keys, and is opened by a finger that is always the right one. */
async function plugsInAuthenticator({ page }: Visitor): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true },
      ...{ isUserVerified: true, automaticPresenceSimulation: true },
    },
  });
}

async function signsInWith(it: Visitor, chosen: string) {
  await it.page.goto(`${house.origin}/staff/`);
  await typeInto(it.page, field(it, 'E-mail address'), email);
  await typeInto(it.page, field(it, 'Password'), chosen);
  await it.page.keyboard.press('Enter');
}

async function opensAccount(it: Visitor) {
  await pressOn(it.page, it.page.getByRole('link', { name: 'Account' }));
  await button(it, 'Sign out').waitFor();
}

async function signsOut(it: Visitor) {
  await opensAccount(it);
  await pressOn(it.page, button(it, 'Sign out'));
  await field(it, 'Password').waitFor();
}

/** Asks for a new password, and opens the link in the mail that comes. */
async function opensReset(it: Visitor): Promise<string> {
  const seen = house.arrived.length;
  await it.page.goto(`${house.origin}/staff/`);
  await pressOn(it.page, button(it, 'Forgotten your password?'));
  await typeInto(it.page, field(it, 'E-mail address'), email);
  await expectGoodPage(it, 'back-06-forgotten');
  await it.page.keyboard.press('Enter');
  await it.page.getByText('a link is on its way').waitFor();
  await expectGoodPage(it, 'back-07-link-sent');
  const link = linkIn(await house.nextMailTo(email, seen));
  usedLinks.push(link);
  await it.page.goto(link);
  await field(it, 'New password').waitFor();
  expect(it.page.url()).not.toContain('#');
  return link;
}

async function choosesNew(it: Visitor, chosen: string) {
  await typeInto(it.page, field(it, 'New password'), chosen);
  await it.page.keyboard.press('Enter');
}

describe('a passkey', () => {
  it('is the second step of somebody new, and brings the recovery codes', async () => {
    await admin.page.goto(house.firstInvitation);
    await field(admin, 'New password').waitFor();
    await choosesNew(admin, 'Hospital-Summer-2026!');
    await admin.page.getByText('among the first that strangers would try').waitFor();
    await expectGoodPage(admin, 'back-01-weak');
    await field(admin, 'New password').fill('');
    await choosesNew(admin, password);
    await pressOn(admin.page, button(admin, 'Add the passkey'));
    await admin.page.getByRole('heading', { name: 'Keep these recovery codes' }).waitFor();
    recoveryCodes = (await admin.page.locator('main li').allInnerTexts()).map((code) => code.trim());
    expect(recoveryCodes).toHaveLength(10);
    await pressOn(admin.page, button(admin, 'I have kept them'));
    await isAtTheDesk(admin);
  });

  it('finishes the sign-in after the password', async () => {
    await signsOut(admin);
    await signsInWith(admin, password);
    await button(admin, 'Use a passkey').waitFor();
    await expectGoodPage(admin, 'back-02-passkey-step');
    await pressOn(admin.page, button(admin, 'Use a passkey'));
    await isAtTheDesk(admin);
  });

  it('is all that is needed, without address and password', async () => {
    await signsOut(admin);
    await pressOn(admin.page, button(admin, 'Sign in with a passkey'));
    // Whoever signs in again comes back to where they were.
    await button(admin, 'Sign out').waitFor();
    await admin.page.getByText('Chrome, Linux · Passkey').first().waitFor();
    await expectGoodPage(admin, 'back-03-account');
  });

  it('of this device proves who sits here before codes are made anew', async () => {
    await pressOn(admin.page, button(admin, 'Make new recovery codes'));
    await admin.page.getByText('show once more that it is you').waitFor();
    await expectGoodPage(admin, 'back-04-prove');
    await pressOn(admin.page, button(admin, 'Use a passkey'));
    await admin.page.getByRole('heading', { name: 'Keep these recovery codes' }).waitFor();
    const fresh = (await admin.page.locator('section li').allInnerTexts()).map((code) => code.trim());
    expect(fresh.filter((code) => recoveryCodes.includes(code))).toEqual([]);
    recoveryCodes = fresh;
    await expectGoodPage(admin, 'back-05-new-codes');
    await pressOn(admin.page, button(admin, 'I have kept them'));
  });
});

describe('a forgotten password', () => {
  it('is chosen anew behind the link in the mail, and signs out what was open', async () => {
    await pressOn(admin.page, admin.page.getByRole('link', { name: 'Desk', exact: true }));
    await isAtTheDesk(admin);
    const elsewhere = await desk(browser, house.origin);
    await opensReset(elsewhere);
    await expectGoodPage(elsewhere, 'back-08-reset');
    await choosesNew(elsewhere, newPassword);
    await elsewhere.page.getByText('The password is changed').waitFor();
    await expectGoodPage(elsewhere, 'back-09-reset-done');
    await field(admin, 'Password').waitFor();
    await pressOn(elsewhere.page, elsewhere.page.getByRole('link', { name: 'Sign in', exact: true }));
    await typeInto(elsewhere.page, field(elsewhere, 'E-mail address'), email);
    await typeInto(elsewhere.page, field(elsewhere, 'Password'), newPassword);
    await elsewhere.page.keyboard.press('Enter');
    await button(elsewhere, 'Use a passkey').waitFor();
    // The second step is still missing, and yet somebody knows the password.
    await expect.poll(warnings, { timeout: 15_000 }).toBe(1);
    await elsewhere.leave();
  });

  it('lets in whoever lost the device too by a recovery code, once, and its owner hears of the new browser', async () => {
    const [code = ''] = recoveryCodes;
    const fresh = await desk(browser, house.origin);
    await signsInWith(fresh, newPassword);
    await pressOn(fresh.page, button(fresh, 'Use a recovery code instead'));
    expect(await button(fresh, 'Use the authenticator app instead').count()).toBe(0);
    await typeInto(fresh.page, field(fresh, 'Recovery code'), code);
    await expectGoodPage(fresh, 'back-10-recovery');
    await fresh.page.keyboard.press('Enter');
    await isAtTheDesk(fresh);
    await expect.poll(warnings, { timeout: 15_000 }).toBe(2);
    await signsOut(fresh);
    await signsInWith(fresh, newPassword);
    await pressOn(fresh.page, button(fresh, 'Use a recovery code instead'));
    await typeInto(fresh.page, field(fresh, 'Recovery code'), code);
    await fresh.page.keyboard.press('Enter');
    await fresh.page.getByText('This password or code is not right').waitFor();
    await expectGoodPage(fresh, 'back-11-code-spent');
    await fresh.leave();
  });

  it('is not chosen by a link that was used or is too old, and the page says where a new one comes from', async () => {
    const late = await desk(browser, house.origin);
    await late.page.goto(usedLinks[0] ?? '');
    await choosesNew(late, password);
    await late.page.getByText('This link no longer works').waitFor();
    await expectGoodPage(late, 'back-12-used');
    await opensReset(late);
    const database = new pg.Client(house.databaseUrl);
    await database.connect();
    await database.query(`update platform.one_time_token set expires_at = now() where purpose = 'reset'`);
    await database.end();
    await choosesNew(late, password);
    await late.page.getByText('This link no longer works').waitFor();
    await pressOn(late.page, late.page.getByRole('link', { name: 'Go to the sign-in, to ask for a new link' }));
    await button(late, 'Forgotten your password?').waitFor();
    await late.leave();
  });
});

it('no browser complained, and no secret was logged', () => {
  expect(admin.complaints).toEqual([]);
  const all = house.logged.join('\n');
  const secrets = [password, newPassword, ...recoveryCodes, ...usedLinks.map((link) => link.split('#')[1] ?? link)];
  for (const secret of secrets) expect(all).not.toContain(secret);
});

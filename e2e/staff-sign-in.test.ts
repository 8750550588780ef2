import { TOTP } from 'otpauth';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { desk, expectGoodPage, launch, pressOn, typeInto, type Visitor } from './browser.ts';
import { firstAdministrator, type House, startHouse } from './house.ts';
import { linkIn } from './patient.ts';

const password = 'velvet-harbor-turnip-42';
const colleague = { name: 'Ingeborg Thistlewood', email: 'ingeborg.thistlewood@example.org' };
const colleaguesPassword = 'marble-otter-lantern-77';

let house: House;
let browser: Browser;
let admin: Visitor;
let secret: string;
let recoveryCode: string;

beforeAll(async () => {
  house = await startHouse({ demo: false });
  browser = await launch();
  admin = await desk(browser, house.origin);
});
afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

const field = ({ page }: Visitor, name: string) => page.getByRole('textbox', { name, exact: true });
const button = ({ page }: Visitor, name: string) => page.getByRole('button', { name, exact: true });
/** A code counts once: the one of the next half minute is taken as well as the one of now. */
const codeIn = (seconds = 0) => new TOTP({ secret }).generate({ timestamp: Date.now() + seconds * 1000 });

async function choosesPassword(it: Visitor, link: string, chosen: string, step: string) {
  await it.page.goto(link);
  await field(it, 'New password').waitFor();
  expect(it.page.url()).not.toContain('#');
  await expectGoodPage(it, step);
  await typeInto(it.page, field(it, 'New password'), chosen);
  await it.page.keyboard.press('Enter');
}

async function setsUpCodes(it: Visitor, step: string) {
  await button(it, 'An authenticator app on your telephone').waitFor();
  await expectGoodPage(it, `${step}-second-step`);
  await pressOn(it.page, button(it, 'An authenticator app on your telephone'));
  secret = (await it.page.locator('code').innerText()).replaceAll(' ', '');
  await expectGoodPage(it, `${step}-scan`);
  await typeInto(it.page, field(it, 'Code from your authenticator app'), codeIn());
  await it.page.keyboard.press('Enter');
  await it.page.getByRole('heading', { name: 'Keep these recovery codes' }).waitFor();
  recoveryCode = (await it.page.locator('main li').first().innerText()).trim();
  await expectGoodPage(it, `${step}-codes`);
  await pressOn(it.page, button(it, 'I have kept them'));
}

async function signsInWith(it: Visitor, email: string, chosen: string) {
  await it.page.goto(`${house.origin}/staff/`);
  await typeInto(it.page, field(it, 'E-mail address'), email);
  await typeInto(it.page, field(it, 'Password'), chosen);
  await it.page.keyboard.press('Enter');
}

const isAtTheDesk = ({ page }: Visitor) => page.getByRole('heading', { name: 'Conversations' }).waitFor();

async function signsOut(it: Visitor) {
  await pressOn(it.page, it.page.getByRole('link', { name: 'Account' }));
  await button(it, 'Sign out').waitFor();
  await expectGoodPage(it, 'staff-05-account');
  await pressOn(it.page, button(it, 'Sign out'));
  await field(it, 'Password').waitFor();
}

describe('the first administrator of a real hospital', () => {
  it('nobody is in before them, and no invented person is offered', async () => {
    await admin.page.goto(`${house.origin}/staff/`);
    await button(admin, 'Sign in').waitFor();
    expect(await admin.page.getByText('Try the demonstration').count()).toBe(0);
    await expectGoodPage(admin, 'staff-01-sign-in');
  });

  it('chooses a password behind a link, adds a second step, and is at work', async () => {
    await choosesPassword(admin, house.firstInvitation, password, 'staff-02-invitation');
    await setsUpCodes(admin, 'staff-03');
    await isAtTheDesk(admin);
    await expectGoodPage(admin, 'staff-04-empty-desk');
  });

  it('the link is worth nothing any more', async () => {
    const other = await desk(browser, house.origin);
    await other.page.goto(house.firstInvitation);
    await other.page.getByText('This link no longer works').waitFor();
    await expectGoodPage(other, 'staff-06-link-used');
    await other.leave();
  });

  it('signs out, and a wrong password is told in plain words that give nothing away', async () => {
    await signsOut(admin);
    for (const [email, wrong] of [
      [firstAdministrator.email, 'not-the-password-9'],
      ['nobody.at.all@example.org', password],
    ] as const) {
      await signsInWith(admin, email, wrong);
      await admin.page.getByText('The e-mail address and the password do not fit together.').waitFor();
    }
    await expectGoodPage(admin, 'staff-07-wrong-password');
  });

  it('signs in with password and code; a wrong code does not let in', async () => {
    await signsInWith(admin, firstAdministrator.email, password);
    await field(admin, 'Code from your authenticator app').waitFor();
    await expectGoodPage(admin, 'staff-08-code');
    await admin.page.keyboard.type('000000');
    await admin.page.keyboard.press('Enter');
    await admin.page.getByRole('alert').waitFor();
    await expectGoodPage(admin, 'staff-09-wrong-code');
    await field(admin, 'Code from your authenticator app').fill('');
    await typeInto(admin.page, field(admin, 'Code from your authenticator app'), codeIn(30));
    await admin.page.keyboard.press('Enter');
    await isAtTheDesk(admin);
  });

  it('ends a session that is open elsewhere, and that screen shows nothing any more', async () => {
    const elsewhere = await desk(browser, house.origin);
    await signsInWith(elsewhere, firstAdministrator.email, password);
    await pressOn(elsewhere.page, button(elsewhere, 'Use a recovery code instead'));
    await typeInto(elsewhere.page, field(elsewhere, 'Recovery code'), recoveryCode);
    await elsewhere.page.keyboard.press('Enter');
    await isAtTheDesk(elsewhere);

    await pressOn(admin.page, admin.page.getByRole('link', { name: 'Account' }));
    await admin.page.getByText('this browser').first().waitFor();
    await pressOn(admin.page, button(admin, 'End'));
    await button(admin, 'End').waitFor({ state: 'detached' });
    await field(elsewhere, 'Password').waitFor({ timeout: 40_000 });
    expect(await elsewhere.page.getByRole('heading', { name: 'Conversations' }).count()).toBe(0);
    await expectGoodPage(elsewhere, 'staff-10-ended-elsewhere');
    await elsewhere.leave();
  });

  it('invites a colleague, who comes in by the mail that arrives', async () => {
    await pressOn(admin.page, admin.page.getByRole('link', { name: 'Team', exact: true }));
    await pressOn(admin.page, button(admin, 'Invite a colleague'));
    await typeInto(admin.page, field(admin, 'Name'), colleague.name);
    await typeInto(admin.page, field(admin, 'E-mail'), colleague.email);
    await pressOn(admin.page, admin.page.getByRole('checkbox', { name: 'nurse' }), 'Space');
    await expectGoodPage(admin, 'staff-11-invite');
    await pressOn(admin.page, button(admin, 'Send the invitation'));
    await admin.page.getByText('The invitation is on its way.').waitFor();

    const mail = await house.nextMailTo(colleague.email);
    expect(mail.text).not.toContain(colleague.name);
    const newcomer = await desk(browser, house.origin);
    await choosesPassword(newcomer, linkIn(mail), colleaguesPassword, 'staff-12-invitation');
    await setsUpCodes(newcomer, 'staff-13');
    await isAtTheDesk(newcomer);
    expect(newcomer.complaints).toEqual([]);
    await newcomer.leave();
  });
});

it('no browser complained, and no secret was logged', () => {
  expect(admin.complaints).toEqual([]);
  const all = house.logged.join('\n').toLowerCase();
  const secrets = [password, colleaguesPassword, secret, recoveryCode, house.firstInvitation.split('#')[1] ?? ''];
  for (const word of [...secrets, firstAdministrator.email, firstAdministrator.name, colleague.email, colleague.name])
    expect(all).not.toContain(word.toLowerCase());
});

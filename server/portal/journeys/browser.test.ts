import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { AxeResults } from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answer, openConversation } from '../../modules/desk/index.ts';
import { grantProxy } from '../../modules/people/index.ts';
import { makeDemoAccount } from '../../platform/access/index.ts';
import { tryPort } from '../../platform/http/port.ts';
import { asTest, startTestApp, type TestApp } from '../../testing/app.ts';
import { makePerson } from '../../testing/make-person.ts';
import { makeFacility } from '../../testing/make-place.ts';
import { makeStaff, makeTeam, staffActor } from '../../testing/make-staff.ts';

const executablePath = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (candidate) => candidate !== undefined && existsSync(candidate),
);
if (executablePath === undefined)
  console.warn('No Chromium found: the portal is not looked at in a browser (set CHROMIUM).');
/** A folder for pictures of every page, for those who look at them. */
const pictures = process.env.PORTAL_PICTURES;

let app: TestApp;
let origin: string;
let browser: Browser;
let axeSource: string;

beforeAll(async () => {
  if (executablePath === undefined) return;
  const port = await tryPort(0, '127.0.0.1');
  origin = `http://127.0.0.1:${port}`;
  app = await startTestApp({ house: { origin, demo: true } });
  await app.server.listen({ port, host: '127.0.0.1' });
  axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-quic'] });
  if (pictures) await mkdir(pictures, { recursive: true });
  await furnish();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

/** One team, one colleague, a daughter who acts for her mother, and an answer to read. */
async function furnish() {
  await makeFacility(app, { name: 'St. Brigid Hospital', phone: '(555) 010-0100' });
  const address = {
    lines: ['12 A Very Long Road With Many Words'],
    city: 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysilio',
  };
  await makeFacility(app, { name: 'St. Brigid Rehabilitation and Neuropsychology Center', address });
  const hours = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '09:00', closes: '17:00' }));
  const { id: teamId } = await makeTeam(app, { name: 'Billing questions', reasons: ['bill', 'other'], hours });
  const { id: staffId } = await makeStaff(app, {
    name: 'Maria Ortiz',
    shownAs: 'Maria, billing questions',
    teamIds: [teamId],
  });
  const mother = await makePerson(app, { name: { given: 'Elena', family: 'Delgado' } });
  const daughter = await makePerson(app, { name: { given: 'Rosa', family: 'Delgado' } });
  const until = app.shop
    .clock()
    .add({ hours: 24 * 90 })
    .toString();
  await app.act(asTest, (ctx) =>
    grantProxy(ctx, { proxyPersonId: daughter.id, forPersonId: mother.id, scopes: ['messages'], until }),
  );
  await app.act(asTest, (ctx) =>
    makeDemoAccount(ctx, {
      ...{ kind: 'person', subjectId: daughter.id, name: 'Rosa Delgado', role: 'Daughter who helps her mother' },
      email: 'rosa@people.test',
    }),
  );
  const text = 'I got a bill for 240 dollars and I do not know what it is for.\n\nI am worried, I cannot pay this now.';
  for (const askerPersonId of [daughter.id, mother.id])
    await app.act(asTest, (ctx) => openConversation(ctx, { askerPersonId, reason: 'bill', text, channel: 'portal' }));
  const asked = await app.act(asTest, (ctx) =>
    openConversation(ctx, {
      askerPersonId: daughter.id,
      reason: 'other',
      text: 'Where can my husband park?',
      channel: 'portal',
    }),
  );
  const staff = await staffActor(app, staffId);
  await app.act(staff, (ctx) =>
    answer(ctx, asked.id, {
      ...{ version: 1, fileIds: [], next: 'stay' },
      text: 'Thank you for asking, Rosa. The car park is behind the main door, and the first two hours cost nothing.',
    }),
  );
}

const looks = [
  { name: 'phone-en', width: 360, height: 740, language: 'en' },
  { name: 'phone-es', width: 360, height: 740, language: 'es' },
  { name: 'desk-en', width: 1280, height: 900, language: 'en' },
  { name: 'desk-es', width: 1280, height: 900, language: 'es' },
] as const;

type Look = (typeof looks)[number];

async function visitor(look: Look): Promise<{ context: BrowserContext; page: Page; complaints: string[] }> {
  const context = await browser.newContext({
    viewport: { width: look.width, height: look.height },
    ...{ locale: look.language, javaScriptEnabled: false },
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  // A form that needs another look is answered with 422, and the browser notes that by itself.
  // The browser tells of corrected forms (422) and of what it forgets at sign-out; neither is a complaint.
  page.on('console', (message) => /422|Clear-Site-Data/.test(message.text()) || complaints.push(message.text()));
  // What was still loading when the person went on is given up by the browser itself.
  page.on('requestfailed', (request) => {
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') complaints.push(`failed: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400 && response.status() !== 422)
      complaints.push(`${response.status()} ${response.url()}`);
  });
  return { context, page, complaints };
}

/** Where scripts may run: axe waits on timers, and the visitor's browser has none. One page a width, for all that is looked at. */
const lookers = new Map<number, Promise<Page>>();
async function openLooker(width: number): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  await page.addInitScript(axeSource);
  return page;
}

/** The same page once more; it is loaded anew each time, so that nothing of the one before is left. */
async function whatAxeFinds(html: string, width: number): Promise<AxeResults> {
  const looker = lookers.get(width) ?? openLooker(width);
  lookers.set(width, looker);
  const page = await looker;
  await page.unrouteAll();
  await page.route('**/looked-at', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }));
  await page.goto(`${origin}/looked-at`);
  const found = await page.evaluate('axe.run(document, { rules: { "target-size": { enabled: true } } })');
  return found as AxeResults;
}

/** Everybody can use the page, nothing is wider than the screen, and whoever wants can look at it. */
async function look(page: Page, { name, width }: Look, step: string) {
  if (pictures) await page.screenshot({ path: path.join(pictures, `${step}-${name}.png`), fullPage: true });
  expect(
    await page.evaluate('document.documentElement.scrollWidth'),
    `${step}: wider than the screen`,
  ).toBeLessThanOrEqual(width);
  const found = await whatAxeFinds(await page.content(), width);
  expect(found.violations.map((one) => `${step}: ${one.id} ${one.nodes.map((node) => node.html).join(' ')}`)).toEqual(
    [],
  );
}

const goOn = (page: Page) => page.locator('main form button.nhsuk-button').last().click();

describe.runIf(executablePath !== undefined).each(looks)('without script, $name', (it_) => {
  it('a stranger asks and is answered where', { timeout: 240_000 }, async () => {
    const { context, page, complaints } = await visitor(it_);
    await page.goto(`${origin}/`);
    await look(page, it_, '01-home');
    await page.goto(`${origin}/ask`);
    await look(page, it_, '02-reason');
    await goOn(page);
    await look(page, it_, '03-reason-error');
    await page.check('input[value=bill]');
    await goOn(page);
    await look(page, it_, '04-who');
    await page.check('input[value=someone]');
    await goOn(page);
    await goOn(page);
    await look(page, it_, '05-you-error');
    for (const [id, value] of Object.entries({
      given: 'Rosa',
      family: 'Delgado',
      'born-day': '31',
      'born-month': '3',
      'born-year': '1980',
    }))
      await page.fill(`#${id}`, value);
    await goOn(page);
    await page.fill('#email', 'rosa at example');
    await page.fill('#phone', '(555) 010-0199');
    await goOn(page);
    await look(page, it_, '06-reach-error');
    await page.fill('#email', `rosa.${it_.name}@people.test`);
    await page.check('input[value=no]');
    await goOn(page);
    await look(page, it_, '07-them');
    await page.fill('#given', 'Elena');
    await page.check('input[value=parent]');
    await goOn(page);
    await goOn(page);
    await look(page, it_, '08-place-error');
    await page.check('input[value=unknown]');
    await goOn(page);
    await look(page, it_, '08-question');
    await page.fill('#text', 'I do not understand my bill.\n\nAnd my mother has chest pain since this morning.');
    await goOn(page);
    await look(page, it_, '09-danger');
    await goOn(page);
    await page.setInputFiles('#file', {
      name: 'song.mp3',
      mimeType: 'audio/mpeg',
      buffer: Buffer.from('ID3\u0003\u0000\u0000\u0000'),
    });
    await goOn(page);
    await look(page, it_, '10-files-error');
    await page.setInputFiles('#file', {
      name: 'my bill.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('240 dollars'),
    });
    await goOn(page);
    await look(page, it_, '11-needs');
    await page.check('input[value=interpreter]');
    await page.fill('#need-words', 'Spanish');
    await goOn(page);
    await look(page, it_, '12-check');
    await page.goBack();
    await page.goForward();
    await goOn(page);
    expect(page.url()).toMatch(/\/sent$/);
    await look(page, it_, '13-sent');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('a daughter signs in, reads, writes back, and signs out', { timeout: 240_000 }, async () => {
    const { context, page, complaints } = await visitor(it_);
    await page.goto(`${origin}/messages`);
    expect(page.url()).toContain('/sign-in?next=%2Fmessages');
    await look(page, it_, '20-sign-in');
    await page.fill('#email', 'nobody@people.test');
    await page.locator('main form button').first().click();
    await look(page, it_, '21-code');
    await page.fill('#code', '123456');
    await goOn(page);
    await look(page, it_, '22-code-error');
    await page.goto(`${origin}/sign-in`);
    await page.click('button[name=account]');
    await look(page, it_, '23-messages');
    await page.locator('.bedside-cards a').first().click();
    await look(page, it_, '24-thread');
    await goOn(page);
    await look(page, it_, '25-thread-error');
    await page.fill('#text', it_.language === 'en' ? 'Thank you, that helps.' : 'Gracias, me ayuda.');
    await goOn(page);
    await look(page, it_, '26-thread-sent');
    await page.goto(`${origin}/account`);
    await look(page, it_, '27-account');
    await page.goto(`${origin}/record`);
    await look(page, it_, '29-record');
    await page.locator('main a[href^="/record?of="]').click();
    await look(page, it_, '29-record-of');
    await page.goto(`${origin}/record/opened`);
    await look(page, it_, '29-record-opened');
    await page.goto(`${origin}/ask`);
    await page.check('input[value=bill]');
    await goOn(page);
    await look(page, it_, '28-who-proxy');
    await page.click('.bedside-sign-out');
    expect(new URL(page.url()).pathname).toBe('/');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('the quiet pages', { timeout: 240_000 }, async () => {
    const { context, page, complaints } = await visitor(it_);
    for (const [place, step] of [
      ['/emergency', '30-emergency'],
      ['/about/privacy', '31-privacy'],
      ['/accessibility', '32-accessibility'],
      ['/sign-in/who', '33-who'],
    ]) {
      await page.goto(`${origin}${place}`);
      await look(page, it_, step ?? '');
    }
    expect(complaints).toEqual([]);
    await page.goto(`${origin}/sign-in/link/${'a'.repeat(43)}`);
    await look(page, it_, '34-link-gone');
    await context.close();
  });
});

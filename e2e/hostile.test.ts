import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answer, claim } from '../server/modules/desk/index.ts';
import { receiveMail } from '../server/modules/messaging/index.ts';
import { addNeed } from '../server/modules/people/index.ts';
import { storeFile } from '../server/platform/files/files.ts';
import { asTest, startTestApp, type TestApp } from '../server/testing/app.ts';
import { asPerson, asStaff, type SignedIn } from '../server/testing/as.ts';
import { makeConversation } from '../server/testing/make-conversation.ts';
import { makePerson } from '../server/testing/make-person.ts';
import { makeTeam, staffActor } from '../server/testing/make-staff.ts';
import { launch } from './browser.ts';

/** Each sets the same mark if anything of it ever runs. */
const attacks = [
  '<script>window.__hit=1</script>',
  '"><img src=x onerror="window.__hit=1">',
  `'><svg onload=window.__hit=1>`,
  '</textarea><script>window.__hit=1</script>',
  '</title><script>window.__hit=1</script>',
  '--><script>window.__hit=1</script><!--',
  'javascript:window.__hit=1',
  '{{constructor.constructor("window.__hit=1")()}}',
  '<a href="javascript:window.__hit=1" autofocus onfocus=window.__hit=1>x</a>',
  '<details open ontoggle=window.__hit=1>',
  '<iframe srcdoc="<script>parent.__hit=1</script>"></iframe>',
];
const all = attacks.join(' ');
/** Names are short. */
const short = `${attacks[1]}${attacks[0]}`;

const staffApp = fileURLToPath(new URL('../web/dist/index.html', import.meta.url));
let app: TestApp;
let browser: Browser;
let origin: string;
let patient: SignedIn;
let clerk: SignedIn;
let conversationId: string;
let personId: string;
beforeAll(async () => {
  app = await startTestApp();
  await app.server.listen({ host: '127.0.0.1', port: 0 });
  origin = `http://127.0.0.1:${(app.server.server.address() as { port: number }).port}`;
  const { id: teamId } = await makeTeam(app, { name: short.slice(0, 120), reasons: ['other', 'bill'] });
  clerk = await asStaff(app, { name: `Robin ${short}`, shownAs: `Robin ${short}`, teamIds: [teamId] });
  const email = 'hostile@people.test';
  ({ id: personId } = await makePerson(app, {
    name: { given: short, family: short, preferred: short },
    contacts: [{ system: 'email', value: email }],
    identifiers: [{ system: 'urn:test', value: short.slice(0, 100) }],
  }));
  await app.act(asTest, (ctx) => addNeed(ctx, personId, { kind: 'other', words: short }));
  const asked = await makeConversation(app, { teamId, askerPersonId: personId, text: all, subject: short });
  conversationId = asked.id;
  const actor = await staffActor(app, clerk.subjectId);
  const name = `${attacks[1]}.txt`;
  const file = await app.act(actor, (ctx) => storeFile(ctx, { name, bytes: Buffer.from('Only words.') }));
  const { version } = await app.act(actor, (ctx) => claim(ctx, asked.id));
  await app.act(actor, (ctx) => answer(ctx, asked.id, { version, text: all, fileIds: [file.id], next: 'stay' }));
  const head = `From: "${attacks[0]}" <${email}>\r\nTo: front.desk@mail.bedside.test\r\nSubject: ${short}\r\nMessage-ID: <h@x.test>`;
  await receiveMail(
    app.shop,
    Buffer.from(`${head}\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>Mail ${all}</p>\r\n`),
  );
  await app.drain();
  patient = await asPerson(app, personId);
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

/** Our own policy is switched off: what is shown must be harmless by itself, and the policy is the second lock. */
async function visit(who: SignedIn): Promise<BrowserContext> {
  const context = await browser.newContext({ bypassCSP: true, locale: 'en-US' });
  const [name = '', value = ''] = (who.headers.cookie ?? '').split('=');
  await context.addCookies([{ name, value, url: origin }]);
  return context;
}

async function look(context: BrowserContext, path: string, shows: string | undefined): Promise<void> {
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('dialog', (dialog) => dialog.dismiss());
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`${origin}${path}`);
  if (shows) await page.getByText(shows).locator('visible=true').first().waitFor({ timeout: 20_000 });
  for (const link of await page.locator('a[href^="javascript:" i]').all())
    throw new Error(`A link runs a script: ${await link.innerText()}`);
  await page.mouse.move(200, 200);
  await page.waitForTimeout(200);
  const hits = await Promise.all(
    page.frames().map((frame) => frame.evaluate(() => (window as { __hit?: number }).__hit).catch(() => undefined)),
  );
  expect(hits.filter(Boolean), path).toEqual([]);
  expect(
    asked.filter((url) => !url.startsWith(origin) && !/^(data|blob|about):/.test(url)),
    path,
  ).toEqual([]);
  await page.close();
}

test('the canary sings when something does run', async () => {
  const context = await visit(patient);
  const page = await context.newPage();
  await page.setContent(`<p>${all}</p>`);
  await page.waitForTimeout(200);
  expect(await page.evaluate(() => (window as { __hit?: number }).__hit)).toBe(1);
  await context.close();
});

test('what strangers wrote is only ever text in the portal', async () => {
  const context = await visit(patient);
  await look(context, '/messages', '<script>');
  await look(context, `/messages/${conversationId}`, '<script>');
  await look(context, '/account', undefined);
  await look(context, `/sign-in?next=${encodeURIComponent(`javascript:window.__hit=1//${short}`)}`, undefined);
  await look(context, `/ask?about=${encodeURIComponent(short)}`, undefined);
  await look(context, `/${encodeURIComponent(short)}`, undefined);
  await context.close();
});

test('what was typed stays text in a page of errors and in the page to check', async () => {
  const context = await browser.newContext({ bypassCSP: true, locale: 'en-US' });
  const page = await context.newPage();
  await page.goto(`${origin}/ask`);
  await page.locator('input[name=reason][value=bill]').check();
  await page.locator('main button[type=submit]').first().click();
  await page.locator('input[name=who][value=me]').check();
  await page.locator('main button[type=submit]').first().click();
  await page.locator('input[name=given]').fill(short);
  await page.locator('input[name=family]').fill(short);
  await page.locator('input[name=born-day]').fill(attacks[1] ?? '');
  await page.locator('main button[type=submit]').first().click();
  await page.waitForLoadState();
  expect(await page.locator('input[name=given]').inputValue()).toBe(short);
  expect(await page.evaluate(() => (window as { __hit?: number }).__hit)).toBeUndefined();
  await context.close();
});

test.skipIf(!existsSync(staffApp))('what patients wrote is only ever text in the staff app', async () => {
  const context = await visit(clerk);
  await look(context, '/staff/desk', '<script>');
  await look(context, `/staff/desk/${conversationId}`, '<details open');
  await look(context, `/staff/people/${personId}`, '<script>');
  await look(context, '/staff/team', '<script>');
  await context.close();
});

test('a file comes as a file: named, never shown in our own origin, and nothing in it may run', async () => {
  const page = await app.server.inject({ url: `/messages/${conversationId}`, headers: patient.headers });
  const href = /href="(\/messages\/[^"]+\/files\/[^"]+)"/.exec(page.body)?.[1] ?? '';
  const file = await app.server.inject({ url: href, headers: patient.headers });
  expect(file.statusCode).toBe(200);
  expect(file.headers['content-disposition']).toMatch(/^attachment; filename="[\w. -]+"; filename\*=UTF-8''[^"<>\s]+$/);
  expect(file.headers['content-security-policy']).toContain('sandbox');
  expect(file.headers['x-content-type-options']).toBe('nosniff');
});

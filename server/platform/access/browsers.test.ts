import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../testing/app.ts';
import { type Browser, makeBrowser } from '../../testing/browser.ts';
import { goodPassword, makeActiveStaff, makeInvited } from '../../testing/make-account.ts';
import { browserName } from './browser-name.ts';

const start = Temporal.Instant.from('2026-03-02T14:30:00Z');
let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ now: start });
});
afterAll(() => app.stop());
beforeEach(async () => {
  app.setNow(start);
  await sql`delete from platform.rate_limit`.execute(app.db);
  app.outbox.sent.length = 0;
});

const signIn = (browser: Browser, email: string) =>
  browser.post('/api/access/sign-in', { email, password: goodPassword });
/** The mails about new browsers that this address got since the test began. */
async function warned(email: string) {
  await app.drain();
  return app.outbox.sent.filter((mail) => mail.to.address === email && mail.subject.includes('new browser'));
}
const browsers = async (browser: Browser) =>
  (await browser.get('/api/access/browsers')).json().browsers as { name: string; isThisOne: boolean }[];

describe('a sign-in in a browser that the account has not used before', () => {
  test('is told to its owner once, with the moment, and without a link', async () => {
    const { email } = await makeActiveStaff(app);
    const browser = makeBrowser(app);
    await signIn(browser, email);
    const [mail, ...more] = await warned(email);
    expect(more).toEqual([]);
    expect(mail?.text).toContain('Monday, March 2, 2026 at 9:30 AM');
    expect(mail?.text).toContain('555-0100');
    expect(mail?.text).not.toMatch(/https?:/);
    await browser.post('/api/access/sign-out');
    await signIn(browser, email);
    expect(await warned(email)).toHaveLength(1);
    await signIn(makeBrowser(app), email);
    expect(await warned(email)).toHaveLength(2);
  });

  test('is no news in the browser in which the invitation was accepted', async () => {
    const { email, token } = await makeInvited(app);
    const browser = makeBrowser(app);
    await browser.post('/api/access/invitation/acceptance', { token, password: goodPassword });
    await browser.post('/api/access/sign-out');
    await signIn(browser, email);
    expect(await warned(email)).toEqual([]);
    expect(await browsers(browser)).toMatchObject([{ isThisOne: true }]);
  });

  test('is told of each account by itself: a shared desk is one browser of many people', async () => {
    const [one, two] = [await makeActiveStaff(app), await makeActiveStaff(app)];
    const browser = makeBrowser(app);
    await signIn(browser, one.email);
    await signIn(browser, two.email);
    expect(await warned(two.email)).toHaveLength(1);
    expect(await warned(one.email)).toHaveLength(1);
    expect(await browsers(browser)).toHaveLength(2);
  });

  test('is told once when the same browser comes twenty times at once', async () => {
    const { email } = await makeActiveStaff(app);
    const other = await makeActiveStaff(app);
    const first = makeBrowser(app);
    await signIn(first, other.email);
    const cookies = Object.fromEntries([...first.jar].filter(([name]) => name === 'bedside-browser'));
    const answers = await Promise.all(Array.from({ length: 20 }, () => signIn(makeBrowser(app, cookies), email)));
    expect(answers.map((it) => it.statusCode)).toEqual(Array(20).fill(200));
    expect(await warned(email)).toHaveLength(1);
  });

  test('is not told of a wrong password', async () => {
    const { email } = await makeActiveStaff(app);
    await makeBrowser(app).post('/api/access/sign-in', { email, password: 'wrong' });
    expect(await warned(email)).toEqual([]);
  });
});

describe('what makes a browser known', () => {
  test('is kept as a hash, and a token that we did not make is worth as little as any', async () => {
    const { email, accountId } = await makeActiveStaff(app);
    const browser = makeBrowser(app);
    await signIn(browser, email);
    const token = browser.jar.get('bedside-browser') ?? '';
    expect(token).toMatch(/^[\w-]{43}$/);
    const { rows } = await sql<{ row: string }>`
      select b::text as row from platform.known_browser b where account_id = ${accountId}`.execute(app.db);
    expect(rows.join()).not.toContain(Buffer.from(token, 'base64url').toString('hex'));
    for (const planted of ['', 'x', '[]', 'A'.repeat(44)]) {
      const other = makeBrowser(app, { 'bedside-browser': planted });
      expect((await signIn(other, email)).statusCode).toBe(200);
      expect(other.jar.get('bedside-browser')).toMatch(/^[\w-]{43}$/);
    }
    expect(await warned(email)).toHaveLength(5);
  });

  test('opens nothing by itself, and stays when its owner signs out', async () => {
    const { email } = await makeActiveStaff(app);
    const browser = makeBrowser(app);
    await signIn(browser, email);
    await browser.post('/api/access/sign-out');
    expect(browser.jar.has('bedside-browser')).toBe(true);
    expect((await browser.get('/api/access/browsers')).statusCode).toBe(401);
  });

  test('is seen by its owner alone, by its name', async () => {
    const { email } = await makeActiveStaff(app);
    const other = await makeActiveStaff(app);
    const payload = { email, password: goodPassword };
    const userAgent = 'Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0';
    const headers = { 'x-bedside': '1', 'user-agent': userAgent };
    await app.server.inject({ method: 'POST', url: '/api/access/sign-in', payload, headers });
    const [mail] = await warned(email);
    expect(mail?.text).toContain('Firefox, Windows');
    const browser = makeBrowser(app);
    await signIn(browser, email);
    expect((await browsers(browser)).map((one) => one.name).sort()).toEqual(['', '', 'Firefox, Windows']);
    const stranger = makeBrowser(app);
    await signIn(stranger, other.email);
    expect((await browsers(stranger)).map((one) => one.name)).not.toContain('Firefox, Windows');
  });
});

test.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36 Edg/140.0',
    'Edge, Windows',
  ],
  [
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/140.0 Safari/537.36',
    'Chrome, Linux',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile/15E148 Safari/604.1',
    'Safari, iPhone or iPad',
  ],
  [
    'Mozilla/5.0 (Linux; Android 15) SamsungBrowser/28.0 Chrome/130.0 Mobile Safari/537.36',
    'Samsung Internet, Android',
  ],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/19.0 Safari/605.1.15', 'Safari, Mac'],
  ['curl/8.5.0', ''],
  ['', ''],
  [undefined, ''],
  [`Firefox/1 ${'x'.repeat(100_000)}`, 'Firefox'],
  ['<script>Firefox/1</script>\r\nBcc: x', 'Firefox'],
])('%j is called %j', (told, name) => {
  expect(browserName(told)).toBe(name);
  expect(browserName(told).length).toBeLessThanOrEqual(40);
});

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { desk, expectGoodPage, launch, pressOn, type Visitor } from './browser.ts';
import { type House, startHouse } from './house.ts';
import { opensRow, signsIn, threadOf } from './staff.ts';

/** Each would set the mark, or ask a stranger's server for something, if anything of it ever ran. */
const hostile = `<html><head>
<meta http-equiv="refresh" content="0; url=https://spy.example/refreshed">
<link rel="stylesheet" href="https://spy.example/style.css">
<style>@import url(https://spy.example/import.css); body { background: url(https://spy.example/body.png) }</style>
<base href="https://spy.example/">
</head><body onload="parent.__hit=1" background="https://spy.example/background.png">
<p>Good morning, my <b>appointment</b> letter has the wrong day on it.</p>
<table><tr><th>Letter</th><td>Thursday</td></tr><tr><th>Portal</th><td>Tuesday</td></tr></table>
<script>top.__hit=1; window.__hit=1</script>
<img src="x" onerror="window.__hit=1"><img src="https://spy.example/pixel.gif" alt="Logo of the practice">
<div style="background:url(https://spy.example/div.png);position:fixed;inset:0">Over everything</div>
<svg onload="window.__hit=1"><image href="https://spy.example/image.svg"/></svg>
<form action="https://spy.example/form"><input name="password" autofocus onfocus="window.__hit=1"><button>Go</button></form>
<a href="javascript:window.__hit=1">Look here</a> <a href="https://spy.example/link">and there</a>
<iframe src="https://spy.example/frame"></iframe><video src="https://spy.example/video" autoplay></video>
${'<p>And so it goes on for a while.</p>'.repeat(30)}
</body></html>`;

let house: House;
let browser: Browser;
let ana: Visitor;
const asked: string[] = [];

beforeAll(async () => {
  house = await startHouse();
  browser = await launch();
  ana = await desk(browser, house.origin);
  ana.page.on('request', (request) => asked.push(request.url()));
  await signsIn(ana, 'Ana Lucero');
});
afterAll(async () => {
  await ana?.leave();
  await browser?.close();
  await house?.stop();
});

const isHit = () =>
  Promise.all(ana.page.frames().map((frame) => frame.evaluate('window.__hit').catch(() => 'cannot be asked')));
const elsewhere = () => asked.filter((url) => !url.startsWith(house.origin) && !/^(data|blob|about):/.test(url));

it('the traps of this mail spring where nothing keeps them from it', async () => {
  const page = await browser.newPage();
  const seen: string[] = [];
  await page.route(/spy\.example/, (route) => {
    seen.push(route.request().url());
    return route.abort();
  });
  await page.setContent(hostile.replace(/<meta.*>/, '').replace(/<base.*>/, ''));
  await page.waitForTimeout(300);
  expect(await page.evaluate('window.__hit')).toBe(1);
  expect(seen).toContain('https://spy.example/pixel.gif');
  await page.close();
});

it('a stranger’s mail is read as it came, by keyboard, and does nothing', async () => {
  const { page } = ana;
  await house.sendMail({
    from: 'Wanda Winters <wanda.winters@example.net>',
    to: 'front.desk@care.example.org',
    subject: 'Wrong day in my letter',
    text: 'Good morning, my appointment letter has the wrong day on it.',
    html: hostile,
    attachments: [{ filename: 'setup.exe', content: Buffer.from('MZ nothing that anybody should run') }],
  });
  await opensRow(ana, 'Wrong day in my letter');
  const thread = threadOf(ana);
  await thread.getByText('Left out: setup.exe (a kind we do not keep)').waitFor();
  const entries = await thread.locator('li').allInnerTexts();
  expect(entries[0]).toContain('The question came in');
  expect(entries[1]).toContain('Good morning');

  await pressOn(page, thread.getByRole('button', { name: 'Show the mail as it came' }));
  const frame = thread.locator('iframe');
  await frame.waitFor();
  expect(await frame.getAttribute('sandbox')).toBe('');
  expect(await frame.getAttribute('referrerpolicy')).toBe('no-referrer');
  const mail = page.frameLocator('iframe');
  await mail.getByText('Over everything').waitFor();
  expect(await mail.locator('script, svg, img, form, input, iframe, video, meta[http-equiv=refresh]').count()).toBe(0);
  await thread.getByText(/^2 remote pictures were not loaded\./).waitFor();
  const text = thread.getByText('Good morning').first();
  const [above, below] = [await text.boundingBox(), await frame.boundingBox()];
  expect((above?.y ?? 0) + (above?.height ?? 0)).toBeLessThanOrEqual(below?.y ?? 0);
  expect(below).toMatchObject({ height: expect.toSatisfy((it: number) => it >= 200) });
  await expectGoodPage(ana, 'mail-html-01-as-it-came');

  // Into the frame, and down in it.
  for (let presses = 0; presses < 3; presses++) {
    await page.keyboard.press('Tab');
    if (await frame.evaluate((it) => it === document.activeElement)) break;
  }
  expect(await frame.evaluate((it) => it === document.activeElement)).toBe(true);
  const below0 = await mail.locator('p').last().boundingBox();
  await page.keyboard.press('End');
  await expect.poll(async () => (await mail.locator('p').last().boundingBox())?.y).toBeLessThan(below0?.y ?? 0);
  await mail.getByText('Look here').click();
  await page.waitForTimeout(500);
  expect((await isHit()).filter((hit) => hit !== undefined)).toEqual([]);
  expect(elsewhere()).toEqual([]);

  await page.keyboard.press('Shift+Tab');
  await pressOn(page, thread.getByRole('button', { name: 'Close the mail' }));
  await expect.poll(() => frame.count()).toBe(0);
  await thread.getByRole('button', { name: 'Show the mail as it came' }).waitFor();
});

it('were it not made safe, the frame and the policy around it would still hold', async () => {
  const { page } = ana;
  const reached: string[] = [];
  await page.context().route(/spy\.example/, (route) => {
    reached.push(route.request().url());
    return route.abort();
  });
  await page.route(/\/messages\//, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: { ...(await answer.json()), html: hostile } });
  });
  await page.reload();
  const thread = threadOf(ana);
  await pressOn(page, thread.getByRole('button', { name: 'Show the mail as it came' }));
  await page.frameLocator('iframe').first().getByText('Over everything').waitFor();
  await page.frameLocator('iframe').first().getByText('Look here').click({ force: true });
  await page.waitForTimeout(500);
  expect((await isHit()).filter((hit) => hit !== undefined)).toEqual([]);
  expect(reached).toEqual([]);
  expect(await page.frameLocator('iframe').first().locator('script').count()).toBeGreaterThan(0);
});

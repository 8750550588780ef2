import { existsSync, readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogueProblems } from '../../platform/i18n/messages.ts';
import { startTestApp, type TestApp } from '../../testing/app.ts';
import { type Browser, browse } from '../../testing/browse.ts';
import { makeTeam } from '../../testing/make-staff.ts';
import { askCatalogue } from './ask-words.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ now: Temporal.Instant.from('2026-03-02T15:00:00Z') });
  await makeTeam(app, {
    name: 'Front desk team',
    reasons: ['other', 'bill'],
    hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '09:00', closes: '17:00' })),
  });
});
afterAll(() => app.stop());

const me = { given: 'Rosa', family: 'Delgado', 'born-day': '31', 'born-month': '3', 'born-year': '1980' };
const paper = { name: 'bill.txt', bytes: Buffer.from('240 dollars') };

const count = async (table: string) =>
  (await sql<{ count: number }>`select count(*)::int as count from ${sql.table(table)}`.execute(app.db)).rows[0]?.count;

async function askUntilQuestion(person: Browser, email: string) {
  await person.open('/ask');
  await person.send({ reason: 'bill' });
  await person.send({ who: 'me' });
  await person.send(me);
  return person.send({ email, phone: '' });
}

async function askUntilCheck(person: Browser, email: string, text = 'I do not understand my bill.') {
  await askUntilQuestion(person, email);
  await person.send({ text });
  await person.send({ file: paper });
  return person.send({ need: ['large-print'] });
}

it('a stranger asks, page by page, and gets a reference that can be said on the phone', async () => {
  const person = browse(app);
  const check = await askUntilCheck(person, 'rosa@people.test');
  expect(check.url).toMatch(/^\/ask\/[\w-]+\/check$/);
  for (const said of ['Rosa Delgado', 'I do not understand my bill.', 'bill.txt', 'I need large letters'])
    expect(check.text).toContain(said);
  const sent = await person.send();
  expect(sent.url).toMatch(/\/sent$/);
  expect(sent.text).toMatch(/Your reference [2-9A-Z]{3}-[2-9A-Z]{3}/);
  expect(sent.text).toContain('Team: Front desk team');
  expect(sent.text).toContain('By Tuesday, March 3, 2026');
  const draft = await sql<{ kept: string }>`
    select (answers::text || files::text || receipt::text) as kept from portal.draft where sent_at is not null`.execute(
    app.db,
  );
  expect(draft.rows.map((row) => row.kept).join()).not.toMatch(/Rosa|understand|bill\.txt/);
  expect(await count('messaging.attachment')).toBe(1);
});

it('sent twice at once and once more later, it arrives once', async () => {
  const person = browse(app);
  const check = await askUntilCheck(person, 'twice@people.test');
  const before = (await count('desk.conversation')) ?? 0;
  const all = await Promise.all([1, 2, 3, 4, 5].map(() => person.send({}, { from: check })));
  all.push(await person.send({}, { from: check }));
  expect(new Set(all.map((page) => page.text.match(/[2-9A-Z]{3}-[2-9A-Z]{3}/)?.[0])).size).toBe(1);
  expect(await count('desk.conversation')).toBe(before + 1);
});

it('a look changes nothing: no page that is opened writes a row', async () => {
  const person = browse(app);
  const check = await askUntilCheck(person, 'looks@people.test');
  const rows = async () =>
    (
      await sql<{ total: string }>`select string_agg(xmin::text || id::text || answers::text, ',' order by id) as total
        from portal.draft`.execute(app.db)
    ).rows[0]?.total;
  const before = [
    await rows(),
    await count('desk.conversation'),
    await count('platform.file'),
    await count('platform.event'),
  ];
  for (const step of ['reason', 'who', 'you', 'reach', 'question', 'files', 'needs', 'check', 'sent', 'danger'])
    expect((await person.open(check.url.replace('check', step))).status).toBe(200);
  for (const path of ['/', '/ask', '/emergency', '/sign-in', '/sign-in/code', '/sign-in/who', '/language/es?next=/ask'])
    expect((await person.open(path)).status).toBe(200);
  expect([
    await rows(),
    await count('desk.conversation'),
    await count('platform.file'),
    await count('platform.event'),
  ]).toEqual(before);
});

it('two tabs do not mix, and changing one answer leads back to the check', async () => {
  const person = browse(app);
  const one = await askUntilCheck(person, 'tabs@people.test', 'About my bill');
  const other = await askUntilCheck(person, 'tabs@people.test', 'About parking');
  expect(one.url).not.toBe(other.url);
  expect((await person.open(one.url)).text).toContain('About my bill');
  expect((await person.open(other.url)).text).toContain('About parking');
  await person.open(one.url.replace('check', 'question'));
  const changed = await person.send({ text: 'About my other bill' });
  expect(changed.url).toBe(one.url);
  expect(changed.text).toContain('About my other bill');
});

it('words of danger show emergency care first, let the message through, and are asked again for new ones', async () => {
  const person = browse(app);
  await askUntilQuestion(person, 'danger@people.test');
  const danger = await person.send({ text: 'My bill, and I have chest pain' });
  expect(danger.url).toMatch(/\/danger$/);
  expect(danger.text).toContain('call 911 now');
  const skipped = await person.open(danger.url.replace('danger', 'check'));
  expect(skipped.url).toBe(danger.url);
  await person.send();
  await person.open(danger.url.replace('danger', 'question'));
  expect((await person.send({ text: 'My mother cannot breathe' })).url).toBe(danger.url);
  await person.send();
  await person.send();
  await person.send();
  const sent = await person.send();
  expect(sent.text).toContain('We have your message');
  expect(sent.text).toContain('call 911 now');
  const { rows } = await sql<{ words: string[] }>`
    select urgent_words as words from desk.conversation order by opened_at desc, id desc limit 1`.execute(app.db);
  expect(rows[0]?.words.length).toBeGreaterThan(0);
});

it('what was typed is never lost: wrong answers and good files stay, each wrong one says why at its field', async () => {
  const person = browse(app);
  await person.open('/ask');
  expect((await person.send()).status).toBe(422);
  await person.send({ reason: 'bill' });
  await person.send({ who: 'me' });
  const wrong = await person.send({ ...me, 'born-month': '13' });
  expect(wrong.status).toBe(422);
  expect(wrong.html).toContain('value="Rosa"');
  expect((await person.open(wrong.url)).html).toContain('value="13"');
  await person.send(me);
  await person.send({ email: '', phone: '555 010 0199', voicemail: 'no' });
  const long = 'x'.repeat(12_000);
  const tooLong = await person.send({ text: long });
  expect(tooLong.status).toBe(422);
  expect(tooLong.html).toContain(long);
  await person.send({ text: 'Short' });
  const big = { name: 'big.pdf', bytes: Buffer.alloc(10 * 1024 * 1024 + 1, 'x') };
  const song = { name: '<b>song.mp3', bytes: Buffer.from('ID3\u0003\u0000\u0000\u0000') };
  const files = await person.send({ file: [paper, big, song] });
  expect(files.status).toBe(422);
  expect(files.text).toContain('“big.pdf” is larger than 10 MB');
  expect(files.text).toContain('“<b>song.mp3” is a kind of file that we cannot open safely');
  expect(files.text).toContain('bill.txt');
});

describe('a draft is of the browser that began it', () => {
  it('is not found by another browser, nor by a guess, in the same shape', async () => {
    const person = browse(app);
    const check = await askUntilCheck(person, 'mine@people.test', 'Nobody else reads this');
    const stranger = browse(app);
    await askUntilQuestion(stranger, 'stranger@people.test');
    const shape = (html: string) => html.replace(/next=[^"]*"/g, '').replace(/value="[^"]*"/g, '');
    const theirs = await stranger.open(check.url);
    const guessed = await stranger.open(`/ask/${crypto.randomUUID()}/check`);
    expect([theirs.status, guessed.status]).toEqual([404, 404]);
    expect(shape(theirs.html)).toBe(shape(guessed.html));
    for (const bad of ['/ask/x/check', "/ask/'%20or%201=1/check", '/ask/__proto__/reason', `${check.url}x`])
      expect((await stranger.open(bad)).status).toBe(404);
    const sent = await stranger.send({}, { from: { ...check, html: check.html } });
    expect(sent.status).toBeGreaterThanOrEqual(400);
  });

  it('is over after a day, and its files with it', async () => {
    const person = browse(app);
    const check = await askUntilCheck(person, 'late@people.test');
    const files = (await count('platform.file')) ?? 0;
    app.setNow(Temporal.Instant.from('2026-03-03T15:00:01Z'));
    expect((await person.open(check.url)).status).toBe(404);
    await browse(app).open('/ask');
    await askUntilQuestion(browse(app), 'next@people.test');
    expect(await count('platform.file')).toBeLessThan(files);
    app.setNow(Temporal.Instant.from('2026-03-02T15:00:00Z'));
  });
});

describe('hostile input', () => {
  const list = new URL('../../../../shared/data/text/blns.json', import.meta.url);
  const naughty: string[] = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : [];
  if (naughty.length === 0) console.warn('The list of naughty strings is not here: skipped.');

  it.runIf(naughty.length > 0)(
    'every naughty string through every field is kept as text or refused, never a fault',
    async () => {
      const person = browse(app);
      await askUntilQuestion(person, 'naughty@people.test');
      const base = person.page().url.replace(/[^/]+$/, '');
      const fields = {
        you: ['given', 'family', 'born-day', 'born-year'],
        reach: ['email', 'phone', 'voicemail'],
        needs: ['need', 'need-words'],
        question: ['text'],
      };
      for (const [place, text] of naughty.entries()) {
        const steps = Object.entries(fields);
        const [step, names] = steps[place % steps.length] ?? ['you', ['given']];
        await askStep(person, `${base}${step}`, Object.fromEntries(names.map((name) => [name, text])));
      }
    },
  );

  async function askStep(person: Browser, path: string, typing: Record<string, string>) {
    let page = await person.open(path);
    if (page.url !== path)
      page = { ...page, url: path, html: page.html.replace(/action="\/ask\/[^"]*"/g, `action="${path}"`) };
    const answer = await person.send(typing, { from: page, follows: false });
    expect(answer.status, JSON.stringify(typing)).toBeLessThan(500);
    expect(answer.html).not.toMatch(/<(script|img|svg|iframe)\b[^>]*(alert|onerror|onload)/i);
  }

  it('NUL, half a pair, 1 MB of text and unknown fields are refused in words', async () => {
    const person = browse(app);
    const page = await askUntilQuestion(person, 'hostile@people.test');
    for (const [text, status] of [
      ['a\0b', 400],
      ['x'.repeat(1_048_576), 413],
      ['%ED%A0%80', 303],
      ['x'.repeat(100_000), 422],
    ] as const) {
      const answer = await person.send({ text }, { from: page, follows: false });
      expect(answer.status).toBe(status);
    }
    const forged = await person.send(
      { text: 'Fine', seen: 'x', personId: crypto.randomUUID(), __proto__x: '1' },
      { from: page },
    );
    expect(forged.status).toBe(200);
    const noToken = await person.send({ text: 'Fine', _token: 'forged' }, { from: page, follows: false });
    expect(noToken.status).toBe(412);
  });

  it('the language link leads to our own pages only', async () => {
    for (const next of [
      '//evil.test',
      'https://evil.test',
      '/\\evil.test',
      '/%0d%0aset-cookie:x=1',
      'javascript:alert(1)',
      '/../..//evil.test',
    ]) {
      const answer = await app.server.inject(`/language/es?next=${encodeURIComponent(next)}`);
      expect(answer.headers.location).toBe('/');
    }
    expect((await app.server.inject('/language/es?next=%2Fask')).headers.location).toBe('/ask');
    expect((await app.server.inject('/language/xx')).statusCode).toBe(404);
  });
});

it('the first visit weighs at most 60 KB, its fonts and style sheet included', async () => {
  const home = await app.server.inject({ url: '/', headers: { 'accept-encoding': 'br' } });
  const css = /href="([^"]*\.css)"/.exec(home.body)?.[1] ?? '';
  const sheet = await app.server.inject({ url: css, headers: { 'accept-encoding': 'br' } });
  const text = (await app.server.inject(css)).body;
  const others = [...text.matchAll(/url\("?([^")]*woff2)"?\)/g)].map((match) => match[1] ?? '');
  const icon = /rel="icon" href="([^"]*)"/.exec(home.body)?.[1] ?? '';
  const sizes = await Promise.all(
    [...new Set(others), icon].map(async (url) => (await app.server.inject(url)).rawPayload.length),
  );
  const total = home.rawPayload.length + sheet.rawPayload.length + sizes.reduce((sum, size) => sum + size, 0);
  console.log(`First visit: ${total} bytes`);
  expect(sizes.length).toBeGreaterThan(1);
  expect(total).toBeLessThanOrEqual(60_000);
});

it('says the same in both languages', async () => {
  expect(catalogueProblems(askCatalogue)).toEqual([]);
  const person = browse(app, { language: 'es' });
  expect((await person.open('/ask')).text).toContain('¿En qué necesita ayuda?');
});

import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answer, openConversation } from '../../modules/desk/index.ts';
import { grantProxy, mergePeople } from '../../modules/people/index.ts';
import { ensurePersonAccount } from '../../platform/access/index.ts';
import { asTest, startTestApp, type TestApp } from '../../testing/app.ts';
import { asPerson } from '../../testing/as.ts';
import { type Browser, browse } from '../../testing/browse.ts';
import { makePerson } from '../../testing/make-person.ts';
import { makeStaff, makeTeam, staffActor } from '../../testing/make-staff.ts';

let app: TestApp;
let teamId: string;
beforeAll(async () => {
  app = await startTestApp({ now: Temporal.Instant.from('2026-03-02T15:00:00Z') });
  ({ id: teamId } = await makeTeam(app, { name: 'Billing questions', reasons: ['bill', 'other'] }));
});
afterAll(() => app.stop());

const named = (given: string) => ({ name: { given, family: 'Delgado' } });

async function browserOf(personId: string): Promise<Browser> {
  const person = browse(app);
  const { headers } = await asPerson(app, personId);
  const [name = '', value = ''] = (headers.cookie ?? '').split('=');
  person.cookies.set(name, value);
  return person;
}

const asks = (askerPersonId: string, text: string) =>
  app.act(asTest, (ctx) => openConversation(ctx, { askerPersonId, reason: 'bill', text, channel: 'portal' }));

async function answers(conversationId: string, text: string) {
  const { id } = await makeStaff(app, { name: 'Maria Ortiz', shownAs: 'Maria, billing', teamIds: [teamId] });
  const staff = await staffActor(app, id);
  await app.act(staff, (ctx) => answer(ctx, conversationId, { version: 1, text, fileIds: [], next: 'stay' }));
}

const writes = async () =>
  (
    await sql<{ n: number }>`select (select count(*) from portal.reading) + (select count(*) from messaging.message) +
      (select count(*) from desk.conversation_fact) as n`.execute(app.db)
  ).rows[0]?.n;

it('an answer is new until the person says they have read it; looking alone changes nothing', async () => {
  const { id } = await makePerson(app, named('Rosa'));
  const asked = await asks(id, 'What is this bill for?');
  await answers(asked.id, 'It is for your visit in January.');
  const person = await browserOf(id);
  const before = await writes();
  expect((await person.open('/messages')).text).toContain('New answer');
  expect((await person.open('/')).text).toContain('1 new answer');
  expect((await browse(app).open('/')).text).not.toContain('new answer');
  const thread = await person.open(`/messages/${asked.id}`);
  expect(thread.text).toContain('Maria, billing');
  expect(thread.text).toContain('It is for your visit in January.');
  expect((await person.open('/messages')).text).toContain('New answer');
  expect(await writes()).toBe(before);
  await person.open(`/messages/${asked.id}`);
  await person.send({}, { action: `/messages/${asked.id}/read` });
  expect((await person.open('/messages')).text).not.toContain('New answer');
  expect((await person.open('/')).text).not.toContain('new answer');
});

it('however many files come with a reply, the words stay and the field says that they are too many', async () => {
  const { id } = await makePerson(app, named('Rosa'));
  const asked = await asks(id, 'Which papers do you need?');
  const person = await browserOf(id);
  await person.open(`/messages/${asked.id}`);
  const file = Array.from({ length: 12 }, (_, n) => ({ name: `page ${n}.txt`, bytes: Buffer.from(`Page ${n}`) }));
  const answer = await person.send({ text: 'All twelve pages.', file });
  expect(answer.status).toBe(422);
  expect(answer.html).toContain('All twelve pages.</textarea>');
  expect(answer.text).toContain('You can add up to three files.');
  expect((await person.send({ text: 'Three of them.', file: file.slice(0, 3) })).text).toContain('was sent');
});

it('a reply with a file arrives once however often it is sent, and the file comes back as an attachment', async () => {
  const { id } = await makePerson(app, named('Rosa'));
  const asked = await asks(id, 'Where do I pay?');
  const person = await browserOf(id);
  const page = await person.open(`/messages/${asked.id}`);
  const typing = { text: 'Here is the letter.', file: [{ name: 'letter.txt', bytes: Buffer.from('Dear Rosa') }] };
  const sent = await Promise.all([1, 2, 3].map(() => person.send(typing, { from: page })));
  for (const one of sent) expect(one.text).toContain('Your message was sent');
  const thread = await person.open(`/messages/${asked.id}`);
  expect(thread.text.split('Here is the letter.').length - 1).toBe(1);
  const href = /href="(\/messages\/[\w-]+\/files\/[\w-]+)"/.exec(thread.html)?.[1] ?? '';
  const file = await person.open(href);
  expect(file.html).toBe('Dear Rosa');
  expect(file.headers['content-disposition']).toContain('attachment');
  const stranger = await browserOf((await makePerson(app)).id);
  expect((await stranger.open(href)).status).toBe(404);
  expect((await browse(app).open(href)).url).toContain('/sign-in');
});

it('an empty reply and a file of a wrong kind say why and keep what was typed', async () => {
  const { id } = await makePerson(app, named('Rosa'));
  const asked = await asks(id, 'One more thing');
  const person = await browserOf(id);
  await person.open(`/messages/${asked.id}`);
  expect((await person.send({ text: ' ' })).status).toBe(422);
  const wrong = await person.send({
    text: 'Typed with care',
    file: { name: 'a.exe', bytes: Buffer.from('MZ\u0000\u0001') },
  });
  expect(wrong.status).toBe(422);
  expect(wrong.html).toContain('Typed with care');
  expect(wrong.text).toContain('“a.exe” is a kind of file');
});

it('words of danger in a reply let it through and put emergency care first', async () => {
  const { id } = await makePerson(app, named('Rosa'));
  const asked = await asks(id, 'My bill again');
  const person = await browserOf(id);
  await person.open(`/messages/${asked.id}`);
  const sent = await person.send({ text: 'I have chest pain' });
  expect(sent.text).toContain('Your message was sent');
  expect(sent.text).toContain('call 911 now');
});

describe('what is not theirs', () => {
  it('looks like what is not there, to read, to answer and to mark', async () => {
    const asked = await asks((await makePerson(app, named('Elena'))).id, 'Only for Elena');
    const { id } = await makePerson(app, named('Rosa'));
    const own = await asks(id, 'Mine');
    const person = await browserOf(id);
    const shape = (html: string) => html.replace(/(href|action|value)="[^"]*"/g, '');
    const theirs = await person.open(`/messages/${asked.id}`);
    const nothing = await person.open(`/messages/${randomUUID()}`);
    expect([theirs.status, nothing.status]).toEqual([404, 404]);
    expect(shape(theirs.html)).toBe(shape(nothing.html));
    const page = await person.open(`/messages/${own.id}`);
    const forged = { ...page, html: page.html.replaceAll(own.id, asked.id), url: page.url.replace(own.id, asked.id) };
    expect((await person.send({ text: 'Let me in' }, { from: forged })).status).toBe(404);
    for (const bad of ['x', "'--", '%00', '../account'])
      expect((await person.open(`/messages/${bad}`)).status).toBeLessThan(500);
  });

  it('a proxy reads and writes for whom they act, apart from their own, and no longer once it has ended', async () => {
    const mother = await makePerson(app, named('Elena'));
    const daughter = await makePerson(app, named('Rosa'));
    const asked = await asks(mother.id, 'About my knee');
    const until = app.shop.clock().add({ hours: 24 }).toString();
    await app.act(asTest, (ctx) =>
      grantProxy(ctx, { proxyPersonId: daughter.id, forPersonId: mother.id, scopes: ['messages'], until }),
    );
    const person = await browserOf(daughter.id);
    const list = await person.open('/messages');
    expect(list.text).toMatch(/Your own .*No messages yet.*For Elena Delgado.*About my knee/);
    await app.act(asTest, (ctx) =>
      openConversation(ctx, {
        askerPersonId: daughter.id,
        aboutPersonId: mother.id,
        reason: 'bill',
        channel: 'portal',
        text: 'A bill of my mother',
      }),
    );
    const both = (await person.open('/messages')).text;
    expect(both).toMatch(/Your own .*No messages yet.*For Elena Delgado.*A bill of my mother/);
    expect(both.split('A bill of my mother').length - 1).toBe(1);
    await person.open(`/messages/${asked.id}`);
    expect((await person.send({ text: 'Rosa here, for Elena' })).text).toContain('Your message was sent');
    app.setNow(Temporal.Instant.from('2026-03-03T15:00:01Z'));
    const later = await browserOf(daughter.id);
    expect((await later.open(`/messages/${asked.id}`)).status).toBe(404);
    app.setNow(Temporal.Instant.from('2026-03-02T15:00:00Z'));
  });
});

describe('of several who write in one conversation', () => {
  const messagesIn = (html: string) =>
    [...html.matchAll(/class="bedside-message bedside-message--(mine|theirs)"/g)].map((it) => it[1]);
  const proxyOf = async (person: { id: string }, given: string) => {
    const proxy = await makePerson(app, named(given));
    const until = app.shop.clock().add({ hours: 24 }).toString();
    await app.act(asTest, (ctx) =>
      grantProxy(ctx, { proxyPersonId: proxy.id, forPersonId: person.id, scopes: ['messages'], until }),
    );
    return proxy;
  };

  it('only the reader is "you", also where two have the same name', async () => {
    const mother = await makePerson(app, named('Elena'));
    const daughter = await proxyOf(mother, 'Elena');
    const asked = await asks(mother.id, 'My own words');
    const itsDaughter = await browserOf(daughter.id);
    await itsDaughter.open(`/messages/${asked.id}`);
    const sent = await itsDaughter.send({ text: 'Words of her daughter' });
    expect(messagesIn(sent.html)).toEqual(['theirs', 'mine']);
    const seen = await (await browserOf(mother.id)).open(`/messages/${asked.id}`);
    expect(messagesIn(seen.html)).toEqual(['mine', 'theirs']);
  });

  it('what somebody wrote stays theirs when their record is merged into another', async () => {
    const earlier = await makePerson(app, named('Rosa'));
    const asked = await asks(earlier.id, 'Before the merge');
    const kept = await makePerson(app, named('Rosalind'));
    await app.act(asTest, (ctx) => mergePeople(ctx, { keepId: kept.id, mergeId: earlier.id, reason: 'One person' }));
    await app.drain();
    for (const id of [kept.id, earlier.id])
      expect(messagesIn((await (await browserOf(id)).open(`/messages/${asked.id}`)).html)).toEqual(['mine']);
  });
});

describe('signing in', () => {
  const mail = () => app.outbox.sent.at(-1)?.text ?? '';
  const linkIn = (text: string) => /\/sign-in\/link\/[\w-]{43}/.exec(text)?.[0] ?? '';

  async function askForMail(email: string): Promise<Browser> {
    const person = browse(app);
    await person.open('/sign-in?next=/account');
    const asked = await person.send({ email });
    expect(asked.url).toBe('/sign-in/code?next=%2Faccount');
    await app.drain();
    return person;
  }

  it('the answer is the same for an address that nobody has', async () => {
    const { id } = await makePerson(app, {
      ...named('Rosa'),
      contacts: [{ system: 'email', value: 'known@people.test' }],
    });
    await app.act(asTest, (ctx) => ensurePersonAccount(ctx, { personId: id, email: 'known@people.test' }));
    const pages = [await askForMail('known@people.test'), await askForMail('unknown@people.test')].map((one) =>
      one.page(),
    );
    const shape = (html: string) => html.replace(/value="[^"]*"/g, '');
    expect(shape(pages[0]?.html ?? '')).toBe(shape(pages[1]?.html ?? '-'));
  });

  it('a link is used by its button once; opening it takes nothing', async () => {
    const { id } = await makePerson(app, {
      ...named('Rosa'),
      contacts: [{ system: 'email', value: 'link@people.test' }],
    });
    await app.act(asTest, (ctx) => ensurePersonAccount(ctx, { personId: id, email: 'link@people.test' }));
    const person = await askForMail('link@people.test');
    const link = linkIn(mail());
    await browse(app).open(link);
    const page = await person.open(link);
    expect(page.headers['referrer-policy']).toBe('no-referrer');
    expect(page.html).not.toMatch(/(href|src)="[^"]*\/link\//);
    expect((await person.send({}, { action: '/sign-in/link' })).title).toContain('My messages');
    const { rows } = await sql<{ verified: boolean }>`
      select verified_at is not null as verified from people.contact_point where person_id = ${id}`.execute(app.db);
    expect(rows).toEqual([{ verified: true }]);
    const other = browse(app);
    expect((await other.open(link)).status).toBe(410);
    const out = await person.send({}, { action: '/sign-out' });
    expect(out.url).toBe('/');
    expect((await person.open('/messages')).url).toContain('/sign-in');
  });

  it('who shares a mailbox says their date of birth', async () => {
    for (const [given, birthDate] of [
      ['Rosa', '1980-03-31'],
      ['Elena', '1950-01-02'],
    ] as const) {
      const { id } = await makePerson(app, {
        ...named(given),
        birthDate,
        contacts: [{ system: 'email', value: 'family@people.test' }],
      });
      await app.act(asTest, (ctx) => ensurePersonAccount(ctx, { personId: id, email: 'family@people.test' }));
    }
    const person = await askForMail('family@people.test');
    const code = /(?<!\d)\d{3}\s?\d{3}(?!\d)/.exec(mail())?.[0] ?? '';
    const who = await person.send({ code });
    expect(who.url).toBe('/sign-in/who?next=%2Faccount');
    const born = (day: string, year: string) => ({ 'born-day': day, 'born-month': '1', 'born-year': year });
    expect((await person.send(born('3', '1950'), { action: '/sign-in/who' })).status).toBe(422);
    const account = await person.send(born('2', '1950'), { action: '/sign-in/who' });
    expect(account.url).toBe('/account');
    expect(account.text).toContain('Elena Delgado');
    await person.send({ 'in-full': 'yes' });
    expect(person.page().text).toContain('Your choice is saved');
  });

  it('the demo people are not there outside the demo', async () => {
    const person = browse(app);
    const page = await person.open('/sign-in');
    expect(page.text).not.toContain('demo');
    const forged = { ...page, html: page.html.replace('action="/sign-in"', 'action="/sign-in/demo"') };
    expect((await person.send({ account: randomUUID() }, { from: forged, action: '/sign-in/demo' })).status).toBe(404);
  });
});

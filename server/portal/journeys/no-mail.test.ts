import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensurePersonAccount } from '../../platform/access/index.ts';
import { asTest, startTestApp, type TestApp } from '../../testing/app.ts';
import { asPerson, asStaff, type SignedIn } from '../../testing/as.ts';
import { browse } from '../../testing/browse.ts';
import { makePerson } from '../../testing/make-person.ts';
import { makeTeam } from '../../testing/make-staff.ts';

let app: TestApp;
let ana: SignedIn;
beforeAll(async () => {
  app = await startTestApp({ house: { mailOut: 'none', mailComesIn: false } });
  const { id } = await makeTeam(app, { name: 'Billing questions', reasons: ['bill', 'other'] });
  ana = await asStaff(app, { name: 'Ana Ruiz', teamIds: [id] });
});
afterAll(() => app?.stop());

const countRequests = async () =>
  (await sql<{ n: number }>`select count(*)::int as n from platform.sign_in_request`.execute(app.db)).rows[0]?.n;

/** What would have somebody wait for a mail, or give an address for one. */
const promise = {
  en: /e-mail address|send you an e-mail|write to you by e-mail|by e-mail when|link in the e-mail|name="email"/i,
  es: /le envi\w+ un (correo|aviso)|escribiremos un correo|del correo|name="email"/i,
};

async function asks(language: 'en' | 'es', phone: string) {
  const person = browse(app, { language });
  const pages = [await person.open('/')];
  pages.push(await person.open('/ask'));
  pages.push(await person.send({ reason: 'bill' }));
  pages.push(await person.send({ who: 'me' }));
  pages.push(
    await person.send({ given: 'Rosa', family: 'Delgado', 'born-day': '31', 'born-month': '3', 'born-year': '1980' }),
  );
  const refused = await person.send({ phone: '' });
  pages.push(refused);
  pages.push(await person.send({ phone, voicemail: 'yes' }));
  pages.push(await person.send({ text: 'I do not understand my bill.' }));
  pages.push(await person.send({}));
  pages.push(await person.send({}));
  const sent = await person.send();
  return { person, pages: [...pages, sent], refused, sent };
}

describe('where no mail leaves', () => {
  it.each(['en', 'es'] as const)('the portal asks for no address and promises no mail (%s)', async (language) => {
    const { person, pages, refused, sent } = await asks(language, '555 010 0199');
    pages.push(await person.open('/sign-in'), await person.open('/sign-in/code'), await person.open('/about/privacy'));
    expect(pages.at(-1)?.status).toBe(200);
    for (const page of pages) {
      expect(page.html, page.url).not.toMatch(promise[language]);
      expect(page.html, page.url).not.toMatch(/<a href="\/sign-in/);
    }
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('href="#phone"');
    expect(sent.text).toMatch(/[2-9A-Z]{3}-[2-9A-Z]{3}/);
    expect(sent.text).toContain('555-0100');
  });

  it('signing in says how an answer comes instead, whichever way somebody gets there', async () => {
    const person = browse(app);
    for (const path of ['/sign-in', '/sign-in/code', '/messages']) {
      const page = await person.open(path);
      expect(page.text).toContain('We call you on the phone number you gave us.');
      expect(page.html).toContain('tel:5550100');
    }
    const spanish = browse(app, { language: 'es' });
    expect((await spanish.open('/sign-in')).text).toContain('Le llamamos al número de teléfono que nos dio.');
  });

  it('an address that is sent all the same is neither kept nor answered', async () => {
    const before = await countRequests();
    const person = browse(app);
    const page = await person.open('/sign-in');
    const token = /name="_token" value="([^"]+)"/.exec((await person.open('/ask')).html)?.[1] ?? '';
    expect(page.html).not.toContain('<input');
    const answer = await app.server.inject({
      method: 'POST',
      url: '/sign-in',
      headers: {
        cookie: [...person.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'same-origin',
      },
      payload: new URLSearchParams({ _token: token, email: 'rosa@people.test' }).toString(),
    });
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain('How you get your answer');
    expect(await countRequests()).toBe(before);
  });

  it('who is still signed in is told where the answer is and that they will be called', async () => {
    const { id: personId } = await makePerson(app);
    await app.act(asTest, (ctx) => ensurePersonAccount(ctx, { personId, email: 'signed.in@people.test' }));
    const { headers } = await asPerson(app, personId);
    const [name = '', value = ''] = (headers.cookie ?? '').split('=');
    const person = browse(app);
    person.cookies.set(name, value);
    await person.open('/ask');
    await person.send({ reason: 'bill' });
    await person.send({ who: 'me' });
    await person.send({ text: 'One more thing.' });
    await person.send({});
    await person.send({});
    const sent = await person.send();
    expect(sent.text).toContain('So we call you, or you call us: 555-0100.');
    const account = await person.open('/account');
    expect(account.text).toContain('At the moment we send no e-mail.');
    expect(account.html).not.toContain('name="in-full"');
  });

  it('staff see before they write that they must ring, and after it why nothing went', async () => {
    await asks('en', '555 010 0142');
    const url = '/api/desk/queue';
    const { conversations } = (await app.server.inject({ url, headers: ana.headers })).json();
    const { id, version } = conversations[0];
    const read = async (language: string) =>
      (
        await app.server.inject({
          url: `/api/desk/conversations/${id}`,
          headers: { ...ana.headers, 'accept-language': language },
        })
      ).json();
    expect((await read('en')).delivery).toEqual({ form: 'held', reason: 'no-mail-here' });
    const answered = await app.server.inject({
      method: 'POST',
      url: `/api/desk/conversations/${id}/answer`,
      headers: ana.headers,
      payload: { version, text: 'It is paid.', next: 'wait' },
    });
    expect(answered.json().heldReason).toMatch(/^No e-mail went: this house sends none.*Ring them/);
    await app.drain();
    expect(app.outbox.sent.filter((mail) => mail.subject.includes('answer'))).toEqual([]);
    const wordsIn = async (language: string) =>
      (await read(language)).entries.flatMap((it: { state?: string; heldReason?: string }) =>
        it.state === 'held' ? [it.heldReason] : [],
      );
    expect(await wordsIn('en')).toEqual([expect.stringContaining('this house sends none')]);
    expect(await wordsIn('es')).toEqual([expect.stringContaining('aquí no se envía ninguno')]);
  });
});

describe('in the demonstration', () => {
  let demo: TestApp;
  beforeAll(async () => {
    demo = await startTestApp({ house: { demo: true, mailOut: 'outbox' } });
    await makeTeam(demo, { reasons: ['bill', 'other'] });
  });
  afterAll(() => demo?.stop());
  it('mail is spoken of, and said to be kept as a file', async () => {
    const person = browse(demo);
    expect((await person.open('/sign-in')).text).toContain('This is a demo, so no e-mail is sent.');
    expect((await person.send({ email: 'rosa@people.test' })).text).toContain('folder “outbox”');
    const spanish = browse(demo, { language: 'es' });
    expect((await spanish.open('/sign-in')).text).toContain('Esto es una demo y no se envía ningún correo.');
  });
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import { openConversation } from '../../modules/desk/index.ts';
import { ensurePersonAccount } from '../../platform/access/index.ts';
import { asTest, startTestApp, type TestApp } from '../../testing/app.ts';
import { type Browser, browse } from '../../testing/browse.ts';
import { makePerson } from '../../testing/make-person.ts';
import { makeTeam } from '../../testing/make-staff.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ now: Temporal.Instant.from('2026-03-02T15:00:00Z') });
  await makeTeam(app, { reasons: ['other'] });
});
afterAll(() => app.stop());

const born = { 'born-day': '31', 'born-month': '3', 'born-year': '1980' };

async function patientOf(email: string, given: string): Promise<void> {
  const name = { given, family: 'Delgado' };
  const { id } = await makePerson(app, {
    name,
    birthDate: '1980-03-31',
    contacts: [{ system: 'email', value: email }],
  });
  await app.act(asTest, (ctx) => ensurePersonAccount(ctx, { personId: id, email }));
  await app.act(asTest, (ctx) =>
    openConversation(ctx, { askerPersonId: id, reason: 'other', text: 'Asked before', channel: 'portal' }),
  );
}

async function asksAsStranger(person: Browser, email: string, given: string) {
  await person.open('/ask');
  await person.send({ reason: 'other' });
  await person.send({ who: 'me' });
  await person.send({ given, family: 'Delgado', ...born });
  await person.send({ email, phone: '' });
  await person.send({ text: 'Asked without signing in' });
  await person.send();
  await person.send({ need: [] });
  return person.send();
}

const secrets = () => /href="\/[^"]*"|value="[^"]*"|[2-9A-Z]{3}-[2-9A-Z]{3}|say it like this: [^<]*/g;

/** With the code of the mail that the sending of the message asked for. */
async function signsIn(person: Browser, given: string) {
  await app.drain();
  const code = /(?<!\d)\d{3}\s?\d{3}(?!\d)/.exec(app.outbox.sent.at(-1)?.text ?? '')?.[0] ?? '';
  await person.open('/sign-in/code');
  let page = await person.send({ code });
  if (page.url.startsWith('/sign-in/who')) page = await person.send(born, { action: '/sign-in/who' });
  if (page.url.startsWith('/sign-in/who')) await person.send({ ...born, given }, { action: '/sign-in/who' });
  await app.drain();
  return person.open('/messages');
}

it('who signs in on the same device finds what they asked before with everything else', async () => {
  await patientOf('rosa@people.test', 'Rosa');
  const person = browse(app);
  const sent = await asksAsStranger(person, 'rosa@people.test', 'Rosa');
  expect(sent.text).toContain('an e-mail with which you can sign in');
  const list = await signsIn(person, 'Rosa');
  expect(list.text).toContain('Asked before');
  expect(list.text).toContain('Asked without signing in');
});

it('the last page says the same whether the address has an account or not', async () => {
  await patientOf('known@people.test', 'Rosa');
  const pages = [];
  for (const email of ['known@people.test', 'unknown@people.test'])
    pages.push((await asksAsStranger(browse(app), email, 'Rosa')).html.replace(secrets(), ''));
  expect(pages[0]).toBe(pages[1]);
});

it('another device, and another name from the same device, join nothing', async () => {
  await patientOf('apart@people.test', 'Elena');
  await asksAsStranger(browse(app), 'apart@people.test', 'Elena');
  const elsewhere = browse(app);
  await elsewhere.open('/sign-in');
  await elsewhere.send({ email: 'apart@people.test' });
  expect((await signsIn(elsewhere, 'Elena')).text).not.toContain('Asked without signing in');

  await patientOf('two@people.test', 'Elena');
  const shared = browse(app);
  await asksAsStranger(shared, 'two@people.test', 'Pablo');
  const list = await signsIn(shared, 'Elena');
  expect(list.text).toContain('Asked before');
  expect(list.text).not.toContain('Asked without signing in');
});

it('what a stranger asked elsewhere under their name and address does not come along', async () => {
  await patientOf('named@people.test', 'Nina');
  await asksAsStranger(browse(app), 'named@people.test', 'Nina');
  const person = browse(app);
  await asksAsStranger(person, 'named@people.test', 'Nina');
  const list = await signsIn(person, 'Nina');
  expect(list.text).toContain('Asked before');
  expect(list.text).not.toContain('Asked without signing in');
});

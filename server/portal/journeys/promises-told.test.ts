import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answer, claim, openConversation } from '../../modules/desk/index.ts';
import { grantProxy, setDeceased } from '../../modules/people/index.ts';
import { watchTheClock } from '../../modules/promises/index.ts';
import { catalogueProblems } from '../../platform/i18n/messages.ts';
import { asTest, startTestApp, type TestApp } from '../../testing/app.ts';
import { asPerson, type SignedIn, signInAs } from '../../testing/as.ts';
import { browse } from '../../testing/browse.ts';
import { makeAccount } from '../../testing/make-account.ts';
import { makePerson } from '../../testing/make-person.ts';
import { makeStaff, makeTeam, staffActor } from '../../testing/make-staff.ts';
import { promiseCatalogue } from './promise-words.ts';

let app: TestApp;
let teamId: string;
const friday = Temporal.Instant.from('2026-11-27T15:00:00Z');
const tuesday = Temporal.Instant.from('2026-12-01T20:00:00Z');
beforeAll(async () => {
  app = await startTestApp({ now: friday });
  ({ id: teamId } = await makeTeam(app, { name: 'Billing questions', reasons: ['bill', 'other'] }));
});
afterAll(() => app.stop());

async function pageOf(personId: string, conversationId: string, language: 'en' | 'es' = 'en') {
  const person = browse(app, { language });
  const { headers } = await asPerson(app, personId);
  const [name = '', value = ''] = (headers.cookie ?? '').split('=');
  person.cookies.set(name, value);
  return (await person.open(`/messages/${conversationId}`)).text;
}

type Kind = 'call' | 'send' | 'write';

/** Rosa asks, Maria answers and promises something by Tuesday, three in the afternoon. */
async function promised(kinds: readonly Kind[] = ['call'], staffName = 'Maria Ortiz') {
  app.setNow(friday);
  const { id: rosa } = await makePerson(app, { name: { given: 'Rosa', family: 'Delgado' } });
  const question = { askerPersonId: rosa, reason: 'bill', text: 'What is this bill for?', channel: 'portal' as const };
  const asked = await app.act(asTest, (ctx) => openConversation(ctx, question));
  const { id: staffId } = await makeStaff(app, { name: staffName, teamIds: [teamId] });
  const maria = await signInAs(app, await makeAccount(app, { kind: 'staff', subjectId: staffId }));
  const promises = kinds.map((kind) => ({ kind, words: 'the copy of your bill', dueAt: tuesday.toString() }));
  const written = { version: 1, text: 'I look into it.', fileIds: [], next: 'stay' as const, promises };
  await app.act(await staffActor(app, staffId), (ctx) => answer(ctx, asked.id, written));
  return { rosa, asked, maria, staffId };
}

/** Everything Maria owes in this conversation is kept. */
async function keeps(maria: SignedIn) {
  const { headers } = await signInAs(app, { accountId: maria.accountId, subjectId: maria.subjectId, kind: 'staff' });
  const { promises } = (await app.server.inject({ url: '/api/promises', headers })).json() as {
    promises: { id: string; version: number }[];
  };
  for (const { id, version } of promises) {
    const kept = await app.server.inject({
      method: 'POST',
      url: `/api/promises/${id}/keeping`,
      headers,
      payload: { version },
    });
    expect(kept.statusCode).toBe(200);
  }
}

describe('what was promised', () => {
  it('is read by the person in plain words, by the hospital’s clock, without a surname', async () => {
    const { rosa, asked } = await promised(['call', 'send']);
    const page = await pageOf(rosa, asked.id);
    expect(page).toContain('Maria will call you by Tuesday, December 1, 2026 at 3:00 PM.');
    expect(page).toContain('Maria will send you this by Tuesday, December 1, 2026 at 3:00 PM: “the copy of your bill”');
    const section = /What we have promised you(.*?)What is this bill for/.exec(page)?.[1] ?? 'no section';
    expect(section).not.toContain('Ortiz');
    expect(section).not.toContain('We are late');
    const spanish = await pageOf(rosa, asked.id, 'es');
    expect(spanish).toContain('Maria le llamará a más tardar el martes, 1 de diciembre de 2026');
  });

  it('is said honestly when it is late, and when it was kept late', async () => {
    const { rosa, asked, maria } = await promised();
    app.setNow(tuesday);
    await app.act(asTest, watchTheClock);
    expect(await pageOf(rosa, asked.id)).toContain('We are late with this. We are sorry. You can also call us.');
    app.setNow(tuesday.add({ hours: 1 }));
    await keeps(maria);
    const page = await pageOf(rosa, asked.id);
    expect(page).toContain('Done on Tuesday, December 1, 2026 at 4:00 PM, later than we said. We are sorry.');
  });

  it('is done when it was kept in time', async () => {
    const { rosa, asked, maria } = await promised();
    await keeps(maria);
    expect(await pageOf(rosa, asked.id)).toContain('Done on Friday, November 27, 2026 at 10:00 AM.');
  });

  it('is said by the team when nobody has it any more', async () => {
    const { rosa, asked, maria } = await promised();
    const { headers } = maria;
    const { promises } = (await app.server.inject({ url: '/api/promises', headers })).json();
    const payload = { version: promises[0].version, to: { team: true } };
    await app.server.inject({ method: 'POST', url: `/api/promises/${promises[0].id}/hand-over`, headers, payload });
    expect(await pageOf(rosa, asked.id)).toContain('We will call you by Tuesday, December 1, 2026 at 3:00 PM.');
  });

  it('to somebody who has died is not told to those who write for them', async () => {
    const { rosa, asked } = await promised();
    const { id: daughter } = await makePerson(app, { name: { given: 'Elena', family: 'Delgado' } });
    const grant = { proxyPersonId: daughter, forPersonId: rosa, scopes: ['messages'], until: tuesday.toString() };
    await app.act(asTest, (ctx) => grantProxy(ctx, grant));
    expect(await pageOf(daughter, asked.id)).toContain('Maria will call you');
    await app.act(asTest, (ctx) => setDeceased(ctx, rosa, { source: 'staff', reason: 'A call' }));
    await app.drain();
    expect(await pageOf(daughter, asked.id)).not.toContain('Maria will call you');
  });

  it('is told of a chosen name as it was chosen, and claimed work promises nothing by itself', async () => {
    const { rosa, asked, staffId } = await promised(['write'], 'Dr. Mara Reyes');
    expect(await pageOf(rosa, asked.id)).toContain('Mara will write to you by');
    const other = await app.act(asTest, (ctx) =>
      openConversation(ctx, { askerPersonId: rosa, reason: 'bill', text: 'And this one?', channel: 'portal' }),
    );
    await app.act(await staffActor(app, staffId), (ctx) => claim(ctx, other.id));
    expect(await pageOf(rosa, other.id)).not.toContain('What we have promised you');
  });
});

it('has the same words in every language', () => {
  expect(catalogueProblems(promiseCatalogue)).toEqual([]);
});

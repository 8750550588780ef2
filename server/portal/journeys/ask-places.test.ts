import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { grantProxy, recordVisit } from '../../modules/people/index.ts';
import { closeFacility } from '../../modules/places/index.ts';
import { asTest, startTestApp, type TestApp } from '../../testing/app.ts';
import { asPerson } from '../../testing/as.ts';
import { type Browser, browse } from '../../testing/browse.ts';
import { makePerson } from '../../testing/make-person.ts';
import { makeFacility } from '../../testing/make-place.ts';
import { makeTeam } from '../../testing/make-staff.ts';

let app: TestApp;
let main: string;
let west: string;
const monday = Temporal.Instant.from('2026-03-02T15:00:00Z');
beforeAll(async () => {
  app = await startTestApp({ now: monday });
  const week = [1, 2, 3, 4, 5];
  main = (await makeFacility(app, { name: 'Main House', address: { lines: ['1 Harbor View'], city: 'Willow Bay' } }))
    .id;
  west = (await makeFacility(app, { name: 'Clinic West', timeZone: 'America/Chicago' })).id;
  await makeFacility(app, { name: 'Empty House' });
  await makeTeam(app, { name: 'Main desk', facilityId: main, reasons: ['other', 'bill'] });
  await makeTeam(app, {
    ...{ name: 'West desk', facilityId: west, reasons: ['other'] },
    hours: week.map((weekday) => ({ weekday, opens: '08:00', closes: '16:00' })),
  });
});
afterAll(() => app.stop());

const me = { given: 'Rosa', family: 'Delgado', 'born-day': '31', 'born-month': '3', 'born-year': '1980' };

async function browserOf(personId: string, language = 'en'): Promise<Browser> {
  const person = browse(app, { language });
  const { headers } = await asPerson(app, personId);
  const [name = '', value = ''] = (headers.cookie ?? '').split('=');
  person.cookies.set(name, value);
  return person;
}

async function asksUpToThePlace(person: Browser, who = 'me') {
  await person.open('/ask');
  await person.send({ reason: 'appointment' });
  return person.send({ who });
}

async function sendsTheRest(person: Browser) {
  await person.send({ text: 'Can I come later?' });
  await person.send();
  return person.send({ need: [] });
}

let visits = 0;
const wasAt = (personId: string, facilityId: string, daysAgo = 20, status: 'finished' | 'cancelled' = 'finished') =>
  app.act(asTest, (ctx) =>
    recordVisit(ctx, {
      ...{ personId, facilityId, kind: 'outpatient', status, practitionerIds: [], sourceSystem: 'test' },
      ...{ sourceId: String(++visits), startsAt: monday.subtract({ hours: 24 * daysAgo }) },
    }),
  );

const teamOfLatest = async () =>
  (
    await sql<{ name: string }>`select team.name from desk.conversation c join workforce.team on team.id = c.team_id
      order by c.id desc limit 1`.execute(app.db)
  ).rows[0]?.name;

it('a stranger chooses the place, and the people there have it, on their own clock', async () => {
  const person = browse(app);
  await asksUpToThePlace(person);
  await person.send(me);
  const asked = await person.send({ email: 'rosa@people.test', phone: '' });
  expect(asked.url).toMatch(/\/place$/);
  expect(asked.text).toContain('Main House 1 Harbor View, Willow Bay');
  expect(asked.text).not.toContain('Empty House');
  const wrong = await person.send();
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain('Choose a place, or “I do not know”');
  expect((await person.send({ place: crypto.randomUUID() })).status).toBe(422);
  await person.send({ place: west });
  const check = await sendsTheRest(person);
  expect(check.text).toContain('Which place Clinic West');
  const sent = await person.send();
  expect(sent.text).toContain('Team: West desk');
  // It is nine in the morning there, and two hours are promised.
  expect(sent.text).toMatch(/By Monday, March 2, 2026 at 11:00 AM/);
  expect(await teamOfLatest()).toBe('West desk');
});

it('not knowing is a fine answer', async () => {
  const { id } = await makePerson(app);
  const person = await browserOf(id, 'es');
  const asked = await asksUpToThePlace(person);
  expect(asked.text).toContain('¿De qué centro se trata?');
  await person.send({ place: 'unknown' });
  const check = await sendsTheRest(person);
  expect(check.text).toContain('De qué centro No lo sé');
  expect((await person.send()).text).toContain('Tenemos su mensaje');
  expect(await teamOfLatest()).toBe('Main desk');
});

it('who was at one place only is not asked, and can change it on the last page', async () => {
  const { id } = await makePerson(app);
  await wasAt(id, west);
  await wasAt(id, main, 400);
  await wasAt(id, main, 10, 'cancelled');
  const person = await browserOf(id);
  expect((await asksUpToThePlace(person)).url).toMatch(/\/question$/);
  const check = await sendsTheRest(person);
  expect(check.text).toContain('Which place Clinic West');
  const page = await person.open(check.url.replace('check', 'place'));
  expect(page.html).toMatch(new RegExp(`value="${west}"[^>]*checked|checked[^>]*value="${west}"`));
  const changed = await person.send({ place: main });
  expect(changed.url).toBe(check.url);
  expect(changed.text).toContain('Which place Main House');
  await person.send();
  expect(await teamOfLatest()).toBe('Main desk');
  await wasAt(id, main);
  expect((await asksUpToThePlace(person)).url).toMatch(/\/place$/);
});

it('who acts for somebody without seeing their visits is asked: a guess would tell where they were', async () => {
  const mother = await makePerson(app);
  await wasAt(mother.id, west);
  const until = monday.add({ hours: 24 }).toString();
  for (const [scopes, step] of [
    [['messages'], 'place'],
    [['messages', 'visits'], 'question'],
  ] as const) {
    const daughter = await makePerson(app);
    await app.act(asTest, (ctx) =>
      grantProxy(ctx, { proxyPersonId: daughter.id, forPersonId: mother.id, scopes: [...scopes], until }),
    );
    const person = await browserOf(daughter.id);
    expect((await asksUpToThePlace(person, `person-${mother.id}`)).url).toMatch(new RegExp(`/${step}$`));
  }
});

it('a place that closes meanwhile is asked for again; with one place left nobody is asked', async () => {
  const { id } = await makePerson(app);
  const person = await browserOf(id);
  await asksUpToThePlace(person);
  await person.send({ place: west });
  const check = await sendsTheRest(person);
  const { id: north } = await makeFacility(app, { name: 'House North' });
  await makeTeam(app, { name: 'North desk', facilityId: north, reasons: ['other'] });
  await app.act(asTest, (ctx) => closeFacility(ctx, west));
  expect((await person.send({}, { from: check })).url).toMatch(/\/place$/);
  await app.act(asTest, (ctx) => closeFacility(ctx, north));
  expect((await person.open(check.url)).url).toBe(check.url);
  expect((await person.open(check.url)).text).not.toContain('Which place');
  expect((await asksUpToThePlace(person)).url).toMatch(/\/question$/);
});

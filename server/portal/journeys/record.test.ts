import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConversation } from '../../modules/desk/index.ts';
import { addRelation, grantProxy, mergePeople, recordVisit } from '../../modules/people/index.ts';
import { dismissStaff } from '../../modules/workforce/index.ts';
import { catalogueProblems } from '../../platform/i18n/messages.ts';
import { asTest, startTestApp, type TestApp } from '../../testing/app.ts';
import { asPerson, asStaff, type SignedIn, signInAs } from '../../testing/as.ts';
import { type Browser, browse } from '../../testing/browse.ts';
import { makeConversation } from '../../testing/make-conversation.ts';
import { makePerson } from '../../testing/make-person.ts';
import { makeFacility } from '../../testing/make-place.ts';
import { makeTeam } from '../../testing/make-staff.ts';
import { recordCatalogue } from './record-words.ts';

let app: TestApp;
let teamId: string;
let ana: SignedIn;
let ben: SignedIn;
const monday = Temporal.Instant.from('2026-03-02T15:00:00Z');
beforeAll(async () => {
  app = await startTestApp({ now: monday });
  teamId = (await makeTeam(app, { name: 'Billing questions', reasons: ['bill', 'other'] })).id;
  ana = await asStaff(app, { name: 'Dr. Ana Ruiz', teamIds: [teamId] });
  ben = await asStaff(app, { name: 'Ben Okafor', shownAs: 'Nurse Ben', roles: ['nurse'], teamIds: [teamId] });
});
afterAll(() => app.stop());

const named = (given: string) => ({ name: { given, family: 'Delgado' } });

async function browserOf(personId: string, language = 'en'): Promise<Browser> {
  const person = browse(app, { language });
  const { headers } = await asPerson(app, personId);
  const [name = '', value = ''] = (headers.cookie ?? '').split('=');
  person.cookies.set(name, value);
  return person;
}

async function acts(who: SignedIn, path: string, payload?: object) {
  const method = payload ? ('POST' as const) : ('GET' as const);
  const answer = await app.server.inject({
    method,
    url: `/api${path}`,
    headers: who.headers,
    ...(payload && { payload }),
  });
  expect(answer.statusCode, `${path} ${answer.body}`).toBe(200);
  return answer.json();
}

/** Sessions do not outlive a leap of the clock. */
async function moveTo(moment: Temporal.Instant) {
  app.setNow(moment);
  [ana, ben] = (await Promise.all([ana, ben].map((one) => signInAs(app, { ...one, kind: 'staff' })))) as [
    SignedIn,
    SignedIn,
  ];
}

const opens = (who: SignedIn, personId: string) => acts(who, `/people/${personId}/banner`);
const grants = (proxyPersonId: string, forPersonId: string, scopes: string[]) =>
  app.act(asTest, (ctx) =>
    grantProxy(ctx, { proxyPersonId, forPersonId, scopes, until: monday.add({ hours: 2400 }).toString() }),
  );

describe('what happened', () => {
  it('a person reads what they asked, their visits and what was changed about them, in both languages', async () => {
    await moveTo(monday);
    const { id } = await makePerson(app, named('Rosa'));
    const { id: facilityId } = await makeFacility(app, { name: 'Main House' });
    const asked = await makeConversation(app, { teamId, askerPersonId: id, text: 'What is this bill for?' });
    await acts(ana, `/desk/conversations/${asked.id}/answer`, {
      ...{ version: 1, text: 'For January.', fileIds: [], next: 'resolve' },
    });
    await acts(ana, `/people/${id}/needs`, { kind: 'large-print' });
    await app.act(asTest, (ctx) =>
      recordVisit(ctx, {
        ...{ personId: id, facilityId, kind: 'outpatient', status: 'planned', practitionerIds: [] },
        ...{ sourceSystem: 'test', sourceId: id, startsAt: monday.add({ hours: 240 }) },
      }),
    );
    const page = await (await browserOf(id)).open('/record');
    for (const said of [
      `Question sent to us: What is this bill for? ${asked.reference}`,
      'We answered: What is this bill for?',
      'Settled: What is this bill for?',
      'Something that makes it easier for you was written down.',
      'Visit: Main House (planned)',
    ])
      expect(page.text).toContain(said);
    expect(page.html).toContain(`href="/messages/${asked.id}"`);
    const spanish = await (await browserOf(id, 'es')).open('/record');
    expect(spanish.text).toContain('Visita: Main House (prevista)');
    expect(catalogueProblems(recordCatalogue)).toEqual([]);
  });

  it('is empty on somebody’s first day, and says what will come and that nothing was lost', async () => {
    const [ada, bo] = [await makePerson(app, named('Ada')), await makePerson(app, named('Bo'))];
    const own = await (await browserOf(ada.id)).open('/record');
    expect(own.text).toContain('What happens between you and us will be here.');
    expect(own.text).toContain('Things from before we used this page may not be here.');
    expect(own.html).toContain('href="/ask"');
    const spanish = await (await browserOf(ada.id, 'es')).open('/record');
    expect(spanish.text).toContain('Todavía no hay nada Cuando nos escriba,');
    await grants(ada.id, bo.id, ['messages']);
    const other = await (await browserOf(ada.id)).open(`/record?of=${bo.id}`);
    expect(other.text).toContain('What happens between Bo Delgado and us comes here');
    expect(other.text).not.toContain('When you write to us');
  });

  it('stays with its person when colleagues hand it on', async () => {
    await moveTo(monday);
    const asked = await makeConversation(app, { teamId, text: 'Which door?' });
    const { id: other } = await makeTeam(app);
    await acts(ana, `/desk/conversations/${asked.id}/hand-over`, { version: 1, to: { teamId: other } });
    expect((await (await browserOf(asked.askerPersonId)).open('/record')).text).toContain('Which door?');
  });

  it('about whom somebody asked does not read it, nor who acts for another how they may be reached safely', async () => {
    await moveTo(monday);
    const mother = await makePerson(app, named('Elena'));
    const daughter = await makePerson(app, named('Rosa'));
    await grants(daughter.id, mother.id, ['messages']);
    await makeConversation(app, { teamId, askerPersonId: daughter.id, aboutPersonId: mother.id, text: 'I worry' });
    await makeConversation(app, { teamId, askerPersonId: mother.id, text: 'My own question' });
    const rules = { doNotNameClinic: true, noVoicemail: false, onlyFrom: null, onlyUntil: null, onlyChannel: null };
    const answer = await app.server.inject({
      ...{ method: 'PUT', url: `/api/people/${mother.id}/safe-contact`, headers: ana.headers },
      payload: { ...rules, codeWord: null, words: null },
    });
    expect(answer.statusCode).toBe(200);
    const own = await (await browserOf(mother.id)).open('/record');
    expect(own.text).toContain('How we may reach you safely');
    expect(own.text).not.toContain('I worry');
    const acting = await browserOf(daughter.id);
    const seen = await acting.open(`/record?of=${mother.id}`);
    expect(seen.text).toContain('My own question');
    expect(seen.text).not.toContain('safely');
    expect((await acting.open('/record')).text).toContain('I worry');
    const { id: stranger } = await makePerson(app, named('Zoe'));
    expect((await acting.open(`/record?of=${stranger}`)).status).toBe(404);
    expect((await acting.open(`/record?older=x`)).status).toBe(400);
  });
});

describe('who opened it', () => {
  it('one line for each colleague and day says who, when, and at what they looked', async () => {
    await moveTo(monday);
    const { id } = await makePerson(app, named('Carmen'));
    const asked = await makeConversation(app, { teamId, askerPersonId: id });
    await acts(ana, '/desk/queue?list=unclaimed');
    await opens(ana, id);
    await moveTo(monday.add({ minutes: 90 }));
    await acts(ana, `/desk/conversations/${asked.id}`);
    await acts(ben, '/people/search', { text: 'Carmen Delgado' });
    await moveTo(monday.add({ hours: 24 }));
    await opens(ben, id);
    const person = await browserOf(id);
    const page = await person.open('/record/opened');
    expect(page.text).toContain(
      `Tuesday, March 3, 2026 Nurse Ben (nurse) 10:00 AM Team: Billing questions Opened: name, contact details and visits`,
    );
    expect(page.text).toMatch(
      /Monday, March 2, 2026 Nurse Ben \(nurse\) 11:30 AM .* Ana \(front desk\) 10:00 AM to 11:30 AM/,
    );
    expect(page.text).toContain(`Opened: the message ${asked.reference}, name, contact details and visits`);
    expect(page.text).toContain('Opened: the name, in a search');
    expect(page.text).not.toContain('Ruiz');
    expect(page.text.split('Ana (front desk)').length - 1).toBe(1);
    const ask = await person.open(/href="(\/ask\?about=privacy)"/.exec(page.html)?.[1] ?? '');
    expect(ask.html).toMatch(/value="privacy"[^>]*checked|checked[^>]*value="privacy"/);
  });

  it('whom the software took to be somebody else perhaps is told that their name was shown, and not of whom', async () => {
    await moveTo(monday);
    const same = { ...named('Xiomara'), birthDate: '1971-05-06' };
    const known = await makePerson(app, { ...same, verified: true });
    const stranger = await makePerson(app, { ...same, verified: false });
    const { people } = (await acts(ana, `/people/${stranger.id}/likely`)) as { people: { id: string }[] };
    expect(people.map((one) => one.id)).toEqual([known.id]);
    const page = await (await browserOf(known.id)).open('/record/opened');
    expect(page.text).toContain('Opened: the name, in a search');
    expect(page.text).not.toContain('contact details and visits');
  });

  it("a name that only stood in a queue or beside somebody else's record is not there", async () => {
    await moveTo(monday);
    const { id } = await makePerson(app, named('Paula'));
    const relative = await makePerson(app, named('Kin'));
    await app.act(asTest, (ctx) => addRelation(ctx, relative.id, { relatedId: id, kind: 'child' }));
    await makeConversation(app, { teamId, askerPersonId: id });
    await makeConversation(app, { teamId, askerPersonId: relative.id, aboutPersonId: id });
    await acts(ana, '/desk/queue?list=unclaimed');
    await opens(ana, relative.id);
    const page = await (await browserOf(id)).open('/record/opened');
    expect(page.text).toContain('Nobody has opened it so far');
    expect((await (await browserOf(relative.id)).open('/record/opened')).text).toContain('Ana (front desk)');
  });

  it('who acts for another sees only who opened the messages that they may read', async () => {
    await moveTo(monday);
    const mother = await makePerson(app, named('Elena'));
    const asked = await makeConversation(app, { teamId, askerPersonId: mother.id });
    await acts(ana, `/desk/conversations/${asked.id}`);
    await opens(ben, mother.id);
    const seenBy = async (scopes: string[]) => {
      const proxy = await makePerson(app, named('Rosa'));
      await grants(proxy.id, mother.id, scopes);
      return (await (await browserOf(proxy.id)).open(`/record/opened?of=${mother.id}`)).text;
    };
    const messages = await seenBy(['messages']);
    expect(messages).toContain(`Opened: the message ${asked.reference}`);
    expect(messages).not.toMatch(/Nurse Ben|contact details and visits/);
    expect(await seenBy(['bills'])).toContain('Nobody has opened it so far');
  });

  it('records that became one are told of as one, and colleagues who left are still named', async () => {
    await moveTo(monday);
    const earlier = await makePerson(app, named('Rosa'));
    const kept = await makePerson(app, named('Rosalind'));
    const gone = await asStaff(app, { name: 'Gina Vale', roles: ['billing'] });
    await opens(gone, earlier.id);
    await app.act(asTest, (ctx) => mergePeople(ctx, { keepId: kept.id, mergeId: earlier.id, reason: 'One person' }));
    await app.act(asTest, (ctx) => dismissStaff(ctx, gone.subjectId));
    expect((await (await browserOf(kept.id)).open('/record/opened')).text).toContain('Gina (bills)');
  });

  it('goes on page by page, none twice and none left out', async () => {
    const { id } = await makePerson(app, named('Rosa'));
    for (let day = 0; day < 20; day++) {
      await moveTo(monday.add({ hours: 24 * day }));
      for (const one of [ana, ben]) await opens(one, id);
    }
    const person = await browserOf(id);
    const days = (html: string) => [...html.matchAll(/(Ana|Nurse Ben)<\/strong>/g)].map((found) => found[1]);
    const first = await person.open('/record/opened');
    const older = /href="([^"]*)" rel="next"/.exec(first.html)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const second = await person.open(older);
    expect([days(first.html).length, days(second.html).length]).toEqual([30, 10]);
    const told = [...`${first.text} ${second.text}`.matchAll(/March (\d+), 2026/g)].map((found) => Number(found[1]));
    expect([...new Set(told)]).toEqual(Array.from({ length: 20 }, (_, n) => 21 - n));
    expect(second.html).not.toContain('rel="next"');
  });
});

it('a look at it is on record itself, and changes nothing that it tells', async () => {
  await moveTo(monday);
  const { id, askerPersonId } = await makeConversation(app, { teamId });
  const person = await browserOf(askerPersonId);
  const shape = (html: string) => html.replace(/value="[^"]*"/g, '');
  const before = shape((await person.open('/record/opened')).html);
  expect(shape((await person.open('/record/opened')).html)).toBe(before);
  await app.act(asTest, (ctx) => readConversation(ctx, id));
  expect(shape((await person.open('/record/opened')).html)).toBe(before);
});

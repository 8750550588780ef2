import { afterAll, beforeAll, expect, it } from 'vitest';
import { openConversation } from '../../modules/desk/index.ts';
import { endProxy, grantProxy } from '../../modules/people/index.ts';
import { asTest, startTestApp, type TestApp } from '../../testing/app.ts';
import { asPerson } from '../../testing/as.ts';
import { type Browser, browse, type Page } from '../../testing/browse.ts';
import { makePerson } from '../../testing/make-person.ts';
import { makeTeam } from '../../testing/make-staff.ts';

let app: TestApp;
const start = Temporal.Instant.from('2026-03-02T15:00:00Z');
beforeAll(async () => {
  app = await startTestApp({ now: start });
  await makeTeam(app, { reasons: ['other'] });
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

/** Question 1 is the oldest; two were asked in each minute. */
async function asks(askerPersonId: string, many: number, more: { aboutPersonId?: string; word?: string } = {}) {
  for (let n = 1; n <= many; n++) {
    app.setNow(start.add({ minutes: Math.floor(n / 2) }));
    const text = `${more.word ?? 'Question'} ${n}.`;
    await app.act(asTest, (ctx) =>
      openConversation(ctx, {
        ...{ askerPersonId, reason: 'other', text, channel: 'portal' },
        ...(more.aboutPersonId && { aboutPersonId: more.aboutPersonId }),
      }),
    );
  }
  app.setNow(start.add({ hours: 1 }));
}

const questionsOn = (page: Page, word = 'Question') =>
  [...page.text.matchAll(new RegExp(`${word} (\\d+)\\.`, 'g'))].map((found) => Number(found[1]));
const linkOn = (page: Page, rel: 'prev' | 'next') =>
  new RegExp(`href="([^"]*)" rel="${rel}"`).exec(page.html)?.[1]?.replaceAll('&amp;', '&');
const countdown = (from: number, to: number) => Array.from({ length: from - to + 1 }, (_, n) => from - n);

it('everything that was asked is found page by page, older and newer, none twice and none left out', async () => {
  const { id } = await makePerson(app, named('Rosa'));
  await asks(id, 45);
  const person = await browserOf(id);
  let page = await person.open('/messages');
  const seen = [questionsOn(page)];
  expect(linkOn(page, 'prev')).toBeUndefined();
  for (let older = linkOn(page, 'next'); older; older = linkOn(page, 'next')) {
    page = await person.open(older);
    seen.push(questionsOn(page));
  }
  const ids = seen.flat();
  expect(seen.map((one) => one.length)).toEqual([20, 20, 5]);
  expect(ids.toSorted((a, b) => b - a)).toEqual(countdown(45, 1));
  page = await person.open(linkOn(page, 'prev') ?? '');
  expect(questionsOn(page)).toEqual(seen[1]);
  page = await person.open(linkOn(page, 'prev') ?? '');
  expect(questionsOn(page)).toEqual(seen[0]);
  expect(linkOn(page, 'prev')).toBeUndefined();
});

it('each shelf has pages of its own, and what was asked for somebody stands on theirs', async () => {
  const mother = await makePerson(app, named('Elena'));
  const daughter = await makePerson(app, named('Rosa'));
  const until = start.add({ hours: 24 }).toString();
  const { proxyId } = await app.act(asTest, (ctx) =>
    grantProxy(ctx, { proxyPersonId: daughter.id, forPersonId: mother.id, scopes: ['messages'], until }),
  );
  await asks(daughter.id, 2, { word: 'Own' });
  await asks(daughter.id, 25, { aboutPersonId: mother.id, word: 'For her' });
  const person = await browserOf(daughter.id);
  const first = await person.open('/messages');
  expect(questionsOn(first, 'Own')).toHaveLength(2);
  expect(questionsOn(first, 'For her')).toHaveLength(20);
  const older = await person.open(linkOn(first, 'next') ?? '');
  expect(older.text).toContain('For Elena Delgado');
  expect(questionsOn(older, 'For her')).toHaveLength(5);
  expect(questionsOn(older, 'Own')).toEqual([]);
  app.setNow(start.add({ hours: 2 }));
  await app.act(asTest, (ctx) => endProxy(ctx, { proxyId, reason: 'Moved away' }));
  const later = await browserOf(daughter.id);
  expect((await later.open(older.url)).status).toBe(404);
  const own = await later.open('/messages');
  expect(questionsOn(own, 'Own')).toHaveLength(2);
  expect(questionsOn(own, 'For her')).toEqual([]);
});

it("another person's shelf and a forged place are not found or refused in words", async () => {
  const { id } = await makePerson(app, named('Rosa'));
  const { id: stranger } = await makePerson(app, named('Elena'));
  const person = await browserOf(id);
  expect((await person.open(`/messages?of=${stranger}`)).status).toBe(404);
  for (const forged of ['x', '%00', 'WyJ4IiwieSJd'])
    expect((await person.open(`/messages?of=${id}&older=${forged}`)).status).toBe(400);
});

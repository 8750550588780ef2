import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../testing/app.ts';
import { type Browser, browse } from '../../testing/browse.ts';
import { makeTeam } from '../../testing/make-staff.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ now: Temporal.Instant.from('2026-03-02T15:00:00Z') });
  await makeTeam(app, {
    name: 'Front desk team',
    reasons: ['other', 'bill', 'appointment', 'medicine', 'results'],
    hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '09:00', closes: '17:00' })),
  });
});
afterAll(() => app.stop());

const me = { given: 'Rosa', family: 'Delgado', 'born-day': '31', 'born-month': '3', 'born-year': '1980' };
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const count = async (table: string) =>
  (await sql<{ count: number }>`select count(*)::int as count from ${sql.table(table)}`.execute(app.db)).rows[0]?.count;

async function askUntilQuestion(person: Browser, email: string) {
  await person.open('/ask');
  await person.send({ reason: 'bill' });
  await person.send({ who: 'me' });
  await person.send(me);
  await person.send({ email, phone: '', voicemail: [] });
}

async function askUntilCheck(person: Browser, email: string, text = 'I do not understand my bill.') {
  await askUntilQuestion(person, email);
  await person.send({ text });
  await person.send();
  return person.send({ need: ['large-print'], 'need-words': '' });
}

it('a stranger asks, page by page, and gets a reference that can be said on the phone', async () => {
  const person = browse(app);
  const check = await askUntilCheck(person, 'rosa@example.org');
  expect(check.url).toMatch(/^\/ask\/[\w-]+\/check$/);
  expect(check.text).toContain('Rosa Delgado');
  expect(check.text).toContain('I do not understand my bill.');
  const sent = await person.send();
  expect(sent.url).toMatch(/\/sent$/);
  expect(sent.text).toContain('We have your message');
  expect(sent.text).toMatch(/Your reference [2-9A-Z]{3}-[2-9A-Z]{3}/);
  expect(sent.text).toContain('Team: Front desk team');
  expect(sent.text).toMatch(/By .*2026/);
  expect(sent.text).not.toContain('I do not understand');
});

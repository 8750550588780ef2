import { existsSync, readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../testing/app.ts';
import { asPerson, asStaff } from '../../testing/as.ts';
import { makePerson } from '../../testing/make-person.ts';
import { peopleRoutes } from './routes.ts';

let app: TestApp;
let headers: Record<string, string>;
beforeAll(async () => {
  app = await startTestApp();
  headers = (await asStaff(app, { roles: ['front-desk'] })).headers;
});
afterAll(() => app.stop());

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
async function send(method: Method, url: string, payload?: object, as = headers) {
  const answer = await app.server.inject({ method, url, headers: as, ...(payload && { payload }) });
  return { status: answer.statusCode, body: answer.body === '' ? undefined : answer.json() };
}

test('a staff member writes a person down, finds them without a name in a URL, and reads what stands beside them', async () => {
  const made = await send('POST', '/api/people', {
    name: { given: 'Lucía', family: 'Fernández' },
    birthDate: '1990-05-06',
    contacts: [{ system: 'phone', value: '617 555 0142', use: 'mobile' }],
    verified: true,
  });
  expect(made.status).toBe(200);
  const at = `/api/people/${made.body.id}`;
  expect((await send('POST', '/api/people/search', { text: 'lucia fernandes' })).body.people).toMatchObject([
    { id: made.body.id, displayName: 'Lucía Fernández', match: 'similar' },
  ]);
  expect((await send('POST', `${at}/needs`, { kind: 'interpreter', words: 'Español' })).status).toBe(200);
  expect((await send('POST', `${at}/consents`, { channel: 'sms', purpose: 'reminder', given: true })).status).toBe(200);
  expect((await send('POST', `${at}/death`, { source: 'family' })).status).toBe(200);
  const banner = await send('GET', `${at}/banner`);
  expect(banner.body).toMatchObject({
    needs: [{ kind: 'interpreter', words: 'Español' }],
    consents: [{ channel: 'sms', purpose: 'reminder', given: true }],
    deceased: { source: 'family' },
    contacts: [{ value: '617 555 0142', sharedBy: 1 }],
  });
  expect(banner.body.can).toContain('undo-deceased');
  expect((await send('POST', `${at}/death/undo`, {})).status).toBe(400);
  expect((await send('POST', `${at}/death/undo`, { reason: 'mistaken' })).status).toBe(200);
  const need = banner.body.needs[0].id;
  expect((await send('DELETE', `${at}/needs/${need}`)).status).toBe(200);
  expect((await send('DELETE', `${at}/needs/${need}`)).status).toBe(404);
  expect((await send('GET', `${at}/states`)).body.facts).toHaveLength(2);
  const line = (await send('GET', `${at}/timeline`)).body.entries.map((entry: { kind: string }) => entry.kind);
  const told = ['consent-given', 'death-recorded', 'death-taken-back', 'need-added', 'need-removed'];
  expect(line.sort()).toEqual(told.map((kind) => `people.${kind}`));
  expect((await send('GET', `${at}/visits`)).body).toEqual({ visits: [], next: null });
});

test('merging and undoing it go through the front door, for those whose work it is', async () => {
  const [keep, other] = [await makePerson(app), await makePerson(app)];
  const ask = { keepId: keep.id, mergeId: other.id, reason: 'the same telephone and date of birth' };
  const nurse = await asStaff(app, { roles: ['nurse'] });
  expect((await send('POST', '/api/merges', ask, nurse.headers)).status).toBe(404);
  const merged = await send('POST', '/api/merges', ask);
  expect(merged.body).toMatchObject({ keptId: keep.id });
  expect((await send('GET', `/api/people/${other.id}`)).body.id).toBe(keep.id);
  expect((await send('POST', '/api/merges', ask)).body).toMatchObject({ code: 'people.already-merged' });
  expect((await send('POST', `/api/merges/${merged.body.mergeId}/undo`, { reason: 'twins' })).status).toBe(200);
  expect((await send('GET', `/api/people/${other.id}`)).body.id).toBe(other.id);
});

test('who was seen is in the audit, by id and never by name', async () => {
  const { id } = await makePerson(app, { name: { given: 'Canary', family: 'Kanarienvogel' } });
  await send('POST', '/api/people/search', { text: 'Kanarienvogel' });
  await send('GET', `/api/people/${id}/banner`);
  const { rows } = await sql<{ action: string; all: string }>`
    select action, audit_entry::text as all from platform.audit_entry where ${id} = any (person_ids) order by at`.execute(
    app.db,
  );
  expect(rows.map((row) => row.action)).toEqual(expect.arrayContaining(['people.search', 'people.read-banner']));
  expect(rows.map((row) => row.all).join()).not.toMatch(/canary|kanarien/i);
});

test('nobody but staff reaches any of it', async () => {
  const { id } = await makePerson(app);
  const person = await asPerson(app, id);
  for (const route of peopleRoutes) {
    const method = ('method' in route ? route.method : 'GET') as Method;
    const url = route.path.replace(/:\w+/g, id);
    for (const as of [person.headers, { 'x-bedside': '1' }])
      expect([route.name, (await send(method, url, method === 'GET' ? undefined : {}, as)).status]).toEqual([
        route.name,
        401,
      ]);
  }
});

test('a search from another origin, or without our header, is refused', async () => {
  const { 'x-bedside': _, ...bare } = headers;
  expect((await send('POST', '/api/people/search', { text: 'Ada' }, bare)).status).toBe(403);
  const foreign = { ...headers, origin: 'https://elsewhere.example' };
  expect((await send('POST', '/api/people/search', { text: 'Ada' }, foreign)).status).toBe(403);
});

const naughty = new URL('../../../../shared/data/text/blns.json', import.meta.url);
const ours = ['a\0b', '\ud800', '\u202eabc', 'é'.repeat(200), '𝒜'.repeat(100), 'ß'.repeat(100), 'ﷺ'.repeat(100)];

test.skipIf(!existsSync(naughty))(
  'every hostile string is refused or comes back exactly, in every text (skipped without ../shared)',
  async () => {
    const strings = [...new Set([...(JSON.parse(readFileSync(naughty, 'utf8')) as string[]), ...ours])];
    let kept = 0;
    for (let at = 0; at < strings.length; at += 16) {
      const counts = await Promise.all(strings.slice(at, at + 16).map(tryEverywhere));
      kept += counts.reduce((sum, count) => sum + count, 0);
    }
    expect(kept).toBeGreaterThan(strings.length * 2);
  },
  180_000,
);

/** Sends one string as every text of a person; how many took it. */
async function tryEverywhere(text: string): Promise<number> {
  const plain = { given: 'x', family: 'y' };
  const words = { given: text, family: text };
  const tries = [
    { name: { ...words, prefix: text, suffix: text, preferred: text }, pronouns: text, contacts: [] },
    // Only what is too long for all fields at once is tried alone.
    ...(text.length > 40 ? [{ name: words, contacts: [] }] : []),
    { name: plain, contacts: [{ system: 'email', value: text }] },
    { name: plain, contacts: [{ system: 'phone', value: text }] },
    { name: plain, contacts: [], identifiers: [{ system: text, value: text, kind: text }] },
  ];
  let kept = 0;
  for (const person of tries) {
    const made = await send('POST', '/api/people', { ...person, verified: true });
    expect([text, [200, 400].includes(made.status)]).toEqual([text, true]);
    if (made.status !== 200) continue;
    kept += 1;
    const { body } = await send('GET', `/api/people/${made.body.id}/banner`);
    expect(body.name).toMatchObject(person.name);
    if (person.pronouns) expect(body.pronouns).toBe(text);
    if (person.contacts[0]) expect(body.contacts[0].value).toBe(text);
    if (person.identifiers?.[0]) expect(body.identifiers[0]).toEqual(person.identifiers[0]);
  }
  expect([200, 400]).toContain((await send('POST', '/api/people/search', { text })).status);

  const at = `/api/people/${(await makePerson(app)).id}`;
  const none = { doNotNameClinic: true, noVoicemail: false, onlyFrom: null, onlyUntil: null, onlyChannel: null };
  const rules = { ...none, codeWord: text, words: text };
  const need = await send('POST', `${at}/needs`, { kind: 'other', words: text });
  const safe = await send('PUT', `${at}/safe-contact`, rules);
  const death = await send('POST', `${at}/death`, { source: 'mail', reason: text });
  for (const answer of [need, safe, death]) expect([text, [200, 400].includes(answer.status)]).toEqual([text, true]);
  const { body } = await send('GET', `${at}/banner`);
  if (need.status === 200) expect(body.needs[0].words).toBe(text);
  if (safe.status === 200) expect(body.safeContact).toEqual(rules);
  if (death.status === 200) expect(body.deceased.reason).toBe(text);
  return kept;
}

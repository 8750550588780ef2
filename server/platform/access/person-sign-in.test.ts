import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { asTest, startTestApp, type TestApp } from '../../testing/app.ts';
import { makePerson } from '../../testing/make-person.ts';
import { type Actor, anyone } from './actor.ts';
import { chooseAccount, consumeSignInToken, ensurePersonAccount, issueSignInToken, readSignInToken } from './index.ts';
import { askForSignInLink } from './person-sign-in.ts';
import { hashToken } from './tokens.ts';

const start = Temporal.Instant.from('2026-03-02T09:00:00Z');
let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ now: start });
});
afterAll(() => app.stop());
beforeEach(() => app.setNow(start));

let made = 0;
async function someone(email = `someone.${++made}@people.test`) {
  const { id: personId } = await makePerson(app);
  const { id: accountId } = await app.act(asTest, (ctx) => ensurePersonAccount(ctx, { personId, email }));
  return { personId, accountId, email };
}
const later = (minutes: number) => app.setNow(start.add({ minutes }));

/** Asks as a browser does, and reads the mail as its owner does. */
async function ask(email: string) {
  const { cookie } = await app.act(anyone, (ctx) => askForSignInLink(ctx, { email }));
  const { rows } = await sql<{ id: string }>`
    select payload ->> 'requestId' as id from platform.event e
    join platform.sign_in_request r on r.id = (payload ->> 'requestId')::uuid
    where e.name = 'access.sign-in-link-asked' and r.asker_hash = ${hashToken(cookie.value)}`.execute(app.db);
  const requestId = rows[0]?.id ?? '';
  const mail = await app.act(asTest, (ctx) => issueSignInToken(ctx, requestId));
  return {
    asker: cookie.value ?? '',
    requestId,
    mail,
    link: mail?.link.split('/').at(-1) ?? '',
    code: mail?.code ?? '',
  };
}
const consume = (given: Parameters<typeof consumeSignInToken>[1], actor: Actor = anyone) =>
  app.act(actor, (ctx) => consumeSignInToken(ctx, given));
/** What a route does with a refusal that keeps its work: the count stays. */
const tryCode = (given: { code: unknown; asker: unknown }) =>
  app.act(anyone, (ctx) =>
    consumeSignInToken(ctx, given).then(
      (it) => it.kind,
      (error: { code: string }) => error.code,
    ),
  );
const whoAmI = (cookie: { name: string; value: string | undefined } | undefined) =>
  app.server.inject({
    method: 'GET',
    url: '/api/access/session',
    headers: { cookie: `${cookie?.name}=${cookie?.value}` },
  });
const wrongOf = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

describe('a link by mail', () => {
  test('signs in the one person of the mailbox', async () => {
    const { email, personId } = await someone();
    const { mail, link } = await ask(email.toUpperCase());
    expect(mail).toMatchObject({ email, personIds: [personId] });
    expect(mail?.link.startsWith('http://localhost:8080/sign-in/link/')).toBe(true);
    expect(await app.act(anyone, (ctx) => readSignInToken(ctx, link))).toEqual({ usable: true });
    const outcome = await consume({ link });
    expect(outcome).toMatchObject({ kind: 'signed-in', personId });
    const answer = await whoAmI(outcome.kind === 'signed-in' ? outcome.cookies[0] : undefined);
    expect(answer.json()).toMatchObject({ state: 'signed-in', kind: 'person', id: personId });
  });

  test('is not used up by looking, and works once', async () => {
    const { email } = await someone();
    const { link, code, asker } = await ask(email);
    for (let times = 0; times < 3; times++)
      expect(await app.act(anyone, (ctx) => readSignInToken(ctx, link))).toEqual({ usable: true });
    expect((await consume({ link })).kind).toBe('signed-in');
    expect(await app.act(anyone, (ctx) => readSignInToken(ctx, link))).toEqual({ usable: false });
    await expect(consume({ link })).rejects.toMatchObject({ code: 'access.link-gone' });
    expect(await tryCode({ code, asker })).toBe('access.code-refused');
  });

  test('of twenty who redeem it at once lets in one', async () => {
    const { email, accountId } = await someone();
    const { link } = await ask(email);
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => consume({ link })));
    expect(outcomes.filter((it) => it.status === 'fulfilled')).toHaveLength(1);
    const { rows } = await sql`select 1 from platform.session where account_id = ${accountId}`.execute(app.db);
    expect(rows).toHaveLength(1);
  });

  test('is good for half an hour, the code for ten minutes', async () => {
    const { email } = await someone();
    const { link, code, asker } = await ask(email);
    later(11);
    expect(await tryCode({ code, asker })).toBe('access.code-refused');
    later(29);
    expect(await app.act(anyone, (ctx) => readSignInToken(ctx, link))).toEqual({ usable: true });
    later(31);
    expect(await app.act(anyone, (ctx) => readSignInToken(ctx, link))).toEqual({ usable: false });
    await expect(consume({ link })).rejects.toMatchObject({ code: 'access.link-gone' });
  });

  test('is void once the address changed, and whoever is signed in by it is not any more', async () => {
    const { email, personId } = await someone();
    const first = await ask(email);
    const signedIn = await consume({ link: first.link });
    const { link } = await ask(email);
    await app.act(asTest, (ctx) => ensurePersonAccount(ctx, { personId, email: `moved.${made}@people.test` }));
    await expect(consume({ link })).rejects.toMatchObject({ code: 'access.link-gone' });
    const answer = await whoAmI(signedIn.kind === 'signed-in' ? signedIn.cookies[0] : undefined);
    expect(answer.json()).toMatchObject({ state: 'signed-out' });
  });

  test('and code are kept only as hashes', async () => {
    const { email } = await someone();
    const { link, code, asker, requestId } = await ask(email);
    const { rows } = await sql<{
      row: string;
    }>`select r::text as row from platform.sign_in_request r where id = ${requestId}`.execute(app.db);
    const row = rows[0]?.row ?? '';
    for (const secret of [
      link,
      asker,
      email,
      `,${code},`,
      Buffer.from(code).toString('hex'),
      Buffer.from(link, 'base64url').toString('hex'),
    ])
      expect(row).not.toContain(secret);
  });
});

describe('a code by mail', () => {
  test('signs in, in the browser that asked', async () => {
    const { email, personId } = await someone();
    const { code, asker } = await ask(email);
    expect(await consume({ code: ` ${code.slice(0, 3)} ${code.slice(3)} `, asker })).toMatchObject({
      kind: 'signed-in',
      personId,
    });
  });

  test('is worth nothing in another browser', async () => {
    const victim = await someone();
    const stranger = await someone();
    const theirs = await ask(stranger.email);
    const { code } = await ask(victim.email);
    if (code !== theirs.code) expect(await tryCode({ code, asker: theirs.asker })).toBe('access.code-refused');
    expect(await tryCode({ code, asker: '' })).toBe('access.code-refused');
    expect(await tryCode({ code, asker: undefined })).toBe('access.code-refused');
  });

  test('may be tried five times, however many try at once', async () => {
    const { email } = await someone();
    const { code, asker, requestId } = await ask(email);
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => tryCode({ code: wrongOf(code), asker })));
    expect(new Set(outcomes)).toEqual(new Set(['access.code-refused']));
    expect(await tryCode({ code, asker })).toBe('access.code-refused');
    const { rows } = await sql<{
      code_tries: number;
    }>`select code_tries from platform.sign_in_request where id = ${requestId}`.execute(app.db);
    expect(rows[0]?.code_tries).toBe(5);
  });

  test('is right at the fifth try', async () => {
    const { email } = await someone();
    const { code, asker } = await ask(email);
    for (let times = 0; times < 4; times++) await tryCode({ code: wrongOf(code), asker });
    expect(await tryCode({ code, asker })).toBe('signed-in');
  });
});

describe('asking', () => {
  test('leaves the same trace and gives the same answer for an address nobody has, and no mail', async () => {
    const { email } = await someone();
    const known = await ask(email);
    const unknown = await ask('nobody.at.all@people.test');
    expect(known.mail).toBeDefined();
    expect(unknown.mail).toBeUndefined();
    expect(unknown.asker).toHaveLength(known.asker.length);
    expect(await tryCode({ code: '123456', asker: unknown.asker })).toBe('access.code-refused');
    expect(await tryCode({ code: wrongOf(known.code), asker: known.asker })).toBe('access.code-refused');
    const { rows } = await sql<{
      count: number;
    }>`select count(*) from platform.sign_in_request where id in (${known.requestId}, ${unknown.requestId})`.execute(
      app.db,
    );
    expect(rows[0]?.count).toBe(2);
  });

  test('twenty times at once sends five mails', async () => {
    const { email } = await someone();
    const before = await sql`select 1 from platform.event where name = 'access.sign-in-link-asked'`.execute(app.db);
    await Promise.all(Array.from({ length: 20 }, () => app.act(anyone, (ctx) => askForSignInLink(ctx, { email }))));
    const after = await sql`select 1 from platform.event where name = 'access.sign-in-link-asked'`.execute(app.db);
    expect(after.rows.length - before.rows.length).toBe(5);
  });

  test('a mail that comes too late is not written', async () => {
    const { email } = await someone();
    const { requestId } = await ask(email);
    later(61);
    expect(await app.act(asTest, (ctx) => issueSignInToken(ctx, requestId))).toBeUndefined();
  });
});

describe('a mailbox that several share', () => {
  async function family() {
    const email = `family.${++made}@people.test`;
    return { email, mother: await someone(email), son: await someone(email) };
  }
  async function ticketOf(email: string) {
    const outcome = await consume({ link: (await ask(email)).link });
    expect(outcome.kind).toBe('choose');
    return outcome.kind === 'choose' ? outcome.ticket : '';
  }
  const choose = (ticket: unknown, isMe: (id: string) => boolean) =>
    app.act(anyone, (ctx) =>
      chooseAccount(ctx, { ticket, isMe }).then(
        (it) => it.personId,
        (error: { code: string }) => error.code,
      ),
    );

  test('asks who it is, and signs in only that person', async () => {
    const { email, son, mother } = await family();
    const ticket = await ticketOf(email);
    expect(await choose(ticket, (id) => id === son.personId)).toBe(son.personId);
    expect(await choose(ticket, (id) => id === mother.personId)).toBe('access.link-gone');
    const { rows } = await sql`select 1 from platform.session where account_id = ${mother.accountId}`.execute(app.db);
    expect(rows).toHaveLength(0);
  });

  test('may be guessed at five times, at once or not, and asks for more of twins', async () => {
    const { email, son } = await family();
    const ticket = await ticketOf(email);
    expect(await choose(ticket, () => true)).toBe('access.several-match');
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => choose(ticket, () => false)));
    expect(outcomes.filter((it) => it === 'access.nobody-matches')).toHaveLength(4);
    expect(await choose(ticket, (id) => id === son.personId)).toBe('access.link-gone');
  });

  test('of twenty choices at once lets in one', async () => {
    const { email, son } = await family();
    const ticket = await ticketOf(email);
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => choose(ticket, (id) => id === son.personId)));
    expect(outcomes.filter((it) => it === son.personId)).toHaveLength(1);
  });

  test('the ticket is old after ten minutes', async () => {
    const { email, son } = await family();
    const ticket = await ticketOf(email);
    later(11);
    expect(await choose(ticket, (id) => id === son.personId)).toBe('access.link-gone');
  });
});

test('twenty who make the account of one person at once make one', async () => {
  const { id: personId } = await makePerson(app);
  const ids = await Promise.all(
    Array.from({ length: 20 }, () =>
      app.act(asTest, (ctx) => ensurePersonAccount(ctx, { personId, email: 'one@people.test' })),
    ),
  );
  expect(new Set(ids.map((it) => it.id)).size).toBe(1);
});

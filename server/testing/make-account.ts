import { randomUUIDv7 } from 'node:crypto';
import { insertAccount } from '../platform/access/account-store.ts';
import { anyone } from '../platform/access/actor.ts';
import { ensurePersonAccount } from '../platform/access/person-accounts.ts';
import { acceptInvitation, inviteStaff, issueInvitation, issueReset } from '../platform/access/staff-accounts.ts';
import { mailboxOf } from '../platform/access/tokens.ts';
import { asTest, type TestApp } from './app.ts';
import { makeStaff } from './make-staff.ts';

export interface TestAccount {
  readonly accountId: string;
  readonly kind: 'staff' | 'person';
  readonly subjectId: string;
  readonly email: string;
}

/** An account for a staff member or a person who is there already; without a password, for `signInAs`. */
export async function makeAccount(
  app: TestApp,
  given: { kind: 'staff' | 'person'; subjectId: string; email?: string },
): Promise<TestAccount> {
  const email = given.email ?? `${given.kind}.${randomUUIDv7().slice(-12)}@hospital.test`;
  if (given.kind === 'person') {
    const { id } = await app.act(asTest, (ctx) => ensurePersonAccount(ctx, { personId: given.subjectId, email }));
    return { accountId: id, ...given, email };
  }
  const accountId = randomUUIDv7();
  await app.act(asTest, (ctx) =>
    insertAccount(ctx, {
      id: accountId,
      kind: given.kind,
      subject_id: given.subjectId,
      email,
      mailbox: mailboxOf(ctx.house, email),
      created_at: ctx.now,
      activated_at: ctx.now,
    }),
  );
  return { accountId, ...given, email };
}

export const goodPassword = 'tidal copper sandwich lamp';

/** A new colleague with the invitation they were sent. */
export async function makeInvited(app: TestApp, given: Parameters<typeof makeStaff>[1] = {}) {
  const email = `colleague.${randomUUIDv7().slice(-12)}@hospital.test`;
  const { id: staffId } = await makeStaff(app, { email, ...given });
  const { accountId } = await app.act(asTest, (ctx) => inviteStaff(ctx, { staffId, email }));
  const mail = await app.act(asTest, (ctx) => issueInvitation(ctx, accountId));
  return { staffId, accountId, email, token: mail?.link.split('#')[1] ?? '' };
}

/** The token in the mail for a forgotten password; empty when there is no mail. */
export async function resetTokenOf(app: TestApp, accountId: string): Promise<string> {
  const mail = await app.act(asTest, (ctx) => issueReset(ctx, accountId));
  return mail?.link.split('#')[1] ?? '';
}

/** A new colleague who accepted their invitation with `goodPassword`. */
export async function makeActiveStaff(app: TestApp, given: Parameters<typeof makeStaff>[1] = {}): Promise<TestAccount> {
  const { accountId, staffId: subjectId, email, token } = await makeInvited(app, given);
  await app.act(anyone, (ctx) =>
    acceptInvitation(ctx, { token, password: goodPassword, from: { cookies: {}, userAgent: undefined } }),
  );
  return { accountId, kind: 'staff', subjectId, email };
}

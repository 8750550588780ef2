import { randomUUIDv7 } from 'node:crypto';
import { insertAccount } from '../platform/access/account-store.ts';
import { anyone } from '../platform/access/actor.ts';
import { ensurePersonAccount } from '../platform/access/person-accounts.ts';
import { acceptInvitation, inviteStaff, issueInvitation } from '../platform/access/staff-accounts.ts';
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
      ...{ id: accountId, kind: given.kind, subject_id: given.subjectId, email, mailbox: mailboxOf(ctx.house, email) },
      ...{ created_at: ctx.now, activated_at: ctx.now },
    }),
  );
  return { accountId, ...given, email };
}

export const goodPassword = 'tidal copper sandwich lamp';

/** A new colleague who accepted their invitation with `goodPassword`. */
export async function makeActiveStaff(app: TestApp, given: Parameters<typeof makeStaff>[1] = {}): Promise<TestAccount> {
  const email = `colleague.${randomUUIDv7().slice(-12)}@hospital.test`;
  const { id: subjectId } = await makeStaff(app, { email, ...given });
  const { accountId } = await app.act(asTest, (ctx) => inviteStaff(ctx, { staffId: subjectId, email }));
  const mail = await app.act(asTest, (ctx) => issueInvitation(ctx, accountId));
  const token = mail?.link.split('#')[1] ?? '';
  await app.act(anyone, (ctx) => acceptInvitation(ctx, { token, password: goodPassword }));
  return { accountId, kind: 'staff', subjectId, email };
}

import { randomUUIDv7 } from 'node:crypto';
import { insertAccount } from '../platform/access/account-store.ts';
import { ensurePersonAccount } from '../platform/access/person-accounts.ts';
import { mailboxOf } from '../platform/access/tokens.ts';
import { asTest, type TestApp } from './app.ts';

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

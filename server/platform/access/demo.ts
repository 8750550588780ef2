import { randomUUIDv7 } from 'node:crypto';
import type { Ctx } from '../ctx.ts';
import type { CookieChange } from '../http/route.ts';
import { notFound } from '../problem.ts';
import * as accounts from './account-store.ts';
import { openSession } from './sessions.ts';
import { mailboxOf } from './tokens.ts';

export interface DemoAccount {
  readonly accountId: string;
  readonly kind: accounts.AccountKind;
  readonly subjectId: string;
  readonly name: string;
  /** "Front desk", "Mother of two": what tells the visitor whom to be. */
  readonly role: string;
}

/** An invented person or colleague whom every visitor may be; only where everything is invented. */
export async function makeDemoAccount(
  ctx: Ctx,
  given: Omit<DemoAccount, 'accountId'> & { readonly email: string },
): Promise<{ accountId: string }> {
  if (!ctx.house.demo) throw notFound();
  const id = randomUUIDv7();
  await accounts.insertAccount(ctx, {
    id,
    kind: given.kind,
    subject_id: given.subjectId,
    email: given.email,
    mailbox: mailboxOf(ctx.house, given.email),
    created_at: ctx.now,
    activated_at: ctx.now,
    demo: true,
    demo_name: given.name,
    demo_role: given.role,
  });
  return { accountId: id };
}

/** @throws Problem not-found outside the demo, as if there were no such page */
export async function listDemoAccounts(ctx: Ctx): Promise<DemoAccount[]> {
  if (!ctx.house.demo) throw notFound();
  const rows = await accounts.selectAccounts(ctx, { demo: true });
  return rows.map((row) => ({
    accountId: row.id,
    kind: row.kind,
    subjectId: row.subject_id,
    name: row.demo_name ?? '',
    role: row.demo_role ?? '',
  }));
}

export async function signInToDemo(
  ctx: Ctx,
  given: { readonly accountId: string; readonly kind: accounts.AccountKind },
): Promise<{ cookie: CookieChange }> {
  if (!ctx.house.demo) throw notFound();
  const account = await accounts.findAccount(ctx, given.accountId);
  if (!account?.demo || account.kind !== given.kind) throw notFound();
  return openSession(ctx, account, { how: 'demo', secondFactor: true });
}

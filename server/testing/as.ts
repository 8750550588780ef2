import { openSession, sessionCookie } from '../platform/access/sessions.ts';
import { cookieName } from '../platform/http/same-origin.ts';
import { asTest, type TestApp } from './app.ts';
import { makeAccount } from './make-account.ts';
import { makeStaff } from './make-staff.ts';

export interface SignedIn {
  readonly accountId: string;
  readonly subjectId: string;
  readonly sessionId: string;
  readonly token: string;
  /** For `app.server.inject({ headers })`: the session, and what every command must carry. */
  readonly headers: Record<string, string>;
}

/** A real session for an account, second factor included, without the way through a password or a mail. */
export async function signInAs(
  app: TestApp,
  account: { accountId: string; subjectId: string; kind: 'staff' | 'person' },
): Promise<SignedIn> {
  const { cookie, sessionId } = await app.act(asTest, (ctx) =>
    openSession(
      ctx,
      { id: account.accountId },
      account.kind === 'staff' ? { how: 'password', secondFactor: true } : { how: 'mail' },
    ),
  );
  const token = cookie.value ?? '';
  return {
    accountId: account.accountId,
    subjectId: account.subjectId,
    sessionId,
    token,
    headers: { cookie: `${cookieName(app.shop.house, sessionCookie)}=${token}`, 'x-bedside': '1' },
  };
}

/** A new staff member with these roles, signed in. */
export async function asStaff(app: TestApp, given: Parameters<typeof makeStaff>[1] = {}): Promise<SignedIn> {
  const { id } = await makeStaff(app, given);
  return signInAs(app, await makeAccount(app, { kind: 'staff', subjectId: id }));
}

/** Someone who is there already (`registerPerson`), signed in. */
export async function asPerson(app: TestApp, personId: string): Promise<SignedIn> {
  return signInAs(app, await makeAccount(app, { kind: 'person', subjectId: personId }));
}

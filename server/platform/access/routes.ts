import type { z } from 'zod';
import * as shape from '../contract.ts';
import type { Ctx } from '../ctx.ts';
import { type CookieChange, command, type Limit, query, type Route } from '../http/route.ts';
import { type Access, byAnyone, byAnyStaff, byPersonOrStaff, byStaffSigningIn } from './access.ts';
import { type FromBrowser, listOwnBrowsers } from './browsers.ts';
import { listDemoAccounts, signInToDemo } from './demo.ts';
import type { Describing } from './identify.ts';
import { listOwnPasskeys, readSessionState } from './own-account.ts';
import * as passkeys from './passkeys.ts';
import { renewRecoveryCodes } from './recovery.ts';
import * as factor from './second-factor.ts';
import { closeEverySession, closeOwnSession, closeSession, listOwnSessions } from './sessions.ts';
import { acceptInvitation, acceptReset, askForReset, readInvitation } from './staff-accounts.ts';
import { changePassword, provePassword, signInWithPassword } from './staff-sign-in.ts';

/** A whole hospital may stand behind one address at the change of shift; one mailbox is one person. */
const guesses: readonly Limit[] = [
  { per: 'address', max: 300, seconds: 300 },
  { per: { field: 'email' }, max: 20, seconds: 900 },
  { per: 'everyone', max: 1200, seconds: 60 },
];
const asks: readonly Limit[] = [
  { per: 'address', max: 30, seconds: 600 },
  { per: { field: 'email' }, max: 5, seconds: 3600 },
  { per: 'everyone', max: 300, seconds: 60 },
];
const tries: readonly Limit[] = [
  { per: 'address', max: 300, seconds: 300 },
  { per: 'everyone', max: 2400, seconds: 60 },
];

type Outcome = object & { readonly cookie?: CookieChange; readonly cookies?: readonly CookieChange[] };

interface Signing<B extends z.ZodType> {
  readonly name: `access.${string}`;
  readonly path: `/api/access/${string}`;
  readonly method?: 'POST' | 'DELETE';
  readonly access: Access;
  readonly limit?: readonly Limit[];
  readonly body: B;
  readonly answer?: z.ZodType;
  run(ctx: Ctx, body: z.output<B>, from: FromBrowser): Promise<Outcome>;
}

/** A command whose outcome may bring a new session cookie; what goes in and out of it is kept nowhere. */
function signing<B extends z.ZodType>(it: Signing<B>): Route {
  return command({
    name: it.name,
    path: it.path,
    access: it.access,
    secret: true as const,
    limit: it.limit ?? tries,
    method: it.method ?? ('POST' as const),
    body: it.body,
    answer: it.answer ?? shape.done,
    run: async (ctx, { body }, request) => {
      const outcome = await it.run(ctx, body as z.output<B>, request);
      for (const change of outcome.cookies ?? []) request.setCookie(change);
      if (outcome.cookie) request.setCookie(outcome.cookie);
      return outcome;
    },
  });
}

const nothing = shape.done.strict();

/** `describeStaff`: what a colleague is called must not be their password. */
export const accessRoutes = ({ describeStaff }: Pick<Describing, 'describeStaff'>): readonly Route[] => [
  query({
    name: 'access.read-session',
    path: '/api/access/session',
    access: byAnyone,
    passive: true,
    answer: shape.sessionState,
    run: readSessionState,
  }),
  signing({
    name: 'access.sign-in',
    path: '/api/access/sign-in',
    access: byAnyone,
    limit: guesses,
    body: shape.signIn,
    run: (ctx, body, from) => signInWithPassword(ctx, { ...body, from }),
  }),
  signing({
    name: 'access.begin-passkey-sign-in',
    path: '/api/access/passkey-sign-in/options',
    access: byAnyone,
    body: nothing,
    answer: shape.passkeyOptions,
    run: (ctx) => passkeys.beginPasskeySignIn(ctx),
  }),
  signing({
    name: 'access.sign-in-with-passkey',
    path: '/api/access/passkey-sign-in',
    access: byAnyone,
    body: shape.givenPasskey,
    run: (ctx, { response }, from) => passkeys.signInWithPasskey(ctx, { response, from }),
  }),
  signing({
    name: 'access.prove-totp',
    path: '/api/access/second-factor/totp',
    access: byStaffSigningIn,
    body: shape.givenCode,
    run: (ctx, { code }) => factor.proveTotp(ctx, code),
  }),
  signing({
    name: 'access.prove-recovery-code',
    path: '/api/access/second-factor/recovery-code',
    access: byStaffSigningIn,
    body: shape.givenCode,
    run: (ctx, { code }) => factor.proveRecoveryCode(ctx, code),
  }),
  signing({
    name: 'access.begin-passkey-proof',
    path: '/api/access/second-factor/passkey/options',
    access: byStaffSigningIn,
    body: nothing,
    answer: shape.passkeyOptions,
    run: (ctx) => passkeys.beginPasskeyProof(ctx),
  }),
  signing({
    name: 'access.prove-passkey',
    path: '/api/access/second-factor/passkey',
    access: byStaffSigningIn,
    body: shape.givenPasskey,
    run: (ctx, { response }) => passkeys.provePasskey(ctx, response),
  }),
  signing({
    name: 'access.prove-password',
    path: '/api/access/proof',
    access: byStaffSigningIn,
    body: shape.givenPassword,
    run: (ctx, { password }) => provePassword(ctx, password),
  }),
  signing({
    name: 'access.sign-out',
    path: '/api/access/sign-out',
    access: byAnyone,
    body: nothing,
    run: async (ctx) => ({ cookie: await closeSession(ctx) }),
  }),
  signing({
    name: 'access.sign-out-everywhere',
    path: '/api/access/sign-out-everywhere',
    access: byPersonOrStaff,
    body: nothing,
    run: async (ctx) => ({ cookie: await closeEverySession(ctx) }),
  }),
  query({
    name: 'access.list-sessions',
    path: '/api/access/sessions',
    access: byPersonOrStaff,
    answer: shape.sessionList,
    run: async (ctx) => ({ sessions: await listOwnSessions(ctx) }),
  }),
  query({
    name: 'access.list-browsers',
    path: '/api/access/browsers',
    access: byAnyStaff,
    answer: shape.browserList,
    run: async (ctx) => ({ browsers: await listOwnBrowsers(ctx) }),
  }),
  command({
    name: 'access.close-session',
    method: 'DELETE',
    path: '/api/access/sessions/:id',
    access: byPersonOrStaff,
    params: shape.byId,
    answer: shape.done,
    run: async (ctx, { params }) => {
      await closeOwnSession(ctx, params.id);
      return {};
    },
  }),
  query({
    name: 'access.read-invitation',
    method: 'POST',
    path: '/api/access/invitation',
    access: byAnyone,
    limit: tries,
    body: shape.givenToken,
    answer: shape.invitation,
    run: (ctx, { body }) => readInvitation(ctx, body.token),
  }),
  signing({
    name: 'access.accept-invitation',
    path: '/api/access/invitation/acceptance',
    access: byAnyone,
    body: shape.acceptToken,
    run: (ctx, body, from) => acceptInvitation(ctx, { ...body, from, describeStaff }),
  }),
  signing({
    name: 'access.ask-reset',
    path: '/api/access/password-reset',
    access: byAnyone,
    limit: asks,
    body: shape.askReset,
    run: async (ctx, body) => {
      await askForReset(ctx, body);
      return {};
    },
  }),
  signing({
    name: 'access.accept-reset',
    path: '/api/access/password-reset/acceptance',
    access: byAnyone,
    body: shape.acceptToken,
    run: async (ctx, body) => {
      await acceptReset(ctx, { ...body, describeStaff });
      return {};
    },
  }),
  signing({
    name: 'access.change-password',
    path: '/api/access/password',
    access: byAnyStaff,
    body: shape.passwordChange,
    run: changePassword,
  }),
  signing({
    name: 'access.begin-totp',
    path: '/api/access/totp',
    access: byStaffSigningIn,
    body: nothing,
    answer: shape.totpBegun,
    run: (ctx) => factor.beginTotp(ctx),
  }),
  signing({
    name: 'access.confirm-totp',
    path: '/api/access/totp/confirmation',
    access: byStaffSigningIn,
    body: shape.givenCode,
    answer: shape.factorAdded,
    run: (ctx, { code }) => factor.confirmTotp(ctx, code),
  }),
  signing({
    name: 'access.remove-totp',
    method: 'DELETE',
    path: '/api/access/totp',
    access: byAnyStaff,
    body: nothing,
    run: (ctx) => factor.removeTotp(ctx),
  }),
  signing({
    name: 'access.renew-recovery-codes',
    path: '/api/access/recovery-codes',
    access: byAnyStaff,
    body: nothing,
    answer: shape.recoveryCodes,
    run: (ctx) => renewRecoveryCodes(ctx),
  }),
  query({
    name: 'access.list-passkeys',
    path: '/api/access/passkeys',
    access: byAnyStaff,
    answer: shape.passkeyList,
    run: async (ctx) => ({ passkeys: await listOwnPasskeys(ctx) }),
  }),
  signing({
    name: 'access.begin-passkey',
    path: '/api/access/passkeys/options',
    access: byStaffSigningIn,
    body: nothing,
    answer: shape.passkeyOptions,
    run: (ctx) => passkeys.beginPasskeyRegistration(ctx),
  }),
  signing({
    name: 'access.add-passkey',
    path: '/api/access/passkeys',
    access: byStaffSigningIn,
    body: shape.newPasskey,
    answer: shape.factorAdded,
    run: passkeys.registerPasskey,
  }),
  command({
    name: 'access.remove-passkey',
    method: 'DELETE',
    path: '/api/access/passkeys/:id',
    access: byAnyStaff,
    params: shape.byId,
    answer: shape.done,
    secret: true,
    run: async (ctx, { params }, request) => {
      request.setCookie((await passkeys.removePasskey(ctx, params.id)).cookie);
      return {};
    },
  }),
  query({
    name: 'access.list-demo-people',
    path: '/api/access/demo-people',
    access: byAnyone,
    answer: shape.demoPeople,
    run: async (ctx) => ({ people: await listDemoAccounts(ctx) }),
  }),
  signing({
    name: 'access.sign-in-to-demo',
    path: '/api/access/demo-sign-in',
    access: byAnyone,
    body: shape.demoSignIn,
    run: (ctx, { accountId }) => signInToDemo(ctx, { accountId, kind: 'staff' }),
  }),
];

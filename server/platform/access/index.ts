/** The face of signing in, for modules, the portal and the command line. */
export { findAccount, lockByName } from './account-store.ts';
export { type DemoAccount, listDemoAccounts, makeDemoAccount, signInToDemo } from './demo.ts';
export { credentialsChanged, newBrowserUsed, resetAsked, signInLinkAsked, staffInvited } from './events.ts';
export { hasStaffAccounts, type Mode, ModeError, readMode, settleMode } from './mode.ts';
export { demandSecondFactor } from './own-account.ts';
export { ensurePersonAccount } from './person-accounts.ts';
export {
  askerCookie,
  askForSignInLink,
  type Consumed,
  chooseAccount,
  consumeSignInToken,
  issueSignInToken,
  readSignInToken,
  type SignInMail,
  signInLimits,
  signInLinkPath,
} from './person-sign-in.ts';
export { rekeyAccounts } from './rekeying.ts';
export { accessSchedules } from './schedules.ts';
export {
  closeEverySession,
  closeOwnSession,
  closeSession,
  listOwnSessions,
  openSession,
  sessionCookie,
} from './sessions.ts';
export {
  createFirstAdministrator,
  hasJoined,
  inviteStaff,
  issueInvitation,
  issueReset,
  type MailWithLink,
  renewFirstInvitation,
  shutStaffAccount,
} from './staff-accounts.ts';

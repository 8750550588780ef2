import { findAccount } from '../../platform/access/account-store.ts';
import { issueInvitation, issueReset, issueSignInToken } from '../../platform/access/index.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { formatDayAndTime } from '../../platform/i18n/dates.ts';
import { type Language, makeTranslator } from '../../platform/i18n/messages.ts';
import { type ContactState, contactState } from '../people/index.ts';
import type { DispatchRow } from './dispatch-store.ts';
import { askGate, type GateFacts } from './gate.ts';
import { acceptsRecipient, mailIdOf } from './mail-names.ts';
import { type Line, systemMail, withLink } from './mails.ts';
import { languageOf, type Prepared } from './message-mails.ts';
import { mailWords } from './words.ts';

interface SystemMail {
  readonly email: string;
  /** The people whose account it is; none for staff. */
  readonly personIds: readonly string[];
  subject(language: Language, neutral: boolean): string;
  lines(language: Language, neutral: boolean): readonly Line[];
}

/** Written when it goes: what lets somebody in is made here, and is in no row and no log. Undefined: nothing to send. */
export async function prepareSystemMail(ctx: Ctx, row: DispatchRow): Promise<Prepared | undefined> {
  const mail = row.subject_id ? await issue(ctx, row, row.subject_id) : undefined;
  if (!mail) return undefined;
  const states: ContactState[] = [];
  for (const id of mail.personIds) states.push(await contactState(ctx, id, { channel: 'email', purpose: 'account' }));
  const neutral = states.some((state) => state.safeContact.doNotNameClinic);
  const alive = states.find((state) => !state.deceased);
  const language = languageOf((alive ?? states[0])?.language);
  return {
    verdict: askGate(factsOf(ctx, mail, states)),
    personId: states.length === 1 ? (states[0]?.personId ?? null) : null,
    write: () =>
      systemMail(ctx.house, {
        // Another try holds another link: as the same mail, a reader's program would keep the first, which is void.
        dispatchId: row.id,
        mailId: mailIdOf(ctx.house, `${row.id}.${row.tries + 1}`),
        to: mail.email,
        language,
        subject: mail.subject(language, neutral),
        lines: mail.lines(language, neutral),
        neutral,
      }),
  };
}

function factsOf(ctx: Ctx, mail: SystemMail, states: readonly ContactState[]): GateFacts {
  return {
    purpose: 'account',
    mailLeaves: ctx.house.mailOut !== 'none',
    wants: 'account',
    to: 'account',
    address: mail.email,
    addressVerified: true,
    isOwnAddress: acceptsRecipient(ctx.house)(mail.email),
    // Of several who share the mailbox those who live may sign in.
    deceased: states.length > 0 && states.every((state) => state.deceased),
    restricted: states.some((state) => state.restricted),
    bereaved: false,
    onlyChannel: null,
    doNotNameClinic: states.some((state) => state.safeContact.doNotNameClinic),
    consent: 'unknown',
    consentInFull: false,
    sharedWith: Math.max(0, states.length - 1),
  };
}

async function issue(ctx: Ctx, row: DispatchRow, subjectId: string): Promise<SystemMail | undefined> {
  if (row.kind === 'sign-in') return signIn(ctx, subjectId);
  if (row.kind === 'staff-invitation') return invitation(ctx, subjectId);
  if (row.kind === 'staff-reset') return reset(ctx, subjectId);
  if (row.kind === 'new-browser') return newBrowser(ctx, subjectId, row);
  return credentialsChanged(ctx, subjectId, row.detail ?? '');
}

async function signIn(ctx: Ctx, requestId: string): Promise<SystemMail | undefined> {
  const token = await issueSignInToken(ctx, requestId);
  if (!token) return undefined;
  const minutesUntil = (moment: Temporal.Instant) => Math.floor(moment.since(ctx.now).total('minutes'));
  const hospital = ctx.house.hospital.name;
  return {
    email: token.email,
    personIds: token.personIds,
    subject: (language, neutral) => {
      const t = makeTranslator(mailWords, language);
      return neutral ? t('signInNeutralSubject') : t('signInSubject', { hospital });
    },
    lines: (language) => {
      const t = makeTranslator(mailWords, language);
      return [
        t('signInText', { minutes: minutesUntil(token.linkExpiresAt) }),
        withLink(token.link, (link) => link),
        t('signInCode', { code: token.code }),
        t('signInCodeLasts', { minutes: minutesUntil(token.codeExpiresAt) }),
        t('notAsked'),
      ];
    },
  };
}

async function invitation(ctx: Ctx, accountId: string): Promise<SystemMail | undefined> {
  const token = await issueInvitation(ctx, accountId);
  const hospital = ctx.house.hospital.name;
  return (
    token && {
      email: token.email,
      personIds: [],
      subject: (language) => makeTranslator(mailWords, language)('invitationSubject', { hospital }),
      lines: (language) => {
        const t = makeTranslator(mailWords, language);
        return [t('invitationText', { hospital }), withLink(token.link, (link) => link), t('invitationLasts')];
      },
    }
  );
}

async function reset(ctx: Ctx, accountId: string): Promise<SystemMail | undefined> {
  const token = await issueReset(ctx, accountId);
  const hospital = ctx.house.hospital.name;
  return (
    token && {
      email: token.email,
      personIds: [],
      subject: (language) => makeTranslator(mailWords, language)('resetSubject', { hospital }),
      lines: (language) => {
        const t = makeTranslator(mailWords, language);
        return [t('resetText'), withLink(token.link, (link) => link), t('resetLasts'), t('resetNotAsked')];
      },
    }
  );
}

/** No link and nothing to click: who did not change it rings. */
async function credentialsChanged(ctx: Ctx, accountId: string, what: string): Promise<SystemMail | undefined> {
  const account = await findAccount(ctx, accountId);
  if (!account) return undefined;
  const { name: hospital, phone } = ctx.house.hospital;
  return {
    email: account.email,
    personIds: account.kind === 'person' ? [account.subject_id] : [],
    subject: (language, neutral) => {
      const t = makeTranslator(mailWords, language);
      return neutral ? t('changedNeutralSubject') : t('changedSubject', { hospital });
    },
    lines: (language) => {
      const t = makeTranslator(mailWords, language);
      return [
        t('changedText', { what: what.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()) }),
        t('changedNotYou', { phone }),
      ];
    },
  };
}

/** No link here either: a mail that frightens and wants to be clicked is what others send in our name. */
async function newBrowser(ctx: Ctx, accountId: string, row: DispatchRow): Promise<SystemMail | undefined> {
  const account = await findAccount(ctx, accountId);
  if (!account) return undefined;
  const { name: hospital, phone, timeZone: zone } = ctx.house.hospital;
  return {
    email: account.email,
    personIds: [],
    subject: (language) => makeTranslator(mailWords, language)('newBrowserSubject', { hospital }),
    lines: (language) => {
      const t = makeTranslator(mailWords, language);
      const when = formatDayAndTime(row.queued_at, { language, zone });
      return [
        row.detail ? t('newBrowserText', { browser: row.detail, when }) : t('newBrowserUnnamed', { when }),
        t('newBrowserYou'),
        t('newBrowserNotYou', { phone }),
      ];
    },
  };
}

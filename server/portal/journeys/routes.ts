import { byAnyone, byPerson } from '../../platform/access/access.ts';
import { signInLimits } from '../../platform/access/index.ts';
import { form, type Limit, page, type Route } from '../../platform/http/route.ts';
import { accessibilityPage, privacyPage } from './about.tsx';
import { accountPage, saveAccount } from './account.tsx';
import {
  answerAskFiles,
  answerAskStep,
  askCheckPage,
  askPage,
  askSentPage,
  askStepPage,
  sendAskForm,
  startAsk,
} from './ask.tsx';
import { emergencyPage } from './emergency.tsx';
import { homePage } from './home.tsx';
import { chooseLanguagePage } from './language.ts';
import { messagesPage } from './message-list.tsx';
import { markThreadRead, sendReply, threadFile, threadPage } from './message-thread.tsx';
import { openingsPage } from './openings.tsx';
import { recordPage } from './record.tsx';
import { askForMail, signInAsInvented, signInPage } from './sign-in.tsx';
import { codePage, linkPage, proveByBirthDate, proveByCode, proveByLink, signOut, whoPage } from './sign-in-proof.tsx';

// A whole ward may share one address: wide enough for it, far too narrow for a machine.
const steps: readonly Limit[] = [{ per: 'address', max: 600, seconds: 600 }];
const starts: readonly Limit[] = [
  { per: 'address', max: 60, seconds: 600 },
  { per: 'everyone', max: 1_200, seconds: 60 },
];
const sends: readonly Limit[] = [
  { per: 'address', max: 40, seconds: 600 },
  { per: 'everyone', max: 600, seconds: 60 },
];
const uploads: readonly Limit[] = [
  { per: 'address', max: 60, seconds: 600 },
  { per: 'everyone', max: 300, seconds: 60 },
];
const replies: readonly Limit[] = [{ per: 'actor', max: 30, seconds: 600 }];

/** Two more than may be sent, so that one of a wrong kind does not take the place of a good one. */
const files = { max: 5, bytesEach: 10 * 1024 * 1024 };

export const portalRoutes: readonly Route[] = [
  page({ name: 'portal.home', path: '/', access: byAnyone, sees: 'person', run: homePage }),
  page({ name: 'portal.emergency', path: '/emergency', access: byAnyone, run: emergencyPage }),
  page({ name: 'portal.choose-language', path: '/language/:language', access: byAnyone, run: chooseLanguagePage }),
  page({ name: 'portal.privacy', path: '/about/privacy', access: byAnyone, run: privacyPage }),
  page({ name: 'portal.accessibility', path: '/accessibility', access: byAnyone, run: accessibilityPage }),

  page({ name: 'portal.ask', path: '/ask', access: byAnyone, run: askPage }),
  form({ name: 'portal.start-ask', path: '/ask', access: byAnyone, limit: starts, run: startAsk }),
  page({ name: 'portal.check-ask', path: '/ask/:draft/check', access: byAnyone, run: askCheckPage }),
  form({ name: 'portal.send-ask', path: '/ask/:draft/check', access: byAnyone, limit: sends, run: sendAskForm }),
  page({ name: 'portal.ask-sent', path: '/ask/:draft/sent', access: byAnyone, run: askSentPage }),
  form({
    name: 'portal.add-ask-files',
    path: '/ask/:draft/files',
    access: byAnyone,
    limit: uploads,
    files,
    run: answerAskFiles,
  }),
  page({ name: 'portal.ask-step', path: '/ask/:draft/:step', access: byAnyone, run: askStepPage }),
  form({
    name: 'portal.answer-ask-step',
    path: '/ask/:draft/:step',
    access: byAnyone,
    limit: steps,
    run: answerAskStep,
  }),

  page({ name: 'portal.sign-in', path: '/sign-in', access: byAnyone, run: signInPage }),
  form({
    name: 'portal.ask-for-mail',
    path: '/sign-in',
    access: byAnyone,
    limit: signInLimits.ask,
    secret: true,
    run: askForMail,
  }),
  form({
    name: 'portal.sign-in-as-invented',
    path: '/sign-in/demo',
    access: byAnyone,
    limit: signInLimits.prove,
    secret: true,
    run: signInAsInvented,
  }),
  page({ name: 'portal.sign-in-code', path: '/sign-in/code', access: byAnyone, run: codePage }),
  form({
    name: 'portal.prove-by-code',
    path: '/sign-in/code',
    access: byAnyone,
    limit: signInLimits.prove,
    secret: true,
    run: proveByCode,
  }),
  page({ name: 'portal.sign-in-link', path: '/sign-in/link/:token', access: byAnyone, secret: true, run: linkPage }),
  form({
    name: 'portal.prove-by-link',
    path: '/sign-in/link',
    access: byAnyone,
    limit: signInLimits.prove,
    secret: true,
    run: proveByLink,
  }),
  page({ name: 'portal.sign-in-who', path: '/sign-in/who', access: byAnyone, run: whoPage }),
  form({
    name: 'portal.prove-by-birth-date',
    path: '/sign-in/who',
    access: byAnyone,
    limit: signInLimits.prove,
    secret: true,
    run: proveByBirthDate,
  }),
  form({ name: 'portal.sign-out', path: '/sign-out', access: byAnyone, run: signOut }),

  page({ name: 'portal.list-messages', path: '/messages', access: byPerson, sees: 'person', run: messagesPage }),
  page({ name: 'portal.read-messages', path: '/messages/:id', access: byPerson, sees: 'person', run: threadPage }),
  form({
    name: 'portal.reply',
    path: '/messages/:id',
    access: byPerson,
    sees: 'person',
    limit: replies,
    files,
    run: sendReply,
  }),
  form({ name: 'portal.mark-read', path: '/messages/:id/read', access: byPerson, sees: 'person', run: markThreadRead }),
  page({
    name: 'portal.read-file',
    path: '/messages/:id/files/:file',
    access: byPerson,
    sees: 'person',
    run: threadFile,
  }),
  page({ name: 'portal.read-record', path: '/record', access: byPerson, sees: 'person', run: recordPage }),
  page({ name: 'portal.read-openings', path: '/record/opened', access: byPerson, sees: 'person', run: openingsPage }),
  page({ name: 'portal.read-account', path: '/account', access: byPerson, sees: 'person', run: accountPage }),
  form({ name: 'portal.save-account', path: '/account', access: byPerson, sees: 'person', run: saveAccount }),
];

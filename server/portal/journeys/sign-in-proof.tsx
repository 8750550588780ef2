import { confirmAddress, readPerson } from '../../modules/people/index.ts';
import { system } from '../../platform/access/actor.ts';
import {
  askerCookie,
  type Consumed,
  chooseAccount,
  closeSession,
  consumeSignInToken,
  readSignInToken,
} from '../../platform/access/index.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { CookieChange, FormRequest, PageAnswer, PageRequest } from '../../platform/http/route.ts';
import { Problem } from '../../platform/problem.ts';
import {
  Button,
  ButtonLink,
  DateField,
  Details,
  errorFor,
  Form,
  type PageError,
  PhoneLink,
  TextField,
} from '../kit/index.ts';
import { readBirthDate } from './birth-date.ts';
import { DemoMail } from './demo-mail.tsx';
import { forgetDrafts } from './drafts.ts';
import { joinEarlierWords } from './earlier-words.ts';
import { show } from './frame.tsx';
import { textOf } from './journey.ts';
import { NextField, nextOf, withNext } from './sign-in.tsx';
import { signInWords } from './sign-in-words.ts';
import { oneLine } from './typed-fields.ts';

/** Holds the place of someone who shares a mailbox, until they have said which of its people they are. */
const choiceCookie = 'bedside-choice';
const choiceSeconds = 600;

const refusal = (error: unknown): Problem => {
  if (error instanceof Problem && ['invalid', 'gone', 'conflict'].includes(error.kind)) return error;
  throw error;
};

async function letIn(ctx: Ctx, request: PageRequest, consumed: Consumed, next: string): Promise<PageAnswer> {
  if (consumed.kind === 'signed-in') {
    // Whoever opens the mail reads this mailbox: from now on what goes there may say that it can be answered.
    const { personId, email } = consumed;
    await confirmAddress({ ...ctx, actor: system('portal.sign-in') }, { personId, system: 'email', value: email });
    await joinEarlierWords(ctx, request, { personId, email });
    return { redirect: next, cookies: [...consumed.cookies, { name: choiceCookie, value: undefined }] };
  }
  const held: CookieChange = { name: choiceCookie, value: consumed.ticket, maxAgeSeconds: choiceSeconds };
  return { redirect: withNext('/sign-in/who', next), cookies: [held] };
}

export async function codePage(ctx: Ctx, request: PageRequest): Promise<PageAnswer> {
  if (ctx.house.mailOut === 'none') return { redirect: '/sign-in' };
  return showCode(ctx, request, { next: nextOf(request.search.next), errors: [] });
}

interface Showing {
  readonly next: string;
  readonly errors: readonly PageError[];
}

function showCode(ctx: Ctx, request: PageRequest, { next, errors }: Showing): Promise<PageAnswer> {
  const t = signInWords(request.language);
  return show(ctx, request, {
    title: t('codeTitle'),
    back: { href: withNext('/sign-in', next) },
    errors,
    ...(errors.length > 0 && { status: 422 }),
    children: (
      <>
        <h1>{t('codeTitle')}</h1>
        <p>{t('codeLead')}</p>
        <p>{t('codeTwo')}</p>
        <DemoMail house={ctx.house} language={request.language} />
        <Form action="/sign-in/code" token={request.formToken}>
          <NextField next={next} />
          <TextField
            name="code"
            label={t('code')}
            hint={t('codeHint')}
            inputMode="numeric"
            autoComplete="one-time-code"
            width={10}
            error={errorFor(errors, 'code')}
          />
          <Button>{t('signIn')}</Button>
        </Form>
        <Details summary={t('nothing')}>
          <ul>
            <li>{t('nothingSpam')}</li>
            <li>{t('nothingOther')}</li>
            <li>
              <a href={withNext('/sign-in', next)}>{t('nothingAgain')}</a>
            </li>
            <li>
              {t('nothingCall')} <PhoneLink number={ctx.house.hospital.phone} />
            </li>
          </ul>
        </Details>
      </>
    ),
  });
}

export async function proveByCode(ctx: Ctx, request: FormRequest): Promise<PageAnswer> {
  const next = nextOf(textOf(request.fields, 'next'));
  const code = oneLine(textOf(request.fields, 'code'))
    .normalize('NFKC')
    .replace(/[\s.-]/g, '');
  const again = (message: string) => showCode(ctx, request, { next, errors: [{ field: 'code', message }] });
  // What is no code at all is not held against the person as a try.
  if (!/^\d{6}$/.test(code)) return again(signInWords(request.language)('codeMissing'));
  const outcome = await consumeSignInToken(ctx, { code, asker: request.cookies[askerCookie] }).catch(refusal);
  return outcome instanceof Problem ? again(outcome.words[request.language]) : letIn(ctx, request, outcome, next);
}

/** Mail programs open links that nobody clicked: this page looks and takes nothing, its button does. */
export async function linkPage(ctx: Ctx, request: PageRequest): Promise<PageAnswer> {
  const link = request.params.token ?? '';
  const { usable } = await readSignInToken(ctx, link);
  if (!usable) return showGone(ctx, request);
  const t = signInWords(request.language);
  return show(ctx, request, {
    title: t('linkTitle'),
    // The language is chosen with the first page: the link itself must not stand in another address.
    path: '/sign-in',
    children: (
      <>
        <h1>{t('linkTitle')}</h1>
        <p>{t('linkLead')}</p>
        <Form action="/sign-in/link" token={request.formToken}>
          <input type="hidden" name="link" value={link} />
          <Button>{t('signIn')}</Button>
        </Form>
        <p>{t('linkNot')}</p>
      </>
    ),
  });
}

function showGone(ctx: Ctx, request: PageRequest): Promise<PageAnswer> {
  const t = signInWords(request.language);
  return show(ctx, request, {
    title: t('goneTitle'),
    status: 410,
    path: '/sign-in',
    children: (
      <>
        <h1>{t('goneTitle')}</h1>
        <p>{t('gone')}</p>
        <ButtonLink href="/sign-in">{t('goneAgain')}</ButtonLink>
      </>
    ),
  });
}

export async function proveByLink(ctx: Ctx, request: FormRequest): Promise<PageAnswer> {
  const outcome = await consumeSignInToken(ctx, { link: textOf(request.fields, 'link') }).catch(refusal);
  return outcome instanceof Problem ? showGone(ctx, request) : letIn(ctx, request, outcome, nextOf(undefined));
}

export function whoPage(ctx: Ctx, request: PageRequest): Promise<PageAnswer> {
  return showWho(ctx, request, { next: nextOf(request.search.next), errors: [], asksName: false });
}

type Who = Showing & { readonly asksName: boolean; readonly typed?: FormRequest['fields'] };

function showWho(ctx: Ctx, request: PageRequest, { next, errors, asksName, typed }: Who): Promise<PageAnswer> {
  const t = signInWords(request.language);
  return show(ctx, request, {
    title: t('whoTitle'),
    errors,
    ...(errors.length > 0 && { status: 422 }),
    children: (
      <>
        <h1>{t('whoTitle')}</h1>
        <p>{t('whoLead')}</p>
        <Form action="/sign-in/who" token={request.formToken}>
          <NextField next={next} />
          <DateField
            name="born"
            label={t('born')}
            hint={t('bornHint')}
            isBirthday
            value={{
              day: textOf(typed, 'born-day'),
              month: textOf(typed, 'born-month'),
              year: textOf(typed, 'born-year'),
            }}
            error={errorFor(errors, 'born') ?? errorFor(errors, 'born-year')}
          />
          {asksName ? (
            <TextField
              name="given"
              label={t('given')}
              autoComplete="given-name"
              width={20}
              value={textOf(typed, 'given')}
              error={errorFor(errors, 'given')}
            />
          ) : null}
          <Button>{t('signIn')}</Button>
        </Form>
      </>
    ),
  });
}

const plainName = (name: string) => name.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase();

export async function proveByBirthDate(ctx: Ctx, request: FormRequest): Promise<PageAnswer> {
  const { fields, language } = request;
  const next = nextOf(textOf(fields, 'next'));
  const t = signInWords(language);
  const given = plainName(oneLine(textOf(fields, 'given')).slice(0, 200));
  const asksName = Object.hasOwn(fields, 'given');
  const again = (field: string, message: string, asks = asksName) =>
    showWho(ctx, request, { next, typed: fields, asksName: asks, errors: [{ field, message }] });
  const today = ctx.now.toZonedDateTimeISO(ctx.house.hospital.timeZone).toPlainDate();
  const { date, trouble } = readBirthDate(fields, 'born', today);
  if (date === undefined) return again(trouble?.field ?? 'born', t(trouble?.word ?? 'dateMissing'));
  if (asksName && given === '') return again('given', t('givenMissing'));
  // Nobody is signed in yet: the software looks, and tells nothing of what it saw.
  const looking: Ctx = { ...ctx, actor: system('portal.sign-in') };
  let isFound = false;
  const isMe = async (personId: string) => {
    const person = await readPerson(looking, personId);
    if (person.birthDate !== date) return false;
    if (given === '') return true;
    const isNamed = [person.name.given, person.name.preferred ?? ''].some((name) => plainName(name) === given);
    // Two records of one person, not joined yet: the first is as good as the other.
    if (!isNamed || isFound) return false;
    isFound = true;
    return true;
  };
  const outcome = await chooseAccount(ctx, { ticket: request.cookies[choiceCookie], isMe }).catch(refusal);
  if (!(outcome instanceof Problem)) return letIn(ctx, request, outcome, next);
  if (outcome.kind === 'gone') return showGone(ctx, request);
  return again(
    outcome.kind === 'conflict' ? 'given' : 'born',
    outcome.words[language],
    asksName || outcome.kind === 'conflict',
  );
}

export async function signOut(ctx: Ctx): Promise<PageAnswer> {
  return { redirect: '/', cookies: [await closeSession(ctx), forgetDrafts] };
}

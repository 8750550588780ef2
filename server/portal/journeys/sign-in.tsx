import { askForSignInLink, listDemoAccounts, signInToDemo } from '../../platform/access/index.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { FormRequest, PageAnswer, PageRequest } from '../../platform/http/route.ts';
import { Button, Details, errorFor, Form, type PageError, PhoneLink, TextField, WarningCallout } from '../kit/index.ts';
import { DemoMail } from './demo-mail.tsx';
import { show } from './frame.tsx';
import { textOf } from './journey.ts';
import { safeNext } from './safe-next.ts';
import { signInWords } from './sign-in-words.ts';
import { isEmail, oneLine } from './typed-fields.ts';

export const afterSignIn = '/messages';
export const nextOf = (given: string | undefined) => safeNext(given, afterSignIn);
export const withNext = (path: string, next: string) =>
  next === afterSignIn ? path : `${path}?next=${encodeURIComponent(next)}`;

/** Where to after signing in; an address of ours and nothing else, however it came here. */
export const NextField = ({ next }: { next: string }) => <input type="hidden" name="next" value={next} />;

export async function signInPage(ctx: Ctx, request: PageRequest): Promise<PageAnswer> {
  const next = nextOf(request.search.next);
  if (ctx.actor.kind === 'person') return { redirect: next };
  return showSignIn(ctx, request, { next, email: '', errors: [] });
}

interface SignIn {
  readonly next: string;
  readonly email: string;
  readonly errors: readonly PageError[];
}

/** Signing in takes a mail: where none leaves, nobody is asked for an address, and everybody is told how they are answered. */
function showNoSignIn(ctx: Ctx, request: PageRequest): Promise<PageAnswer> {
  const t = signInWords(request.language);
  return show(ctx, request, {
    title: t('offTitle'),
    back: { href: '/' },
    children: (
      <>
        <h1>{t('offTitle')}</h1>
        <p className="bedside-lead">{t('offCall')}</p>
        <p>{t('offWhy')}</p>
        <p>{t('offAsk')}</p>
        <p>
          {t('offNumber')} <PhoneLink number={ctx.house.hospital.phone} />
        </p>
      </>
    ),
  });
}

async function showSignIn(ctx: Ctx, request: PageRequest, { next, email, errors }: SignIn): Promise<PageAnswer> {
  if (ctx.house.mailOut === 'none') return showNoSignIn(ctx, request);
  const t = signInWords(request.language);
  const { house } = ctx;
  const invented = house.demo ? (await listDemoAccounts(ctx)).filter((one) => one.kind === 'person') : [];
  return show(ctx, request, {
    title: t('title'),
    back: { href: '/' },
    errors,
    ...(errors.length > 0 && { status: 422 }),
    children: (
      <>
        <h1>{t('title')}</h1>
        <p>{t('lead')}</p>
        <DemoMail house={house} language={request.language} />
        <Form action="/sign-in" token={request.formToken}>
          <NextField next={next} />
          <TextField
            name="email"
            label={t('email')}
            hint={t('emailHint')}
            type="email"
            inputMode="email"
            autoComplete="email"
            value={email}
            error={errorFor(errors, 'email')}
          />
          <Button>{t('send')}</Button>
        </Form>
        <Details summary={t('none')}>
          <p>
            {t('noneBody')} <PhoneLink number={house.hospital.phone} />
          </p>
        </Details>
        {invented.length > 0 ? (
          <WarningCallout title={t('demoTitle')}>
            <p>{t('demoBody')}</p>
            {invented.map((one) => (
              <Form action="/sign-in/demo" token={request.formToken} key={one.accountId}>
                <NextField next={next} />
                <Button kind="secondary" name="account" value={one.accountId}>
                  {t('demoBe', { name: one.name })}
                </Button>
                <p className="bedside-quiet">{one.role}</p>
              </Form>
            ))}
          </WarningCallout>
        ) : null}
      </>
    ),
  });
}

/** The same answer whoever asks about whatever address. */
export async function askForMail(ctx: Ctx, request: FormRequest): Promise<PageAnswer> {
  const next = nextOf(textOf(request.fields, 'next'));
  const email = oneLine(textOf(request.fields, 'email')).slice(0, 300);
  if (ctx.house.mailOut === 'none') return showNoSignIn(ctx, request);
  if (!isEmail(email)) {
    const message = signInWords(request.language)('emailWrong');
    return showSignIn(ctx, request, { next, email, errors: [{ field: 'email', message }] });
  }
  const { cookie } = await askForSignInLink(ctx, { email });
  return { redirect: withNext('/sign-in/code', next), cookies: [cookie] };
}

export async function signInAsInvented(ctx: Ctx, request: FormRequest): Promise<PageAnswer> {
  const accountId = textOf(request.fields, 'account');
  const { cookie } = await signInToDemo(ctx, { accountId, kind: 'person' });
  return { redirect: nextOf(textOf(request.fields, 'next')), cookies: [cookie] };
}

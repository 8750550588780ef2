import { readBanner, setConsent } from '../../modules/people/index.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { FormRequest, PageAnswer, PageRequest } from '../../platform/http/route.ts';
import { defineCatalogue, formatDate, languages, ownNameOf } from '../../platform/i18n/messages.ts';
import { Button, errorFor, Form, InsetText, type PageError, Radios, SummaryList } from '../kit/index.ts';
import { show } from './frame.tsx';
import { textOf } from './journey.ts';
import { signedInPerson } from './signed-in.ts';
import { speak } from './speak.ts';

const words = speak(
  defineCatalogue({
    en: {
      title: 'My account',
      name: 'Your name',
      born: 'Your date of birth',
      contacts: 'How we reach you',
      wrong: 'Is something here wrong? Write to us or call us, and we put it right.',
      language: 'Language of these pages',
      languageNow: 'You read these pages in English.',
      languageOther: 'Read them in {name}',
      mailNone: 'At the moment we send no e-mail. We answer by phone.',
      mailTitle: 'What we send you by e-mail',
      mailQuestion: 'Shall we send our answers in full by e-mail?',
      mailWhat:
        'Usually our e-mail only says that there is an answer, and you read it here. If you choose Yes, the answer itself is in the e-mail, with its files. Anyone who can open your mail can then read it. You can change this at any time.',
      mailYes: 'Yes, send the whole answer by e-mail',
      mailNo: 'No, only tell me that there is an answer',
      mailMissing: 'Choose Yes or No',
      save: 'Save my choice',
      saved: 'Your choice is saved.',
      actTitle: 'Acting for each other',
      iActFor: 'People you may act for',
      theyActFor: 'People who may act for you',
      nobody: 'Nobody',
      until: '{name}, until {day}',
      actChange: 'To change this, write to us or call us. We ask both of you.',
    },
    es: {
      title: 'Mi cuenta',
      name: 'Su nombre',
      born: 'Su fecha de nacimiento',
      contacts: 'Cómo podemos contactarle',
      wrong: '¿Hay algo que no está bien? Escríbanos o llámenos y lo corregimos.',
      language: 'Idioma de estas páginas',
      languageNow: 'Lee estas páginas en español.',
      languageOther: 'Leerlas en {name}',
      mailNone: 'Por ahora no enviamos correos. Contestamos por teléfono.',
      mailTitle: 'Qué le enviamos por correo',
      mailQuestion: '¿Le enviamos nuestras respuestas completas por correo?',
      mailWhat:
        'Normalmente el correo solo dice que hay una respuesta, y usted la lee aquí. Si elige Sí, la respuesta va en el propio correo, con sus archivos. Quien pueda abrir su correo podrá leerla. Puede cambiarlo cuando quiera.',
      mailYes: 'Sí, envíenme la respuesta completa por correo',
      mailNo: 'No, díganme solo que hay una respuesta',
      mailMissing: 'Elija Sí o No',
      save: 'Guardar lo que elegí',
      saved: 'Hemos guardado lo que eligió.',
      actTitle: 'Actuar en nombre de otra persona',
      iActFor: 'Personas en cuyo nombre puede actuar',
      theyActFor: 'Personas que pueden actuar en su nombre',
      nobody: 'Nadie',
      until: '{name}, hasta el {day}',
      actChange: 'Para cambiarlo, escríbanos o llámenos. Se lo preguntaremos a las dos personas.',
    },
  }),
);

const inFull = { channel: 'email', purpose: 'answer-in-full' } as const;

export function accountPage(ctx: Ctx, request: PageRequest): Promise<PageAnswer> {
  return showAccount(ctx, request, []);
}

async function showAccount(ctx: Ctx, request: PageRequest, errors: readonly PageError[]): Promise<PageAnswer> {
  const { language, formToken } = request;
  const t = words(language);
  const clock = { language, zone: ctx.house.hospital.timeZone };
  const me = await readBanner(ctx, signedInPerson(ctx).id);
  const chosen = me.consents.find((one) => one.channel === inFull.channel && one.purpose === inFull.purpose);
  const grants = (direction: (typeof me.proxies)[number]['direction']) =>
    me.proxies
      .filter((one) => one.direction === direction)
      .map((one) => t('until', { name: one.displayName, day: formatDate(Temporal.Instant.from(one.until), clock) }))
      .join('\n') || t('nobody');
  return show(ctx, request, {
    title: t('title'),
    errors,
    ...(errors.length > 0 && { status: 422 }),
    ...(request.search.saved === '1' && { notices: [{ kind: 'success' as const, body: <p>{t('saved')}</p> }] }),
    children: (
      <>
        <h1>{t('title')}</h1>
        <SummaryList
          rows={[
            { key: t('name'), value: me.displayName },
            {
              key: t('born'),
              ...(me.birthDate && { value: formatDate(Temporal.PlainDate.from(me.birthDate), clock) }),
            },
            { key: t('contacts'), value: me.contacts.map((one) => one.value).join('\n') },
          ]}
        />
        <p>{t('wrong')}</p>
        <h2>{t('mailTitle')}</h2>
        {ctx.house.mailOut === 'none' ? (
          <p>{t('mailNone')}</p>
        ) : (
          <>
            <InsetText>
              <p>{t('mailWhat')}</p>
            </InsetText>
            <Form action="/account" token={formToken}>
              <Radios
                name="in-full"
                label={t('mailQuestion')}
                value={chosen ? (chosen.given ? 'yes' : 'no') : 'no'}
                error={errorFor(errors, 'in-full')}
                choices={[
                  { value: 'no', label: t('mailNo') },
                  { value: 'yes', label: t('mailYes') },
                ]}
              />
              <Button>{t('save')}</Button>
            </Form>
          </>
        )}
        <h2>{t('actTitle')}</h2>
        <SummaryList
          rows={[
            { key: t('iActFor'), value: grants('they-act-for') },
            { key: t('theyActFor'), value: grants('acts-for-them') },
          ]}
        />
        <p>{t('actChange')}</p>
        <h2>{t('language')}</h2>
        <p>
          {t('languageNow')}{' '}
          {languages
            .filter((other) => other !== language)
            .map((other) => (
              <a key={other} href={`/language/${other}?next=/account`} hrefLang={other}>
                {t('languageOther', { name: ownNameOf[other] })}
              </a>
            ))}
        </p>
      </>
    ),
  });
}

export async function saveAccount(ctx: Ctx, request: FormRequest): Promise<PageAnswer> {
  const choice = textOf(request.fields, 'in-full');
  if (choice !== 'yes' && choice !== 'no') {
    const message = words(request.language)('mailMissing');
    return showAccount(ctx, request, [{ field: 'in-full', message }]);
  }
  await setConsent(ctx, signedInPerson(ctx).id, { ...inFull, given: choice === 'yes', source: 'person' });
  return { redirect: '/account?saved=1' };
}

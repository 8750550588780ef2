import type { AskedReason } from '../../modules/desk/index.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { formatDate, type Language } from '../../platform/i18n/messages.ts';
import { Button, Form, SummaryList, type SummaryRow, WarningCallout } from '../kit/index.ts';
import { type AskWorld, chosenPerson, chosenPlace, emailOf, needs, type relations } from './ask-journey.ts';
import { askWords } from './ask-words.ts';
import { readBirthDate } from './birth-date.ts';
import type { Draft } from './drafts.ts';
import { type Answers, listOf, type Typed, textOf } from './journey.ts';

interface CheckView {
  readonly ctx: Ctx;
  readonly draft: Draft;
  readonly answers: Answers;
  readonly world: AskWorld;
  readonly language: Language;
  readonly token: string;
  readonly action: string;
}

const nameOf = (typed: Typed | undefined) => `${textOf(typed, 'given')} ${textOf(typed, 'family')}`.trim();

function birthDateOf(typed: Typed | undefined, { language, world }: CheckView): string | undefined {
  const { date } = readBirthDate(typed, 'born', world.today);
  return date === undefined ? undefined : formatDate(Temporal.PlainDate.from(date), { language, zone: 'UTC' });
}

function whoOf({ answers, world, language }: CheckView): string {
  const t = askWords(language);
  if (textOf(answers.who, 'who') === 'me') return t('whoMe');
  return chosenPerson(answers.who, world)?.name ?? t('whoSomeone');
}

function rowsOf(view: CheckView): (SummaryRow | undefined)[] {
  const { answers, language, action, draft } = view;
  const t = askWords(language);
  const change = (step: string) => action.replace(/check$/, step);
  const { you, reach, them, place } = answers;
  const reachable = [emailOf(reach, view.world), textOf(reach, 'phone')].filter(Boolean).join('\n');
  const chosenNeeds = needs.filter((need) => listOf(answers.needs, 'need').includes(need));
  const needsSaid = [...chosenNeeds.map((need) => t(`need_${need}`)), textOf(answers.needs, 'need-words')];
  return [
    {
      key: t('rowReason'),
      value: t(`reason_${textOf(answers.reason, 'reason') as AskedReason}`),
      changeHref: change('reason'),
    },
    { key: t('rowWho'), value: whoOf(view), changeHref: change('who') },
    you && { key: t('rowYou'), value: nameOf(you), changeHref: change('you') },
    you && { key: t('rowBorn'), value: birthDateOf(you, view), changeHref: change('you') },
    reach && { key: t('rowReach'), value: reachable, changeHref: change('reach') },
    reach && textOf(reach, 'phone')
      ? {
          key: t('rowVoicemail'),
          value: t(textOf(reach, 'voicemail') === 'yes' ? 'yes' : 'no'),
          changeHref: change('reach'),
        }
      : undefined,
    them && {
      key: t('rowThem'),
      value: [nameOf(them), birthDateOf(them, view)].filter(Boolean).join('\n'),
      changeHref: change('them'),
    },
    them && {
      key: t('rowRelation'),
      value: t(`relation_${textOf(them, 'relation') as (typeof relations)[number]}`),
      changeHref: change('them'),
    },
    place && {
      key: t('rowPlace'),
      value: chosenPlace(place, view.world)?.name ?? t('placeUnknown'),
      changeHref: change('place'),
    },
    { key: t('rowQuestion'), value: textOf(answers.question, 'text').trim(), changeHref: change('question') },
    {
      key: t('rowFiles'),
      value: draft.files.map((file) => file.name).join('\n') || t('none'),
      changeHref: change('files'),
    },
    { key: t('rowNeeds'), value: needsSaid.filter(Boolean).join('\n'), changeHref: change('needs') },
  ];
}

/** Everything that will be sent, each with its way back. */
export function CheckPage(view: CheckView) {
  const t = askWords(view.language);
  const { hospital } = view.ctx.house;
  return (
    <>
      <h1>{t('checkTitle')}</h1>
      <p>{t('checkLead')}</p>
      <SummaryList rows={rowsOf(view).filter((row) => row !== undefined)} />
      <WarningCallout title={t('sendWorse')}>
        <p>{t('sendWorseBody', { phone: hospital.phone, emergency: hospital.emergencyNumber })}</p>
      </WarningCallout>
      <Form action={view.action} token={view.token}>
        {/* The same for every tab that shows this draft: however often it is sent, it arrives once. */}
        <input type="hidden" name="_once" value={`ask ${view.draft.id}`} />
        <Button>{t('send')}</Button>
      </Form>
    </>
  );
}

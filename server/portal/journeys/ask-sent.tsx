import { z } from 'zod';
import type { Ctx } from '../../platform/ctx.ts';
import { formatDayAndTime, type Language } from '../../platform/i18n/messages.ts';
import { ButtonLink, EmergencyPanel, InsetText, KeepACopy, Panel, Timeline } from '../kit/index.ts';
import { askWords } from './ask-words.ts';
import { DemoMail } from './demo-mail.tsx';
import { hoursInWords } from './hours.ts';

/** What the last page tells; kept with the draft once everything that was written has left it. */
export const askReceipt = z.object({
  reference: z.string(),
  teamName: z.string(),
  windows: z.array(z.object({ weekday: z.number(), opens: z.string(), closes: z.string() })),
  timeZone: z.string(),
  expectedBy: z.string().nullable(),
  tell: z.enum(['email', 'phone', 'portal', 'phone-only', 'portal-only']),
  isUrgent: z.boolean(),
  /** Who asked without being signed in. */
  askerId: z.uuid().optional(),
});
export type AskReceipt = z.infer<typeof askReceipt>;

const tellWords = {
  email: 'tellByEmail',
  phone: 'tellByPhone',
  portal: 'tellByPortal',
  'phone-only': 'tellByPhoneOnly',
  'portal-only': 'tellByPortalOnly',
} as const;
/** They gave nothing by which they could sign in. */
const cannotSignIn: readonly AskReceipt['tell'][] = ['phone', 'phone-only'];

export function SentPage({ ctx, receipt, language }: { ctx: Ctx; receipt: AskReceipt; language: Language }) {
  const t = askWords(language);
  const { expectedBy, windows, teamName, timeZone } = receipt;
  const when =
    expectedBy === null
      ? t('stepAnswerSoon')
      : t('stepAnswerBy', { when: formatDayAndTime(Temporal.Instant.from(expectedBy), { language, zone: timeZone }) });
  const hours = hoursInWords(windows, language);
  return (
    <>
      {receipt.isUrgent ? (
        <EmergencyPanel number={ctx.house.hospital.emergencyNumber} urgentHelpHref="/emergency" />
      ) : null}
      <Panel title={t('sentTitle')} reference={receipt.reference}>
        <p>{t('sentThanks')}</p>
      </Panel>
      <Timeline
        steps={[
          { title: t('stepWritten'), state: 'done', when: t('today') },
          {
            title: t('stepRead'),
            state: 'now',
            when: t('sentTeam', { team: teamName }),
            body: <p>{t('stepReadBody')}</p>,
          },
          {
            title: t('stepAnswer'),
            state: 'next',
            when,
            ...(hours.length > 0 && { body: <p>{t('stepAnswerHours', { hours: hours.join('; ') })}</p> }),
          },
        ]}
      />
      <InsetText>
        <p>{t(tellWords[receipt.tell], { phone: ctx.house.hospital.phone })}</p>
        {receipt.tell === 'email' ? <p>{t('tellSignIn')}</p> : null}
      </InsetText>
      {cannotSignIn.includes(receipt.tell) ? null : <DemoMail house={ctx.house} language={language} />}
      <KeepACopy />
      <p>
        {cannotSignIn.includes(receipt.tell) ? (
          <ButtonLink href="/" kind="secondary">
            {t('sentHome')}
          </ButtonLink>
        ) : (
          <ButtonLink href="/messages" kind="secondary">
            {t('sentSignIn')}
          </ButtonLink>
        )}
      </p>
    </>
  );
}

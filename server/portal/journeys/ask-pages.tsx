import type { ReactNode } from 'react';
import { askedReasons } from '../../modules/desk/index.ts';
import type { StoredFile } from '../../platform/files/files.ts';
import type { Language } from '../../platform/i18n/messages.ts';
import {
  Button,
  ButtonLink,
  Checkboxes,
  DateField,
  EmergencyPanel,
  errorFor,
  FileField,
  Form,
  type PageError,
  Radios,
  Select,
  TextArea,
  TextField,
  tellSize,
} from '../kit/index.ts';
import {
  type AskWorld,
  longestNeed,
  longestQuestion,
  needs,
  relations,
  unknownPlace,
  urgentKey,
} from './ask-journey.ts';
import { type AskKey, askWords } from './ask-words.ts';
import { type Answers, listOf, type Typed, textOf } from './journey.ts';

export interface AskView {
  readonly step: string;
  readonly action: string;
  readonly token: string;
  readonly language: Language;
  readonly typed: Typed | undefined;
  readonly errors: readonly PageError[];
  readonly world: AskWorld;
  readonly answers: Answers;
  readonly files: readonly StoredFile[];
  readonly emergencyNumber: string;
}

export const acceptedFiles = 'image/*,application/pdf,text/plain,.docx,.xlsx,.odt,.heic';

const titles: Readonly<Record<string, AskKey>> = {
  reason: 'reasonTitle',
  who: 'whoTitle',
  you: 'youTitle',
  reach: 'reachTitle',
  them: 'themTitle',
  place: 'placeTitle',
  question: 'questionTitle',
  danger: 'dangerTitle',
  files: 'filesTitle',
  needs: 'needsTitle',
};
export const titleOf = (step: string): AskKey => titles[step] ?? 'checkTitle';

const dateOf = (typed: Typed | undefined) => ({
  day: textOf(typed, 'born-day'),
  month: textOf(typed, 'born-month'),
  year: textOf(typed, 'born-year'),
});

function Who({ language, typed, errors, world }: AskView) {
  const t = askWords(language);
  return (
    <Radios
      name="who"
      label={t('whoTitle')}
      isPageHeading
      error={errorFor(errors, 'who')}
      value={textOf(typed, 'who')}
      choices={[
        { value: 'me', label: t('whoMe') },
        ...world.actsFor.map((one) => ({ value: `person-${one.personId}`, label: one.name })),
        { value: 'someone', label: t(world.actsFor.length > 0 ? 'whoSomeoneElse' : 'whoSomeone') },
      ]}
    />
  );
}

function Names({ language, typed, errors, isOwn }: AskView & { isOwn: boolean }) {
  const t = askWords(language);
  return (
    <>
      <TextField
        name="given"
        label={t('given')}
        autoComplete={isOwn ? 'given-name' : 'off'}
        width={20}
        value={textOf(typed, 'given')}
        error={errorFor(errors, 'given')}
      />
      <TextField
        name="family"
        label={t('family')}
        autoComplete={isOwn ? 'family-name' : 'off'}
        width={20}
        value={textOf(typed, 'family')}
        error={errorFor(errors, 'family')}
      />
      <DateField
        name="born"
        label={t(isOwn ? 'born' : 'themBorn')}
        hint={t(isOwn ? 'bornHint' : 'themBornHint')}
        isBirthday={isOwn}
        isOptional={!isOwn}
        value={dateOf(typed)}
        error={errorFor(errors, 'born') ?? errorFor(errors, 'born-year')}
        errorParts={errorFor(errors, 'born-year') ? ['year'] : undefined}
      />
    </>
  );
}

function Reach({ language, typed, errors, world }: AskView) {
  const t = askWords(language);
  return (
    <>
      <h1>{t('reachTitle')}</h1>
      <p>{t(world.hasMail ? 'reachHint' : 'reachHintPhone')}</p>
      {world.hasMail ? (
        <TextField
          name="email"
          label={t('email')}
          hint={t('emailHint')}
          type="email"
          inputMode="email"
          autoComplete="email"
          value={textOf(typed, 'email')}
          error={errorFor(errors, 'email')}
        />
      ) : null}
      <TextField
        name="phone"
        label={t('phone')}
        type="tel"
        inputMode="tel"
        autoComplete="tel"
        width={20}
        value={textOf(typed, 'phone')}
        error={errorFor(errors, 'phone')}
      />
      <Radios
        name="voicemail"
        label={t('voicemailTitle')}
        hint={t('voicemailHint')}
        value={textOf(typed, 'voicemail')}
        error={errorFor(errors, 'voicemail')}
        choices={[
          { value: 'yes', label: t('voicemailYes') },
          { value: 'no', label: t('voicemailNo') },
        ]}
      />
    </>
  );
}

function Them(view: AskView) {
  const { language, typed, errors } = view;
  const t = askWords(language);
  return (
    <>
      <h1>{t('themTitle')}</h1>
      <p>{t('themWhy')}</p>
      <Names {...view} isOwn={false} />
      <Radios
        name="relation"
        label={t('relationTitle')}
        value={textOf(typed, 'relation')}
        error={errorFor(errors, 'relation')}
        choices={relations.map((value) => ({ value, label: t(`relation_${value}`) }))}
      />
    </>
  );
}

/** More than these are a list to choose from, not a page of buttons. */
const mostButtons = 8;

function Place({ language, typed, errors, world }: AskView) {
  const t = askWords(language);
  const field = {
    ...{ name: 'place', label: t('placeTitle'), hint: t('placeHint'), isPageHeading: true },
    ...{ value: textOf(typed, 'place'), error: errorFor(errors, 'place') },
  };
  const unknown = { value: unknownPlace, label: t('placeUnknown') };
  if (world.places.length <= mostButtons)
    return (
      <Radios
        {...field}
        choices={[
          ...world.places.map(({ id, name, address }) => ({ value: id, label: name, hint: address || undefined })),
          'or' as const,
          unknown,
        ]}
      />
    );
  const told = ({ name, address }: AskWorld['places'][number]) => (address ? `${name}, ${address}` : name);
  const options = world.places.map((one) => ({ value: one.id, text: told(one) }));
  return <Select {...field} options={[...options, { value: unknown.value, text: unknown.label }]} />;
}

function Danger({ language, answers, world, emergencyNumber, errors }: AskView) {
  const t = askWords(language);
  return (
    <>
      <EmergencyPanel number={emergencyNumber} urgentHelpHref="/emergency" />
      <h1>{t('dangerTitle')}</h1>
      <p>{t('dangerWhy')}</p>
      <p id="seen">{errorFor(errors, 'seen') ?? t('dangerKept')}</p>
      <input type="hidden" name="seen" value={urgentKey(answers, world)} />
    </>
  );
}

function Needs({ language, typed, errors }: AskView) {
  const t = askWords(language);
  return (
    <>
      <Checkboxes
        name="need"
        label={t('needsTitle')}
        isPageHeading
        isOptional
        values={listOf(typed, 'need')}
        choices={needs.map((value) => ({ value, label: t(`need_${value}`) }))}
      />
      <TextArea
        name="need-words"
        label={t('needWords')}
        hint={t('needWordsHint')}
        isOptional
        rows={3}
        maximumLength={longestNeed}
        value={textOf(typed, 'need-words')}
        error={errorFor(errors, 'need-words')}
      />
    </>
  );
}

function fieldsOf(view: AskView): ReactNode {
  const { step, language, typed, errors } = view;
  const t = askWords(language);
  if (step === 'who') return <Who {...view} />;
  if (step === 'reach') return <Reach {...view} />;
  if (step === 'them') return <Them {...view} />;
  if (step === 'place') return <Place {...view} />;
  if (step === 'danger') return <Danger {...view} />;
  if (step === 'needs') return <Needs {...view} />;
  if (step === 'you')
    return (
      <>
        <h1>{t('youTitle')}</h1>
        <p>{t('youWhy')}</p>
        <Names {...view} isOwn />
      </>
    );
  if (step === 'question')
    return (
      <TextArea
        name="text"
        label={t('questionTitle')}
        hint={t('questionHint')}
        isPageHeading
        rows={10}
        maximumLength={longestQuestion}
        value={textOf(typed, 'text')}
        error={errorFor(errors, 'text')}
      />
    );
  return (
    <Radios
      name="reason"
      label={t('reasonTitle')}
      hint={t('reasonHint')}
      isPageHeading
      value={textOf(typed, 'reason')}
      error={errorFor(errors, 'reason')}
      choices={askedReasons.map((value) => ({ value, label: t(`reason_${value}`) }))}
    />
  );
}

/** One page of the journey: its question, and one button. */
export function AskPage(view: AskView) {
  const t = askWords(view.language);
  if (view.step === 'files') return <FilesPage {...view} />;
  return (
    <Form action={view.action} token={view.token}>
      {fieldsOf(view)}
      <Button>{t(view.step === 'danger' ? 'dangerGoOn' : 'continue')}</Button>
      {view.step === 'danger' ? (
        <p>
          <a href={view.action.replace(/danger$/, 'question')}>{t('dangerBack')}</a>
        </p>
      ) : null}
    </Form>
  );
}

export const mostFiles = 3;

function FilesPage({ language, action, token, files, errors }: AskView) {
  const t = askWords(language);
  const hasRoom = files.length < mostFiles;
  return (
    <>
      <h1>{t('filesTitle')}</h1>
      <p>{t('filesHint')}</p>
      {files.length > 0 ? (
        <>
          <h2>{t('filesHave')}</h2>
          <ul className="bedside-files">
            {files.map((file) => (
              <li key={file.id}>
                {/* A form of its own: the first button of a form is what the Enter key presses. */}
                <Form action={action} token={token}>
                  <bdi>{file.name}</bdi> <span className="bedside-quiet">({tellSize(file.sizeBytes, language)})</span>{' '}
                  <Button kind="secondary" name="remove" value={file.id}>
                    {t('filesRemove')}
                    <span className="nhsuk-u-visually-hidden">: {file.name}</span>
                  </Button>
                </Form>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {hasRoom ? (
        <Form action={action} token={token} hasFiles>
          <FileField
            name="file"
            label={t('filesLabel')}
            isOptional
            multiple
            kinds={[t('filesKindPhotos'), t('filesKindPdf'), t('filesKindDocuments')]}
            accept={acceptedFiles}
            maximumBytes={10 * 1024 * 1024}
            error={errorFor(errors, 'file')}
          />
          <Button>{t('continue')}</Button>
        </Form>
      ) : (
        <Form action={action} token={token}>
          <Button>{t('continue')}</Button>
        </Form>
      )}
    </>
  );
}

export const AgainLink = ({ href, text }: { href: string; text: string }) => (
  <ButtonLink href={href} kind="secondary">
    {text}
  </ButtonLink>
);

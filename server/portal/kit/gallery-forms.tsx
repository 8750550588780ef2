import type { Sample } from './gallery-sample.ts';
import {
  Button,
  ButtonGroup,
  Checkboxes,
  DateField,
  Details,
  errorFor,
  FileField,
  Form,
  type PageError,
  Radios,
  Select,
  SummaryList,
  TextArea,
  TextField,
  WarningCallout,
} from './index.ts';

const token = 'a-token';
export const askErrors: PageError[] = [
  { field: 'topic', message: 'Choose what your message is about' },
  { field: 'born-year', message: 'Write the year with four numbers, for example 1950' },
  { field: 'email', message: 'Write an e-mail address like name@example.org' },
  { field: 'letter', message: 'The file is too big. Choose one smaller than 10 MB' },
];

export const form = (errors: PageError[]) => (
  <>
    <h1>Your details</h1>
    <Form action="#send" token={token} hasFiles>
      <TextField name="full-name" label="Your name" autoComplete="name" value="Rosa Delgado" />
      <TextField
        name="email"
        label="E-mail address"
        type="email"
        autoComplete="email"
        hint="We only use it to tell you that we answered."
        value={errors.length ? 'rosa at example' : ''}
        error={errorFor(errors, 'email')}
      />
      <DateField
        name="born"
        label="Date of birth"
        hint="For example, 31 3 1980"
        isBirthday
        value={{ day: '31', month: '3', year: errors.length ? '50' : '' }}
        error={errorFor(errors, 'born-year')}
        errorParts={['year']}
      />
      <Radios
        name="topic"
        label="What is it about?"
        hint="Choose the one that fits best."
        error={errorFor(errors, 'topic')}
        choices={[
          { value: 'visit', label: 'A visit', hint: 'Before, on or after the day' },
          { value: 'bill', label: 'A bill' },
          { value: 'someone', label: 'Someone I care for' },
          'or',
          { value: 'other', label: 'Something else' },
        ]}
        value={errors.length ? undefined : 'bill'}
      />
      <Checkboxes
        name="needs"
        label="What would make it easier for you?"
        isOptional
        values={['interpreter']}
        choices={[
          { value: 'interpreter', label: 'An interpreter' },
          { value: 'large-print', label: 'Large print', hint: 'Letters you can read without glasses' },
          'or',
          { value: 'none', label: 'Nothing of this' },
        ]}
      />
      <Select
        name="state"
        label="State"
        options={[
          { value: 'ME', text: 'Maine' },
          { value: 'VT', text: 'Vermont' },
        ]}
      />
      <TextArea
        name="message"
        label="Your message"
        hint="Write as you would say it."
        maximumLength={4000}
        value={'I do not understand my bill.\nWho can explain it?'}
      />
      <FileField
        name="letter"
        label="Add a photo or a letter"
        isOptional
        kinds={['photos', 'PDF files']}
        accept="image/jpeg,application/pdf"
        maximumBytes={10_485_760}
        error={errorFor(errors, 'letter')}
      />
      <ButtonGroup>
        <Button>Continue</Button>
        <Button kind="secondary">Save for later</Button>
      </ButtonGroup>
    </Form>
    <Details summary="Why do we ask for this?">
      <p>So that your message reaches the right person, and so that nobody else reads the answer.</p>
    </Details>
  </>
);

export const question: Sample = {
  title: 'What is it about?',
  back: { href: '#back' },
  phase: 'early',
  children: (
    <Form action="#next" token={token}>
      <Radios
        name="topic"
        label="What is your message about?"
        isPageHeading
        hint="Choose the one that fits best. You cannot choose wrong: we pass it on."
        choices={[
          { value: 'visit', label: 'A visit', hint: 'Before, on or after the day' },
          { value: 'bill', label: 'A bill or what something costs' },
          { value: 'records', label: 'My records' },
          { value: 'feeling', label: 'How I was treated' },
          'or',
          { value: 'other', label: 'Something else' },
        ]}
      />
      <Button>Continue</Button>
    </Form>
  ),
};

export const check: Sample = {
  title: 'Check what you wrote',
  back: { href: '#back' },
  notices: [{ kind: 'information', body: <p>We kept what you typed. You can go on when you like.</p> }],
  children: (
    <>
      <h1>Check what you wrote</h1>
      <SummaryList
        rows={[
          { key: 'Your name', value: 'Rosa Delgado', changeHref: '#name' },
          { key: 'How we reach you', value: 'rosa.delgado@example.org', changeHref: '#email' },
          { key: 'Message', value: 'I do not understand my bill.\nWho can explain it to me?', changeHref: '#message' },
          { key: 'A quiet room', changeHref: '#needs' },
          { key: 'Sent to', value: 'Billing questions' },
        ]}
      />
      <WarningCallout title="If it gets worse before we answer">
        <p>Do not wait for us. Call your clinic, or the emergency number if someone is in danger.</p>
      </WarningCallout>
      <Form action="#send" token={token}>
        <Button>Send my message</Button>
      </Form>
    </>
  ),
};

export const spanish: Sample = {
  title: '¿De qué se trata?',
  language: 'es',
  back: { href: '#atras' },
  errors: [{ field: 'tema', message: 'Elija de qué trata su mensaje' }],
  children: (
    <Form action="#seguir" token={token}>
      <Radios
        name="tema"
        label="¿De qué trata su mensaje?"
        isPageHeading
        error="Elija de qué trata su mensaje"
        choices={[
          { value: 'v', label: 'Una visita' },
          { value: 'f', label: 'Una factura' },
          'or',
          { value: 'o', label: 'Otra cosa' },
        ]}
      />
      <TextArea name="mensaje" label="Su mensaje" maximumLength={4000} isOptional />
      <Button>Seguir</Button>
    </Form>
  ),
};

import type { ReactNode } from 'react';
import type { Language } from '../../platform/i18n/messages.ts';
import {
  Button,
  ButtonGroup,
  ButtonLink,
  CardList,
  Checkboxes,
  DateField,
  Details,
  EmergencyPanel,
  EmptyState,
  errorFor,
  FileField,
  Form,
  InsetText,
  KeepACopy,
  type PageError,
  type PageProps,
  Pagination,
  Panel,
  Radios,
  renderPage,
  renderProblemPage,
  Select,
  SummaryList,
  TextArea,
  TextField,
  Thread,
  Timeline,
  WarningCallout,
  Welcome,
} from './index.ts';

type Links = { stylesheetHref: string; iconHref: string };
type Sample = Partial<PageProps> & { title: string; children: ReactNode };

const hospital = { name: 'Willow River Hospital', phone: '(555) 010-0199', emergencyNumber: '911' };
const token = 'a-token';
const menu = [
  { href: '#messages', text: 'Messages', isCurrent: true },
  { href: '#visits', text: 'Visits' },
  { href: '#bills', text: 'Bills' },
];
const signedInAs = { name: 'Rosa Delgado', signOut: { action: '#sign-out', token }, accountHref: '#account' };
const footerLinks = [
  { href: '#privacy', text: 'How we use what you tell us' },
  { href: '#access', text: 'Accessibility' },
];

const home: Sample = {
  title: 'How can we help?',
  signInHref: '#sign-in',
  footerLinks,
  isWide: true,
  children: (
    <>
      <Welcome title="How can we help?">
        <p className="bedside-lead">You can ask at any hour. A person reads every message and answers it.</p>
      </Welcome>
      <CardList
        columns={2}
        cards={[
          {
            id: 'ask',
            title: 'Ask us something',
            href: '#ask',
            children: 'About a visit, a bill, or anything else. Most people have an answer within one working day.',
          },
          {
            id: 'find',
            title: 'Find the right place',
            href: '#find',
            children: 'Tell us what is wrong in your own words, and we show you who can help.',
          },
          {
            id: 'messages',
            title: 'Read our answers',
            href: '#messages',
            children: 'Everything you and we have written, in one place.',
          },
          {
            id: 'wrong',
            title: 'Tell us what went wrong',
            href: '#complain',
            children: 'We want to know. It never changes the care you get.',
          },
        ]}
      />
      <p>
        <ButtonLink href="#ask">Start a message</ButtonLink>
      </p>
    </>
  ),
};

const askErrors: PageError[] = [
  { field: 'topic', message: 'Choose what your message is about' },
  { field: 'born-year', message: 'Write the year with four numbers, for example 1950' },
  { field: 'email', message: 'Write an e-mail address like name@example.org' },
  { field: 'letter', message: 'The file is too big. Choose one smaller than 10 MB' },
];

const form = (errors: PageError[]) => (
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

const question: Sample = {
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

const check: Sample = {
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

const sent: Sample = {
  title: 'We have your message',
  signedInAs,
  menu,
  children: (
    <>
      <Panel title="We have your message" reference="BED-427-K9">
        <p>Thank you, Rosa. Maria and her team read it next.</p>
      </Panel>
      <Timeline
        steps={[
          { title: 'You wrote to us', state: 'done', when: 'Today at 3:10 AM' },
          {
            title: 'A person reads it',
            state: 'now',
            when: 'By Tuesday at noon',
            body: <p>If they need to know more, they ask you here.</p>,
          },
          { title: 'You get an answer', state: 'next', when: 'By Wednesday, March 4' },
        ]}
      />
      <InsetText>
        <p>We send you a short e-mail when there is an answer. It never says what it is about.</p>
      </InsetText>
      <KeepACopy />
    </>
  ),
};

const thread: Sample = {
  title: 'Question about a bill',
  back: { href: '#messages', text: 'All messages' },
  signedInAs,
  menu,
  notices: [{ kind: 'success', body: <p>Your message was sent.</p> }],
  children: (
    <>
      <h1>Question about a bill</h1>
      <Thread
        messages={[
          {
            id: '1',
            isMine: true,
            from: 'Rosa Delgado',
            when: 'Monday, March 2, 3:10 AM',
            whenExact: '2026-03-02T08:10:00Z',
            body: 'I got a bill for 240 dollars and I do not know what it is for.\n\nI am worried, I cannot pay this now.',
            attachments: [{ href: '#f1', name: 'bill-photo.jpg', kind: 'Photo', bytes: 1_843_200 }],
          },
          {
            id: '2',
            isMine: false,
            from: 'Maria, billing questions',
            when: 'Monday, March 2, 9:05 AM',
            whenExact: '2026-03-02T14:05:00Z',
            body: 'Thank you for writing, Rosa. It is good that you asked. You do not have to pay anything while we look into it.',
            attachments: [{ href: '#f2', name: 'your-bill-explained-line-by-line.pdf', kind: 'PDF', bytes: 220_000 }],
            isNew: true,
          },
          {
            id: '3',
            isMine: true,
            from: 'Rosa Delgado',
            when: 'Monday, March 2, 9:20 AM',
            whenExact: '2026-03-02T14:20:00Z',
            body: 'Thank you. https://example.org/a-very-long-address-that-does-not-fit-on-a-small-screen-at-all',
            note: 'Maria has seen this',
          },
        ]}
      />
      <Form action="#reply" token={token}>
        <TextArea name="reply" label="Your answer" rows={4} maximumLength={4000} />
        <Button>Send</Button>
      </Form>
    </>
  ),
};

const list: Sample = {
  title: 'Your messages',
  signedInAs,
  menu,
  children: (
    <>
      <h1>Your messages</h1>
      <CardList
        cards={[
          {
            id: '1',
            title: 'Question about a bill',
            href: '#1',
            tag: { tone: 'attention', text: 'New answer' },
            note: 'Maria answered on Monday, March 2',
          },
          {
            id: '2',
            title: 'Moving my visit',
            href: '#2',
            tag: { tone: 'waiting', text: 'We are on it' },
            note: 'We answer by Wednesday, March 4',
          },
          {
            id: '3',
            title: 'Parking for my husband',
            href: '#3',
            tag: { tone: 'done', text: 'Settled' },
            note: 'February 11',
          },
        ]}
      />
      <Pagination previousHref="#p1" nextHref="#p3" page={2} pages={5} />
      <EmptyState title="No visits yet">
        <p>When you book a visit you find it here. You can also call us.</p>
      </EmptyState>
    </>
  ),
};

const danger: Sample = {
  title: 'Please read this first',
  children: (
    <>
      <EmergencyPanel number="911" urgentHelpHref="#urgent" />
      <h1>Do you want to send your message?</h1>
      <p>
        We read messages on working days from 8 to 5. Some of your words made us think that you may need help sooner.
      </p>
      <ButtonGroup>
        <Button>Send my message too</Button>
        <Button kind="warning">Do not send it</Button>
      </ButtonGroup>
    </>
  ),
};

const spanish: Sample = {
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

const samples: Record<string, Sample> = {
  home,
  question,
  form: { title: 'Your details', back: { href: '#back' }, children: form([]) },
  errors: { title: 'Your details', back: { href: '#back' }, errors: askErrors, children: form(askErrors) },
  check,
  sent,
  thread,
  list,
  danger,
  spanish,
  // English words in a mirrored page: it shows the layout, which is all that is to be seen here.
  mirrored: {
    title: 'Your details',
    direction: 'rtl',
    back: { href: '#back' },
    errors: askErrors,
    signedInAs,
    menu,
    children: form(askErrors),
  },
  'mirrored-thread': { ...thread, direction: 'rtl' },
};

/** Every component on pages like those it is made for, by name. */
export function galleryPages(links: Links): Record<string, string> {
  const frame = {
    ...links,
    hospital,
    homeHref: '#home',
    otherLanguageHref: '#language',
    urgentHelpHref: '#urgent',
    phase: 'demo' as const,
    language: 'en' as Language,
  };
  const pages = Object.entries(samples).map(([name, sample]) => [name, renderPage({ ...frame, ...sample })]);
  const problems = (['not-found', 'unavailable', 'expired'] as const).map((kind) => [
    kind,
    renderProblemPage({ ...frame, kind, requestReference: 'K7Q2-91', tryAgainHref: '#again' }),
  ]);
  return Object.fromEntries([...pages, ...problems]);
}

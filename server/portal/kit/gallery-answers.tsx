import type { Sample } from './gallery-sample.ts';
import {
  Button,
  ButtonGroup,
  ButtonLink,
  CardList,
  EmergencyPanel,
  EmptyState,
  Form,
  InsetText,
  KeepACopy,
  Pagination,
  Panel,
  TextArea,
  Thread,
  Timeline,
  Welcome,
} from './index.ts';

const token = 'a-token';
export const menu = [
  { href: '#messages', text: 'Messages', isCurrent: true },
  { href: '#visits', text: 'Visits' },
  { href: '#bills', text: 'Bills' },
];
export const signedInAs = { name: 'Rosa Delgado', signOut: { action: '#sign-out', token }, accountHref: '#account' };
const footerLinks = [
  { href: '#privacy', text: 'How we use what you tell us' },
  { href: '#access', text: 'Accessibility' },
];

export const home: Sample = {
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

export const sent: Sample = {
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

export const thread: Sample = {
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

export const list: Sample = {
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

export const danger: Sample = {
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

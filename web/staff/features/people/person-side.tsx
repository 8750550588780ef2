import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import type { Conversation } from '../../../../server/modules/desk/contract.ts';
import type { LikelyPerson } from '../../../../server/modules/people/contract.ts';
import { troubleWords } from '../../../lib/problem.ts';
import { Moment } from '../../../ui/moment.tsx';
import { PaneBody, PaneHead } from '../../../ui/panes.tsx';
import { Section, SkeletonRows, Tag, Trouble } from '../../../ui/parts.tsx';
import { ofPersonQuery } from '../desk/queries.ts';
import { words as deskWords } from '../desk/words.ts';
import { CareTeams } from './care-teams.tsx';
import { dateWords } from './found.ts';
import { LikelyPersons } from './likely-persons.tsx';
import styles from './person.module.css';
import { PersonCard } from './person-card.tsx';
import { bannerQuery, visitsQuery } from './queries.ts';
import { type Form, visitWords, words } from './words.ts';

const PersonForm = lazy(() => import('./person-form.tsx').then((it) => ({ default: it.PersonForm })));

interface SideProps {
  askerId: string;
  aboutId?: string | undefined;
  conversation?: Pick<Conversation, 'id'>;
  /** Says who an asker is that nobody has made sure of. */
  onLink?: ((person: LikelyPerson) => void) | undefined;
  first?: Form | undefined;
}

/** The person at the right; a form takes this place, never that of the conversation. */
export function PersonSide({ askerId, aboutId, conversation, onLink, first }: SideProps) {
  const [whose, setWhose] = useState<'asker' | 'about'>(aboutId ? 'about' : 'asker');
  const [form, setForm] = useState<Form | undefined>(first);
  const [double, setDouble] = useState<string>();
  const personId = whose === 'about' && aboutId ? aboutId : askerId;
  const found = useQuery(bannerQuery(personId));
  if (found.isPending) return <SkeletonRows rows={6} height={72} label={words.loading} />;
  if (!found.data)
    return (
      <Trouble title={words.failed} retry={() => void found.refetch()} retryLabel={words.retry}>
        {troubleWords(found.error)}
      </Trouble>
    );
  if (form)
    return (
      <PaneBody>
        <Suspense fallback={<SkeletonRows rows={3} height={60} label={words.loading} />}>
          <PersonForm
            form={form}
            it={found.data}
            {...(form === 'merge' && double && { otherId: double })}
            onClose={() => {
              setForm(undefined);
              setDouble(undefined);
            }}
          />
        </Suspense>
      </PaneBody>
    );
  const compare = found.data.can.includes('merge')
    ? (other: LikelyPerson) => {
        setDouble(other.id);
        setForm('merge');
      }
    : undefined;
  // Who asks is linked, which is told to the conversation; anybody else is merged.
  const onChoose = !found.data.verified && personId === askerId && onLink ? onLink : compare;
  return (
    <>
      {aboutId && (
        <PaneHead>
          <SegmentedControl
            fullWidth
            size="xs"
            value={whose}
            onChange={(value) => setWhose(value as 'asker' | 'about')}
            data={[
              { value: 'about', label: words.about },
              { value: 'asker', label: words.asker },
            ]}
          />
        </PaneHead>
      )}
      <PaneBody>
        <PersonCard it={found.data} onForm={setForm} linked={conversation !== undefined}>
          <LikelyPersons personId={personId} verified={found.data.verified} onChoose={onChoose} />
        </PersonCard>
        {conversation && (
          <>
            <CareTeams personId={personId} />
            <Visits personId={personId} />
            <Section title={words.conversations}>
              <Conversations personId={personId} without={conversation.id} none={words.noConversations} />
            </Section>
          </>
        )}
      </PaneBody>
    </>
  );
}

export function Visits({ personId, most = 8 }: { personId: string; most?: number }) {
  const { data, isPending } = useQuery(visitsQuery(personId));
  return (
    <Section title={words.visits}>
      {data?.visits.length === 0 && <span className={styles.soft}>{words.noVisits}</span>}
      {isPending && <SkeletonRows rows={1} height={24} label={words.loading} />}
      <ul className={styles.lines}>
        {data?.visits.slice(0, most).map((visit) => (
          <li key={visit.id} className={styles.line}>
            <span>{dateWords(visit.startsAt.slice(0, 10))}</span>
            <span className={styles.soft}>
              {[visitWords[visit.kind], visitWords[visit.status]].filter(Boolean).join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function Conversations(props: { personId: string; without?: string; none: string }) {
  const { data, isError, error } = useQuery(ofPersonQuery(props.personId));
  const others = data?.conversations.filter((one) => one.id !== props.without);
  return (
    <>
      {isError && <Trouble title={words.failed}>{troubleWords(error)}</Trouble>}
      {others?.length === 0 && <span className={styles.soft}>{props.none}</span>}
      <ul className={styles.lines}>
        {others?.map((one) => (
          <li key={one.id} className={styles.line}>
            <Link to="/desk/$conversationId" params={{ conversationId: one.id }} style={{ color: 'var(--link)' }}>
              {one.subject}
            </Link>
            <span className={styles.soft}>
              <Tag tone={one.status === 'resolved' ? 'good' : 'info'}>{deskWords.status[one.status]}</Tag>{' '}
              <Moment at={one.lastMessageAt} />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

import { Button, TextInput } from '@mantine/core';
import { IconStethoscope } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Facility, Practitioner } from '../../../../server/modules/places/contract.ts';
import { language } from '../../../lib/language.ts';
import { troubleWords } from '../../../lib/problem.ts';
import { useShortcut } from '../../../lib/shortcuts.tsx';
import { useSettled } from '../../../ui/moment.tsx';
import { EmptyState, SkeletonRows, Tag, Trouble } from '../../../ui/parts.tsx';
import { Part } from './parts.tsx';
import styles from './places.module.css';
import { practitionersQuery, specialtiesQuery } from './queries.ts';
import { words } from './words.ts';

/** Who practises here, found by name. */
export function PractitionersPart({ it }: { it: Facility }) {
  const [typed, setTyped] = useState('');
  const text = useSettled(typed.trim(), 200);
  const found = useInfiniteQuery(practitionersQuery(it.id, text));
  const field = useRef<HTMLInputElement>(null);
  useShortcut('/', words.findPractitioner, words.title, () => field.current?.focus());
  const rows = found.data?.pages.flatMap((page) => page.practitioners) ?? [];
  const [title, more] = text
    ? [words.noPractitioners, words.noPractitionersMore]
    : [words.practitionersCome, words.practitionersComeMore];
  return (
    <Part title={words.parts.practitioners}>
      <TextInput
        ref={field}
        type="search"
        autoComplete="off"
        maxLength={100}
        aria-label={words.findPractitioner}
        aria-keyshortcuts="/"
        placeholder={words.findPractitioner}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {found.isPending && <SkeletonRows rows={5} height={40} label={words.loading} />}
      {found.isError && (
        <Trouble title={words.failed} retry={() => void found.refetch()} retryLabel={words.retry}>
          {troubleWords(found.error)}
        </Trouble>
      )}
      {found.data && rows.length === 0 && (
        <EmptyState icon={<IconStethoscope size={40} aria-hidden />} title={title}>
          {more}
        </EmptyState>
      )}
      <ul className={styles.rows}>
        {rows.map((one) => (
          <PractitionerRow key={one.id} one={one} facilityId={it.id} />
        ))}
      </ul>
      {found.hasNextPage && (
        <div>
          <Button variant="default" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {words.more}
          </Button>
        </div>
      )}
    </Part>
  );
}

function PractitionerRow({ one, facilityId }: { one: Practitioner; facilityId: string }) {
  const { data } = useQuery(specialtiesQuery);
  const held = one.roles.filter((role) => role.active && role.facilityId === facilityId);
  const specialties = new Set(
    held.map((role) => data?.specialties.find((it) => it.code === role.specialty)?.name[language]).filter(Boolean),
  );
  const titles = new Set(held.map((role) => role.title).filter(Boolean));
  const { prefix, given, family } = one.name;
  return (
    <li className={styles.row}>
      <div>
        <b>{[prefix, given, family].filter(Boolean).join(' ')}</b>{' '}
        {[...specialties].map((name) => (
          <Tag key={name}>{name}</Tag>
        ))}
        <p className={styles.soft}>{[...titles, ...(one.npi ? [`NPI ${one.npi}`] : [])].join(' · ')}</p>
      </div>
    </li>
  );
}

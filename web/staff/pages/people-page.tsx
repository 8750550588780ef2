import { Button, Group, Text, TextInput, Title } from '@mantine/core';
import { IconArrowLeft, IconSearch, IconUserPlus, IconUserSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { LinkButton } from '../../lib/links.tsx';
import { troubleWords } from '../../lib/problem.ts';
import { useShortcut } from '../../lib/shortcuts.tsx';
import { useSettled } from '../../ui/moment.tsx';
import { PaneBody, PaneHead, Panes } from '../../ui/panes.tsx';
import { EmptyState, SkeletonRows, Trouble } from '../../ui/parts.tsx';
import { foundLine } from '../features/people/found.ts';
import styles from '../features/people/person.module.css';
import { PersonRecord } from '../features/people/person-record.tsx';
import { PersonSide } from '../features/people/person-side.tsx';
import { findPeopleQuery } from '../features/people/queries.ts';
import { RegisterForm } from '../features/people/register-form.tsx';
import { type Form, formWords, words } from '../features/people/words.ts';
import { usePageTitle } from '../features/shell/page-title.ts';

/** Finds a person while they spell their name; their record in the middle, what is true of them at the right. */
export function PeoplePage() {
  const { personId } = useParams({ strict: false });
  const [typed, setTyped] = useState('');
  const [shown, setShown] = useState<'detail' | 'side'>('detail');
  const [registering, setRegistering] = useState(false);
  const [asked, setAsked] = useState<{ form: Form; at: number }>();
  const field = useRef<HTMLInputElement>(null);
  const text = useSettled(typed.trim(), 180);
  const found = useQuery({ ...findPeopleQuery(text), enabled: text.length >= 2 });
  usePageTitle(words.people);
  useShortcut('/', words.searchLabel, words.people, () => field.current?.focus());
  useShortcut('l', formWords.log, words.people, personId ? () => openForm('log') : undefined);
  useEffect(() => {
    if (!personId) field.current?.focus();
  }, [personId]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another person begins without a form
  useEffect(() => {
    setAsked(undefined);
    setRegistering(false);
  }, [personId]);
  const openForm = (form: Form) => {
    setAsked({ form, at: performance.now() });
    setShown('side');
  };
  const people = found.data?.people;
  const side = registering ? (
    <PaneBody>
      <RegisterForm onClose={() => setRegistering(false)} />
    </PaneBody>
  ) : (
    personId && <PersonSide key={`${personId} ${asked?.at}`} askerId={personId} first={asked?.form} />
  );
  return (
    <Panes
      listLabel={words.searchLabel}
      detailLabel={words.record}
      sideLabel={registering ? formWords.registerTitle : words.person}
      open={personId !== undefined || registering}
      shown={registering ? 'side' : shown}
      onShow={setShown}
      back={
        <LinkButton
          to="/people"
          size="compact-sm"
          variant="subtle"
          leftSection={<IconArrowLeft size={16} aria-hidden />}
          onClick={() => setRegistering(false)}
        >
          {words.back}
        </LinkButton>
      }
      list={
        <>
          <PaneHead>
            <Group justify="space-between" wrap="nowrap">
              <Title order={1}>{words.people}</Title>
              <Button
                size="compact-sm"
                variant="light"
                leftSection={<IconUserPlus size={16} aria-hidden />}
                onClick={() => setRegistering(true)}
              >
                {words.register}
              </Button>
            </Group>
            <TextInput
              ref={field}
              mt={8}
              type="search"
              autoComplete="off"
              aria-label={words.searchLabel}
              placeholder={words.searchPlaceholder}
              leftSection={<IconSearch size={17} aria-hidden />}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
            <Text size="xs" c="dimmed" mt={4}>
              {words.searchHint}
            </Text>
          </PaneHead>
          <PaneBody>
            {found.isFetching && !people && <SkeletonRows rows={5} height={48} label={words.searching} />}
            {found.isError && <Trouble title={words.failed}>{troubleWords(found.error)}</Trouble>}
            {people?.length === 0 && (
              <EmptyState icon={<IconUserSearch size={38} aria-hidden />} title={words.nothing}>
                {words.nothingMore}
              </EmptyState>
            )}
            {text.length >= 2 &&
              people?.map((person) => (
                <Link
                  key={person.id}
                  to="/people/$personId"
                  params={{ personId: person.id }}
                  className={styles.found ?? ''}
                  preload={false}
                >
                  <b>{person.displayName}</b>
                  <div className={styles.soft}>{foundLine(person)}</div>
                </Link>
              ))}
          </PaneBody>
        </>
      }
      detail={
        personId ? (
          <PersonRecord personId={personId} onLog={() => openForm('log')} />
        ) : (
          <EmptyState icon={<IconUserSearch size={44} aria-hidden />} title={words.start}>
            {words.startMore}
          </EmptyState>
        )
      }
      {...(side && { side })}
    />
  );
}

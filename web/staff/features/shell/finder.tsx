import '@mantine/spotlight/styles.css';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import { IconHash, IconMessageSearch, IconUser } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { read } from '../../../lib/api.ts';
import { paths } from '../../../lib/paths.ts';
import { useUndo } from '../../../lib/undo.tsx';
import { useSettled } from '../../../ui/moment.tsx';
import { setTyped as setSearched } from '../desk/search-query.ts';
import { foundLine } from '../people/found.ts';
import { findPeopleQuery } from '../people/queries.ts';
import { words } from './words.ts';

/** `K7M-4QX`; without a dash or a digit six letters are more likely a name. */
const referencePattern = /^(?=.*[\d-])[0-9A-Za-z]{3}-?[0-9A-Za-z]{3}$/;
const [store, finder] = createSpotlight();

/** One field that leads to any person or conversation. */
export function Finder({ onClose }: { onClose: () => void }) {
  const [typed, setTyped] = useState('');
  const text = useSettled(typed.trim(), 120);
  const navigate = useNavigate();
  const undo = useUndo();
  const found = useQuery({ ...findPeopleQuery(text), enabled: text.length >= 2 });
  useEffect(() => {
    finder.open();
  }, []);
  const reference = referencePattern.test(typed.trim()) ? typed.trim().toUpperCase() : undefined;
  const openReference = async (wanted: string) => {
    const { id } = await read<{ id: string }>(paths.desk.reference(wanted));
    await navigate({ to: '/desk/$conversationId', params: { conversationId: id } });
  };
  const searchWritten = () => {
    setSearched(typed.trim());
    void navigate({ to: '/desk', search: { search: true } });
  };
  const people = found.data?.people ?? [];
  const list = useRef<HTMLDivElement>(null);
  useFirstChosen(list, [reference, ...people.map((person) => person.id)].join());
  return (
    <Spotlight.Root
      store={store}
      query={typed}
      onQueryChange={setTyped}
      onSpotlightClose={onClose}
      shortcut={null}
      lockScroll={false}
      scrollable
      maxHeight={420}
    >
      <Spotlight.Search placeholder={words.finder.placeholder} aria-label={words.findAnything} />
      <Spotlight.ActionsList ref={list}>
        {reference && (
          <Spotlight.Action
            leftSection={<IconHash size={20} aria-hidden />}
            label={words.finder.openReference(reference)}
            onClick={() => void openReference(reference).catch(() => undo.failed(words.finder.noReference))}
          />
        )}
        {people.map((person) => (
          <Spotlight.Action
            key={person.id}
            leftSection={<IconUser size={20} aria-hidden />}
            label={person.displayName}
            description={foundLine(person)}
            onClick={() => void navigate({ to: '/people/$personId', params: { personId: person.id } })}
          />
        ))}
        {typed.trim().length >= 2 && (
          <Spotlight.Action
            leftSection={<IconMessageSearch size={20} aria-hidden />}
            label={words.finder.searchWritten(typed.trim())}
            onClick={searchWritten}
          />
        )}
        {people.length === 0 && !reference && (
          <Spotlight.Empty>
            {typed.trim().length < 2
              ? words.finder.keepTyping
              : found.isFetching || text !== typed.trim()
                ? words.finder.searching
                : words.finder.nothing}
          </Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

/**
 * Enter takes what stands first. The list chooses its first line as soon as something is typed, before what was found
 * for it stands there: what comes to stand first later is chosen then.
 */
function useFirstChosen(list: RefObject<HTMLDivElement | null>, found: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: for every new set of lines
  useEffect(() => {
    const lines = [...(list.current?.querySelectorAll('[data-action]') ?? [])];
    for (const line of lines) line.removeAttribute('data-selected');
    lines[0]?.setAttribute('data-selected', 'true');
  }, [found]);
}

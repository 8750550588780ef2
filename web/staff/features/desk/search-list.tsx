import { Button, Group, TextInput, Title } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconArrowLeft, IconSearch, IconSearchOff } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { language } from '../../../lib/language.ts';
import { LinkButton } from '../../../lib/links.tsx';
import { troubleWords } from '../../../lib/problem.ts';
import { useShortcut } from '../../../lib/shortcuts.tsx';
import { useSettled } from '../../../ui/moment.tsx';
import { PaneBody, PaneHead } from '../../../ui/panes.tsx';
import { EmptyState, Notice, SkeletonRows, Trouble } from '../../../ui/parts.tsx';
import { type View, viewSearch } from './queries.ts';
import styles from './queue.module.css';
import { useRowKeys } from './row-keys.ts';
import search from './search.module.css';
import { SearchFilters } from './search-filters.tsx';
import { SearchItem } from './search-item.tsx';
import { countOf, type Find, searchQuery, setTyped, useTyped } from './search-query.ts';
import { searchWords as words } from './search-words.ts';
import { words as deskWords } from './words.ts';

interface SearchListProps {
  view: View & { readonly find: Find };
  chosenId: string | undefined;
}

/** All conversations that one may see, by what was written in them. */
export function SearchList({ view, chosenId }: SearchListProps) {
  const { find } = view;
  const narrowedBy = countOf(find);
  const navigate = useNavigate();
  const typed = useTyped();
  const [narrowing, setNarrowing] = useState(narrowedBy > 0);
  const field = useRef<HTMLInputElement>(null);
  const body = useRef<HTMLUListElement>(null);
  const text = useSettled(typed.trim(), 250);
  const isAsked = text.length >= 2 || narrowedBy > 0;
  const result = useInfiniteQuery({ ...searchQuery(text, find), enabled: isAsked });
  const pages = isAsked ? (result.data?.pages ?? []) : [];
  const rows = pages.flatMap((page) => page.conversations);
  const last = pages.at(-1);
  const move = useRowKeys(body, chosenId);
  useShortcut('/', words.open, words.title, () => field.current?.focus());
  useEffect(() => {
    if (!chosenId) field.current?.focus();
  }, [chosenId]);
  const narrow = (wanted: Find) =>
    void navigate({ to: '.', search: viewSearch({ ...view, find: wanted }), replace: true });
  const intoRows = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' || rows.length === 0) return;
    event.preventDefault();
    move('first');
  };
  const nearFrom = rows.findIndex((row) => !row.exact);

  return (
    <>
      <PaneHead>
        <Group justify="space-between" wrap="nowrap" gap="xs">
          <Title order={1}>{words.title}</Title>
          <LinkButton
            to="/desk"
            size="compact-sm"
            variant="subtle"
            leftSection={<IconArrowLeft size={16} aria-hidden />}
          >
            {words.close}
          </LinkButton>
        </Group>
        <TextInput
          ref={field}
          mt={8}
          type="search"
          autoComplete="off"
          maxLength={200}
          aria-label={words.field}
          placeholder={words.fieldShort}
          leftSection={<IconSearch size={17} aria-hidden />}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={intoRows}
        />
        <Button
          mt={8}
          size="compact-sm"
          variant={narrowedBy > 0 ? 'light' : 'default'}
          aria-expanded={narrowing}
          leftSection={<IconAdjustmentsHorizontal size={16} aria-hidden />}
          onClick={() => setNarrowing(!narrowing)}
        >
          {narrowedBy > 0 ? words.filtersOn(narrowedBy) : words.filters}
        </Button>
        {narrowing && <SearchFilters find={find} onChange={narrow} />}
      </PaneHead>
      <PaneBody>
        {last?.stillReading && <Notice tone="info">{words.stillReading}</Notice>}
        {isAsked && result.isPending && <SkeletonRows rows={5} height={84} label={words.searching} />}
        {result.isError && !result.data && (
          <Trouble title={words.failed} retry={() => void result.refetch()} retryLabel={deskWords.retry}>
            {troubleWords(result.error)}
          </Trouble>
        )}
        {!isAsked && (
          <EmptyState icon={<IconSearch size={38} aria-hidden />} title={words.start}>
            {words.startMore}
          </EmptyState>
        )}
        {last && rows.length === 0 && (
          <EmptyState
            icon={<IconSearchOff size={38} aria-hidden />}
            title={last.next ? words.nothingYet : words.nothing}
          >
            <p>{words.nothingMore}</p>
            {narrowedBy > 0 && (
              <Button size="compact-sm" variant="default" onClick={() => narrow({})}>
                {words.without}
              </Button>
            )}
          </EmptyState>
        )}
        <div role="status">
          {last && last.alsoSearched.length > 0 && (
            <div className={search.said}>
              {last.alsoSearched.map((one) => (
                <p key={one.typed}>{words.also(one.typed, one.meant)}</p>
              ))}
            </div>
          )}
        </div>
        <ul className={styles.rows} aria-label={words.found} ref={body}>
          {rows.map((row, n) => (
            <SearchItem key={row.id} row={row} view={view} nearby={n === nearFrom && n > 0} />
          ))}
        </ul>
        {result.hasNextPage && (
          <div className={styles.more}>
            {last?.lookedBackTo && <p>{words.lookedBack(dayOf(last.lookedBackTo))}</p>}
            <Button
              variant="default"
              size="compact-sm"
              loading={result.isFetchingNextPage}
              onClick={() => void result.fetchNextPage()}
            >
              {last?.lookedBackTo ? words.further : deskWords.more}
            </Button>
          </div>
        )}
      </PaneBody>
    </>
  );
}

const dayOf = (moment: string) => new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(Date.parse(moment));

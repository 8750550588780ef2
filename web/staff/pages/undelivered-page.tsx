import { SegmentedControl, Text, Title } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { OnePane, PaneHead } from '../../ui/panes.tsx';
import { SetAsideList } from '../features/messaging/set-aside-list.tsx';
import { UndeliveredList } from '../features/messaging/undelivered-list.tsx';
import { setAsideWords, words } from '../features/messaging/words.ts';
import { usePageTitle } from '../features/shell/page-title.ts';

/** Mail that a person has to look at: what did not arrive, and what came in and was kept from everybody. */
export function UndeliveredPage() {
  usePageTitle(words.title);
  const navigate = useNavigate();
  const { view } = useSearch({ from: '/workplace/undelivered' });
  const isSetAside = view === 'set-aside';
  return (
    <OnePane>
      <PaneHead>
        <Title order={1}>{words.title}</Title>
        <SegmentedControl
          my={8}
          aria-label={words.view}
          value={isSetAside ? 'set-aside' : 'undelivered'}
          onChange={(value) =>
            void navigate({ to: '/undelivered', search: value === 'set-aside' ? { view: 'set-aside' } : {} })
          }
          data={[
            { value: 'undelivered', label: words.undelivered },
            { value: 'set-aside', label: words.setAside },
          ]}
        />
        <Text size="sm" c="dimmed">
          {isSetAside ? setAsideWords.more : words.more}
        </Text>
      </PaneHead>
      {isSetAside ? <SetAsideList /> : <UndeliveredList />}
    </OnePane>
  );
}

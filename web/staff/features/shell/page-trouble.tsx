import { Button, Group } from '@mantine/core';
import { IconLamp } from '@tabler/icons-react';
import { LinkButton } from '../../../lib/links.tsx';
import { EmptyState } from '../../../ui/parts.tsx';
import { words } from './words.ts';

/** For an address that leads nowhere, and for a page that broke. */
export function PageTrouble({ error }: { error?: unknown }) {
  return (
    <main>
      <EmptyState icon={<IconLamp size={44} aria-hidden />} title={error ? words.broken : words.notHere} first>
        <p>{error ? words.brokenMore : words.notHereMore}</p>
        <Group justify="center">
          {Boolean(error) && <Button onClick={() => location.reload()}>{words.reload}</Button>}
          <LinkButton to="/desk" variant="default">
            {words.toDesk}
          </LinkButton>
        </Group>
      </EmptyState>
    </main>
  );
}

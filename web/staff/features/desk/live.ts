import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { withSearch } from '../../../lib/api.ts';
import { listenLive } from '../../../lib/live.ts';
import { paths } from '../../../lib/paths.ts';

/** Asks again for what the server says has changed. */
export function useDeskLive(conversationId: string | undefined): void {
  const client = useQueryClient();
  useEffect(
    () =>
      listenLive(
        withSearch(paths.desk.live, { conversationId }),
        (topics) => refresh(client, topics),
        () => undefined,
      ),
    [client, conversationId],
  );
}

function refresh(client: QueryClient, topics: ReadonlySet<string> | undefined): void {
  if (topics === undefined) {
    void client.invalidateQueries({ queryKey: ['desk'] });
    void client.invalidateQueries({ queryKey: ['promises'] });
    return;
  }
  for (const topic of topics) {
    // What became of a mail is told by messaging, whose threads several cases may share.
    const [kind, id] = topic.split(' ');
    if (kind === 'desk.conversation') void client.invalidateQueries({ queryKey: ['desk', 'conversation', id] });
    if (kind === 'messaging.thread') void client.invalidateQueries({ queryKey: ['desk', 'conversation'] });
  }
  const kinds = new Set([...topics].map((topic) => topic.split(' ')[0]));
  if ([...kinds].some((kind) => kind?.startsWith('promises.')))
    void client.invalidateQueries({ queryKey: ['promises', 'kept'] });
  if ([...kinds].every((kind) => kind?.startsWith('promises.'))) return;
  void client.invalidateQueries({ queryKey: ['desk', 'queues'] });
  void client.invalidateQueries({ queryKey: ['desk', 'queue'] });
  void client.invalidateQueries({ queryKey: ['desk', 'warnings'] });
}

import { IconDoorExit } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { Conversation } from '../../../../server/modules/desk/contract.ts';
import { isProblem, troubleWords } from '../../../lib/problem.ts';
import { PaneBody } from '../../../ui/panes.tsx';
import { EmptyState, SkeletonRows, Trouble } from '../../../ui/parts.tsx';
import { ConversationPromises } from '../promises/conversation-promises.tsx';
import { Composer } from './composer.tsx';
import { ConversationHead } from './conversation-head.tsx';
import type { DeskForm } from './desk-form.ts';
import { useKeptDrafts } from './drafts.ts';
import { usePresence } from './presence.ts';
import { conversationQuery } from './queries.ts';
import { Thread } from './thread.tsx';
import { useWarningsSeen } from './warning-strip.tsx';
import { words } from './words.ts';

interface PaneProps {
  id: string;
  ownId: string | undefined;
  onForm: (form: DeskForm) => void;
}

/** One conversation: head, what was said, and the field to answer in. */
export function ConversationPane({ id, ...more }: PaneProps) {
  const found = useQuery(conversationQuery(id));
  if (found.isPending) return <SkeletonRows rows={5} height={92} label={words.loadingOne} />;
  if (isProblem(found.error, 404))
    return (
      <EmptyState icon={<IconDoorExit size={42} aria-hidden />} title={words.gone}>
        {words.goneMore}
      </EmptyState>
    );
  if (!found.data)
    return (
      <Trouble title={words.failedOne} retry={() => void found.refetch()} retryLabel={words.retry}>
        {troubleWords(found.error)}
      </Trouble>
    );
  return <Shown it={found.data} {...more} />;
}

function Shown({ it, ...more }: { it: Conversation } & Omit<PaneProps, 'id'>) {
  const onTyping = usePresence(it.id);
  useKeptDrafts(it.id);
  useWarningsSeen(it.id);
  return (
    <>
      <ConversationHead it={it} {...more} />
      <ConversationPromises it={it} ownId={more.ownId} onPromise={() => more.onForm('promise')} />
      <PaneBody>
        <Thread it={it} />
      </PaneBody>
      <Composer key={it.id} it={it} onTyping={onTyping} />
    </>
  );
}

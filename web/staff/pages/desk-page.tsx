import { IconArrowLeft, IconMessages } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { LinkButton } from '../../lib/links.tsx';
import { isStaffSignedIn, sessionQuery } from '../../lib/session.ts';
import { useShortcut } from '../../lib/shortcuts.tsx';
import { Panes } from '../../ui/panes.tsx';
import { EmptyState } from '../../ui/parts.tsx';
import { ConversationPane } from '../features/desk/conversation-pane.tsx';
import { HandOverForm } from '../features/desk/hand-over-form.tsx';
import { useDeskLive } from '../features/desk/live.ts';
import { conversationQuery } from '../features/desk/queries.ts';
import { QueueList } from '../features/desk/queue-list.tsx';
import { actionWords, words } from '../features/desk/words.ts';
import { PersonSide } from '../features/people/person-side.tsx';
import { usePageTitle } from '../features/shell/page-title.ts';

/** The desk: what is waiting at the left, one conversation in the middle, the person at the right. */
export function DeskPage() {
  const { list = 'open', team } = useSearch({ from: '/workplace/desk' });
  const { conversationId } = useParams({ strict: false });
  const { data: session } = useQuery(sessionQuery);
  const ownId = isStaffSignedIn(session) ? session.id : undefined;
  const navigate = useNavigate();
  const [handingOver, setHandingOver] = useState(false);
  const [shown, setShown] = useState<'detail' | 'side'>('detail');
  const { data: it } = useQuery({ ...conversationQuery(conversationId ?? ''), enabled: conversationId !== undefined });
  useDeskLive(conversationId);
  usePageTitle(it?.reference ?? words.list);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another conversation begins with a clean side
  useEffect(() => {
    setHandingOver(false);
    setShown('detail');
  }, [conversationId]);
  useShortcut(
    'escape',
    actionWords.back,
    actionWords.group,
    conversationId
      ? () =>
          handingOver ? setHandingOver(false) : void navigate({ to: '/desk', search: { list, ...(team && { team }) } })
      : undefined,
  );

  const side =
    it &&
    (handingOver ? (
      <HandOverForm it={it} ownId={ownId} onClose={() => setHandingOver(false)} />
    ) : (
      <PersonSide key={it.id} askerId={it.asker.personId} aboutId={it.about?.personId} conversation={it} />
    ));
  return (
    <Panes
      list={<QueueList list={list} team={team} chosenId={conversationId} />}
      listLabel={words.list}
      detailLabel={words.conversation}
      sideLabel={handingOver ? actionWords.handOver : words.person}
      open={conversationId !== undefined}
      shown={shown}
      onShow={setShown}
      back={
        <LinkButton
          to="/desk"
          search={{ list, ...(team && { team }) }}
          size="compact-sm"
          variant="subtle"
          leftSection={<IconArrowLeft size={16} aria-hidden />}
        >
          {words.back}
        </LinkButton>
      }
      detail={
        conversationId ? (
          <ConversationPane
            id={conversationId}
            ownId={ownId}
            onHandOver={() => {
              setHandingOver(true);
              setShown('side');
            }}
          />
        ) : (
          <EmptyState icon={<IconMessages size={44} aria-hidden />} title={words.pick}>
            {words.pickMore}
          </EmptyState>
        )
      }
      {...(side && { side })}
    />
  );
}

import { IconArrowLeft, IconMessages } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import type { LikelyPerson } from '../../../server/modules/people/contract.ts';
import { LinkButton } from '../../lib/links.tsx';
import { isStaffSignedIn, sessionQuery } from '../../lib/session.ts';
import { useShortcut } from '../../lib/shortcuts.tsx';
import { PaneBody, Panes } from '../../ui/panes.tsx';
import { EmptyState } from '../../ui/parts.tsx';
import { caseWords } from '../features/desk/case-words.ts';
import { clockWords } from '../features/desk/clock-words.ts';
import { ConversationPane } from '../features/desk/conversation-pane.tsx';
import type { DeskForm } from '../features/desk/desk-form.ts';
import { useDeskLive } from '../features/desk/live.ts';
import { markWords } from '../features/desk/mark-words.ts';
import { conversationQuery, isSearch, viewOf, viewSearch } from '../features/desk/queries.ts';
import { QueueList } from '../features/desk/queue-list.tsx';
import { SearchList } from '../features/desk/search-list.tsx';
import { searchWords } from '../features/desk/search-words.ts';
import { actionWords, words } from '../features/desk/words.ts';
import { PersonSide } from '../features/people/person-side.tsx';
import { words as promiseWords } from '../features/promises/words.ts';
import { usePageTitle } from '../features/shell/page-title.ts';

const HandOverForm = lazy(() =>
  import('../features/desk/hand-over-form.tsx').then((it) => ({ default: it.HandOverForm })),
);
const LinkForm = lazy(() => import('../features/desk/link-form.tsx').then((it) => ({ default: it.LinkForm })));

const ClocksPanel = lazy(() => import('../features/desk/clocks-panel.tsx').then((it) => ({ default: it.ClocksPanel })));
const MarksForm = lazy(() => import('../features/desk/marks-form.tsx').then((it) => ({ default: it.MarksForm })));
const MergeForm = lazy(() => import('../features/desk/merge-form.tsx').then((it) => ({ default: it.MergeForm })));
const SplitForm = lazy(() => import('../features/desk/split-form.tsx').then((it) => ({ default: it.SplitForm })));
const ReasonForm = lazy(() => import('../features/desk/reason-form.tsx').then((it) => ({ default: it.ReasonForm })));

const PromiseForm = lazy(() =>
  import('../features/promises/promise-form.tsx').then((it) => ({ default: it.PromiseForm })),
);

const formLabels = {
  'hand-over': actionWords.handOver,
  link: actionWords.link,
  reason: actionWords.changeReason,
  split: caseWords.split,
  merge: caseWords.merge,
  clocks: clockWords.open,
  promise: promiseWords.make,
  marks: markWords.title,
} as const satisfies Record<DeskForm, string>;

/** The desk: what is waiting at the left, one conversation in the middle, the person at the right. */
export function DeskPage() {
  const view = viewOf(useSearch({ from: '/workplace/desk' }));
  const { conversationId } = useParams({ strict: false });
  const { data: session } = useQuery(sessionQuery);
  const ownId = isStaffSignedIn(session) ? session.id : undefined;
  const navigate = useNavigate();
  const [form, setForm] = useState<DeskForm>();
  const [likely, setLikely] = useState<LikelyPerson>();
  const [shown, setShown] = useState<'detail' | 'side'>('detail');
  const { data, isError } = useQuery({
    ...conversationQuery(conversationId ?? ''),
    enabled: conversationId !== undefined,
  });
  // What was handed on is not shown from memory.
  const it = isError ? undefined : data;
  useDeskLive(conversationId);
  usePageTitle(it?.reference ?? words.list);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another conversation begins with a clean side
  useEffect(() => {
    setForm(undefined);
    setShown('detail');
  }, [conversationId]);
  useShortcut(
    'escape',
    actionWords.back,
    actionWords.group,
    conversationId
      ? () => (form ? setForm(undefined) : void navigate({ to: '/desk', search: viewSearch(view) }))
      : undefined,
  );

  const openForm = (wanted: DeskForm, person?: LikelyPerson) => {
    setLikely(person);
    setForm(wanted);
    setShown('side');
  };
  const side =
    it &&
    (form ? (
      <PaneBody>
        <Suspense fallback={null}>
          {form === 'link' ? (
            <LinkForm it={it} likely={likely} onClose={() => setForm(undefined)} />
          ) : form === 'promise' ? (
            <PromiseForm it={it} onClose={() => setForm(undefined)} />
          ) : form === 'clocks' ? (
            <ClocksPanel it={it} onClose={() => setForm(undefined)} />
          ) : form === 'split' ? (
            <SplitForm it={it} onClose={() => setForm(undefined)} />
          ) : form === 'merge' ? (
            <MergeForm it={it} onClose={() => setForm(undefined)} />
          ) : form === 'marks' ? (
            <MarksForm it={it} onClose={() => setForm(undefined)} />
          ) : form === 'reason' ? (
            <ReasonForm it={it} ownId={ownId} onClose={() => setForm(undefined)} />
          ) : (
            <HandOverForm it={it} ownId={ownId} onClose={() => setForm(undefined)} />
          )}
        </Suspense>
      </PaneBody>
    ) : (
      <PersonSide
        key={it.id}
        askerId={it.asker.personId}
        aboutId={it.about?.personId}
        conversation={it}
        onLink={it.can.includes('link-person') ? (person) => openForm('link', person) : undefined}
      />
    ));
  return (
    <Panes
      list={
        isSearch(view) ? (
          <SearchList view={view} chosenId={conversationId} />
        ) : (
          <QueueList view={view} chosenId={conversationId} ownId={ownId} />
        )
      }
      listLabel={view.find ? searchWords.title : words.list}
      detailLabel={words.conversation}
      sideLabel={form ? formLabels[form] : words.person}
      open={conversationId !== undefined}
      shown={shown}
      onShow={setShown}
      back={
        <LinkButton
          to="/desk"
          search={viewSearch(view)}
          size="compact-sm"
          variant="subtle"
          leftSection={<IconArrowLeft size={16} aria-hidden />}
        >
          {words.back}
        </LinkButton>
      }
      detail={
        conversationId ? (
          <ConversationPane id={conversationId} ownId={ownId} onForm={openForm} />
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

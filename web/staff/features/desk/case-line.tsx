import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Conversation } from '../../../../server/modules/desk/contract.ts';
import { command, read } from '../../../lib/api.ts';
import { LinkAnchor } from '../../../lib/links.tsx';
import { paths } from '../../../lib/paths.ts';
import { troubleWords } from '../../../lib/problem.ts';
import { useShortcut } from '../../../lib/shortcuts.tsx';
import { useUndo } from '../../../lib/undo.tsx';
import { ActionButton } from '../../../ui/action-button.tsx';
import { Notice } from '../../../ui/parts.tsx';
import { whyNot } from './actions.ts';
import { caseWords } from './case-words.ts';
import type { DeskForm } from './desk-form.ts';
import { reasonWords } from './reason-words.ts';
import styles from './thread.module.css';
import { actionWords, words } from './words.ts';

/** What hangs together with this case: others about the same messages, what it has gathered, and what gathered it. */
export function CaseLine({ it }: { it: Conversation }) {
  const gathered = it.threads.slice(1);
  return (
    <>
      {it.mergedInto && (
        <Notice tone="info" action={<TakeOut caseId={it.id} keyed />}>
          <LinkAnchor to="/desk/$conversationId" params={{ conversationId: it.mergedInto.id }}>
            {caseWords.mergedInto(it.mergedInto.reference)}
          </LinkAnchor>
        </Notice>
      )}
      {gathered.length > 0 && (
        <Notice tone="info" title={caseWords.gathered(it.threads.length)}>
          <ul className={styles.cases}>
            {gathered.map((one) => (
              <li key={one.id}>
                <b>{one.reference}</b> {one.subject}, {caseWords.from(one.asker.name)} <TakeOut caseId={one.caseId} />
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {it.casesBeside.length > 0 && (
        <p className={styles.cases}>
          {caseWords.beside}:{' '}
          {it.casesBeside.map((one) => (
            <span key={one.id}>
              <LinkAnchor to="/desk/$conversationId" params={{ conversationId: one.id }} title={one.subject}>
                {one.reference}
              </LinkAnchor>{' '}
              {reasonWords(one.reason)} · {one.owner?.name ?? one.team.name} · {words.status[one.status]}{' '}
            </span>
          ))}
        </p>
      )}
    </>
  );
}

/** Lets it stand by itself again; `keyed`: it is the case that is shown. */
function TakeOut({ caseId, keyed = false }: { caseId: string; keyed?: boolean }) {
  const client = useQueryClient();
  const undo = useUndo();
  const takeOut = useMutation({
    mutationFn: async () => {
      const gone = await read<Conversation>(paths.desk.conversation(caseId));
      await command(paths.desk.merge(caseId), { version: gone.version }, { method: 'DELETE' });
    },
    onSuccess: () => undo.done({ said: caseWords.unmergeDone }),
    onError: (error) => undo.failed(troubleWords(error)),
    onSettled: () => client.invalidateQueries({ queryKey: ['desk'] }),
  });
  useShortcut('m', caseWords.unmerge, actionWords.group, keyed ? () => takeOut.mutate() : undefined);
  return (
    <Button size="compact-xs" variant="subtle" loading={takeOut.isPending} onClick={() => takeOut.mutate()}>
      {caseWords.unmerge}
    </Button>
  );
}

/** The ways to make two cases of one, and one of two. */
export function CaseActions({
  it,
  ownId,
  onForm,
}: {
  it: Conversation;
  ownId: string | undefined;
  onForm: (form: DeskForm) => void;
}) {
  const undo = useUndo();
  const why = whyNot(it, 'split', ownId);
  const open = (form: DeskForm) => () => (why === undefined ? onForm(form) : undo.failed(why));
  useShortcut('s', caseWords.split, actionWords.group, open('split'));
  useShortcut('m', caseWords.merge, actionWords.group, open('merge'));
  if (it.status === 'resolved' || it.status === 'merged') return null;
  return (
    <>
      <ActionButton size="compact-sm" variant="default" keys="s" blocked={why} onClick={open('split')}>
        {caseWords.split}
      </ActionButton>
      <ActionButton size="compact-sm" variant="default" keys="m" blocked={why} onClick={open('merge')}>
        {caseWords.merge}
      </ActionButton>
    </>
  );
}

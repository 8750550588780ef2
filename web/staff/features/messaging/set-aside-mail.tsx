import { Button, Group } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { SetAsideMail } from '../../../../server/modules/messaging/contract.ts';
import { command, read } from '../../../lib/api.ts';
import { LinkButton } from '../../../lib/links.tsx';
import { paths } from '../../../lib/paths.ts';
import { troubleWords } from '../../../lib/problem.ts';
import { useUndo } from '../../../lib/undo.tsx';
import { Trouble } from '../../../ui/parts.tsx';
import styles from './undelivered.module.css';
import { setAsideWords, words } from './words.ts';

/** Its place is found by a job: asked again until it is there. */
const placeMs = 800;

/** One mail that was set aside, read safely; whoever finds a person in it gives it to the team. */
export function SetAsideMailView({ id }: { id: string }) {
  const client = useQueryClient();
  const undo = useUndo();
  const key = useRef(crypto.randomUUID());
  const found = useQuery({
    queryKey: ['messaging', 'set-aside-mail', id],
    queryFn: ({ signal }) => read<SetAsideMail>(paths.messaging.setAsideMail(id), {}, signal),
    refetchInterval: ({ state }) => (state.data?.takenUpAt && !state.data.threadId ? placeMs : false),
  });
  const takeUp = useMutation({
    mutationFn: () => command(paths.messaging.takeUp(id), undefined, { key: key.current }),
    onSuccess: async () => {
      undo.done({ said: setAsideWords.takenUp });
      await found.refetch();
      await client.invalidateQueries({ queryKey: ['desk'] });
    },
    onError: (error) => {
      key.current = crypto.randomUUID();
      undo.failed(troubleWords(error));
    },
  });
  if (found.isPending) return <div className={styles.hint}>{setAsideWords.loading}</div>;
  if (!found.data)
    return (
      <Trouble title={setAsideWords.failed} retry={() => void found.refetch()} retryLabel={words.retry}>
        {troubleWords(found.error)}
      </Trouble>
    );
  const it = found.data;
  return (
    <div className={styles.mail}>
      <Words it={it} />
      {it.files.length > 0 && (
        <div className={styles.hint}>{setAsideWords.files(it.files.map((file) => file.name).join(', '))}</div>
      )}
      {it.can.includes('take-up') && (
        <Group gap={10}>
          <Button size="compact-sm" loading={takeUp.isPending} onClick={() => takeUp.mutate()}>
            {setAsideWords.takeUp}
          </Button>
          <span className={styles.hint}>{setAsideWords.takeUpWhy}</span>
        </Group>
      )}
      {it.takenUpAt && (
        <Group gap={10} role="status">
          <b>{it.threadId ? setAsideWords.takenUp : setAsideWords.placing}</b>
          {it.threadId && (
            <LinkButton
              to="/desk/$conversationId"
              params={{ conversationId: it.threadId }}
              size="compact-sm"
              variant="default"
            >
              {setAsideWords.open}
            </LinkButton>
          )}
        </Group>
      )}
    </div>
  );
}

function Words({ it }: { it: SetAsideMail }) {
  if (it.html === null)
    return it.text === null ? (
      <div className={styles.hint}>{setAsideWords.noText}</div>
    ) : (
      <div className={styles.text} dir="auto">
        {it.text}
      </div>
    );
  return (
    <>
      <div className={styles.hint}>
        {it.remotePictures > 0 && setAsideWords.pictures(it.remotePictures)} {setAsideWords.linksStayShut}
      </div>
      <iframe
        className={styles.frame}
        title={setAsideWords.frame(it.from ?? setAsideWords.nobody)}
        sandbox=""
        srcDoc={it.html}
        referrerPolicy="no-referrer"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse scrolls it from inside
        tabIndex={0}
      />
    </>
  );
}

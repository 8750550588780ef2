import { Button, NativeSelect, Textarea } from '@mantine/core';
import { IconPaperclip, IconX } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, type RefObject, useRef, useState } from 'react';
import type { z } from 'zod';
import type { AnswerInput, answered, Conversation } from '../../../../server/modules/desk/contract.ts';
import { command, upload } from '../../../lib/api.ts';
import { paths } from '../../../lib/paths.ts';
import { isStale, troubleWords } from '../../../lib/problem.ts';
import { useUndo } from '../../../lib/undo.tsx';
import { ActionButton } from '../../../ui/action-button.tsx';
import { Notice } from '../../../ui/parts.tsx';
import { PromiseOffers } from '../promises/promise-offers.tsx';
import { usePromiseOffers } from '../promises/use-promise-offers.ts';
import { lastHand } from './actions.ts';
import { caseWords } from './case-words.ts';
import { DraftLine } from './draft-line.tsx';
import { useDraft } from './drafts.ts';
import { conversationQuery } from './queries.ts';
import styles from './thread.module.css';
import { actionWords, composerWords as words } from './words.ts';

type Next = AnswerInput['next'];

export interface FieldProps {
  it: Conversation;
  field: RefObject<HTMLTextAreaElement | null>;
  /** One line until somebody writes, where there is little room. */
  folded: boolean;
  onTyping: () => void;
}

/** What goes to the person. */
export function ReplyField({ it, field, folded, onTyping }: FieldProps) {
  const kept = useDraft(it.id, 'reply');
  const { draft } = kept;
  const client = useQueryClient();
  const undo = useUndo();
  const files = useRef<HTMLInputElement>(null);
  const promises = usePromiseOffers(it.team.teamId, draft.text);
  const [overtakenBy, setOvertakenBy] = useState<string>();
  // Who is answered does not change by itself while somebody writes: these words are for one person only.
  const [toThread, setToThread] = useState(() => lastThreadOf(it));
  const to = it.threads.find((one) => one.id === toThread) ?? it.threads[0] ?? it;
  // The same try has the same key: pressing twice on a slow line sends once.
  const tryKey = useRef(crypto.randomUUID());
  const attach = useMutation({
    mutationFn: async (chosen: readonly File[]) => {
      for (const file of chosen) {
        const stored = await upload(paths.files, file);
        kept.write((now) => ({ ...now, files: [...now.files, stored] }));
      }
    },
  });
  const send = useMutation({
    mutationFn: async (next: Next) => {
      await kept.settle();
      return command<z.infer<typeof answered>>(
        paths.desk.answer(it.id),
        {
          ...{ version: it.version, text: draft.text, fileIds: draft.files.map((file) => file.id), next },
          ...(it.threads.length > 1 && { threadId: to.id }),
          ...(promises.taken.length > 0 && { promises: promises.taken }),
        },
        { key: tryKey.current },
      );
    },
    onSuccess: async (sent) => {
      kept.sent();
      tryKey.current = crypto.randomUUID();
      undo.done({ said: sent.heldReason ? words.sentHeld(sent.heldReason) : `${it.reference}: ${words.sent}` });
      if (promises.taken.length > 0) await client.invalidateQueries({ queryKey: ['promises', 'kept'] });
      await client.invalidateQueries({ queryKey: ['desk'] });
    },
    onError: async (error) => {
      // A refused try did nothing; whatever follows is another one.
      tryKey.current = crypto.randomUUID();
      kept.write((now) => now);
      if (!isStale(error)) return;
      await client.invalidateQueries({ queryKey: ['desk'] });
      setOvertakenBy(lastHand(client.getQueryData(conversationQuery(it.id).queryKey)));
    },
  });
  const blocked = whyNotSend(it, draft.text, attach.isPending);
  const go = (next: Next) => {
    if (blocked === undefined && !send.isPending) send.mutate(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    go(event.shiftKey ? 'resolve' : 'stay');
  };
  return (
    <>
      {it.threads.length > 1 && (
        <NativeSelect
          size="xs"
          label={caseWords.answerTo}
          value={to.id}
          onChange={(event) => setToThread(event.currentTarget.value)}
          data={it.threads.map((one) => ({
            value: one.id,
            label: `${one.asker.name} · ${one.reference} · ${one.subject}`,
          }))}
        />
      )}
      <Textarea
        ref={field}
        aria-label={words.label(to.asker.name)}
        placeholder={folded ? words.label(it.asker.name) : words.placeholder}
        autosize
        minRows={folded ? 1 : 3}
        maxRows={folded ? 1 : 14}
        maxLength={20_000}
        dir="auto"
        value={draft.text}
        onChange={(event) => {
          const text = event.currentTarget.value;
          kept.write((now) => ({ ...now, text }));
          onTyping();
        }}
        onKeyDown={onKeyDown}
      />
      {draft.files.length > 0 && (
        <div className={styles.files}>
          {draft.files.map((file) => (
            <Button
              key={file.id}
              size="compact-sm"
              variant="default"
              rightSection={<IconX size={14} aria-hidden />}
              aria-label={words.remove(file.name)}
              onClick={() => kept.write((now) => ({ ...now, files: now.files.filter((one) => one.id !== file.id) }))}
            >
              {file.name}
            </Button>
          ))}
        </div>
      )}
      {send.isError && isStale(send.error) && (
        <div role="alert">
          <Notice tone="warn" title={words.overtaken(overtakenBy ?? actionWords.someone)}>
            {words.overtakenMore}
          </Notice>
        </div>
      )}
      {(send.isError && !isStale(send.error)) || attach.isError ? (
        <div role="alert">
          <Notice tone="danger">{troubleWords(send.error ?? attach.error)}</Notice>
        </div>
      ) : null}
      {!folded && <PromiseOffers offers={promises} />}
      <div className={styles.send}>
        <ActionButton keys="mod+enter" loading={send.isPending} blocked={blocked} onClick={() => go('stay')}>
          {words.send}
        </ActionButton>
        <ActionButton variant="light" blocked={blocked} onClick={() => go('wait')}>
          {words.sendWait}
        </ActionButton>
        <ActionButton variant="light" blocked={blocked} onClick={() => go('resolve')}>
          {words.sendResolve}
        </ActionButton>
        <Button
          variant="default"
          leftSection={<IconPaperclip size={17} aria-hidden />}
          loading={attach.isPending}
          onClick={() => files.current?.click()}
        >
          {words.attach}
        </Button>
        <input
          ref={files}
          type="file"
          multiple
          hidden
          onChange={(event) => {
            attach.mutate([...(event.currentTarget.files ?? [])]);
            event.currentTarget.value = '';
          }}
        />
      </div>
      <DraftLine draft={kept} />
      <p className={styles.hint} data-warn={to.delivery.form === 'held' ? 'yes' : 'no'}>
        {deliveryWords(to)}
      </p>
    </>
  );
}

/** In which of the conversations that are answered here a person wrote last. */
const lastThreadOf = (it: Conversation): string | undefined =>
  it.entries.flatMap((entry) => (entry.kind === 'message' && entry.from === 'person' ? entry.threadId : [])).at(-1);

/** What becomes of what is written here; told before, not after. */
const deliveryWords = ({ delivery, asker }: Pick<Conversation, 'delivery' | 'asker'>): string =>
  (delivery.form === 'notice' || delivery.form === 'in-full' ? undefined : words.because[delivery.reason ?? '']) ??
  words.delivery[delivery.form](asker.name);

function whyNotSend(it: Conversation, text: string, attaching: boolean): string | undefined {
  if (!it.can.includes('answer')) return it.status === 'resolved' ? words.resolvedAnswer : words.cannotAnswer;
  if (text.trim() === '') return words.empty;
  return attaching ? words.waitForFiles : undefined;
}

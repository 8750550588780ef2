import { Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { command } from '../../../lib/api.ts';
import { paths } from '../../../lib/paths.ts';
import { troubleWords } from '../../../lib/problem.ts';
import { useUndo } from '../../../lib/undo.tsx';
import { ActionButton } from '../../../ui/action-button.tsx';
import { Notice } from '../../../ui/parts.tsx';
import { DraftLine } from './draft-line.tsx';
import { useDraft } from './drafts.ts';
import type { FieldProps } from './reply-field.tsx';
import styles from './thread.module.css';
import { actionWords, composerWords as words } from './words.ts';

/** What stays among colleagues. */
export function NoteField({ it, field, folded, onTyping }: FieldProps) {
  const kept = useDraft(it.id, 'note');
  const { draft } = kept;
  const client = useQueryClient();
  const undo = useUndo();
  const tryKey = useRef(crypto.randomUUID());
  const save = useMutation({
    mutationFn: async () => {
      await kept.settle();
      return command(paths.desk.notes(it.id), { text: draft.text }, { key: tryKey.current });
    },
    onError: () => kept.write((now) => now),
    onSuccess: async () => {
      kept.sent();
      tryKey.current = crypto.randomUUID();
      undo.done({ said: words.noted });
      await client.invalidateQueries({ queryKey: ['desk', 'conversation', it.id] });
    },
  });
  const blocked = !it.can.includes('note')
    ? actionWords.blocked.notAllowed
    : draft.text.trim() === ''
      ? words.empty
      : undefined;
  const go = () => {
    if (blocked === undefined && !save.isPending) save.mutate();
  };
  return (
    <>
      <Textarea
        ref={field}
        aria-label={words.noteLabel}
        placeholder={folded ? words.noteLabel : words.notePlaceholder}
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
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          go();
        }}
      />
      {save.isError && (
        <div role="alert">
          <Notice tone="danger">{troubleWords(save.error)}</Notice>
        </div>
      )}
      <div className={styles.send}>
        <ActionButton color="lamp" keys="mod+enter" loading={save.isPending} blocked={blocked} onClick={go}>
          {words.saveNote}
        </ActionButton>
        <span className={styles.hint}>{words.noteHint}</span>
      </div>
      <DraftLine draft={kept} />
    </>
  );
}

import { Button, Group } from '@mantine/core';
import { Notice } from '../../../ui/parts.tsx';
import type { useDraft } from './drafts.ts';
import styles from './thread.module.css';
import { draftWords as words } from './words.ts';

/** Whether what stands in the field is kept; where two windows differ, the person says which it shall be. */
export function DraftLine({ draft }: { draft: ReturnType<typeof useDraft> }) {
  const { state, other } = draft;
  if (state === 'elsewhere')
    return (
      <div role="alert">
        <Notice tone="warn" title={other ? words.elsewhere : words.goneElsewhere}>
          {other && <span className={styles.otherDraft}>{other.text || words.onlyFiles}</span>}
          <Group gap={6} mt={6}>
            <Button size="compact-sm" variant="default" onClick={draft.keepMine}>
              {words.keepMine}
            </Button>
            <Button size="compact-sm" variant="default" onClick={draft.takeOther}>
              {other ? words.takeOther : words.empty}
            </Button>
          </Group>
        </Notice>
      </div>
    );
  const isThere = draft.draft.text.trim() !== '' || draft.draft.files.length > 0;
  return (
    <span className={styles.hint} role="status" data-warn={state === 'failed' ? 'yes' : 'no'}>
      {state === 'failed' ? words.failed : isThere && draft.version > 0 && state === 'kept' ? words.kept : ''}
    </span>
  );
}

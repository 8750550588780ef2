import type { StoredFile } from '../../platform/files/files.ts';
import type { Language } from '../../platform/i18n/messages.ts';
import type { MessageState, ThreadMessage } from './contract.ts';
import type { DispatchRow } from './dispatch-store.ts';
import type { AttachmentRow, ThreadRow } from './message-store.ts';
import { tellStaff } from './words.ts';

interface Around {
  readonly language: Language;
  readonly attachments: readonly AttachmentRow[];
  readonly files: ReadonlyMap<string, StoredFile>;
  readonly dispatch: DispatchRow | undefined;
  readonly mail: { readonly has_html: unknown } | undefined;
}

const moment = (at: Temporal.Instant | null | undefined) => at?.toString() ?? null;

export function presentMessage(row: ThreadRow, around: Around): ThreadMessage {
  const { dispatch, attachments, files, language } = around;
  const problem = dispatch && problemOf(dispatch);
  return {
    id: row.id,
    threadId: row.thread_id,
    direction: row.direction,
    channel: row.channel,
    from: row.author_kind === 'unproven' ? 'person' : row.author_kind,
    authorId: row.author_id,
    name: row.author_shown,
    authorProven: row.author_kind !== 'unproven',
    at: row.at.toString(),
    subject: row.subject,
    text: row.text,
    hasFullText: row.has_more,
    hasHtml: Boolean(around.mail?.has_html),
    attachments: attachments.flatMap(({ file_id, name }) => {
      const file = file_id ? files.get(file_id) : undefined;
      return file ? [{ id: file.id, name, mediaType: file.mediaType, sizeBytes: file.sizeBytes }] : [];
    }),
    leftOut: attachments.flatMap(({ left_out, name, size_bytes }) =>
      left_out ? [{ name, sizeBytes: size_bytes, reason: left_out }] : [],
    ),
    state: stateOf(row, dispatch),
    heldReason: dispatch?.held_reason ?? null,
    stateWords: problem ? tellStaff(language, problem) : null,
    sentTo: dispatch?.handed_over_at ? dispatch.sent_to : null,
    sentForm: dispatch?.sent_form ?? null,
    queuedAt: moment(dispatch?.queued_at),
    heldAt: moment(dispatch?.held_at),
    handedOverAt: moment(dispatch?.handed_over_at),
    bouncedAt: moment(dispatch?.bounced_at),
    failedAt: moment(dispatch?.failed_at),
    readAt: moment(row.read_at),
    dispatchId: dispatch?.id ?? null,
  };
}

/** The code of what is to be told about a way out that went wrong or nowhere. */
export function problemOf(dispatch: DispatchRow): string | undefined {
  if (dispatch.bounced_at) return 'bounced';
  if (dispatch.held_reason) return dispatch.held_reason;
  return dispatch.failed_at ? (dispatch.failure ?? 'no-answer') : undefined;
}

function stateOf(row: ThreadRow, dispatch: DispatchRow | undefined): MessageState {
  if (row.direction === 'in') return 'kept';
  if (row.read_at) return 'read';
  if (!dispatch || dispatch.lapsed_at) return 'delivered';
  if (dispatch.bounced_at) return 'bounced';
  if (dispatch.held_at) return 'held';
  if (dispatch.failed_at) return 'failed';
  return dispatch.handed_over_at ? 'sent' : 'queued';
}

-- Several cases in one conversation, and several conversations in one case.
alter table desk.conversation
  -- The messages it is about. The case that opened a conversation has its id; one split off later has an id of its own.
  add column thread_id uuid,
  add column split_from_id uuid references desk.conversation,
  -- Gathered into another case, which answers for it from then on.
  add column merged_into_id uuid,
  add column merged_at timestamptz,
  add column merged_by uuid,
  -- It came there with the case that gathered it before, and goes back with it.
  add column merged_with_id uuid references desk.conversation,
  add column is_merged boolean generated always as (merged_into_id is not null) stored,
  add column is_merged_into boolean generated always as (case when merged_into_id is null then null else false end) stored;
update desk.conversation set thread_id = id;
alter table desk.conversation
  alter column thread_id set not null,
  add constraint conversation_merged_once unique (id, is_merged),
  -- What gathers others is never gathered itself: whoever merges at the same moment is refused here.
  add constraint conversation_merged_into_open foreign key (merged_into_id, is_merged_into)
    references desk.conversation (id, is_merged),
  add constraint conversation_merged_is_done check (merged_into_id is null or resolved_at is not null),
  add constraint conversation_merged_elsewhere check (merged_into_id <> id),
  add constraint conversation_merged_since check ((merged_into_id is null) = (merged_at is null)),
  add constraint conversation_split_has_thread check (split_from_id is null or thread_id <> id);
create index conversation_by_thread on desk.conversation (thread_id);
create index conversation_gathered on desk.conversation (merged_into_id) where merged_into_id is not null;

-- A due time outlives more than a change of the reason: gathering two cases keeps the earlier of both.
alter table desk.conversation rename column reason_changed_at to targets_changed_at;
alter table desk.conversation rename column reason_changed_by to targets_changed_by;

alter table desk.conversation_fact drop constraint conversation_fact_kind_check;
alter table desk.conversation_fact add constraint conversation_fact_kind_check
  check (kind in ('opened', 'claimed', 'handed-over', 'given-back', 'waiting', 'waiting-ended', 'answered',
    'message-received', 'undelivered', 'resolved', 'reopened', 'linked', 'reason-changed', 'undone',
    'split-off', 'split', 'merged', 'gathered', 'unmerged', 'let-go'));

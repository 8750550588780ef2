-- What was asked turns out to be about something else: who found out, and what had been promised until then.
alter table desk.conversation
  add column reason_changed_at timestamptz,
  add column reason_changed_by uuid,
  -- A due time that was given before the reason changed, or before an answer was owed urgently: whatever the new target
  -- and the new team's hours, it is due no later.
  add column response_promised_at timestamptz,
  add column resolution_promised_at timestamptz,
  -- A mail of ours came back and nobody has written since: it is our turn, although we wrote last.
  add column undelivered_at timestamptz,
  add constraint conversation_resolution_promised_by_change check (
    reason_changed_at is not null or resolution_promised_at is null);

alter table desk.conversation_fact drop constraint conversation_fact_kind_check;
alter table desk.conversation_fact add constraint conversation_fact_kind_check
  check (kind in ('opened', 'claimed', 'handed-over', 'given-back', 'waiting', 'waiting-ended', 'answered',
    'message-received', 'undelivered', 'resolved', 'reopened', 'linked', 'reason-changed', 'undone'));

-- What somebody is writing and has not sent: theirs alone. It goes with the answer or the note, or after thirty days.
create table desk.draft (
  conversation_id uuid not null references desk.conversation,
  staff_id uuid not null references workforce.staff,
  kind text not null check (kind in ('reply', 'note')),
  -- Another number means that the same person wrote elsewhere in between.
  version integer not null check (version > 0),
  text text not null check (length(text) <= 20000),
  file_ids uuid[] not null default '{}' check (cardinality(file_ids) <= 10),
  saved_at timestamptz not null,
  primary key (conversation_id, staff_id, kind)
);
create index draft_by_age on desk.draft (saved_at);

-- Service levels by team too, with what is owed when a person writes again.
alter table desk.target
  -- null: every team that has no row of its own.
  add column team_id uuid references workforce.team,
  add column next_response_minutes integer check (next_response_minutes between 1 and 100000);
update desk.target set next_response_minutes = response_minutes;
alter table desk.target alter column next_response_minutes set not null;
alter table desk.target drop constraint target_once;
alter table desk.target add constraint target_once unique nulls not distinct (team_id, reason, urgent);

alter table desk.conversation
  -- Which answer is owed, or was last: the first one, or one to what the person wrote after it.
  add column response_kind text not null default 'first' check (response_kind in ('first', 'next')),
  -- When it is looked at again although the person has not written.
  add column waiting_until timestamptz,
  -- That moment came, and nobody has looked since: it is our turn, although we wrote last.
  add column look_again_at timestamptz,
  add constraint conversation_waits_until check (waiting_until is null or waiting_since is not null);
create index conversation_waiting on desk.conversation (waiting_until) where waiting_until is not null;

-- Every clock that ever ran, one row each: what was owed, by when, and what came of it.
create table desk.clock (
  id uuid primary key,
  conversation_id uuid not null references desk.conversation,
  kind text not null check (kind in ('first-response', 'next-response', 'resolution')),
  owes text not null generated always as (case kind when 'resolution' then 'resolution' else 'response' end) stored,
  started_at timestamptz not null,
  -- It began while the team was closed; null: not known.
  after_hours boolean,
  team_id uuid not null references workforce.team,
  reason text not null,
  urgent boolean not null,
  target_minutes integer not null,
  -- null while it is paused, and where no hours are known.
  due_at timestamptz,
  ended_at timestamptz,
  -- withdrawn: another case answers for it.
  ended text check (ended in ('met', 'withdrawn')),
  ended_by uuid,
  -- Open minutes after it was due; 0: in time.
  missed_minutes double precision check (missed_minutes >= 0),
  -- Open minutes in which it stood still.
  paused_minutes double precision check (paused_minutes >= 0),
  constraint clock_ended_somehow check ((ended_at is null) = (ended is null)),
  constraint clock_ended_with_sizes check ((ended_at is null) = (missed_minutes is null))
);
-- One debt of a kind at a time.
create unique index clock_one_running on desk.clock (conversation_id, owes) where ended_at is null;
create index clock_by_conversation on desk.clock (conversation_id, started_at);
create index clock_by_end on desk.clock (ended_at) where ended_at is not null;

create table desk.clock_event (
  id uuid primary key,
  clock_id uuid not null references desk.clock,
  at timestamptz not null,
  kind text not null check (kind in ('started', 'paused', 'resumed', 'moved', 'met', 'withdrawn', 'undone')),
  -- From then on.
  due_at timestamptz
);
create index clock_event_by_clock on desk.clock_event (clock_id, at);
revoke update, delete, truncate on desk.clock_event from bedside_app;
revoke delete, truncate on desk.clock from bedside_app;

-- What is owed now begins its history here.
insert into desk.clock (id, conversation_id, kind, started_at, team_id, reason, urgent, target_minutes, due_at)
  select gen_random_uuid(), id, 'first-response', response_started_at, team_id, reason, urgent_at is not null,
    response_minutes, response_due_at
  from desk.conversation where resolved_at is null and answered_at is null
  union all
  select gen_random_uuid(), id, 'resolution', resolution_started_at, team_id, reason, urgent_at is not null,
    resolution_minutes, resolution_due_at
  from desk.conversation where resolved_at is null;
insert into desk.clock_event (id, clock_id, at, kind, due_at)
  select gen_random_uuid(), id, started_at, 'started', due_at from desk.clock;

alter table desk.conversation_fact drop constraint conversation_fact_kind_check;
alter table desk.conversation_fact add constraint conversation_fact_kind_check
  check (kind in ('opened', 'claimed', 'handed-over', 'given-back', 'waiting', 'waiting-ended', 'answered',
    'message-received', 'undelivered', 'resolved', 'reopened', 'linked', 'reason-changed', 'undone',
    'split-off', 'split', 'merged', 'gathered', 'unmerged', 'let-go', 'waited-long-enough'));

-- Conversations: who asked, who has it, what is owed and by when.
create schema desk;

create table desk.conversation (
  id uuid primary key,
  reference text not null check (reference ~ '^[2-9FHJKMQRTWX]{3}-[2-9FHJKMQRTWX]{3}$'),
  -- Rises by one with every fact: a command that names an older one is refused.
  version integer not null check (version > 0),
  subject text not null check (length(subject) between 1 and 200),
  reason text not null check (reason ~ '^[a-z][a-z0-9-]{0,59}$'),
  channel text not null check (channel in ('portal', 'email', 'phone', 'in-person')),
  answer_by text not null check (answer_by in ('portal', 'email-in-full')),
  -- The mailbox that wrote, for answers in full.
  answer_address text check (length(answer_address) between 3 and 320),
  -- As it was written down, and as it is known today: people turn out to be one, and apart again.
  asker_person_id uuid not null references people.person,
  asker_current_id uuid not null references people.person,
  about_person_id uuid references people.person,
  about_current_id uuid references people.person,
  team_id uuid not null references workforce.team,
  -- The team's; facilities lie in a module that keeps its own keys. null: the whole hospital.
  facility_id uuid,
  owner_staff_id uuid references workforce.staff,
  opened_at timestamptz not null,
  opened_by uuid,
  claimed_at timestamptz,
  claimed_by uuid,
  given_back_at timestamptz,
  given_back_by uuid,
  waiting_since timestamptz,
  waiting_by uuid,
  resolved_at timestamptz,
  resolved_by uuid,
  reopened_at timestamptz,
  reopened_by uuid,
  last_message_at timestamptz not null,
  last_message_from text not null check (last_message_from in ('person', 'staff')),
  urgent_words text[] not null default '{}',
  -- Urgent words were found and nobody has answered since.
  urgent_at timestamptz,
  response_minutes integer not null check (response_minutes > 0),
  resolution_minutes integer not null check (resolution_minutes > 0),
  response_started_at timestamptz not null,
  resolution_started_at timestamptz not null,
  answered_at timestamptz,
  -- Past times in which the person's turn stopped the clocks, as [{"from": …, "until": …}].
  pauses jsonb not null default '[]',
  response_due_at timestamptz,
  response_near_at timestamptz,
  resolution_due_at timestamptz,
  resolution_near_at timestamptz,
  -- What still runs: the earlier due time, and the earlier moment from which one is near.
  next_due_at timestamptz,
  next_near_at timestamptz,
  constraint conversation_reference_once unique (reference),
  constraint conversation_answer_somewhere check (answer_by = 'portal' or answer_address is not null),
  constraint conversation_owned_since check (owner_staff_id is null or claimed_at is not null),
  constraint conversation_done_or_waiting check (resolved_at is null or waiting_since is null)
);
create index conversation_by_team on desk.conversation (team_id, next_due_at) where resolved_at is null;
create index conversation_by_owner on desk.conversation (owner_staff_id) where resolved_at is null;
create index conversation_by_asker on desk.conversation (asker_current_id, opened_at);
create index conversation_by_about on desk.conversation (about_current_id, opened_at);
create index conversation_resolved on desk.conversation (team_id, resolved_at) where resolved_at is not null;

-- What happened, in order; nothing is changed or taken away, undoing is a fact of its own.
create table desk.conversation_fact (
  id uuid primary key,
  conversation_id uuid not null references desk.conversation,
  version integer not null,
  kind text not null check (kind in ('opened', 'claimed', 'handed-over', 'given-back', 'waiting', 'waiting-ended',
    'answered', 'message-received', 'undelivered', 'resolved', 'reopened', 'linked', 'undone')),
  at timestamptz not null,
  by_kind text not null check (by_kind in ('staff', 'person', 'system', 'anyone')),
  by_id uuid,
  by_name text,
  to_name text,
  reason text check (length(reason) between 1 and 1000),
  -- When it was due, for what meets a clock.
  due_at timestamptz,
  -- The conversation as it stood before, so that it can be put back.
  before jsonb,
  undoes uuid references desk.conversation_fact,
  constraint conversation_fact_one_a_version unique (conversation_id, version),
  constraint conversation_fact_undone_once unique (undoes)
);
create index conversation_fact_by_time on desk.conversation_fact (at);
revoke update, delete, truncate on desk.conversation_fact from bedside_app;

-- For colleagues. Nothing that sends reads this table.
create table desk.note (
  id uuid primary key,
  conversation_id uuid not null references desk.conversation,
  at timestamptz not null,
  by_staff_id uuid not null references workforce.staff,
  by_name text not null,
  text text not null check (length(text) between 1 and 20000)
);
create index note_by_conversation on desk.note (conversation_id, at);
revoke update, delete, truncate on desk.note from bedside_app;

-- Open minutes that may pass; null: every reason that has no row of its own.
create table desk.target (
  reason text check (reason ~ '^[a-z][a-z0-9-]{0,59}$'),
  urgent boolean not null,
  response_minutes integer not null check (response_minutes between 1 and 100000),
  resolution_minutes integer not null check (resolution_minutes between 1 and 100000),
  constraint target_once unique nulls not distinct (reason, urgent)
);
insert into desk.target (reason, urgent, response_minutes, resolution_minutes) values
  (null, false, 240, 1440),
  (null, true, 15, 240),
  ('appointment', false, 120, 480),
  ('bill', false, 480, 2400),
  ('records', false, 480, 4800),
  ('complaint', false, 120, 2400);

-- Who has it open now; lost in a crash without harm.
create unlogged table desk.presence (
  conversation_id uuid not null,
  staff_id uuid not null,
  name text not null,
  doing text not null check (doing in ('reading', 'typing')),
  seen_at timestamptz not null,
  primary key (conversation_id, staff_id)
);
create index presence_by_age on desk.presence (seen_at);

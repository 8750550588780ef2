-- "We will ring you by Tuesday": who said so to whom, who owes it, and by when.
create schema promises;

create table promises.promise (
  id uuid primary key,
  -- Rises by one with every fact: a command that names an older one is refused.
  version integer not null check (version > 0),
  -- As it was written down, and as it is known today: people turn out to be one, and apart again.
  person_id uuid not null references people.person,
  person_current_id uuid not null references people.person,
  -- What it was promised about; that lies in a module above.
  subject_kind text not null check (subject_kind in ('conversation')),
  subject_id uuid not null,
  kind text not null check (kind in ('call', 'write', 'send', 'find-out', 'other')),
  words text not null check (length(words) between 1 and 300),
  due_at timestamptz not null,
  -- From then on it is near, and its owner has been told.
  near_at timestamptz not null,
  warned_at timestamptz,
  -- The clock by which it was said.
  time_zone text not null check (length(time_zone) between 1 and 60),
  team_id uuid not null references workforce.team,
  -- The team's; facilities lie in a module that keeps its own keys. null: the whole hospital.
  facility_id uuid,
  owner_staff_id uuid references workforce.staff,
  made_at timestamptz not null,
  made_by uuid not null references workforce.staff,
  made_through text not null check (made_through in ('reply', 'phone', 'in-person')),
  -- The reply in which it stands.
  message_id uuid,
  kept_at timestamptz,
  kept_by uuid references workforce.staff,
  -- Withdrawn with the person's agreement.
  released_at timestamptz,
  released_by uuid references workforce.staff,
  release_reason text check (length(release_reason) between 1 and 1000),
  broken_at timestamptz,
  -- The person has died: it stands still until somebody has looked.
  held_at timestamptz,
  constraint promise_about_the_future check (due_at > made_at),
  constraint promise_near_before_due check (near_at <= due_at),
  constraint promise_ended_once check (kept_at is null or released_at is null),
  constraint promise_kept_by_somebody check ((kept_at is null) = (kept_by is null)),
  constraint promise_released_with_reason check (
    (released_at is null) = (released_by is null) and (released_at is null) = (release_reason is null)),
  constraint promise_broken_when_due check (broken_at >= due_at),
  constraint promise_said_in_reply check ((made_through = 'reply') = (message_id is not null))
);
create index promise_by_owner on promises.promise (owner_staff_id, due_at) where kept_at is null and released_at is null;
create index promise_by_team on promises.promise (team_id, due_at);
create index promise_by_subject on promises.promise (subject_id, due_at);
create index promise_by_person on promises.promise (person_current_id) where kept_at is null and released_at is null;
create index promise_by_person_written on promises.promise (person_id);
create index promise_to_break on promises.promise (due_at)
  where kept_at is null and released_at is null and broken_at is null and held_at is null;
create index promise_to_warn on promises.promise (near_at)
  where kept_at is null and released_at is null and warned_at is null;

-- What happened, in order; nothing is changed or taken away, undoing is a fact of its own.
create table promises.promise_fact (
  id uuid primary key,
  promise_id uuid not null references promises.promise,
  version integer not null,
  kind text not null check (kind in ('made', 'kept', 'released', 'handed-over', 'given-back', 'held', 'hold-ended',
    'broken', 'undone')),
  at timestamptz not null,
  by_kind text not null check (by_kind in ('staff', 'person', 'system', 'anyone')),
  by_id uuid,
  by_name text,
  to_name text,
  reason text check (length(reason) between 1 and 1000),
  -- The promise as it stood before, so that it can be put back.
  before jsonb,
  undoes uuid references promises.promise_fact,
  constraint promise_fact_one_a_version unique (promise_id, version),
  constraint promise_fact_undone_once unique (undoes)
);
revoke update, delete, truncate on promises.promise_fact from bedside_app;

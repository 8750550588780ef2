-- What people speak and know well, for who is offered what.
alter table workforce.staff
  add column languages text[] not null default '{}' check (cardinality(languages) <= 20),
  add column skills text[] not null default '{}' check (cardinality(skills) <= 50);

-- How the work of a team comes to its people.
create table desk.pool_rule (
  -- null: every team that has no row of its own.
  team_id uuid references workforce.team,
  -- With so many open (not counting those that wait for the person) nobody is offered more, but for words of danger.
  most_open integer not null check (most_open between 1 and 500),
  -- After so many hard conversations in one day somebody else of the team is offered the next one first.
  heavy_a_day integer not null check (heavy_a_day between 1 and 100),
  -- What comes in is given to the people of the team in turn, instead of waiting to be taken.
  assigns boolean not null,
  constraint pool_rule_once unique nulls not distinct (team_id)
);
insert into desk.pool_rule (team_id, most_open, heavy_a_day, assigns) values (null, 30, 3, false);

-- Whose turn it was last in a team: a turn is used up by being given something, whatever becomes of it.
create table desk.pool_turn (
  team_id uuid not null references workforce.team,
  staff_id uuid not null references workforce.staff,
  last_at timestamptz,
  turns integer not null check (turns >= 0),
  primary key (team_id, staff_id)
);
-- One row a team, held while a turn is given.
create table desk.pool_order (team_id uuid primary key references workforce.team);

-- A conversation with somebody in grief or anger that somebody took.
create table desk.heavy_taken (
  conversation_id uuid not null references desk.conversation,
  staff_id uuid not null references workforce.staff,
  at timestamptz not null,
  primary key (conversation_id, staff_id)
);
create index heavy_taken_by_staff on desk.heavy_taken (staff_id, at);

create index conversation_pool on desk.conversation (team_id, next_due_at)
  where resolved_at is null and waiting_since is null and owner_staff_id is null;

-- Which kinds there are is said once, by the desk's contract.
alter table desk.conversation_fact drop constraint conversation_fact_kind_check;
alter table desk.conversation_fact add constraint conversation_fact_kind_check check (kind ~ '^[a-z][a-z-]{0,39}$');

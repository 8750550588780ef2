-- Who is told before a promise is broken, then who next, and who when it was broken.
create table desk.warning_step (
  -- null: every team that has no row of its own for this moment.
  team_id uuid references workforce.team,
  -- When little time is left · when half of that is left · when it is due · as long after as it was before.
  moment text not null check (moment in ('near', 'half', 'due', 'later')),
  -- Who has it, or a colleague in their place · another colleague of the team · who leads · nobody.
  tells text not null check (tells in ('owner', 'colleague', 'lead', 'nobody')),
  constraint warning_step_once unique nulls not distinct (team_id, moment)
);
insert into desk.warning_step (moment, tells) values
  ('near', 'owner'), ('half', 'colleague'), ('due', 'lead'), ('later', 'lead');

alter table desk.clock
  add column near_at timestamptz,
  -- How many of the moments have passed, and when the next one comes; null: none comes now.
  add column warned_moments integer not null default 0 check (warned_moments between 0 and 4),
  add column next_warning_at timestamptz;
create index clock_to_warn_of on desk.clock (next_warning_at) where ended_at is null and next_warning_at is not null;
update desk.clock k set near_at = case k.owes when 'response' then c.response_near_at else c.resolution_near_at end,
    next_warning_at = case k.owes when 'response' then c.response_near_at else c.resolution_near_at end
  from desk.conversation c where c.id = k.conversation_id and k.ended_at is null;

create table desk.warning (
  id uuid primary key,
  clock_id uuid not null references desk.clock,
  conversation_id uuid not null references desk.conversation,
  moment text not null check (moment in ('near', 'half', 'due', 'later')),
  at timestamptz not null,
  -- null: nobody of those who should be told is there.
  to_staff_id uuid references workforce.staff,
  -- They have it, or stand in for who has it or should.
  told_as text not null check (told_as in ('owner', 'stand-in', 'colleague', 'lead')),
  due_at timestamptz not null,
  seen_at timestamptz,
  constraint warning_once_a_moment unique (clock_id, moment, due_at)
);
create index warning_by_staff on desk.warning (to_staff_id, at) where seen_at is null;
create index warning_by_clock on desk.warning (clock_id);

-- Who works here, in which teams, when, and when not.
create extension if not exists btree_gist;
create extension if not exists pg_trgm;
create extension if not exists unaccent;
create schema workforce;

create table workforce.staff (
  id uuid primary key,
  name text not null check (length(name) between 1 and 200),
  -- What patients read beside an answer; many hospitals show no family name.
  shown_as text not null check (length(shown_as) between 1 and 200),
  email text not null check (length(email) between 3 and 254),
  hired_at timestamptz not null,
  hired_by uuid,
  dismissed_at timestamptz,
  dismissed_by uuid
);
create unique index staff_email_once on workforce.staff (lower(email)) where dismissed_at is null;
create index staff_by_name on workforce.staff (lower(name), id);

create table workforce.staff_role (
  staff_id uuid not null references workforce.staff,
  role text not null check (role in ('front-desk', 'contact-centre', 'nurse', 'clinician', 'patient-relations',
    'manager', 'billing', 'compliance', 'administrator')),
  given_at timestamptz not null,
  given_by uuid,
  primary key (staff_id, role)
);
create index staff_role_by_role on workforce.staff_role (role);

-- Facilities lie in a module on the same floor: their ids are kept without a foreign key.
create table workforce.staff_facility (
  staff_id uuid not null references workforce.staff,
  facility_id uuid not null,
  primary key (staff_id, facility_id)
);

create table workforce.team (
  id uuid primary key,
  name text not null check (length(name) between 1 and 120),
  -- null: the team serves the whole hospital.
  facility_id uuid,
  purpose_words text not null check (length(purpose_words) <= 500),
  created_at timestamptz not null,
  created_by uuid,
  closed_at timestamptz,
  closed_by uuid
);
create unique index team_name_once on workforce.team (facility_id, lower(name)) nulls not distinct
  where closed_at is null;

create table workforce.team_reason (
  team_id uuid not null references workforce.team,
  reason text not null check (reason ~ '^[a-z][a-z0-9-]{0,59}$'),
  primary key (team_id, reason)
);
create index team_reason_by_reason on workforce.team_reason (reason);

create table workforce.team_member (
  team_id uuid not null references workforce.team,
  staff_id uuid not null references workforce.staff,
  joined_at timestamptz not null,
  joined_by uuid,
  primary key (team_id, staff_id)
);
create index team_member_by_staff on workforce.team_member (staff_id);

-- Minutes of the wall clock since midnight, Monday = 1; a window over midnight is two windows.
create table workforce.team_window (
  team_id uuid not null references workforce.team,
  weekday smallint not null check (weekday between 1 and 7),
  opens_minute integer not null check (opens_minute between 0 and 1439),
  closes_minute integer not null check (closes_minute between 1 and 1440),
  check (opens_minute < closes_minute),
  constraint team_window_one_at_a_time exclude using gist
    (team_id with =, weekday with =, int4range(opens_minute, closes_minute) with &&)
);

create table workforce.staff_window (
  staff_id uuid not null references workforce.staff,
  weekday smallint not null check (weekday between 1 and 7),
  opens_minute integer not null check (opens_minute between 0 and 1439),
  closes_minute integer not null check (closes_minute between 1 and 1440),
  check (opens_minute < closes_minute),
  constraint staff_window_one_at_a_time exclude using gist
    (staff_id with =, weekday with =, int4range(opens_minute, closes_minute) with &&)
);

-- No reason is kept: why someone is away is often their own health.
create table workforce.absence (
  id uuid primary key,
  staff_id uuid not null references workforce.staff,
  from_at timestamptz not null,
  -- null: until further notice.
  until_at timestamptz,
  recorded_at timestamptz not null,
  recorded_by uuid,
  cancelled_at timestamptz,
  cancelled_by uuid,
  -- When the news that it began was given, so that it is given once.
  announced_at timestamptz,
  check (until_at > from_at),
  constraint absence_one_at_a_time exclude using gist (staff_id with =, tstzrange(from_at, until_at) with &&)
    where (cancelled_at is null)
);
create index absence_to_announce on workforce.absence (from_at) where announced_at is null and cancelled_at is null;

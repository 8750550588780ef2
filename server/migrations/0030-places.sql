-- Where care happens: facilities and what is in them, when they are open, and who practises there.
create extension if not exists btree_gist;
create extension if not exists pg_trgm;
create extension if not exists unaccent;
create schema places;

-- Search compares words without accents and case; as unaccent() itself is not immutable it names its dictionary.
create function places.plain(words text) returns text
language sql immutable strict parallel safe as $$ select public.unaccent('public.unaccent', lower(words)) $$;

create table places.facility (
  id uuid primary key,
  name text not null check (length(name) between 1 and 200),
  time_zone text not null check (length(time_zone) between 1 and 64),
  phone text check (length(phone) <= 40),
  address_lines text[] not null default '{}',
  city text,
  region text,
  postal_code text,
  country text,
  identifiers jsonb not null default '[]',
  created_at timestamptz not null,
  closed_at timestamptz,
  closed_by uuid,
  source_system text,
  source_id text,
  check ((source_system is null) = (source_id is null)),
  constraint facility_source_once unique (source_system, source_id)
);
create index facility_by_name on places.facility (lower(name), id);
create index facility_by_identifier on places.facility using gin (identifiers jsonb_path_ops);

create table places.location (
  id uuid primary key,
  facility_id uuid not null references places.facility,
  parent_id uuid,
  name text not null check (length(name) between 1 and 200),
  kind text not null default 'area' check (kind in ('site', 'building', 'wing', 'floor', 'area', 'room')),
  phone text check (length(phone) <= 40),
  address_lines text[] not null default '{}',
  city text,
  region text,
  postal_code text,
  country text,
  latitude double precision,
  longitude double precision,
  -- How to find it, for someone who stands at the main entrance.
  directions_en text check (length(directions_en) <= 2000),
  directions_es text check (length(directions_es) <= 2000),
  identifiers jsonb not null default '[]',
  created_at timestamptz not null,
  closed_at timestamptz,
  closed_by uuid,
  source_system text,
  source_id text,
  check ((source_system is null) = (source_id is null)),
  constraint location_source_once unique (source_system, source_id),
  constraint location_of_facility unique (facility_id, id),
  -- A part lies in the same facility as the whole.
  constraint location_parent_of_same_facility foreign key (facility_id, parent_id)
    references places.location (facility_id, id) on update cascade
);
create index location_by_parent on places.location (facility_id, parent_id);
create index location_by_identifier on places.location using gin (identifiers jsonb_path_ops);

-- A tree: nothing lies within itself, however far around. Two who move parts into one another at the same moment
-- would each see no circle, so the moves within one facility wait for one another.
create function places.refuse_location_circle() returns trigger language plpgsql as $$
declare
  above uuid := new.parent_id;
  steps integer := 0;
begin
  perform pg_advisory_xact_lock(hashtext('places.location'), hashtext(new.facility_id::text));
  select parent_id into above from places.location where id = new.id;
  while above is not null loop
    steps := steps + 1;
    if above = new.id or steps > 50 then
      raise exception 'a location lies within itself, or too deep'
        using errcode = 'check_violation', constraint = 'location_is_a_tree', schema = 'places', table = 'location';
    end if;
    select parent_id into above from places.location where id = above;
  end loop;
  return null;
end $$;
create constraint trigger location_is_a_tree after insert or update of parent_id, facility_id on places.location
  for each row when (new.parent_id is not null) execute function places.refuse_location_circle();

create table places.department (
  id uuid primary key,
  facility_id uuid not null references places.facility,
  location_id uuid,
  name text not null check (length(name) between 1 and 200),
  phone text check (length(phone) <= 40),
  created_at timestamptz not null,
  closed_at timestamptz,
  closed_by uuid,
  constraint department_of_facility unique (facility_id, id),
  constraint department_location_of_same_facility foreign key (facility_id, location_id) references places.location (facility_id, id)
);
create unique index department_name_once on places.department (facility_id, lower(name)) where closed_at is null;

create table places.specialty (
  id uuid primary key,
  code text not null unique check (code ~ '^[a-z][a-z0-9-]{0,59}$'),
  name_en text not null,
  name_es text not null,
  -- Health Care Provider Taxonomy (nucc.org), by which sources name the same specialty.
  taxonomy_codes text[] not null default '{}'
);

-- What people call it: "heart doctor", "médico del corazón".
create table places.specialty_word (
  specialty_id uuid not null references places.specialty,
  language text not null check (language in ('en', 'es')),
  word text not null check (length(word) between 2 and 80),
  primary key (specialty_id, language, word)
);

create table places.service (
  id uuid primary key,
  facility_id uuid not null references places.facility,
  department_id uuid,
  location_id uuid,
  specialty_id uuid references places.specialty,
  name_en text not null check (length(name_en) between 1 and 200),
  name_es text not null check (length(name_es) between 1 and 200),
  about_en text not null default '' check (length(about_en) <= 4000),
  about_es text not null default '' check (length(about_es) <= 4000),
  phone text check (length(phone) <= 40),
  created_at timestamptz not null,
  closed_at timestamptz,
  closed_by uuid,
  constraint service_department_of_same_facility foreign key (facility_id, department_id)
    references places.department (facility_id, id),
  constraint service_location_of_same_facility foreign key (facility_id, location_id) references places.location (facility_id, id)
);
create unique index service_name_once on places.service (facility_id, lower(name_en)) where closed_at is null;
create index service_by_specialty on places.service (specialty_id);

create table places.service_word (
  service_id uuid not null references places.service,
  language text not null check (language in ('en', 'es')),
  word text not null check (length(word) between 2 and 80),
  primary key (service_id, language, word)
);

create table places.practitioner (
  id uuid primary key,
  prefix text,
  given text not null default '' check (length(given) <= 200),
  family text not null check (length(family) between 1 and 200),
  gender text check (gender in ('female', 'male', 'other', 'unknown')),
  npi text check (length(npi) between 1 and 20),
  email text check (length(email) <= 254),
  identifiers jsonb not null default '[]',
  active boolean not null,
  created_at timestamptz not null,
  source_system text,
  source_id text,
  check ((source_system is null) = (source_id is null)),
  constraint practitioner_source_once unique (source_system, source_id)
);
create index practitioner_by_npi on places.practitioner (npi);
create index practitioner_by_name on places.practitioner (lower(family), lower(given), id);
create index practitioner_by_identifier on places.practitioner using gin (identifiers jsonb_path_ops);

create table places.practitioner_role (
  id uuid primary key,
  practitioner_id uuid not null references places.practitioner,
  facility_id uuid not null references places.facility,
  location_ids uuid[] not null default '{}',
  specialty_id uuid references places.specialty,
  -- The role and specialty as the source words and codes them.
  title text not null default '' check (length(title) <= 200),
  codes jsonb not null default '[]',
  phone text check (length(phone) <= 40),
  active boolean not null,
  created_at timestamptz not null,
  source_system text,
  source_id text,
  check ((source_system is null) = (source_id is null)),
  constraint practitioner_role_source_once unique (source_system, source_id)
);
create index practitioner_role_by_practitioner on places.practitioner_role (practitioner_id);
create index practitioner_role_by_facility on places.practitioner_role (facility_id);

-- Minutes of the wall clock since midnight, Monday = 1; a window over midnight is two windows.
create table places.facility_window (
  facility_id uuid not null references places.facility,
  weekday smallint not null check (weekday between 1 and 7),
  opens_minute integer not null check (opens_minute between 0 and 1439),
  closes_minute integer not null check (closes_minute between 1 and 1440),
  check (opens_minute < closes_minute),
  constraint facility_window_one_at_a_time exclude using gist
    (facility_id with =, weekday with =, int4range(opens_minute, closes_minute) with &&)
);

create table places.service_window (
  service_id uuid not null references places.service,
  weekday smallint not null check (weekday between 1 and 7),
  opens_minute integer not null check (opens_minute between 0 and 1439),
  closes_minute integer not null check (closes_minute between 1 and 1440),
  check (opens_minute < closes_minute),
  constraint service_window_one_at_a_time exclude using gist
    (service_id with =, weekday with =, int4range(opens_minute, closes_minute) with &&)
);

-- A day that someone of the house set by hand: it goes before the week and before any calendar. No window: closed.
create table places.special_day (
  facility_id uuid not null references places.facility,
  on_date date not null,
  name text not null check (length(name) between 1 and 200),
  set_at timestamptz not null,
  set_by uuid,
  primary key (facility_id, on_date)
);

create table places.special_window (
  facility_id uuid not null,
  on_date date not null,
  opens_minute integer not null check (opens_minute between 0 and 1439),
  closes_minute integer not null check (closes_minute between 1 and 1440),
  check (opens_minute < closes_minute),
  foreign key (facility_id, on_date) references places.special_day on delete cascade,
  constraint special_window_one_at_a_time exclude using gist
    (facility_id with =, on_date with =, int4range(opens_minute, closes_minute) with &&)
);

-- A calendar file of holidays, uploaded or fetched from an address; kept as text because yearly rules are followed a few years
-- ahead only, and again later.
create table places.holiday_calendar (
  facility_id uuid primary key references places.facility,
  ics_text text check (length(ics_text) <= 1000000),
  read_at timestamptz,
  feed_url text check (length(feed_url) <= 2000),
  feed_asked_at timestamptz,
  feed_failed_at timestamptz,
  feed_failure text
);

-- Hours that a calendar takes away from a day; a whole day is 0 to 1440.
create table places.holiday (
  facility_id uuid not null references places.facility,
  on_date date not null,
  from_minute integer not null check (from_minute between 0 and 1439),
  until_minute integer not null check (until_minute between 1 and 1440),
  name text not null,
  check (from_minute < until_minute),
  primary key (facility_id, on_date, from_minute, until_minute)
);

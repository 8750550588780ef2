create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists btree_gist;
create extension if not exists fuzzystrmatch;

create schema people;

-- A person is a patient, family member or carer. Nothing is ever moved or deleted when two turn out to be one:
-- merged_into points to the one that is kept, and whoever reads one reads all that belong to it.
-- The pair of generated columns makes the database refuse a merge into somebody who is merged, and so every circle.
create table people.person (
  id uuid primary key,
  birth_date date check (birth_date between '1850-01-01' and '2200-01-01'),
  gender text check (gender in ('female', 'male', 'other', 'unknown')),
  pronouns text check (length(pronouns) between 1 and 60),
  language text check (language ~ '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$' and length(language) <= 35),
  time_zone text check (length(time_zone) <= 60),
  verified_at timestamptz,
  verified_by uuid,
  created_at timestamptz not null,
  merged_into uuid,
  is_current boolean not null generated always as (merged_into is null) stored,
  merged_into_current boolean generated always as (case when merged_into is not null then true end) stored,
  constraint person_current unique (id, is_current),
  constraint person_merged_into_current foreign key (merged_into, merged_into_current)
    references people.person (id, is_current),
  constraint person_not_into_itself check (merged_into <> id)
);
create index person_by_birth_date on people.person (birth_date);
create index person_by_merged_into on people.person (merged_into) where merged_into is not null;

create table people.merge (
  id uuid primary key,
  kept_id uuid not null references people.person,
  merged_id uuid not null references people.person,
  -- Those who had been merged into the merged one before, and go back to it when this is undone.
  brought_ids uuid[] not null default '{}',
  reason text not null check (length(reason) between 1 and 1000),
  merged_at timestamptz not null,
  merged_by uuid,
  undone_at timestamptz,
  undone_by uuid,
  undone_reason text check (length(undone_reason) between 1 and 1000),
  constraint merge_of_two check (kept_id <> merged_id)
);
create unique index merge_once on people.merge (merged_id) where undone_at is null;
create index merge_by_kept on people.merge (kept_id);

create table people.name (
  id uuid primary key,
  person_id uuid not null references people.person,
  kind text not null check (kind in ('current', 'former', 'alias')),
  prefix text check (length(prefix) between 1 and 60),
  given text not null check (length(given) <= 200),
  family text not null check (length(family) <= 200),
  suffix text check (length(suffix) between 1 and 60),
  preferred text check (length(preferred) between 1 and 200),
  source_system text,
  created_at timestamptz not null,
  ended_at timestamptz,
  constraint name_not_empty check (length(given) + length(family) > 0)
);
create unique index name_one_current on people.name (person_id) where kind = 'current';
create index name_by_person on people.name (person_id);

-- plain_value is what people type: no spaces, dashes or case.
create table people.identifier (
  id uuid primary key,
  person_id uuid not null references people.person,
  system text not null check (length(system) between 1 and 200),
  value text not null check (length(value) between 1 and 100),
  plain_value text collate "C" not null check (length(plain_value) between 1 and 100),
  kind text check (length(kind) between 1 and 40),
  source_system text,
  created_at timestamptz not null,
  ended_at timestamptz
);
create unique index identifier_one_person on people.identifier (system, plain_value) where ended_at is null;
create index identifier_by_value on people.identifier (plain_value) where ended_at is null;
create index identifier_by_person on people.identifier (person_id);

-- One e-mail address or telephone may belong to many people: address is what is compared, value what was written.
create table people.contact_point (
  id uuid primary key,
  person_id uuid not null references people.person,
  system text not null check (system in ('email', 'phone')),
  value text not null check (length(value) between 1 and 320),
  address text collate "C" not null check (length(address) between 1 and 320),
  backwards text collate "C" generated always as (case when system = 'phone' then reverse(address) end) stored,
  use text check (use in ('home', 'work', 'mobile', 'other')),
  preferred_at timestamptz,
  verified_at timestamptz,
  source_system text,
  created_at timestamptz not null,
  ended_at timestamptz
);
create unique index contact_point_once on people.contact_point (person_id, system, address) where ended_at is null;
create index contact_point_by_address on people.contact_point (system, address) where ended_at is null;
create index contact_point_by_last_digits on people.contact_point (backwards) where ended_at is null and system = 'phone';

-- What is true of a person, as facts in the order they were recorded; the latest of a state counts.
create table people.state_fact (
  position bigint generated always as identity primary key,
  person_id uuid not null references people.person,
  state text not null check (state in ('deceased', 'bereaved', 'restricted')),
  holds boolean not null,
  on_date date,
  until_date date,
  source text not null check (source in ('staff', 'family', 'person', 'mail', 'import', 'registry')),
  reason text check (length(reason) between 1 and 1000),
  recorded_at timestamptz not null,
  recorded_by_kind text not null,
  recorded_by uuid
);
create index state_fact_by_person on people.state_fact (person_id, state, position);

create table people.consent_fact (
  position bigint generated always as identity primary key,
  person_id uuid not null references people.person,
  channel text not null check (channel ~ '^[a-z][a-z-]{0,39}$'),
  purpose text not null check (purpose ~ '^[a-z][a-z-]{0,39}$'),
  given boolean not null,
  source text not null check (source in ('staff', 'family', 'person', 'mail', 'import', 'registry')),
  recorded_at timestamptz not null,
  recorded_by_kind text not null,
  recorded_by uuid
);
create index consent_fact_by_person on people.consent_fact (person_id, position);

create table people.safe_contact_fact (
  position bigint generated always as identity primary key,
  person_id uuid not null references people.person,
  do_not_name_clinic boolean not null,
  no_voicemail boolean not null,
  only_from time,
  only_until time,
  only_channel text check (only_channel in ('email', 'phone', 'sms', 'portal', 'post')),
  code_word text check (length(code_word) between 1 and 60),
  words text check (length(words) between 1 and 500),
  recorded_at timestamptz not null,
  recorded_by_kind text not null,
  recorded_by uuid,
  constraint safe_hours_both check ((only_from is null) = (only_until is null) and only_from <> only_until)
);
create index safe_contact_fact_by_person on people.safe_contact_fact (person_id, position);

revoke update, delete, truncate on people.state_fact, people.consent_fact, people.safe_contact_fact from bedside_app;

create table people.need (
  id uuid primary key,
  person_id uuid not null references people.person,
  kind text not null check (kind in ('interpreter', 'large-print', 'hearing', 'quiet-room', 'carer-present',
    'trauma-informed', 'other')),
  words text not null default '' check (length(words) <= 500),
  added_at timestamptz not null,
  added_by uuid,
  removed_at timestamptz,
  removed_by uuid,
  constraint need_other_has_words check (kind <> 'other' or words <> '')
);
create unique index need_once on people.need (person_id, kind, words) where removed_at is null;

create table people.relation (
  id uuid primary key,
  person_id uuid not null references people.person,
  related_id uuid not null references people.person,
  kind text not null check (kind in ('mother', 'father', 'parent', 'child', 'spouse', 'partner', 'sibling', 'grandparent',
    'grandchild', 'guardian', 'carer', 'friend', 'neighbour', 'other')),
  emergency_contact boolean not null default false,
  source_system text,
  source_id text,
  added_at timestamptz not null,
  added_by uuid,
  ended_at timestamptz,
  ended_by uuid,
  constraint relation_between_two check (person_id <> related_id)
);
create unique index relation_once on people.relation (person_id, related_id, kind) where ended_at is null;
create index relation_by_related on people.relation (related_id);
create unique index relation_by_source on people.relation (source_system, source_id) where source_id is not null;

-- Ending a grant shortens its period: what was allowed when is kept.
create table people.proxy (
  id uuid primary key,
  proxy_person_id uuid not null references people.person,
  for_person_id uuid not null references people.person,
  scopes text[] not null check (cardinality(scopes) between 1 and 20),
  period tstzrange not null check (not upper_inf(period)),
  granted_at timestamptz not null,
  granted_by uuid,
  ended_at timestamptz,
  ended_by uuid,
  ended_reason text check (length(ended_reason) between 1 and 1000),
  constraint proxy_holds_or_ended check (not isempty(period) or ended_at is not null),
  constraint proxy_of_another check (proxy_person_id <> for_person_id),
  constraint proxy_one_at_a_time exclude using gist (proxy_person_id with =, for_person_id with =, period with &&)
);
create index proxy_by_proxy on people.proxy (proxy_person_id);
create index proxy_by_person on people.proxy (for_person_id);

create table people.timeline_entry (
  id uuid primary key,
  person_id uuid not null references people.person,
  at timestamptz not null,
  kind text not null check (kind ~ '^[a-z-]+\.[a-z-]+$' and length(kind) <= 80),
  ref_id uuid not null,
  visible_to text[] not null check (cardinality(visible_to) between 1 and 50),
  hidden_from text[] not null default '{}',
  recorded_at timestamptz not null,
  constraint timeline_entry_once unique (person_id, kind, ref_id)
);
create index timeline_entry_by_time on people.timeline_entry (person_id, at desc, id desc);
create index timeline_entry_by_ref on people.timeline_entry (ref_id);

create table people.visit (
  id uuid primary key,
  person_id uuid not null references people.person,
  facility_id uuid,
  location_id uuid,
  practitioner_ids uuid[] not null default '{}',
  kind text not null check (kind in ('outpatient', 'inpatient', 'emergency', 'virtual', 'home', 'other')),
  status text not null check (status in ('planned', 'arrived', 'in-progress', 'finished', 'cancelled', 'unknown')),
  starts_at timestamptz not null,
  ends_at timestamptz,
  source_system text not null check (length(source_system) between 1 and 200),
  source_id text not null check (length(source_id) between 1 and 200),
  content_hash bytea not null,
  recorded_at timestamptz not null,
  constraint visit_ends_after_start check (ends_at >= starts_at),
  constraint visit_by_source unique (source_system, source_id)
);
create index visit_by_person on people.visit (person_id, starts_at desc, id desc);

-- Who looks after a person together, as a source tells it. members: [{practitionerId, name, role}]; the practitioner's id
-- is of places, on the same floor, so no foreign key holds it and the name stands beside it.
create table people.care_team (
  id uuid primary key,
  person_id uuid not null references people.person,
  name text not null check (length(name) between 1 and 200),
  status text not null check (status in ('proposed', 'active', 'suspended', 'inactive', 'unknown')),
  starts_on date,
  ends_on date,
  members jsonb not null check (jsonb_typeof(members) = 'array'),
  source_system text not null check (length(source_system) between 1 and 200),
  source_id text not null check (length(source_id) between 1 and 200),
  content_hash bytea not null,
  recorded_at timestamptz not null,
  constraint care_team_ends_after_start check (ends_on >= starts_on),
  constraint care_team_by_source unique (source_system, source_id)
);
create index care_team_by_person on people.care_team (person_id);

-- Where a person came from. content_hash: an unchanged row of a later import is not written again.
-- said_deceased is what the source said last: only when it changes its word is there news.
create table people.source_link (
  source_system text not null check (length(source_system) between 1 and 200),
  source_id text not null check (length(source_id) between 1 and 200),
  person_id uuid not null references people.person deferrable initially deferred,
  content_hash bytea,
  said_deceased boolean,
  imported_at timestamptz not null,
  primary key (source_system, source_id)
);
create index source_link_by_person on people.source_link (person_id);

-- Search. Words without accents, case and punctuation; apostrophes vanish so that o'brien is obrien.
create function people.plain(words text) returns text
language sql immutable strict parallel safe set search_path = pg_catalog as $$
  select trim(regexp_replace(regexp_replace(
    lower(public.unaccent('public.unaccent'::regdictionary, normalize(words, NFKC))),
    '[''’‘`´ʼ]', '', 'g'), '[^[:alnum:]]+', ' ', 'g'))
$$;

-- At most six words of a name, and the whole without spaces: "de la Cruz" is found as delacruz.
create function people.name_words(words text) returns text[]
language sql immutable strict parallel safe set search_path = pg_catalog as $$
  select case when it = '' then array['']
    when strpos(it, ' ') = 0 then array[left(it, 60)]
    else (string_to_array(left(it, 240), ' '))[1:6] || left(replace(it, ' ', ''), 60) end
  from people.plain(words) it
$$;

-- Every family word beside every given word of a person, so that two words find their people by one index step.
create table people.name_pair (
  family text collate "C" not null,
  given text collate "C" not null,
  person_id uuid not null references people.person,
  primary key (family, given, person_id)
);
create index name_pair_by_given on people.name_pair (given, family, person_id);
create index name_pair_by_person on people.name_pair (person_id);

-- Every word that is in a name, once: a misspelt word is compared with these, not with every person. near holds the word
-- and all that is left when one letter is left out: two words that are one slip apart have one of these in common.
create table people.name_word (
  word text collate "C" primary key,
  sounds text[] not null,
  near text[] not null
);
create index name_word_by_letters on people.name_word using gin (word public.gin_trgm_ops);
create index name_word_by_sound on people.name_word using gin (sounds);
create index name_word_by_near on people.name_word using gin (near);

create function people.sounds(word text) returns text[]
language sql immutable strict parallel safe set search_path = pg_catalog as $$
  select array_remove(array[public.dmetaphone(word), nullif(public.dmetaphone_alt(word), public.dmetaphone(word))], null)
$$;

create function people.near(word text) returns text[]
language sql immutable strict parallel safe set search_path = pg_catalog as $$
  select array(select word union select left(word, at - 1) || substr(word, at + 1) from generate_series(1, length(word)) at)
$$;

create function people.refresh_search(ids uuid[]) returns void
language sql set search_path = pg_catalog as $$
  delete from people.name_pair where person_id = any (ids);
  insert into people.name_pair (family, given, person_id)
    select distinct f, g, person_id from people.name,
      unnest(people.name_words(family)) f,
      unnest(people.name_words(given) || case when preferred is not null then people.name_words(preferred) else '{}' end) g
    where person_id = any (ids) and f || g <> ''
    on conflict do nothing;
  insert into people.name_word (word, sounds, near)
    select word, array_remove(people.sounds(word), ''), people.near(word) from (
      select family as word from people.name_pair where person_id = any (ids)
      union select given from people.name_pair where person_id = any (ids)) it
    where word <> '' and not exists (select from people.name_word known where known.word = it.word)
    order by word
    on conflict do nothing;
$$;

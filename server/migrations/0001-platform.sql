create schema platform;

create table platform.setting (
  name text primary key,
  value jsonb not null
);

-- Events: facts in the past. Reactions run as jobs; the pair below makes their effects happen once.
create table platform.event (
  id uuid primary key,
  name text not null,
  payload jsonb not null,
  at timestamptz not null,
  actor_kind text not null,
  actor_id uuid,
  request_id uuid not null
);
create index event_by_name on platform.event (name, at);

create table platform.reaction_done (
  event_id uuid not null references platform.event,
  reaction text not null,
  at timestamptz not null,
  primary key (event_id, reaction)
);

-- The answer of a command that was asked with an Idempotency-Key, written in the command's own transaction.
create table platform.idempotency_key (
  actor text not null,
  key text not null,
  route text not null,
  body_hash bytea not null,
  status integer not null,
  body text not null,
  at timestamptz not null,
  primary key (actor, key)
);
create index idempotency_key_by_age on platform.idempotency_key (at);

-- Counters may be lost in a crash without harm, so they pay no write-ahead log.
create unlogged table platform.rate_limit (
  bucket text primary key,
  window_started_at timestamptz not null,
  count integer not null
);

create table platform.file (
  id uuid primary key,
  name text not null check (length(name) between 1 and 255),
  media_type text not null,
  size_bytes bigint not null check (size_bytes >= 0),
  sha256 bytea not null,
  created_at timestamptz not null,
  created_by_kind text not null,
  created_by uuid
);

create table platform.file_chunk (
  file_id uuid not null references platform.file on delete cascade,
  position integer not null,
  bytes bytea not null,
  primary key (file_id, position)
);
alter table platform.file_chunk alter column bytes set storage external;

-- Audit: append-only and hash-chained. Sixteen chains, so that writers need not wait for one another;
-- an entry takes the first chain that nobody else holds and keeps it until its transaction ends.
create table platform.audit_chain (
  chain smallint primary key,
  length bigint not null,
  last_hash bytea not null
);
insert into platform.audit_chain
  select n, 0, sha256(convert_to('bedside audit chain ' || n, 'UTF8')) from generate_series(0, 15) n;

create table platform.audit_entry (
  chain smallint not null,
  position bigint not null,
  at timestamptz not null,
  actor_kind text not null,
  actor_id uuid,
  actor_name text,
  session_id uuid,
  action text not null,
  outcome text not null check (outcome in ('done', 'refused')),
  person_ids uuid[] not null default '{}',
  details jsonb not null default '{}',
  request_id uuid not null,
  hash bytea not null,
  primary key (chain, position)
);
create index audit_entry_by_person on platform.audit_entry using gin (person_ids);
create index audit_entry_by_time on platform.audit_entry (at);
create index audit_entry_by_actor on platform.audit_entry (actor_id, at);

-- What is hashed: every column, as text that does not depend on the session's time zone.
create function platform.audit_content(entry platform.audit_entry) returns text
language sql stable set search_path = pg_catalog as $$
  select jsonb_build_array(
    entry.chain, entry.position, extract(epoch from entry.at)::text, entry.actor_kind, entry.actor_id,
    entry.actor_name, entry.session_id, entry.action, entry.outcome, to_jsonb(entry.person_ids), entry.details,
    entry.request_id)::text
$$;

create function platform.audit_link() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare
  head platform.audit_chain;
  mine smallint := pg_backend_pid() % 16;
begin
  select * into head from platform.audit_chain
    order by (chain + 16 - mine) % 16 limit 1 for update skip locked;
  if head is null then
    select * into head from platform.audit_chain where chain = mine for update;
  end if;
  new.chain := head.chain;
  new.position := head.length + 1;
  new.hash := sha256(head.last_hash || convert_to(platform.audit_content(new), 'UTF8'));
  update platform.audit_chain set length = new.position, last_hash = new.hash where chain = head.chain;
  return new;
end $$;
create trigger audit_link before insert on platform.audit_entry for each row execute function platform.audit_link();

create function platform.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'append-only: % may not be changed', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger audit_entry_append_only before update or delete or truncate on platform.audit_entry
  for each statement execute function platform.refuse_change();
create trigger event_append_only before update or delete or truncate on platform.event
  for each statement execute function platform.refuse_change();

revoke update, delete, truncate on platform.audit_entry from bedside_app;
revoke update, delete, truncate on platform.event from bedside_app;
revoke all on platform.audit_chain from bedside_app;
grant select on platform.audit_chain to bedside_app;

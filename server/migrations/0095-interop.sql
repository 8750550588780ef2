-- How far an import has come, so that one that was stopped goes on, and what it could not take.
create schema interop;

-- A file is known by its content: moved or renamed, it is still the one that was begun.
create table interop.file (
  id uuid primary key,
  source_system text not null check (length(source_system) between 1 and 200),
  sha256 bytea not null,
  size_bytes bigint not null,
  name text not null check (length(name) <= 1000),
  -- Everything before this byte is in, is waiting or was refused.
  position_bytes bigint not null default 0,
  counts jsonb not null default '{}',
  refused_count integer not null default 0,
  started_at timestamptz not null,
  finished_at timestamptz,
  constraint file_once unique (source_system, sha256)
);

-- A bundle may call a resource by a name of its own (fullUrl) that is not the resource's id.
create table interop.alias (
  file_id uuid not null references interop.file on delete cascade,
  full_url text collate "C" not null,
  source_id text not null,
  primary key (file_id, full_url)
);

-- Resources that name something which has not come yet; empty again when the import is over.
create table interop.waiting (
  id bigint generated always as identity primary key,
  file_id uuid not null references interop.file on delete cascade,
  position_bytes bigint not null,
  resource_type text not null,
  resource jsonb not null
);
create index waiting_by_file on interop.waiting (file_id, id);

create table interop.refused (
  id bigint generated always as identity primary key,
  file_id uuid not null references interop.file on delete cascade,
  position_bytes bigint,
  resource_type text,
  source_id text,
  reason text not null
);
create index refused_by_file on interop.refused (file_id, id);

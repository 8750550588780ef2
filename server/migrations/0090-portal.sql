-- What people have begun to write in the portal and not sent yet.
create schema portal;

create table portal.draft (
  id uuid primary key,
  -- Of the secret in the browser's cookie: who only knows the id has nothing.
  browser_hash bytea not null,
  -- Once somebody signed in has written into it, it opens for nobody else.
  person_id uuid references people.person,
  journey text not null check (length(journey) between 1 and 40),
  -- By step, as typed; emptied when it is sent.
  answers jsonb not null check (octet_length(answers::text) <= 400000),
  -- [{"id", "name", "mediaType", "sizeBytes"}]: kept with the platform's files.
  files jsonb not null default '[]',
  started_at timestamptz not null,
  expires_at timestamptz not null,
  sent_at timestamptz,
  -- What the last page tells after sending: reference and times, nothing that was written.
  receipt jsonb,
  constraint draft_sent_with_receipt check ((sent_at is null) = (receipt is null)),
  constraint draft_sent_is_empty check (sent_at is null or (answers = '{}' and files = '[]'))
);
create index draft_by_browser on portal.draft (browser_hash);
create index draft_by_age on portal.draft (expires_at);

-- Up to which moment a person has read a conversation.
create table portal.reading (
  person_id uuid not null references people.person,
  conversation_id uuid not null,
  read_until timestamptz not null,
  primary key (person_id, conversation_id)
);

-- Every word between a person and the house, what the gate for contact decided, and what became of each mail.
create schema messaging;

create table messaging.message (
  id uuid primary key,
  -- null: a mail that proved no thread, until somebody gives it one.
  thread_id uuid,
  direction text not null check (direction in ('in', 'out')),
  channel text not null check (channel in ('portal', 'email')),
  person_id uuid references people.person,
  -- unproven: a mail says who wrote it, and mails say anything.
  author_kind text not null check (author_kind in ('person', 'staff', 'system', 'unproven')),
  author_id uuid,
  author_shown text not null check (length(author_shown) between 1 and 320),
  purpose text not null check (purpose ~ '^[a-z][a-z-]{0,39}$'),
  subject text not null check (length(subject) <= 500),
  text text not null check (length(text) <= 1000000),
  -- With all that was quoted below; null where that is the same.
  full_text text check (length(full_text) <= 1000000),
  at timestamptz not null,
  read_at timestamptz,
  read_by uuid
);
create index message_by_thread on messaging.message (thread_id, at, id);
create index message_by_person on messaging.message (person_id, at);
create index message_without_thread on messaging.message (at) where thread_id is null;

create table messaging.attachment (
  message_id uuid not null references messaging.message,
  position integer not null,
  file_id uuid references platform.file,
  name text not null check (length(name) between 1 and 255),
  size_bytes bigint not null,
  -- Why it was named but not kept.
  left_out text check (left_out in ('kind', 'too-large', 'empty', 'too-many')),
  primary key (message_id, position),
  constraint attachment_kept_or_left_out check ((file_id is null) = (left_out is not null))
);
create index attachment_by_file on messaging.attachment (file_id);

-- One way out of the house for one message or notice: what should happen, and the moments at which it did.
create table messaging.dispatch (
  id uuid primary key,
  kind text not null check (kind in ('message', 'sign-in', 'staff-invitation', 'staff-reset', 'credentials-changed')),
  channel text not null check (channel in ('email')),
  purpose text not null check (purpose ~ '^[a-z][a-z-]{0,39}$'),
  message_id uuid references messaging.message,
  thread_id uuid,
  person_id uuid references people.person,
  -- Of a system mail: the account or the request. What is secret in it is made when it goes and kept nowhere.
  subject_id uuid,
  detail text check (length(detail) <= 40),
  wants text not null check (wants in ('notice', 'in-full', 'account')),
  -- Back to the mailbox that wrote, within the thread it began.
  writer_address text check (length(writer_address) <= 320),
  queued_at timestamptz not null,
  tries integer not null default 0,
  next_try_at timestamptz,
  held_at timestamptz,
  held_reason text,
  -- Nothing was left to send: an unknown address, a link asked for long ago.
  lapsed_at timestamptz,
  -- Written before the mail goes, so that a second sending is the same mail to the same mailbox.
  mail_id text,
  sent_to text,
  sent_form text check (sent_form in ('bare-notice', 'notice', 'in-full', 'account')),
  handed_over_at timestamptz,
  bounced_at timestamptz,
  bounce_reason text check (length(bounce_reason) <= 1000),
  failed_at timestamptz,
  failure text,
  failure_detail text check (length(failure_detail) <= 1000),
  -- Somebody looked at what could not be delivered and settled it otherwise.
  settled_at timestamptz,
  settled_by uuid,
  constraint dispatch_of_something check ((kind = 'message') = (message_id is not null)),
  constraint dispatch_mail_id_once unique (mail_id)
);
create index dispatch_by_message on messaging.dispatch (message_id);
create index dispatch_by_thread on messaging.dispatch (thread_id, queued_at);
create index dispatch_open on messaging.dispatch (queued_at)
  where handed_over_at is null and held_at is null and lapsed_at is null and failed_at is null;
create index dispatch_undelivered on messaging.dispatch (queued_at)
  where settled_at is null and (held_at is not null or failed_at is not null or bounced_at is not null);

-- The one log of the gate: every time somebody was to be reached, what was decided and by which check.
create table messaging.gate_decision (
  id uuid primary key,
  at timestamptz not null,
  dispatch_id uuid not null references messaging.dispatch,
  thread_id uuid,
  person_id uuid references people.person,
  channel text not null,
  purpose text not null,
  decision text not null check (decision in ('let-through', 'lowered', 'held')),
  form text check (form in ('bare-notice', 'notice', 'in-full', 'account')),
  -- The check that lowered or held; null when none had anything against it.
  reason text,
  constraint gate_decision_says_why check ((decision = 'let-through') = (reason is null))
);
create index gate_decision_by_person on messaging.gate_decision (person_id, at);
create index gate_decision_by_thread on messaging.gate_decision (thread_id, at);
create index gate_decision_by_dispatch on messaging.gate_decision (dispatch_id, at);
revoke update, delete, truncate on messaging.gate_decision from bedside_app;

create table messaging.incoming_mail (
  id uuid primary key,
  received_at timestamptz not null,
  -- Of the Message-ID and what the mail says: the same mail fetched twice, or by two ways, is one.
  same_mail bytea not null,
  outcome text not null check (outcome in ('message', 'bounce', 'automatic', 'loop', 'limited')),
  because text check (length(because) <= 200),
  message_id uuid references messaging.message,
  mail_id text check (length(mail_id) <= 300),
  from_address text check (length(from_address) <= 320),
  from_name text check (length(from_name) <= 320),
  -- The form in which addresses are compared.
  from_plain text check (length(from_plain) <= 320),
  subject text not null check (length(subject) <= 500),
  -- What only suggests where it belongs; never enough to put it there.
  suggested_thread_id uuid,
  suggested_because text,
  authentication jsonb,
  html text,
  remote_pictures integer not null default 0,
  constraint incoming_mail_once unique (same_mail)
);
create index incoming_mail_by_message on messaging.incoming_mail (message_id);
create index incoming_mail_by_sender on messaging.incoming_mail (from_plain, received_at);
create index incoming_mail_set_aside on messaging.incoming_mail (received_at) where message_id is null;

-- Byte for byte as it came: what a parser made of it can then be made again.
create table messaging.raw_mail (
  incoming_mail_id uuid primary key references messaging.incoming_mail,
  bytes bytea not null check (octet_length(bytes) <= 41943040)
);
alter table messaging.raw_mail alter column bytes set storage external;

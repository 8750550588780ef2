-- Who may sign in, and who is signed in. Secrets are kept only as hashes, or sealed with a key the database does not have.
create extension if not exists citext;

create table platform.account (
  id uuid primary key,
  kind text not null check (kind in ('staff', 'person')),
  -- The staff member or the person; they live above the ground floor, so there is no foreign key.
  subject_id uuid not null,
  email citext not null check (length(email::text) between 3 and 254),
  -- A keyed hash of the address: accounts are looked for by it, and what a stranger types is never stored.
  mailbox bytea not null,
  password_hash text,
  password_is_long boolean not null default false,
  totp_sealed bytea,
  totp_confirmed_at timestamptz,
  totp_last_step bigint,
  -- Begun and not yet proved; the confirmed one goes on working until then.
  totp_pending_sealed bytea,
  proof_failures integer not null default 0,
  proof_failed_at timestamptz,
  -- Goes up whenever something that proves identity changes; tokens of an earlier version are void.
  credentials_version integer not null default 1,
  created_at timestamptz not null,
  activated_at timestamptz,
  disabled_at timestamptz,
  disabled_by uuid,
  demo boolean not null default false,
  demo_name text,
  demo_role text,
  constraint account_once unique (kind, subject_id)
);
-- Several people may share one mailbox; colleagues may not.
create unique index account_staff_email_once on platform.account (email) where kind = 'staff' and disabled_at is null;
create index account_by_mailbox on platform.account (mailbox);

create table platform.session (
  id uuid primary key,
  token_hash bytea not null unique,
  account_id uuid not null references platform.account on delete cascade,
  how text not null check (how in ('password', 'passkey', 'mail', 'demo', 'invitation')),
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  -- When the password (or what stands for it) was last given.
  proved_at timestamptz not null,
  second_factor_at timestamptz,
  ended_at timestamptz
);
create index session_by_account on platform.session (account_id) where ended_at is null;
create index session_by_age on platform.session (created_at);

create table platform.one_time_token (
  token_hash bytea primary key,
  purpose text not null check (purpose in ('invitation', 'reset', 'account-choice', 'passkey-registration',
    'passkey-second-factor', 'passkey-sign-in')),
  account_id uuid references platform.account on delete cascade,
  mailbox bytea,
  credentials_version integer,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  tries integer not null default 0,
  used_at timestamptz
);
create index one_time_token_by_account on platform.one_time_token (account_id);
create index one_time_token_by_age on platform.one_time_token (expires_at);

-- Someone asked for a link: the same row whether or not the mailbox is known. Link and code are made when the mail is.
create table platform.sign_in_request (
  id uuid primary key,
  mailbox bytea not null,
  -- Binds the short code to the browser that asked for it.
  asker_hash bytea not null unique,
  asked_at timestamptz not null,
  link_hash bytea unique,
  link_expires_at timestamptz,
  code_hash bytea,
  code_expires_at timestamptz,
  code_tries integer not null default 0,
  used_at timestamptz
);
create index sign_in_request_by_age on platform.sign_in_request (asked_at);

create table platform.passkey (
  id uuid primary key,
  account_id uuid not null references platform.account on delete cascade,
  credential_id text not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  label text not null check (length(label) between 1 and 100),
  created_at timestamptz not null,
  last_used_at timestamptz,
  constraint passkey_once unique (credential_id)
);
create index passkey_by_account on platform.passkey (account_id);

create table platform.recovery_code (
  account_id uuid not null references platform.account on delete cascade,
  code_hash bytea not null,
  created_at timestamptz not null,
  used_at timestamptz,
  primary key (account_id, code_hash)
);

-- Browsers in which a staff account has signed in: another one is news to its owner (ASVS 6.3.5).
create table platform.known_browser (
  id uuid primary key,
  account_id uuid not null references platform.account on delete cascade,
  -- Of a cookie that says nothing else; whoever reads this table cannot pretend to be the browser.
  token_hash bytea not null,
  -- "Firefox, Windows": enough to know it again, too little to follow anybody by.
  name text not null check (length(name) <= 40),
  first_used_at timestamptz not null,
  last_used_at timestamptz not null,
  constraint known_browser_once unique (account_id, token_hash)
);

alter table platform.session add column browser_id uuid references platform.known_browser on delete set null;
create index session_by_browser on platform.session (browser_id);

alter table messaging.dispatch drop constraint dispatch_kind_check;
alter table messaging.dispatch add constraint dispatch_kind_check
  check (kind in ('message', 'sign-in', 'staff-invitation', 'staff-reset', 'credentials-changed', 'new-browser'));

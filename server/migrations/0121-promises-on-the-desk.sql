-- A promise about this conversation was broken and nobody has written to the person since.
alter table desk.conversation add column promise_broken_at timestamptz;

-- A promise about this conversation was broken and nobody has written to the person since.
alter table desk.conversation add column promise_broken_at timestamptz;

alter table desk.conversation_fact drop constraint conversation_fact_kind_check;
alter table desk.conversation_fact add constraint conversation_fact_kind_check
  check (kind in ('opened', 'claimed', 'handed-over', 'given-back', 'waiting', 'waiting-ended', 'answered',
    'message-received', 'undelivered', 'resolved', 'reopened', 'linked', 'reason-changed', 'undone',
    'split-off', 'split', 'merged', 'gathered', 'unmerged', 'let-go', 'waited-long-enough', 'promise-broken',
    'promise-ended'));

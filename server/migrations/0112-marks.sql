-- What the words of a person may carry: as the software heard it, or as a colleague says. A suggestion, never a finding.
create table desk.mark (
  id uuid primary key,
  conversation_id uuid not null references desk.conversation,
  mark text not null check (mark in ('danger', 'distress', 'anger', 'grief', 'confusion', 'thanks')),
  -- As the person wrote them; none where a colleague set the mark.
  words text[] not null check (cardinality(words) <= 12),
  at timestamptz not null,
  -- null: the software.
  by_staff_id uuid references workforce.staff,
  constraint mark_of_software_says_why check (by_staff_id is not null or cardinality(words) > 0)
);
create index mark_by_conversation on desk.mark (conversation_id);
create index mark_by_time on desk.mark (at);
-- A colleague sets what was not heard once; after that it is withdrawn and set again in turns.
create unique index mark_set_once on desk.mark (conversation_id, mark) where by_staff_id is not null;
revoke update, delete, truncate on desk.mark from bedside_app;

-- What colleagues said of a mark: odd turns withdraw it, even ones set it again. The words stay.
create table desk.mark_correction (
  id uuid primary key,
  mark_id uuid not null references desk.mark,
  turn integer not null check (turn > 0),
  at timestamptz not null,
  by_staff_id uuid not null references workforce.staff,
  reason text check (length(reason) between 1 and 1000),
  constraint mark_correction_in_turns unique (mark_id, turn)
);
revoke update, delete, truncate on desk.mark_correction from bedside_app;

-- While nobody has what is urgent: the one colleague who is asked to take it.
alter table desk.conversation
  add column urgent_for_staff_id uuid references workforce.staff,
  add constraint conversation_urgent_for_while_nobodys check (
    urgent_for_staff_id is null or (urgent_at is not null and owner_staff_id is null and resolved_at is null));
create index conversation_urgent_for on desk.conversation (urgent_for_staff_id) where urgent_for_staff_id is not null;

-- What was found before this day.
insert into desk.mark (id, conversation_id, mark, words, at)
  select gen_random_uuid(), id, 'danger', urgent_words, coalesce(urgent_at, opened_at)
  from desk.conversation where cardinality(urgent_words) between 1 and 12;

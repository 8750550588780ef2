-- A mail that was set aside as a machine's, and that somebody found to be a person's question after all.
alter table messaging.incoming_mail
  add column taken_up_at timestamptz,
  add column taken_up_by uuid,
  add constraint incoming_mail_taken_up_as_message check (taken_up_at is null or message_id is not null);

-- To which colleague it went, beside the name they had: two may have one name.
alter table desk.conversation_fact add column to_staff_id uuid;
-- Until now the name was all there was to tell taking over from handing over.
update desk.conversation_fact set to_staff_id = by_id
  where kind = 'handed-over' and by_kind = 'staff' and to_name = by_name;

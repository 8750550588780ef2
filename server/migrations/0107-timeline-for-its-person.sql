-- A person reads their own line: what was told of their record, and what they asked.
update people.timeline_entry set visible_to = visible_to || '{person}'
where kind like 'people.%' and kind not in ('people.death-recorded', 'people.death-taken-back')
  and not visible_to && '{person}';

update people.timeline_entry entry set visible_to = entry.visible_to || '{person,proxy:messages}'
from desk.conversation asked
where asked.id = entry.ref_id and asked.asker_person_id = entry.person_id
  and entry.kind like 'desk.%' and not entry.visible_to && '{person}';

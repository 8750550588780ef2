-- Two administrators may have one facility, or a part of it, open at once: whoever saves says which version they saw.
-- Counted by the database, so that no statement that writes these rows can forget it.
create function places.count_version() returns trigger language plpgsql as $$
begin
  new.version := old.version + 1;
  return new;
end $$;

alter table places.facility add column version integer not null default 1;
alter table places.location add column version integer not null default 1;
alter table places.department add column version integer not null default 1;
alter table places.service add column version integer not null default 1;

create trigger facility_version before update on places.facility
  for each row execute function places.count_version();
create trigger location_version before update on places.location
  for each row execute function places.count_version();
create trigger department_version before update on places.department
  for each row execute function places.count_version();
create trigger service_version before update on places.service
  for each row execute function places.count_version();

-- Found by name, as services are: without accents and case.
create index practitioner_by_plain_name on places.practitioner
  using gin (places.plain(given || ' ' || family) gin_trgm_ops);

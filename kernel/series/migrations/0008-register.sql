-- Names the devices as they are: what a program knows of them holds until it changes.
create table series.register (token uuid not null);
insert into series.register values (gen_random_uuid());
create function series.devices_changed() returns trigger language plpgsql as $$
begin
  update series.register set token = gen_random_uuid();
  return null;
end $$;
create trigger devices_changed after insert or update or delete or truncate on series.devices
  for each statement execute function series.devices_changed();

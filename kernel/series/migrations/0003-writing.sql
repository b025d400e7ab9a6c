-- Names the last batch that was written, so that a program whose own it was knows the heads of its series still. Whoever
-- changes a series or the rules of a quantity makes every program look again.
create table series.writing (token uuid not null);
insert into series.writing values (gen_random_uuid());
create function series.look_again() returns trigger language plpgsql as $$
begin
  update series.writing set token = gen_random_uuid();
  return null;
end $$;
create trigger look_again after update or delete on series.series for each statement execute function series.look_again();
create trigger look_again after update or delete on series.quantities for each statement execute function series.look_again();

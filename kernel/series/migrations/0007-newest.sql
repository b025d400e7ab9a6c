-- Of every series when its newest reading is of (milliseconds since 1970; -infinity: none yet) and its flags: 128 series a
-- row, by their ids in order, so that a batch writes some hundred rows, where a row of each series would cost more than its
-- readings. By it those are found that are late or doubted.
create table series.newest (
  block integer primary key,
  at double precision[] not null,
  flags smallint[] not null
) with (fillfactor = 40);
insert into series.newest (block, at, flags)
  select s.id / 128, array_agg(coalesce((extract(epoch from h.at) * 1000)::float8, '-infinity') order by s.id),
    array_agg(coalesce(h.flags, 0::smallint) order by s.id)
  from generate_series(0, (select max(id) / 128 * 128 + 127 from series.series)) s(id)
    left join series.standing h on h.series = s.id
  group by 1;

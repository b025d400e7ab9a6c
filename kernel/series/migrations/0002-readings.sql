-- What the systems declare of quantities, as their readings are kept: the number stands in each row, and chooses its
-- partition, so that readings of one quantity can go while those of another stay.
create table series.quantities (
  number smallint generated always as identity primary key,
  id text not null unique,
  every double precision not null,
  low double precision,
  high double precision,
  rate double precision,
  stuck double precision,
  keep_readings integer not null,
  keep_minutes integer
);

-- One quantity at one device. Limits of its own go before those of the quantity.
create table series.series (
  id integer generated always as identity primary key,
  device text not null,
  quantity smallint not null references series.quantities,
  -- Whether minutes are rolled up: of what is read no oftener they would be the readings once more. Said when the series
  -- begins, and never changed.
  minutes boolean not null,
  every double precision,
  low double precision,
  high double precision,
  rate double precision,
  stuck double precision,
  unique (device, quantity)
);

-- Readings as they came, each once; by quantity and month. Each month has a key of its own, (series, at).
create table series.readings (
  at timestamptz not null,
  value double precision not null,
  series integer not null,
  quantity smallint not null,
  flags smallint not null
) partition by list (quantity);

-- Roll-ups of buckets that lie behind: the one that the newest reading falls in is in series.heads.
create table series.minutes (
  at timestamptz not null,
  min double precision not null,
  max double precision not null,
  sum double precision not null,
  last double precision not null,
  series integer not null,
  count integer not null,
  good integer not null,
  quantity smallint not null
) partition by list (quantity);
create table series.hours (
  at timestamptz not null,
  min double precision not null,
  max double precision not null,
  sum double precision not null,
  last double precision not null,
  series integer not null,
  count integer not null,
  good integer not null,
  primary key (series, at)
);
create table series.days (like series.hours including all);

-- Of each series its newest reading, and the minute, hour and day under way. A row is written by every batch that has
-- readings of the series, so there is room for its next version beside it.
create table series.heads (
  series integer primary key references series.series on delete cascade,
  at timestamptz not null,
  value double precision not null,
  flags smallint not null,
  -- Since when the value has not changed, as far back as the rules look.
  since timestamptz not null,
  minute_min double precision not null, minute_max double precision not null, minute_sum double precision not null,
  minute_count integer not null, minute_good integer not null,
  hour_min double precision not null, hour_max double precision not null, hour_sum double precision not null,
  hour_count integer not null, hour_good integer not null,
  day_min double precision not null, day_max double precision not null, day_sum double precision not null,
  day_count integer not null, day_good integer not null
) with (fillfactor = 40);

-- Buckets behind and under way, by which roll-ups are read.
create view series.all_minutes as
  select series, quantity, at, count, good, min, max, sum, last from series.minutes
  union all
  select h.series, s.quantity, date_trunc('minute', h.at), minute_count, minute_good, minute_min, minute_max, minute_sum, h.value
  from series.heads h join series.series s on s.id = h.series and s.minutes;
create view series.all_hours as
  select series, at, count, good, min, max, sum, last from series.hours
  union all
  select series, date_trunc('hour', at), hour_count, hour_good, hour_min, hour_max, hour_sum, value from series.heads;
create view series.all_days as
  select series, at, count, good, min, max, sum, last from series.days
  union all
  select series, date_trunc('day', at, 'Asia/Shanghai'), day_count, day_good, day_min, day_max, day_sum, value
  from series.heads;

-- Makes the partitions of a month (its first day, at Beijing) where they are missing. Built apart and attached: who reads
-- is not held up.
create function series.ensure(of_quantity smallint, month date, with_minutes boolean) returns void language plpgsql as $$
declare
  parent text;
  middle text;
  leaf text;
  low constant timestamptz := month::timestamp at time zone 'Asia/Shanghai';
  high constant timestamptz := (month + interval '1 month')::timestamp at time zone 'Asia/Shanghai';
begin
  foreach parent in array case when with_minutes then array['readings', 'minutes'] else array['readings'] end loop
    middle := format('%s_%s', parent, of_quantity);
    leaf := format('%s_%s', middle, to_char(month, 'YYYYMM'));
    continue when to_regclass('series.' || leaf) is not null;
    if to_regclass('series.' || middle) is null then
      execute format('create table series.%I (like series.%I) partition by range (at)', middle, parent);
      execute format('alter table series.%I attach partition series.%I for values in (%s)', parent, middle, of_quantity);
    end if;
    execute format('create table series.%I (like series.%I, primary key (series, at))', leaf, parent);
    if parent = 'readings' then
      execute format('create index on series.%I (series, at) where flags & 8 <> 0', leaf);
    end if;
    execute format('alter table series.%I attach partition series.%I for values from (%L) to (%L)', middle, leaf, low, high);
  end loop;
end $$;

-- What was sent and not kept: how much of it, by device, day and reason, with the last of it.
create table series.refused (
  day date not null,
  -- Of the sender; empty where it named none that is known.
  device text not null,
  reason text not null,
  count bigint not null,
  last_at timestamptz not null,
  example jsonb not null,
  primary key (device, day, reason)
);

-- By what a device proves itself: SHA-256 of its key, which nobody can read again.
create table series.keys (
  digest bytea primary key,
  device text not null,
  made_at timestamptz not null,
  made_by text not null
);
create index on series.keys (device);

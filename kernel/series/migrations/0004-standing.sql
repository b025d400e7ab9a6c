-- A head is written anew when it closes a bucket, and once in a while: between, the readings after it, which are in the
-- same minute, hour and day, say the rest. Where a series stands is therefore its head and those readings.
create view series.standing as
  select h.series, h.at as kept_at, t.count as behind,
    coalesce(t.at, h.at) as at, coalesce(t.value, h.value) as value, coalesce(t.flags, h.flags) as flags,
    coalesce(t.since, h.since) as since,
    least(h.minute_min, t.min) as minute_min, greatest(h.minute_max, t.max) as minute_max,
    h.minute_sum + t.sum as minute_sum, h.minute_count + t.count as minute_count, h.minute_good + t.good as minute_good,
    least(h.hour_min, t.min) as hour_min, greatest(h.hour_max, t.max) as hour_max,
    h.hour_sum + t.sum as hour_sum, h.hour_count + t.count as hour_count, h.hour_good + t.good as hour_good,
    least(h.day_min, t.min) as day_min, greatest(h.day_max, t.max) as day_max,
    h.day_sum + t.sum as day_sum, h.day_count + t.count as day_count, h.day_good + t.good as day_good
  from series.heads h join series.series s on s.id = h.series
    cross join lateral (
      select count(*)::int as count, (count(*) filter (where r.flags & 7 = 0))::int as good, min(r.value) as min,
        max(r.value) as max, coalesce(sum(r.value), 0) as sum, max(r.at) as at,
        (array_agg(r.value order by r.at desc))[1] as value, (array_agg(r.flags order by r.at desc))[1] as flags,
        max(r.at) filter (where r.value <> r.before) as since
      from (select at, value, flags, lag(value, 1, h.value) over (order by at) as before from series.readings
        where quantity = s.quantity and series = h.series and at > h.at) r) t;

create or replace view series.all_minutes as
  select series, quantity, at, count, good, min, max, sum, last from series.minutes
  union all
  select h.series, s.quantity, date_trunc('minute', h.at), minute_count, minute_good, minute_min, minute_max, minute_sum, h.value
  from series.standing h join series.series s on s.id = h.series and s.minutes;
create or replace view series.all_hours as
  select series, at, count, good, min, max, sum, last from series.hours
  union all
  select series, date_trunc('hour', at), hour_count, hour_good, hour_min, hour_max, hour_sum, value from series.standing;
create or replace view series.all_days as
  select series, at, count, good, min, max, sum, last from series.days
  union all
  select series, date_trunc('day', at, 'Asia/Shanghai'), day_count, day_good, day_min, day_max, day_sum, value
  from series.standing;

-- Writes heads as they stand, of a quantity and from before a moment: whoever lets go of readings asks for it first.
create function series.settle(of_quantity smallint, before timestamptz) returns void language sql as $$
  update series.heads h set (at, value, flags, since, minute_min, minute_max, minute_sum, minute_count, minute_good,
      hour_min, hour_max, hour_sum, hour_count, hour_good, day_min, day_max, day_sum, day_count, day_good) =
    row(t.at, t.value, t.flags, t.since, t.minute_min, t.minute_max, t.minute_sum, t.minute_count, t.minute_good,
      t.hour_min, t.hour_max, t.hour_sum, t.hour_count, t.hour_good, t.day_min, t.day_max, t.day_sum, t.day_count,
      t.day_good)
  from series.standing t join series.series s on s.id = t.series
  where h.series = t.series and s.quantity = of_quantity and t.kept_at < before and t.behind > 0
$$;

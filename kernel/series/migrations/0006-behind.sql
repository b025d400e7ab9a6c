-- A head is no longer written anew when it closes a bucket, only once in a while: the readings after it, which may be of
-- later buckets than its own, say the rest. Of the buckets under way it has a share where it falls in them.
create or replace view series.standing as
  select h.series, h.at as kept_at, t.count as behind, n.at,
    coalesce(t.value, h.value) as value, coalesce(t.flags, h.flags) as flags, coalesce(t.since, h.since) as since,
    least(case when h.at >= n.minute then h.minute_min end, t.minute_min) as minute_min,
    greatest(case when h.at >= n.minute then h.minute_max end, t.minute_max) as minute_max,
    case when h.at >= n.minute then h.minute_sum else 0 end + t.minute_sum as minute_sum,
    case when h.at >= n.minute then h.minute_count else 0 end + t.minute_count as minute_count,
    case when h.at >= n.minute then h.minute_good else 0 end + t.minute_good as minute_good,
    least(case when h.at >= n.hour then h.hour_min end, t.hour_min) as hour_min,
    greatest(case when h.at >= n.hour then h.hour_max end, t.hour_max) as hour_max,
    case when h.at >= n.hour then h.hour_sum else 0 end + t.hour_sum as hour_sum,
    case when h.at >= n.hour then h.hour_count else 0 end + t.hour_count as hour_count,
    case when h.at >= n.hour then h.hour_good else 0 end + t.hour_good as hour_good,
    least(case when h.at >= n.day then h.day_min end, t.day_min) as day_min,
    greatest(case when h.at >= n.day then h.day_max end, t.day_max) as day_max,
    case when h.at >= n.day then h.day_sum else 0 end + t.day_sum as day_sum,
    case when h.at >= n.day then h.day_count else 0 end + t.day_count as day_count,
    case when h.at >= n.day then h.day_good else 0 end + t.day_good as day_good
  from series.heads h join series.series s on s.id = h.series
    cross join lateral (
      select coalesce(max(at), h.at) as at from series.readings
      where quantity = s.quantity and series = h.series and at > h.at) newest
    cross join lateral (
      select newest.at, date_trunc('minute', newest.at) as minute, date_trunc('hour', newest.at) as hour,
        date_trunc('day', newest.at, 'Asia/Shanghai') as day) n
    cross join lateral (
      select count(*)::int as count, max(r.value) filter (where r.at = n.at) as value,
        max(r.flags) filter (where r.at = n.at) as flags, max(r.at) filter (where r.value <> r.before) as since,
        min(r.value) filter (where r.at >= n.minute) as minute_min, max(r.value) filter (where r.at >= n.minute) as minute_max,
        coalesce(sum(r.value) filter (where r.at >= n.minute), 0) as minute_sum, (count(*) filter (where r.at >= n.minute))::int as minute_count,
        (count(*) filter (where r.at >= n.minute and r.flags & 7 = 0))::int as minute_good,
        min(r.value) filter (where r.at >= n.hour) as hour_min, max(r.value) filter (where r.at >= n.hour) as hour_max,
        coalesce(sum(r.value) filter (where r.at >= n.hour), 0) as hour_sum, (count(*) filter (where r.at >= n.hour))::int as hour_count,
        (count(*) filter (where r.at >= n.hour and r.flags & 7 = 0))::int as hour_good,
        min(r.value) filter (where r.at >= n.day) as day_min, max(r.value) filter (where r.at >= n.day) as day_max,
        coalesce(sum(r.value) filter (where r.at >= n.day), 0) as day_sum, (count(*) filter (where r.at >= n.day))::int as day_count,
        (count(*) filter (where r.at >= n.day and r.flags & 7 = 0))::int as day_good
      from (select at, value, flags, lag(value, 1, h.value) over (order by at) as before from series.readings
        where quantity = s.quantity and series = h.series and at > h.at) r) t;

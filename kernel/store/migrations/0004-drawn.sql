-- The line of an edge: from the place of one node over the vertices of its course to the place of the other. A vertex that
-- is no place on earth is left out.
create function gaoxin.line(from_place point, course jsonb, to_place point) returns jsonb immutable parallel safe language sql as $$
  select case when from_place is not null and to_place is not null then jsonb_build_object('type', 'LineString', 'coordinates',
    jsonb_build_array(jsonb_build_array(from_place[0], from_place[1]))
    || coalesce(jsonb_path_query_array(course, 'strict $[*] ? (@.type() == "array" && @[0] >= -180 && @[0] <= 180 && @[1] >= -90 && @[1] <= 90)', '{}', true), '[]')
    || jsonb_build_array(jsonb_build_array(to_place[0], to_place[1]))) end
$$;

-- Brings the drawn lines of some edges up to date: `at` names the table of the edges, its columns, the table of the nodes,
-- their column and the table of the lines, as the triggers that `gaoxin.draw` makes are given them. A line that stays what it was is not touched.
create function gaoxin.redraw(at text[], ids text[]) returns void language plpgsql as $$
begin
  if ids is null then return; end if;
  execute format('with lines as (
      select e.id, gaoxin.line(a.%6$I, %4$s, b.%6$I) as line from %1$s e
        join %5$s a on a.id = e.%2$I join %5$s b on b.id = e.%3$I where e.id = any($1)),
    gone as (delete from %7$s d where d.id = any($1)
      and not exists (select from lines l where l.id = d.id and l.line is not null))
    insert into %7$s as d (id, line) select id, line from lines where line is not null
      on conflict (id) do update set line = excluded.line where d.line is distinct from excluded.line',
    at[1], at[2], at[3], coalesce(format('e.%I', at[4]), 'null'), at[5], at[6], at[7]) using ids;
end $$;

-- Of edges that came, changed or went.
create function gaoxin.edges_changed() returns trigger language plpgsql as $$
declare
  ids text[];
begin
  if tg_op = 'DELETE' then select array_agg(id) into ids from before_rows;
  else select array_agg(id) into ids from after_rows; end if;
  perform gaoxin.redraw(tg_argv[0]::text[], ids);
  return null;
end $$;

-- Of nodes that came, moved or went: the edges at them, by the indexes of both ends.
create function gaoxin.ends_changed() returns trigger language plpgsql as $$
declare
  at constant text[] = tg_argv[0]::text[];
  moved text[];
  ids text[];
begin
  if tg_op = 'INSERT' then select array_agg(id) into moved from after_rows;
  elsif tg_op = 'DELETE' then select array_agg(id) into moved from before_rows;
  else execute format('select array_agg(n.id) from before_rows o join after_rows n using (id)
    where o.%1$I::text is distinct from n.%1$I::text', at[6]) into moved; end if;
  if moved is null then return null; end if;
  execute format('select array_agg(id) from (select id from %1$s where %2$I = any($1)
    union select id from %1$s where %3$I = any($1)) e', at[1], at[2], at[3]) using moved into ids;
  perform gaoxin.redraw(at, ids);
  return null;
end $$;

-- Keeps the lines of a record of edges beside it, in the transactions that change them: a tile finds them by the index of
-- their boxes and prominence. Edges that are there already are drawn now.
create function gaoxin.draw(edges text, node_from text, node_to text, course text, nodes text, place text) returns void language plpgsql as $$
declare
  own constant text = quote_ident(split_part(edges, '.', 1)) || '.' || quote_ident(split_part(edges, '.', 2));
  ends constant text = quote_ident(split_part(nodes, '.', 1)) || '.' || quote_ident(split_part(nodes, '.', 2));
  drawn constant text = quote_ident(split_part(edges, '.', 1)) || '.' || quote_ident(split_part(edges, '.', 2) || '_drawn');
  at constant text[] = array[own, node_from, node_to, course, ends, place, drawn];
  name constant text = 'gaoxin_drawn_' || translate(edges, '.', '_');
  change text;
begin
  if to_regclass(drawn) is not null then return; end if;
  execute format('create table %s (id text primary key, line jsonb not null)', drawn);
  execute format('create index on %s using gist (gaoxin.bounds(line::text), gaoxin.prominence(line::text, id))', drawn);
  foreach change in array array['insert', 'update', 'delete'] loop
    execute format('create trigger gaoxin_drawn_%1$s after %1$s on %2$s referencing %3$s
      for each statement execute function gaoxin.edges_changed(%4$L)', change, own,
      case change when 'delete' then 'old table as before_rows' when 'insert' then 'new table as after_rows'
        else 'old table as before_rows new table as after_rows' end, at);
    execute format('create trigger %1$I after %2$s on %3$s referencing %4$s
      for each statement execute function gaoxin.ends_changed(%5$L)', name || '_' || change, change, ends,
      case change when 'delete' then 'old table as before_rows' when 'insert' then 'new table as after_rows'
        else 'old table as before_rows new table as after_rows' end, at);
  end loop;
  execute format('select gaoxin.redraw($1, array_agg(id)) from %s', own) using at;
end $$;

-- Steps of many cases are read and written by one statement each: whoever waits for a statement that is under way is
-- part of the next. The functions are planned once a connection, and to be planned is most of what a step costs: so they
-- are never planned for the values they are called with, and never, while the tables are all but empty, to read them
-- whole. A case is always found by its id.

-- Reads cases as they stand.
create function flow.read_cases(wanted text[]) returns json language plpgsql stable
  set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  found json;
begin
  select json_agg(each) into found from (
    select c.*,
      (select encode(s.hash, 'hex') from flow.steps s where s.case_id = c.id and s.number = c.steps) as head,
      array(select t from flow.tokens t where t.case_id = c.id order by t.id) as tokens,
      array(select t from flow.tasks t where t.case_id = c.id order by t.token) as tasks
    from flow.cases c where c.id = any(wanted)) each;
  return found;
end $$;

-- Locks a case's family and reads the case. Two statements, so that what waited for the lock sees what it waited for.
drop function flow.lock_case(text);
create function flow.lock_case(wanted text) returns json language plpgsql
  set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
begin
  perform from flow.cases where id = (select coalesce(root, id) from flow.cases where id = wanted) for update;
  return flow.read_cases(array[wanted]);
end $$;
drop function flow.read_case(text);

-- Writes steps of cases whole, one of each case at most: where the case stands, what it asks for and of whom, what it no
-- longer asks for. What is given is one list for each table; those that are empty are left out. Of a case that has moved
-- since it was read, or that somebody holds, nothing is written. Returns the ids of those.
drop function flow.save_step(jsonb);
create function flow.save_steps(given jsonb) returns text[] language plpgsql
  set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  refused text[] := '{}';
begin
  if given ? 'moved' then
    with free as materialized (
      select c.id from jsonb_to_recordset(given->'moved') m(case_id text, steps integer)
        join flow.cases c on c.id = m.case_id and c.steps = m.steps - 1 for no key update of c skip locked),
    saved as (
      update flow.cases c set state = m.state, ended_at = m.ended_at, steps = m.steps, next = m.next, scopes = m.scopes
      from free join jsonb_to_recordset(given->'moved')
        m(case_id text, state text, ended_at timestamptz, steps integer, next integer, scopes jsonb) on m.case_id = free.id
      where c.id = free.id returning c.id)
    select array(select m.case_id from jsonb_to_recordset(given->'moved') m(case_id text)
      where m.case_id not in (select id from saved)) into refused;
    if cardinality(refused) > 0 then
      select jsonb_object_agg(lists.key, lists.kept) into given from (
        select each.key, (select jsonb_agg(e) from jsonb_array_elements(each.value) e
          where coalesce(e->>'case_id', '') <> all(refused)) as kept
        from jsonb_each(given) each) lists
      where lists.kept is not null;
      if given is null then
        return refused;
      end if;
    end if;
    if given ? 'undo' then
      insert into flow.undo (case_id, step, actor, token, scopes, tokens, tasks, waits)
        select u.case_id, u.step, u.actor, u.token, u.scopes,
          coalesce((select jsonb_agg(to_jsonb(t)) from flow.tokens t where t.case_id = u.case_id), '[]'),
          coalesce((select jsonb_agg(to_jsonb(t)) from flow.tasks t where t.case_id = u.case_id), '[]'),
          coalesce((select jsonb_agg(to_jsonb(t)) from flow.waits t where t.case_id = u.case_id), '[]')
        from jsonb_to_recordset(given->'undo') u(case_id text, step integer, actor text, token integer, scopes jsonb)
      on conflict (case_id) do update set step = excluded.step, actor = excluded.actor, token = excluded.token,
        scopes = excluded.scopes, tokens = excluded.tokens, tasks = excluded.tasks, waits = excluded.waits;
    end if;
    if given ? 'gone' then
      delete from flow.tokens t using jsonb_to_recordset(given->'gone') g(case_id text, id integer)
      where t.case_id = g.case_id and t.id = g.id;
    end if;
    if given ? 'endedTasks' then
      with over as (
        delete from flow.tasks t using jsonb_to_recordset(given->'endedTasks')
          e(case_id text, token integer, ended timestamptz, done_by text)
        where t.case_id = e.case_id and t.token = e.token returning t.*, e.ended, e.done_by)
      insert into flow.handled (case_id, token, element, name, office, role, holder, since, due, ended, done_by)
      select case_id, token, element, name, office, role, holder, since, due, ended, done_by from over;
    end if;
    if given ? 'endedWaits' then
      delete from flow.waits w using jsonb_to_recordset(given->'endedWaits') e(case_id text, key text)
      where w.case_id = e.case_id and w.key = e.key;
    end if;
  end if;
  if given ? 'begun' then
    insert into flow.cases select * from jsonb_populate_recordset(null::flow.cases, given->'begun');
  end if;
  if given ? 'tokens' then
    insert into flow.tokens (case_id, id, at, scope, waiting, more)
      select * from jsonb_to_recordset(given->'tokens')
        t(case_id text, id integer, at text, scope integer, waiting text, more jsonb)
      on conflict (case_id, id) do update set waiting = excluded.waiting, more = excluded.more;
  end if;
  if given ? 'tasks' then
    insert into flow.tasks (case_id, token, element, name, process, office, role, since, due, warn_at, escalate)
      select * from jsonb_to_recordset(given->'tasks') t(case_id text, token integer, element text, name text,
        process text, office text, role text, since timestamptz, due timestamptz, warn_at timestamptz, escalate text);
  end if;
  if given ? 'waits' then
    insert into flow.waits (case_id, key, element, type, ref, due)
      select * from jsonb_to_recordset(given->'waits')
        w(case_id text, key text, element text, type text, ref text, due timestamptz);
  end if;
  insert into flow.steps (case_id, number, at, actor, why, happened, hash)
    select case_id, number, at, actor, why, happened, decode(hash, 'hex') from jsonb_to_recordset(given->'steps')
      s(case_id text, number integer, at timestamptz, actor text, why text, happened jsonb, hash text);
  insert into flow.unsealed select s.case_id from jsonb_to_recordset(given->'steps') s(case_id text)
    on conflict do nothing;
  return refused;
end $$;

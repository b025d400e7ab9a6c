-- Locks a case's family and reads the case. Two statements, so that what waited for the lock sees what it waited for.
create function flow.lock_case(wanted text) returns jsonb language plpgsql as $$
declare
  found jsonb;
begin
  perform from flow.cases where id = (select coalesce(root, id) from flow.cases where id = wanted) for update;
  select to_jsonb(c) || jsonb_build_object(
    'head', encode(s.hash, 'hex'),
    'tokens', coalesce((select jsonb_agg(to_jsonb(t) order by t.id) from flow.tokens t where t.case_id = c.id), '[]'),
    'tasks', coalesce((select jsonb_agg(to_jsonb(t) order by t.token) from flow.tasks t where t.case_id = c.id), '[]'))
  into found
  from flow.cases c left join flow.steps s on s.case_id = c.id and s.number = c.steps
  where c.id = wanted;
  return found;
end $$;

-- Adds a step to the history of a case.
create function flow.add_step(step jsonb) returns void language plpgsql as $$
begin
  insert into flow.steps (case_id, number, at, actor, why, happened, hash)
  values (step->>'case', (step->>'number')::integer, (step->>'at')::timestamptz, step->>'actor', step->>'why',
    step->'happened', decode(step->>'hash', 'hex'));
  insert into flow.unsealed values (step->>'case') on conflict do nothing;
end $$;

-- Writes a step whole: where the case stands, what it asks for and of whom, what it no longer asks for. As a function
-- its statements are planned once a connection, which is most of what they cost.
create function flow.save_step(moved jsonb) returns void language plpgsql as $$
declare
  wanted text := moved->'row'->>'id';
  begun timestamptz := (moved->'step'->>'at')::timestamptz;
begin
  if moved ? 'undo' then
    insert into flow.undo (case_id, step, actor, token, scopes, tokens, tasks, waits)
    select c.id, c.steps + 1, moved->'step'->>'actor', (moved->>'undo')::integer, c.scopes,
      coalesce((select jsonb_agg(to_jsonb(t)) from flow.tokens t where t.case_id = c.id), '[]'),
      coalesce((select jsonb_agg(to_jsonb(t)) from flow.tasks t where t.case_id = c.id), '[]'),
      coalesce((select jsonb_agg(to_jsonb(t)) from flow.waits t where t.case_id = c.id), '[]')
    from flow.cases c where c.id = wanted
    on conflict (case_id) do update set step = excluded.step, actor = excluded.actor, token = excluded.token,
      scopes = excluded.scopes, tokens = excluded.tokens, tasks = excluded.tasks, waits = excluded.waits;
  end if;
  if (moved->'row'->>'steps')::integer = 1 then
    insert into flow.cases select (jsonb_populate_record(null::flow.cases, moved->'row')).*;
  else
    update flow.cases set state = moved->'row'->>'state', ended_at = (moved->'row'->>'ended_at')::timestamptz,
      steps = (moved->'row'->>'steps')::integer, next = (moved->'row'->>'next')::integer, scopes = moved->'row'->'scopes'
    where id = wanted;
    delete from flow.tokens where case_id = wanted
      and id in (select each::integer from jsonb_array_elements_text(moved->'gone') each);
    with over as (
      delete from flow.tasks where case_id = wanted
        and 't' || token in (select each from jsonb_array_elements_text(moved->'ended') each) returning *)
    insert into flow.handled (case_id, token, element, name, office, role, holder, since, due, ended, done_by)
    select case_id, token, element, name, office, role, holder, since, due, begun,
      case when token in (select each::integer from jsonb_array_elements_text(moved->'done') each)
        then moved->'step'->>'actor' end
    from over;
    delete from flow.waits where case_id = wanted
      and key in (select each from jsonb_array_elements_text(moved->'ended') each);
  end if;
  insert into flow.tokens (case_id, id, at, scope, waiting, more)
    select wanted, t.id, t.at, t.scope, t.waiting, t.more from jsonb_to_recordset(moved->'tokens')
      t(id integer, at text, scope integer, waiting text, more jsonb)
    on conflict (case_id, id) do update set waiting = excluded.waiting, more = excluded.more;
  insert into flow.tasks (case_id, token, element, name, process, office, role, since, due, warn_at, escalate)
    select wanted, t.token, t.element, t.name, moved->'row'->>'process', t.office, t.role, begun, t.due, t.warn_at, t.escalate
    from jsonb_to_recordset(moved->'tasks') t(token integer, element text, name text, office text, role text,
      due timestamptz, warn_at timestamptz, escalate text);
  insert into flow.waits (case_id, key, element, type, ref, due)
    select wanted, w.key, w.element, w.type, w.ref, w.due from jsonb_to_recordset(moved->'waits')
      w(key text, element text, type text, ref text, due timestamptz);
  perform flow.add_step(moved->'step');
end $$;

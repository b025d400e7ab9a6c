-- The functions below are planned once a connection, often while the tables are all but empty; by such a plan every
-- later step would read them whole. A case is always found by its id.

-- Reads a case as it stands.
create function flow.read_case(wanted text) returns jsonb language plpgsql stable set enable_seqscan = off as $$
declare
  found jsonb;
begin
  select to_jsonb(c) || jsonb_build_object(
    'head', encode(s.hash, 'hex'),
    'tokens', coalesce((select jsonb_agg(to_jsonb(t) order by t.id) from flow.tokens t where t.case_id = c.id), '[]'),
    'tasks', coalesce((select jsonb_agg(to_jsonb(t) order by t.token) from flow.tasks t where t.case_id = c.id), '[]'))
  into found
  from flow.cases c left join flow.steps s on s.case_id = c.id and s.number = c.steps
  where c.id = wanted;
  return found;
end $$;

-- Locks a case's family and reads the case. Two statements, so that what waited for the lock sees what it waited for.
create or replace function flow.lock_case(wanted text) returns jsonb language plpgsql set enable_seqscan = off as $$
begin
  perform from flow.cases where id = (select coalesce(root, id) from flow.cases where id = wanted) for update;
  return flow.read_case(wanted);
end $$;

alter function flow.add_step(jsonb) set enable_seqscan = off;

-- Writes a step whole: where the case stands, what it asks for and of whom, what it no longer asks for. Lists that are
-- empty are left out of what is given. Returns false and writes nothing where the case has moved since it was read.
drop function flow.save_step(jsonb);
create function flow.save_step(moved jsonb) returns boolean language plpgsql set enable_seqscan = off as $$
declare
  given jsonb := moved->'row';
  step jsonb := moved->'step';
  wanted text := given->>'id';
  counted integer := (given->>'steps')::integer;
  begun timestamptz := (step->>'at')::timestamptz;
begin
  if counted = 1 then
    insert into flow.cases select * from jsonb_populate_record(null::flow.cases, given);
  else
    update flow.cases set state = given->>'state', ended_at = (given->>'ended_at')::timestamptz,
      steps = counted, next = (given->>'next')::integer, scopes = given->'scopes'
    where id = wanted and steps = counted - 1;
    if not found then
      return false;
    end if;
    if moved ? 'undo' then
      insert into flow.undo (case_id, step, actor, token, scopes, tokens, tasks, waits)
      values (wanted, counted, step->>'actor', (moved->'undo'->>'token')::integer, moved->'undo'->'scopes',
        coalesce((select jsonb_agg(to_jsonb(t)) from flow.tokens t where t.case_id = wanted), '[]'),
        coalesce((select jsonb_agg(to_jsonb(t)) from flow.tasks t where t.case_id = wanted), '[]'),
        coalesce((select jsonb_agg(to_jsonb(t)) from flow.waits t where t.case_id = wanted), '[]'))
      on conflict (case_id) do update set step = excluded.step, actor = excluded.actor, token = excluded.token,
        scopes = excluded.scopes, tokens = excluded.tokens, tasks = excluded.tasks, waits = excluded.waits;
    end if;
    if moved ? 'gone' then
      delete from flow.tokens where case_id = wanted
        and id in (select each::integer from jsonb_array_elements_text(moved->'gone') each);
    end if;
    if moved ? 'endedTasks' then
      with over as (
        delete from flow.tasks where case_id = wanted
          and token in (select each::integer from jsonb_array_elements_text(moved->'endedTasks') each) returning *)
      insert into flow.handled (case_id, token, element, name, office, role, holder, since, due, ended, done_by)
      select case_id, token, element, name, office, role, holder, since, due, begun,
        case when token in (select each::integer from jsonb_array_elements_text(moved->'done') each)
          then step->>'actor' end
      from over;
    end if;
    if moved ? 'endedWaits' then
      delete from flow.waits where case_id = wanted
        and key in (select each from jsonb_array_elements_text(moved->'endedWaits') each);
    end if;
  end if;
  if moved ? 'tokens' then
    insert into flow.tokens (case_id, id, at, scope, waiting, more)
      select wanted, t.id, t.at, t.scope, t.waiting, t.more from jsonb_to_recordset(moved->'tokens')
        t(id integer, at text, scope integer, waiting text, more jsonb)
      on conflict (case_id, id) do update set waiting = excluded.waiting, more = excluded.more;
  end if;
  if moved ? 'tasks' then
    insert into flow.tasks (case_id, token, element, name, process, office, role, since, due, warn_at, escalate)
      select wanted, t.token, t.element, t.name, given->>'process', t.office, t.role, begun, t.due, t.warn_at, t.escalate
      from jsonb_to_recordset(moved->'tasks') t(token integer, element text, name text, office text, role text,
        due timestamptz, warn_at timestamptz, escalate text);
  end if;
  if moved ? 'waits' then
    insert into flow.waits (case_id, key, element, type, ref, due)
      select wanted, w.key, w.element, w.type, w.ref, w.due from jsonb_to_recordset(moved->'waits')
        w(key text, element text, type text, ref text, due timestamptz);
  end if;
  perform flow.add_step(step);
  return true;
end $$;

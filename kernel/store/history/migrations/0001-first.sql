-- Every change of every watched table, and the chain of seals over them. Written to by triggers and by seal.ts only.
create table audit.changes (
  seq bigint generated always as identity primary key,
  -- The program's transaction; null when somebody else wrote.
  tx text,
  at timestamptz not null,
  actor text not null,
  why text,
  record text not null,
  row_id text not null,
  -- The row as it was (audit.image); null when it came to be by this change. What it became is the `before` of its
  -- next change, or the row itself.
  before jsonb
);
create index on audit.changes (record, row_id, seq);
create index on audit.changes (record, at);

create table audit.seals (
  number bigint primary key,
  tx text not null,
  at timestamptz not null,
  first_seq bigint not null,
  last_seq bigint not null,
  -- For each change in order of seq: 8 bytes of seq, 32 bytes of SM3.
  leaves bytea not null,
  previous bytea not null,
  hash bytea not null
);

create index on audit.seals (tx);

-- A row as it is kept: without its nulls, so that a column added later changes nothing of what was sealed.
-- Nulls inside structured data are content and stay; they are rare, so the common case takes the built-in function.
create function audit.image_of_nested(r jsonb) returns jsonb language sql immutable as
  'select jsonb_object_agg(key, value) from jsonb_each(r) where value <> ''null''::jsonb';
create function audit.image(r jsonb) returns jsonb language sql immutable as
  'select case when r @? ''$.*.**{1 to last} ? (@ == null)'' then audit.image_of_nested(r) else jsonb_strip_nulls(r) end';

create function audit.record_changes() returns trigger language plpgsql set timezone = 'UTC' as $$
declare
  -- Prefixed, since the columns of any table stand beside them.
  gx_record constant text := tg_table_schema || '.' || tg_table_name;
  gx_ours constant text := nullif(current_setting('gaoxin.tx', true), '');
  gx_reason constant text := nullif(current_setting('gaoxin.why', true), '');
  gx_who constant text := nullif(current_setting('gaoxin.actor', true), '');
begin
  if tg_op = 'INSERT' then
    insert into audit.changes (tx, at, actor, why, record, row_id)
    select gx_ours, case when gx_ours is null then clock_timestamp() else n.recorded_at end,
      case when gx_ours is null then 'postgres:' || session_user else n.recorded_by end, gx_reason, gx_record, n.id
    from after_rows n;
  elsif tg_op = 'UPDATE' then
    insert into audit.changes (tx, at, actor, why, record, row_id, before)
    select gx_ours, case when gx_ours is null then clock_timestamp() else n.recorded_at end,
      case when gx_ours is null then 'postgres:' || session_user else n.recorded_by end, gx_reason, gx_record, o.id,
      audit.image(to_jsonb(o))
    from before_rows o left join after_rows n using (id);
  else
    insert into audit.changes (tx, at, actor, why, record, row_id, before)
    select gx_ours, clock_timestamp(), coalesce(gx_who, 'postgres:' || session_user), gx_reason, gx_record, o.id,
      audit.image(to_jsonb(o))
    from before_rows o;
  end if;
  return null;
end $$;

create function audit.refuse() returns trigger language plpgsql as $$
begin
  raise exception '% is kept as it was written: % is refused', tg_table_schema || '.' || tg_table_name, tg_op
    using errcode = 'restrict_violation';
end $$;

create trigger kept before update or delete or truncate on audit.changes execute function audit.refuse();
create trigger kept before update or delete or truncate on audit.seals execute function audit.refuse();

-- Puts a table under watch. Rows that are there already enter the history as of now.
create function audit.watch(record text) returns void language plpgsql as $$
declare
  place constant text := quote_ident(split_part(record, '.', 1)) || '.' || quote_ident(split_part(record, '.', 2));
begin
  if exists (select from pg_trigger where tgrelid = place::regclass and tgname = 'gaoxin_insert') then
    return;
  end if;
  execute format('create trigger gaoxin_insert after insert on %s referencing new table as after_rows
    for each statement execute function audit.record_changes()', place);
  execute format('create trigger gaoxin_update after update on %s referencing old table as before_rows
    new table as after_rows for each statement execute function audit.record_changes()', place);
  execute format('create trigger gaoxin_delete after delete on %s referencing old table as before_rows
    for each statement execute function audit.record_changes()', place);
  execute format('create trigger gaoxin_truncate before truncate on %s
    for each statement execute function audit.refuse()', place);
  execute format('insert into audit.changes (tx, at, actor, why, record, row_id)
    select nullif(current_setting(''gaoxin.tx'', true), ''''), recorded_at, recorded_by,
      nullif(current_setting(''gaoxin.why'', true), ''''), %L, id from %s', record, place);
end $$;

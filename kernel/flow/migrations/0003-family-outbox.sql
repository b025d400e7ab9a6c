-- A case that a call activity began belongs to the case that called it: the family is locked by its first case.
alter table flow.cases add column root text references flow.cases on delete cascade;
alter table flow.cases add column parent text references flow.cases on delete cascade;
alter table flow.cases add column parent_token integer;
create index on flow.cases (parent, parent_token) where parent is not null;

-- Whom somebody has to look after.
create index on flow.tokens (case_id) where waiting = 'failed';

-- Each step carries the SM3 of its content and of the step before (GB/T 32905-2016).
alter table flow.steps add column hash bytea not null;
create index on flow.steps using brin (at);

-- What is to be done outside the database, once the step that asks for it is kept: at least once, by its key.
create table flow.outbox (
  key text primary key,
  case_id text not null references flow.cases on delete cascade,
  process text not null,
  effect text not null,
  payload jsonb not null,
  made_at timestamptz not null,
  -- When it is tried next; none once it is done or given up.
  next_at timestamptz,
  tries integer not null default 0,
  done_at timestamptz,
  -- What went wrong the last time, in a word.
  failure text
);
create index on flow.outbox (next_at) where next_at is not null;
create index on flow.outbox (case_id);

-- When whoever has it is warned before the limit, and the role that is told once it is late.
alter table flow.tasks add column warn_at timestamptz;
alter table flow.tasks add column escalate text;
create index on flow.tasks (warn_at) where warn_at is not null;
create index on flow.tasks (due) where due is not null;

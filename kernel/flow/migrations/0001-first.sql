-- Where cases stand. A case is locked by its own row while it moves; what moved is in flow.steps, written once.
create table flow.cases (
  id text primary key,
  process text not null,
  version integer not null,
  title text not null,
  -- What it is about, where that is a row of a record.
  record text,
  row_id text,
  state text not null check (state in ('running', 'completed', 'terminated')),
  synthetic boolean not null,
  started_at timestamptz not null,
  started_by text not null,
  ended_at timestamptz,
  -- How many steps it has made.
  steps integer not null,
  next integer not null,
  scopes jsonb not null
);
create index on flow.cases (process, state, started_at);
create index on flow.cases (record, row_id);

create table flow.tokens (
  case_id text not null references flow.cases on delete cascade,
  id integer not null,
  at text not null,
  scope integer not null,
  waiting text not null,
  more jsonb not null,
  primary key (case_id, id)
);

-- Work for people: the inbox. One for each token that waits at a user task.
create table flow.tasks (
  case_id text not null references flow.cases on delete cascade,
  token integer not null,
  element text not null,
  name text not null,
  process text not null,
  -- Whose it is until somebody takes it, and of whom there.
  office text,
  role text,
  holder text,
  since timestamptz not null,
  due timestamptz,
  primary key (case_id, token)
);
-- What is late first, what has no limit last.
create index on flow.tasks (office, coalesce(due, 'infinity'), since, case_id, token) where holder is null;
create index on flow.tasks (holder, coalesce(due, 'infinity'), since, case_id, token) where holder is not null;

-- What else a case waits for: a time, a message, a signal.
create table flow.waits (
  case_id text not null references flow.cases on delete cascade,
  key text not null,
  element text not null,
  type text not null check (type in ('timer', 'message', 'signal')),
  ref text,
  due timestamptz,
  primary key (case_id, key)
);
create index on flow.waits (due) where due is not null;
create index on flow.waits (type, ref) where ref is not null;

-- What happened, one row a step.
create table flow.steps (
  case_id text not null references flow.cases on delete cascade,
  number integer not null,
  at timestamptz not null,
  actor text not null,
  why text,
  happened jsonb not null,
  primary key (case_id, number)
);

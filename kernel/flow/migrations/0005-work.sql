-- What people do with a task beyond doing it.
alter table flow.tasks
  -- Who handed it to its holder, and which office handed it to this one: there it goes back to.
  add column sent_by text,
  add column sent_office text,
  add column urged_at timestamptz,
  -- How many of those who were asked have not said their opinion.
  add column opinions integer not null default 0;

-- Where a case stood before the last step that a person made, for whoever takes that back.
create table flow.undo (
  case_id text primary key references flow.cases on delete cascade,
  -- The step that it undoes.
  step integer not null,
  actor text not null,
  token integer not null,
  scopes jsonb not null,
  tokens jsonb not null,
  tasks jsonb not null,
  waits jsonb not null
);

-- 协办: others who are asked for their opinion before a task may be finished.
create table flow.opinions (
  id text primary key,
  case_id text not null references flow.cases on delete cascade,
  token integer not null,
  -- Of whom: a person, or an office and a role in it.
  person text,
  office text,
  role text,
  about text not null,
  asked_by text not null,
  asked_at timestamptz not null,
  opinion text,
  given_by text,
  given_at timestamptz,
  withdrawn_at timestamptz,
  check (person is not null or office is not null)
);
create index on flow.opinions (case_id, token);
create index on flow.opinions (person, asked_at) where given_at is null and withdrawn_at is null;
create index on flow.opinions (office, asked_at) where given_at is null and withdrawn_at is null and person is null;

-- What somebody is told: values, worded where they are shown.
create table flow.notices (
  id text primary key,
  -- What may be told only once.
  once text unique,
  person text,
  office text,
  role text,
  case_id text not null references flow.cases on delete cascade,
  token integer,
  kind text not null,
  told jsonb not null,
  due timestamptz,
  at timestamptz not null,
  read_at timestamptz,
  read_by text,
  check (person is not null or office is not null)
);
create index on flow.notices (person, at desc, id desc) where person is not null;
create index on flow.notices (office, at desc, id desc) where person is null;
create index on flow.notices (person) where person is not null and read_at is null;
create index on flow.notices (office) where person is null and read_at is null;
create index on flow.notices (case_id);

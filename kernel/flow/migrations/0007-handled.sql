-- Tasks that are no longer asked for: who had them, for how long, and who did them. Written by the step that ended them.
create table flow.handled (
  case_id text not null references flow.cases on delete cascade,
  token integer not null,
  element text not null,
  name text not null,
  office text,
  role text,
  holder text,
  since timestamptz not null,
  due timestamptz,
  ended timestamptz not null,
  -- Empty where the case went on without anybody doing it.
  done_by text,
  primary key (case_id, token, ended)
);
-- What somebody has done, the newest first.
create index on flow.handled (done_by, ended desc, case_id, token) where done_by is not null;

-- 挂账, 延期: the limit as it was first set, and from when until when its clock stands still.
alter table flow.tasks
  add column first_due timestamptz,
  add column paused_at timestamptz,
  add column paused_until timestamptz,
  -- Whether it was told that it is late.
  add column late_told boolean not null default false;
create index on flow.tasks (due) where due is not null and not late_told;

-- What a holder asks for and a second person decides; the limit that held then is kept.
create table flow.requests (
  id text primary key,
  case_id text not null references flow.cases on delete cascade,
  token integer not null,
  kind text not null check (kind in ('pause', 'extension')),
  why text not null,
  -- The end of the pause, or the new limit.
  until timestamptz not null,
  state text not null check (state in ('asked', 'approved', 'refused')),
  asked_by text not null,
  asked_at timestamptz not null,
  decided_by text,
  decided_at timestamptz,
  answer text,
  -- The limit, and those of timers on the task, before and after.
  due timestamptz,
  new_due timestamptz,
  timers jsonb
);
create unique index on flow.requests (case_id, token) where state = 'asked';
create index on flow.requests (case_id, token, asked_at);
create index on flow.requests (asked_at) where state = 'asked';

-- Who gave a series limits of its own, when, why, and what it had before.
create table series.limit_changes (
  series integer not null references series.series on delete cascade,
  at timestamptz not null,
  by text not null,
  why text not null,
  before jsonb not null,
  after jsonb not null
);
create index on series.limit_changes (series, at);

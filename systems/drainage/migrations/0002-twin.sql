create table "drainage"."sensors" (
  "id" text primary key,
  "device" text not null,
  "measures" text not null,
  "node" text,
  "link" text,
  "keeper" text not null,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null,
  unique ("device", "measures")
);
create table "drainage"."rain_forecasts" (
  "id" text primary key,
  "issued_at" timestamptz not null,
  "source" text not null,
  "steps" jsonb not null,
  "keeper" text not null,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null
);
create index on "drainage"."rain_forecasts" ("issued_at");
create table "drainage"."runs" (
  "id" text primary key,
  "at" timestamptz not null,
  "until" timestamptz not null,
  "sensors" bigint not null,
  "doubted" text,
  "error_before" numeric,
  "error_after" numeric,
  "rain_past" numeric not null,
  "rain_ahead" numeric not null,
  "standing" bigint not null,
  "seconds" numeric not null,
  "model" text not null,
  "water" jsonb not null,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null
);
create index on "drainage"."runs" ("at");
create table "drainage"."warnings" (
  "id" text primary key,
  "code" text not null,
  "node" text not null,
  "level" text not null,
  "state" text not null,
  "depth" numeric not null,
  "begins_at" timestamptz,
  "peak_at" timestamptz not null,
  "minutes" bigint not null,
  "certainty" bigint not null,
  "issued_at" timestamptz not null,
  "updated_at" timestamptz not null,
  "ended_at" timestamptz,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null
);
create index on "drainage"."warnings" ("state", "issued_at");
create index on "drainage"."warnings" ("node", "issued_at");
create index on "drainage"."warnings" ("code" collate "zh-x-icu", "id");
-- Saved states of the engine beside their runs: bytes, of the last few only, so they have no history.
create table drainage.states (run text primary key references drainage.runs (id) on delete cascade, state bytea not null);

alter table "drainage"."sensors" add column "in_twin" boolean;
create table "drainage"."diagnoses" (
  "id" text primary key,
  "number" text not null,
  "kind" text not null,
  "state" text not null,
  "sensor" text not null,
  "beside" text,
  "node" text,
  "link" text,
  "value" numeric not null,
  "limit" numeric not null,
  "unit" text not null,
  "confidence" bigint not null,
  "shown_from" timestamptz not null,
  "shown_to" timestamptz not null,
  "numbers" jsonb not null,
  "found_at" timestamptz not null,
  "seen_at" timestamptz not null,
  "ended_at" timestamptz,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null,
  unique ("number")
);
create index on "drainage"."diagnoses" ("state", "found_at");
create index on "drainage"."diagnoses" ("sensor", "kind");
create index on "drainage"."diagnoses" ("number" collate "zh-x-icu", "id");

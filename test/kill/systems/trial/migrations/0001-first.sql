create table "trial"."notes" (
  "id" text primary key,
  "key" text not null,
  "batch" text not null,
  "value" bigint not null,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null,
  unique ("key")
);
create index on "trial"."notes" ("batch");

create table "flow"."seals" (
  "id" text primary key,
  "cases" bigint not null,
  "heads" text not null,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null
);

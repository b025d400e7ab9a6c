create table "rules"."versions" (
  "id" text primary key,
  "decision" text not null,
  "number" bigint not null,
  "note" text not null,
  "state" text not null,
  "from" date not null,
  "to" date,
  "editors" jsonb not null,
  "published_by" text,
  "published_at" timestamptz,
  "model" text not null,
  "cases" text not null,
  "effect" jsonb,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null,
  unique ("decision", "number")
);
create index on "rules"."versions" ("note" collate "zh-x-icu", "id");

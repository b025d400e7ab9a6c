create table "exchange"."imports" (
  "id" text primary key,
  "file_name" text not null,
  "record_name" text not null,
  "record" text not null,
  "person_name" text not null,
  "person" text not null,
  "started_at" timestamptz not null,
  "state" text not null,
  "added" bigint,
  "changed" bigint,
  "bad" bigint,
  "unchanged" bigint,
  "why" text not null,
  "ended_at" timestamptz,
  "file_size" bigint not null,
  "file_hash" text not null,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null
);
create index on "exchange"."imports" ("person");
create index on "exchange"."imports" ("state");
create table "exchange"."exports" (
  "id" text primary key,
  "record_name" text not null,
  "record" text not null,
  "person_name" text not null,
  "person" text not null,
  "started_at" timestamptz not null,
  "format" text not null,
  "rows" bigint,
  "state" text not null,
  "ended_at" timestamptz,
  "fields" text not null,
  "question" text,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null
);
create index on "exchange"."exports" ("person");

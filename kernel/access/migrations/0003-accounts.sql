create table "access"."accounts" (
  "id" text primary key,
  "login" text not null,
  "display" text not null,
  "kind" text not null,
  "state" text not null,
  "created" timestamptz not null,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null,
  unique ("login")
);
create table "access"."posts" (
  "id" text primary key,
  "account" text not null,
  "office" text not null,
  "role" text not null,
  "from" date not null,
  "to" date,
  "delegated_by" text,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null
);
create index on "access"."posts" ("account");
create index on "access"."posts" ("delegated_by");

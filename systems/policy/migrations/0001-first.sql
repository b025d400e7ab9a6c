create table "policy"."documents" (
  "id" text primary key,
  "title" text not null,
  "number" text,
  "issuer" text not null,
  "office" text not null,
  "issued_on" date,
  "from" date not null,
  "to" date,
  "standing" text not null,
  "source" text not null,
  "text" text,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null,
  unique ("title", "from")
);
create index on "policy"."documents" ("title" collate "zh-x-icu", "id");
create table "policy"."clauses" (
  "id" text primary key,
  "document" text not null,
  "position" bigint not null,
  "number" text not null,
  "text" text not null,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null,
  unique ("document", "number")
);
create index on "policy"."clauses" ("document", "position");
create index on "policy"."clauses" ("number" collate "zh-x-icu", "id");
create table "policy"."pots" (
  "id" text primary key,
  "year" text not null,
  "name" text not null,
  "line" text not null,
  "office" text not null,
  "amount" numeric not null,
  "committed" numeric not null,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null,
  unique ("year", "name")
);
create index on "policy"."pots" ("name" collate "zh-x-icu", "id");
create table "policy"."granules" (
  "id" text primary key,
  "code" text not null,
  "version" bigint not null,
  "clause" text not null,
  "title" text not null,
  "office" text not null,
  "state" text not null,
  "standing" text not null,
  "from" date not null,
  "to" date,
  "event" text not null,
  "given" jsonb not null,
  "benefit" text not null,
  "amount" text not null,
  "unit" text not null,
  "cap_item" numeric,
  "cap_year" numeric,
  "rounding" text not null,
  "stack" text,
  "stacking" text not null,
  "pot" text,
  "window_from" date,
  "window_to" date,
  "window_months" bigint,
  "evidence" jsonb not null,
  "mode" text not null,
  "basis" text not null,
  "clawback" text,
  "editors" jsonb not null,
  "published_by" text,
  "published_at" timestamptz,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null,
  unique ("code", "version")
);
create index on "policy"."granules" ("state");
create index on "policy"."granules" ("clause");
create index on "policy"."granules" ("title" collate "zh-x-icu", "id");
create table "policy"."criteria" (
  "id" text primary key,
  "granule" text not null,
  "position" bigint not null,
  "says" text not null,
  "operand" text not null,
  "test" text not null,
  "unit" text,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null,
  unique ("granule", "position")
);
create index on "policy"."criteria" ("says" collate "zh-x-icu", "id");

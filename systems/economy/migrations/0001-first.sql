create table "economy"."units" (
  "id" text primary key,
  "code" text not null,
  "name" text not null,
  "kind" text not null,
  "sector" text not null,
  "digital" text,
  "size" text,
  "land" numeric,
  "street" text not null,
  "since" text not null,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null,
  unique ("code")
);
create index on "economy"."units" ("kind");
create table "economy"."returns" (
  "id" text primary key,
  "unit" text not null,
  "item" text not null,
  "form" text not null,
  "month" text not null,
  "value" numeric not null,
  "comparable" numeric,
  "filed_by" text not null,
  "filed_on" date not null,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null,
  unique ("unit", "item", "month")
);
create index on "economy"."returns" ("item", "month") include ("value", "comparable");

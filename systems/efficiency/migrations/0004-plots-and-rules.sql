alter table "efficiency"."firms" add column "founded_on" date;
alter table "efficiency"."firms" add column "tenants" bigint;
alter table "efficiency"."firms" add column "joined" text;
create index on "efficiency"."firms" ("joined");
create table "efficiency"."plots" (
  "id" text primary key,
  "firm" text not null,
  "kind" text not null,
  "address" text not null,
  "certificate" text,
  "certified" numeric,
  "used" numeric,
  "floor" numeric,
  "plot_ratio" numeric,
  "other" text,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null,
  unique ("firm", "kind", "address", "other")
);
create index on "efficiency"."plots" ("address" collate "zh-x-icu", "id");
alter table "efficiency"."schemes" add column "joint" boolean;
alter table "efficiency"."schemes" add column "rent_first" numeric;
alter table "efficiency"."schemes" add column "rent_each" numeric;
alter table "efficiency"."schemes" add column "new_years" bigint;
alter table "efficiency"."schemes" add column "research_amount" numeric;
alter table "efficiency"."schemes" add column "research_share" numeric;
alter table "efficiency"."schemes" add column "research_best" text;
alter table "efficiency"."results" add column "exemption" text;
alter table "efficiency"."results" add column "deducted" numeric;
alter table "efficiency"."results" add column "found" jsonb;
alter table "efficiency"."results" add column "members" jsonb;
create index on "efficiency"."results" ("firm");
create index on "efficiency"."results" ("round", "rank");

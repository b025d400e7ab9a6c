create table "city"."reports" (
  "id" text primary key,
  "number" text not null,
  "state" text not null,
  "channel" text not null,
  "class" text,
  "severity" text not null,
  "description" text not null,
  "address" text,
  "place" point,
  "grid" text,
  "street" text,
  "name" text,
  "phone" text,
  "office" text not null,
  "unit" text,
  "reported_at" timestamptz not null,
  "verified_at" timestamptz,
  "filed_at" timestamptz,
  "dispatched_at" timestamptz,
  "handled_at" timestamptz,
  "checked_at" timestamptz,
  "closed_at" timestamptz,
  "limit" text,
  "due_at" timestamptz,
  "first_due_at" timestamptz,
  "late" boolean not null,
  "dispatches" bigint not null,
  "returns" bigint not null,
  "reworks" bigint not null,
  "reopened" bigint not null,
  "rating" bigint,
  "why" text,
  "merged_into" text,
  "collector" text,
  "filed_by" text,
  "dispatched_by" text,
  "checked_by" text,
  "follow" jsonb,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null,
  "name_blind" text,
  "phone_blind" text,
  unique ("number")
);
create index on "city"."reports" ("reported_at");
create index on "city"."reports" ("due_at");
create index on "city"."reports" ("class", "grid", "reported_at");
create index on "city"."reports" ("grid");
create index on "city"."reports" ("unit", "due_at");
create index on "city"."reports" ("name_blind");
create index on "city"."reports" ("phone_blind");
create index on "city"."reports" ("number" collate "zh-x-icu", "id");
create index on "city"."reports" (array_position(array['verifying', 'accepting', 'dispatching', 'handling', 'checking', 'closed', 'void', 'merged']::text[], "state"), "id");
create index on "city"."reports" (array_position(array['collector', 'hotline', 'citizen', 'camera', 'sensor']::text[], "channel"), "id");
create index on "city"."reports" (array_position(array['normal', 'serious', 'urgent']::text[], "severity"), "id");
create index on "city"."reports" ("merged_into");
create index on "city"."reports" using gin (gaoxin.bigrams(coalesce("number", '') || E'\x01' || coalesce("description", '') || E'\x01' || coalesce("address", '') || E'\x01' || coalesce("grid", '') || E'\x01' || coalesce("limit", '') || E'\x01' || coalesce("why", '') || E'\x01' || coalesce("collector", '') || E'\x01' || coalesce("filed_by", '') || E'\x01' || coalesce("dispatched_by", '') || E'\x01' || coalesce("checked_by", '')));
create index on "city"."reports" using gist ("place");
create table "city"."grids" (
  "id" text primary key,
  "code" text not null,
  "name" text not null,
  "community" text not null,
  "street" text not null,
  "grade" text not null,
  "area" numeric not null,
  "centre" point not null,
  "outline" text not null,
  "west" numeric not null,
  "south" numeric not null,
  "east" numeric not null,
  "north" numeric not null,
  "keeper" text not null,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null,
  unique ("code")
);
create index on "city"."grids" ("street");
create index on "city"."grids" ("code" collate "zh-x-icu", "id");
create index on "city"."grids" using gist ("centre");
create table "city"."classes" (
  "id" text primary key,
  "kind" text not null,
  "code" text not null,
  "name" text not null,
  "name_en" text not null,
  "parent" text,
  "owner" text,
  "version" text not null,
  "from" date not null,
  "to" date,
  "sample" boolean not null,
  "keeper" text not null,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null,
  unique ("kind", "code", "from")
);
create index on "city"."classes" ("name" collate "zh-x-icu", "id");
create table "city"."limits" (
  "id" text primary key,
  "class" text not null,
  "severity" text,
  "grade" text,
  "limit" text not null,
  "basis" text not null,
  "sample" boolean not null,
  "keeper" text not null,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null,
  unique ("class", "severity", "grade")
);
create index on "city"."limits" ("limit" collate "zh-x-icu", "id");
create table "city"."duties" (
  "id" text primary key,
  "class" text,
  "area" text,
  "office" text not null,
  "note" text not null,
  "from" date not null,
  "to" date,
  "keeper" text not null,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null
);
create index on "city"."duties" ("class");
create index on "city"."duties" ("note" collate "zh-x-icu", "id");
create table "city"."photos" (
  "id" text primary key,
  "report" text not null,
  "phase" text not null,
  "file" text not null,
  "taken_at" timestamptz,
  "place" point,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null
);
create index on "city"."photos" ("report");
create index on "city"."photos" ("file" collate "zh-x-icu", "id");
create index on "city"."photos" using gist ("place");
create table "city"."checks" (
  "id" text primary key,
  "number" text not null,
  "grid" text not null,
  "street" text not null,
  "checked_on" date not null,
  "road" bigint not null,
  "waste" bigint not null,
  "facade" bigint not null,
  "green" bigint not null,
  "facility" bigint not null,
  "note" text,
  "keeper" text not null,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null,
  unique ("number")
);
create index on "city"."checks" ("grid", "checked_on");
create index on "city"."checks" ("number" collate "zh-x-icu", "id");

create table "drainage"."nodes" (
  "id" text primary key,
  "code" text not null,
  "name" text,
  "kind" text not null,
  "facility" text,
  "network" text not null,
  "ground_level" numeric not null,
  "invert_level" numeric not null,
  "depth" numeric not null,
  "place" point,
  "street" text,
  "cell" text,
  "ponded_area" numeric,
  "surface_area" numeric,
  "stage" numeric,
  "dry_flow" numeric,
  "surveyed_on" date,
  "source" text,
  "keeper" text not null,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null,
  unique ("code")
);
create index on "drainage"."nodes" ("network");
create index on "drainage"."nodes" ("code" collate "zh-x-icu", "id");
create index on "drainage"."nodes" using gist ("place");
create table "drainage"."links" (
  "id" text primary key,
  "code" text not null,
  "kind" text not null,
  "network" text not null,
  "from_node" text not null,
  "to_node" text not null,
  "shape" text,
  "size" numeric,
  "width" numeric,
  "length" numeric,
  "material" text,
  "roughness" numeric,
  "in_offset" numeric,
  "out_offset" numeric,
  "capacity" numeric,
  "start_depth" numeric,
  "stop_depth" numeric,
  "importance" text,
  "soil" numeric,
  "built_in" text,
  "course" jsonb,
  "surveyed_on" date,
  "source" text,
  "keeper" text not null,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null,
  unique ("code")
);
create index on "drainage"."links" ("from_node");
create index on "drainage"."links" ("to_node");
create index on "drainage"."links" ("network");
create index on "drainage"."links" ("code" collate "zh-x-icu", "id");
create table "drainage"."catchments" (
  "id" text primary key,
  "code" text not null,
  "outlet" text not null,
  "area" numeric not null,
  "imperviousness" numeric not null,
  "width" numeric not null,
  "slope" numeric not null,
  "outline" jsonb,
  "source" text,
  "keeper" text not null,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null,
  unique ("code")
);
create index on "drainage"."catchments" ("outlet");
create index on "drainage"."catchments" ("code" collate "zh-x-icu", "id");
create table "drainage"."drainers" (
  "id" text primary key,
  "code" text not null,
  "name" text not null,
  "class" text not null,
  "important" boolean not null,
  "address" text,
  "place" point,
  "water_use" numeric,
  "sewage_node" text,
  "rain_node" text,
  "pretreatment" text,
  "permit" text,
  "permit_from" date,
  "permit_to" date,
  "tested_on" date,
  "test" text,
  "violations" text,
  "keeper" text not null,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null,
  unique ("code")
);
create index on "drainage"."drainers" ("sewage_node");
create index on "drainage"."drainers" ("rain_node");
create index on "drainage"."drainers" ("name" collate "zh-x-icu", "id");
create index on "drainage"."drainers" using gist ("place");
create table "drainage"."inspections" (
  "id" text primary key,
  "number" text not null,
  "link" text not null,
  "inspected_on" date not null,
  "method" text not null,
  "inspector" text,
  "video" text,
  "inspected_length" numeric,
  "note" text,
  "keeper" text not null,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null,
  unique ("number")
);
create index on "drainage"."inspections" ("link", "inspected_on");
create index on "drainage"."inspections" ("number" collate "zh-x-icu", "id");
create table "drainage"."defects" (
  "id" text primary key,
  "number" text not null,
  "link" text not null,
  "inspection" text,
  "kind" text not null,
  "level" text not null,
  "distance" numeric not null,
  "length" numeric not null,
  "clock" text,
  "found_on" date not null,
  "repaired_on" date,
  "video" text,
  "note" text,
  "keeper" text not null,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null,
  unique ("number")
);
create index on "drainage"."defects" ("link", "distance");
create index on "drainage"."defects" ("kind");
create index on "drainage"."defects" ("number" collate "zh-x-icu", "id");
create table "drainage"."defect_kinds" (
  "id" text primary key,
  "code" text not null,
  "name" text not null,
  "name_en" text not null,
  "group" text not null,
  "level_1" numeric,
  "level_2" numeric,
  "level_3" numeric,
  "level_4" numeric,
  "basis" text not null,
  "keeper" text not null,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null,
  unique ("code")
);
create index on "drainage"."defect_kinds" ("code" collate "zh-x-icu", "id");

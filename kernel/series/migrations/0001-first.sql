create table "series"."devices" (
  "id" text primary key,
  "code" text not null,
  "name" text not null,
  "office" text not null,
  "gateway" text,
  "installed_at" timestamptz not null,
  "removed_at" timestamptz,
  "place" point,
  "model" text,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null,
  unique ("code")
);
create index on "series"."devices" ("gateway");
create index on "series"."devices" ("name" collate "zh-x-icu", "id");
create index on "series"."devices" using gist ("place");

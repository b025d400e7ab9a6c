create index on "access"."offices" ("name" collate "zh-x-icu", "id");
create table "access"."views" (
  "id" text primary key,
  "name" text not null,
  "record" text not null,
  "query" text not null,
  "owner" text not null,
  "office" text not null,
  "shared" boolean not null,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null
);
create index on "access"."views" ("record", "office");

alter table "enterprises"."enterprises" add column "merged_into" text;
create index on "enterprises"."enterprises" ("merged_into");
create table "enterprises"."merges" (
  "id" text primary key,
  "survivor" text not null,
  "merged" text not null,
  "why" text not null,
  "merged_on" date not null,
  "undone_on" date,
  "moved" jsonb not null,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null
);
create index on "enterprises"."merges" ("why" collate "zh-x-icu", "id");

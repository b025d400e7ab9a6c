create table "access"."offices" (
  "id" text primary key,
  "name" text not null,
  "short" text not null,
  "name_en" text not null,
  "parent" text,
  "kind" text not null,
  "leader" text not null,
  "sort" bigint not null,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null
);

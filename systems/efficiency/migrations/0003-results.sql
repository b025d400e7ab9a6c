create table "efficiency"."rounds" (
  "id" text primary key,
  "scheme" text not null,
  "state" text not null,
  "evaluated" bigint not null,
  "computed_by" text not null,
  "notice_from" date,
  "notice_to" date,
  "published_by" text,
  "published_on" date,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null,
  unique ("scheme")
);
create table "efficiency"."results" (
  "id" text primary key,
  "round" text not null,
  "firm" text not null,
  "name" text not null,
  "score" numeric not null,
  "rank" bigint,
  "ranked" bigint not null,
  "class" text not null,
  "by_rank" text,
  "moved" text,
  "points" jsonb not null,
  "told_to" text,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null,
  unique ("round", "firm")
);
create index on "efficiency"."results" ("told_to");
create index on "efficiency"."results" ("name" collate "zh-x-icu", "id");
create table "efficiency"."objections" (
  "id" text primary key,
  "round" text not null,
  "firm" text not null,
  "reason" text not null,
  "filed_on" date not null,
  "state" text not null,
  "answer" text,
  "decided_by" text,
  "decided_on" date,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null,
  unique ("round", "firm", "filed_on")
);

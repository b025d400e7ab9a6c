create table "points"."schemes" (
  "id" text primary key,
  "name" text not null,
  "year" text not null,
  "standing" text not null,
  "basis" text not null,
  "keeper" text not null,
  "from_seed" numeric,
  "from_start" numeric,
  "from_growth" numeric,
  "from_expansion" numeric,
  "from_stable" numeric,
  "share_lead" numeric not null,
  "share_race" numeric not null,
  "share_advance" numeric not null,
  "ties" text not null,
  "small_below" bigint not null,
  "small" text not null,
  "undefined" text not null,
  "from" date not null,
  "to" date,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null,
  unique ("name", "from")
);
create index on "points"."schemes" ("name" collate "zh-x-icu", "id");
create table "points"."indicators" (
  "id" text primary key,
  "scheme" text not null,
  "number" bigint not null,
  "group" text not null,
  "name" text not null,
  "expression" text not null,
  "unit" text not null,
  "direction" text not null,
  "counts" text not null,
  "normaliser" text not null,
  "benchmark" numeric,
  "bands" text,
  "weight_seed" numeric,
  "weight_start" numeric,
  "weight_growth" numeric,
  "weight_expansion" numeric,
  "weight_stable" numeric,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null,
  unique ("scheme", "number")
);
create index on "points"."indicators" ("name" collate "zh-x-icu", "id");
create table "points"."rounds" (
  "id" text primary key,
  "scheme" text not null,
  "month" text not null,
  "as_of" date not null,
  "data_at" timestamptz,
  "state" text not null,
  "remark" text,
  "scored" bigint,
  "computed_by" text,
  "notice_from" date,
  "notice_to" date,
  "published_by" text,
  "published_on" date,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null,
  unique ("scheme", "month")
);
create index on "points"."rounds" ("month");
create table "points"."scores" (
  "id" text primary key,
  "round" text not null,
  "enterprise" text not null,
  "name" text not null,
  "stage" text not null,
  "sector" text,
  "total" numeric not null,
  "innovation" numeric not null,
  "growth" numeric not null,
  "auxiliary" numeric not null,
  "rank" bigint not null,
  "ranked" bigint not null,
  "sector_rank" bigint,
  "sector_ranked" bigint,
  "list" text,
  "parts" jsonb not null,
  "told_to" text,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null,
  unique ("round", "enterprise")
);
create index on "points"."scores" ("enterprise");
create index on "points"."scores" ("told_to");
create index on "points"."scores" ("round", "stage", "rank");
create index on "points"."scores" ("name" collate "zh-x-icu", "id");
create index on "points"."scores" (array_position(array['seed', 'start', 'growth', 'expansion', 'stable']::text[], "stage"), "id");
create index on "points"."scores" (array_position(array['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L', 'M', 'N', 'O', 'P', 'Q', 'R', 'S']::text[], "sector"), "id");
create index on "points"."scores" (array_position(array['lead', 'race', 'advance']::text[], "list"), "id");
create index on "points"."scores" using gin (gaoxin.bigrams(coalesce("name", '') || E'\x01' || coalesce("told_to", '')));
create table "points"."objections" (
  "id" text primary key,
  "round" text not null,
  "score" text not null,
  "indicator" text,
  "about" text not null,
  "reason" text not null,
  "filed_on" date not null,
  "total" numeric not null,
  "state" text not null,
  "answer" text,
  "decided_by" text,
  "decided_on" date,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null,
  unique ("score", "indicator", "filed_on")
);
create index on "points"."objections" ("round", "state");

create table "efficiency"."firms" (
  "id" text primary key,
  "credit_code" text not null,
  "name" text not null,
  "period" text not null,
  "segment" text not null,
  "industry" text not null,
  "land" numeric not null,
  "tax" numeric,
  "value_added" numeric,
  "energy" numeric,
  "electricity" numeric,
  "emissions" numeric,
  "staff" numeric,
  "research" numeric,
  "revenue" numeric,
  "exemption" text,
  "confirmed_on" date,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null,
  unique ("credit_code", "period")
);
create index on "efficiency"."firms" ("segment", "period");
create index on "efficiency"."firms" ("name" collate "zh-x-icu", "id");
create table "efficiency"."schemes" (
  "id" text primary key,
  "name" text not null,
  "year" text not null,
  "segment" text not null,
  "standing" text not null,
  "basis" text not null,
  "cap" numeric,
  "share_a" numeric not null,
  "share_b" numeric not null,
  "share_c" numeric not null,
  "by_industry" boolean not null,
  "floor_tax" numeric,
  "floor_class" text,
  "from" date not null,
  "to" date,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null,
  unique ("year", "segment", "from")
);
create index on "efficiency"."schemes" ("name" collate "zh-x-icu", "id");
create table "efficiency"."measures" (
  "id" text primary key,
  "scheme" text not null,
  "measure" text not null,
  "weight" numeric not null,
  "benchmark" numeric not null,
  "missing" text not null,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null,
  unique ("scheme", "measure")
);
create table "efficiency"."vetoes" (
  "id" text primary key,
  "firm" text not null,
  "kind" text not null,
  "best" text not null,
  "office" text not null,
  "found_on" date not null,
  "basis" text not null,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null,
  unique ("firm", "kind")
);

create table "figures"."peers" (
  "id" text primary key,
  "place" text not null,
  "peer_group" text not null,
  "indicator" text not null,
  "aspect" text not null,
  "period" text not null,
  "value" numeric not null,
  "source" text not null,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null,
  unique ("indicator", "aspect", "period", "place")
);
create table "figures"."statements" (
  "id" text primary key,
  "report" text not null,
  "start" bigint not null,
  "finish" bigint not null,
  "text" text not null,
  "indicator_text" text not null,
  "indicator" text,
  "aspect" text not null,
  "period" text not null,
  "value" numeric not null,
  "unit" text,
  "kind" text not null,
  "modifier" text,
  "bound" text not null,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null
);
create index on "figures"."statements" ("indicator", "period");
create index on "figures"."statements" ("report", "start");

create table "talent"."selections" (
  "id" text primary key,
  "person" text not null,
  "programme" text not null,
  "field" text,
  "enterprise" text,
  "employer" text,
  "selected_on" date not null,
  "left_on" date,
  "document" text,
  "keeper" text not null,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null,
  "person_blind" text not null
);
create index on "talent"."selections" ("programme", "selected_on");
create index on "talent"."selections" ("person_blind");
create table "talent"."stations" (
  "id" text primary key,
  "kind" text not null,
  "enterprise" text not null,
  "set_up_on" date not null,
  "closed_on" date,
  "document" text,
  "keeper" text not null,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null
);
create table "talent"."events" (
  "id" text primary key,
  "name" text not null,
  "kind" text not null,
  "held_on" date not null,
  "guests" bigint,
  "venue" text,
  "keeper" text not null,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null
);
create index on "talent"."events" ("name" collate "zh-x-icu", "id");
create table "talent"."outputs" (
  "id" text primary key,
  "enterprise" text not null,
  "month" text not null,
  "output" numeric not null,
  "source" text not null,
  "keeper" text not null,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null,
  unique ("enterprise", "month")
);
create table "talent"."totals" (
  "id" text primary key,
  "period" text not null,
  "programme" text not null,
  "people" bigint not null,
  "source" text not null,
  "keeper" text not null,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null,
  unique ("period", "programme")
);

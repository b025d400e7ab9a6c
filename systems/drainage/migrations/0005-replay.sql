create table "drainage"."replays" (
  "id" text primary key,
  "begins_at" timestamptz not null,
  "ends_at" timestamptz not null,
  "rain" numeric not null,
  "every" bigint not null,
  "state" text not null,
  "turns" bigint not null,
  "total" bigint not null,
  "begun_at" timestamptz not null,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null
);
create index on "drainage"."replays" ("state");
create index on "drainage"."replays" ("begun_at");
alter table "drainage"."runs" add column "replay" text;
create index on "drainage"."runs" ("replay", "at");

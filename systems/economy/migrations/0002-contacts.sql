create table "economy"."contacts" (
  "id" text primary key,
  "unit" text not null,
  "duty" text not null,
  "name" text not null,
  "mobile" text not null,
  "email" text,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null,
  "name_blind" text not null,
  "mobile_blind" text not null,
  "email_blind" text,
  unique ("unit", "duty")
);
create index on "economy"."contacts" ("name_blind");
create index on "economy"."contacts" ("mobile_blind");
create index on "economy"."contacts" ("email_blind");

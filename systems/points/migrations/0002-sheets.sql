create table "points"."keys" (
  "id" text primary key,
  "public_key" text not null,
  "secret" text not null,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null,
  "secret_blind" text not null
);
create index on "points"."keys" ("secret_blind");
create table "points"."sheets" (
  "id" text primary key,
  "score" text not null,
  "told_to" text not null,
  "recipient" text not null,
  "content" jsonb not null,
  "file" text not null,
  "digest" text not null,
  "key" text not null,
  "issued_on" date not null,
  "issued_by" text not null,
  "revoked_on" date,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null
);
create index on "points"."sheets" ("score");

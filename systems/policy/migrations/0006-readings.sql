create table "policy"."readings" (
  "id" text primary key,
  "file_name" text not null,
  "office" text not null,
  "title" text,
  "number" text,
  "issuer" text,
  "issued_on" date,
  "from" date,
  "to" date,
  "force" text,
  "text" text not null,
  "state" text not null,
  "brought_by" text not null,
  "brought_on" date not null,
  "ended_by" text,
  "ended_on" date,
  "document" text,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null
);
create index on "policy"."readings" ("office", "brought_on");
create table "policy"."findings" (
  "id" text primary key,
  "reading" text not null,
  "position" bigint not null,
  "number" text not null,
  "text" text not null,
  "proposal" jsonb not null,
  "state" text not null,
  "granule" text,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null,
  unique ("reading", "position")
);

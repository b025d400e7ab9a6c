create table "flow"."diagrams" (
  "id" text primary key,
  "process" text not null,
  "number" bigint not null,
  "note" text not null,
  "state" text not null,
  "published_by" text,
  "published_at" timestamptz,
  "diagram" text not null,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null,
  unique ("process", "number")
);
create index on "flow"."diagrams" ("note" collate "zh-x-icu", "id");

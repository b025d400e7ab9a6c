create table "access"."reveals" (
  "id" text primary key,
  "record" text not null,
  "row_id" text not null,
  "column_name" text not null,
  "reason" text not null,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null
);
create index on "access"."reveals" ("record", "row_id");
create trigger kept before update or delete or truncate on "access"."reveals" execute function audit.refuse();

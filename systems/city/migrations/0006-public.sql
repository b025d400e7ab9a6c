alter table "city"."photos" add column "public_at" timestamptz;
alter table "city"."photos" add column "public_by" text;
create index on "city"."photos" ("file");

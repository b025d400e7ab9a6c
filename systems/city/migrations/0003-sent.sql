alter table "city"."reports" add column "sent" jsonb;
alter table "city"."photos" add column "key" text;
alter table "city"."reports" add unique ("sent");
alter table "city"."photos" add unique ("report", "key");

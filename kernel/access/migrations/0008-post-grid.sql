alter table "access"."posts" add column "grid" text;

alter table "plan"."changes" add column "document" text;

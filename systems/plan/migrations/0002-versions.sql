alter table "plan"."progress" add column "verified_on" date;
alter table "plan"."progress" add column "earlier" jsonb;

alter table "plan"."letters" add column "signed_on" date;
alter table "plan"."letters" add column "signed_by" text;
alter table "plan"."letters" add column "settled_on" date;
alter table "plan"."letters" add column "settled_by" text;
alter table "plan"."letters" add column "earlier" jsonb;

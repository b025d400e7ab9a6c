alter table "access"."offices" add column "hours" text;

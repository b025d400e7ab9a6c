alter table "drainage"."warnings" add column "site" text;
alter table "drainage"."warnings" add column "called" text;
create index on "drainage"."warnings" ("site");

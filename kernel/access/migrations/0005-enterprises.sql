alter table "access"."accounts" add column "enterprise" text;
create index on "access"."accounts" ("enterprise");

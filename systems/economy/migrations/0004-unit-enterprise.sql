alter table "economy"."units" add column "enterprise" text;
create index on "economy"."units" ("enterprise");

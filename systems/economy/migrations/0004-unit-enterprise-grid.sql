alter table "economy"."units" add column "enterprise" text;
alter table "economy"."units" add column "grid" text;
create index on "economy"."units" ("enterprise");
create index on "economy"."units" ("grid");

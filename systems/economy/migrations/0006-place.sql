alter table "economy"."units" add column "place" point;
create index on "economy"."units" using gist ("place");

create index on "economy"."units" ("name" collate "zh-x-icu", "id");

create index on "plan"."reports" ("title" collate "zh-x-icu", "id");
create index on "plan"."nodes" ("name" collate "zh-x-icu", "id");
create index on "plan"."letters" ("number" collate "zh-x-icu", "id");
create index on "plan"."evidence" ("name" collate "zh-x-icu", "id");
create index on "plan"."applications" ("reason" collate "zh-x-icu", "id");

create index on "exchange"."imports" ("file_name" collate "zh-x-icu", "id");
create index on "exchange"."exports" ("record_name" collate "zh-x-icu", "id");

create index on "figures"."peers" ("place" collate "zh-x-icu", "id");
create index on "figures"."statements" ("text" collate "zh-x-icu", "id");

create table "enterprises"."distinctions" (
  "id" text primary key,
  "first" text not null,
  "second" text not null,
  "why" text not null,
  "noted_on" date not null,
  "undone_on" date,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null
);
create index on "enterprises"."distinctions" ("first", "second");
create index on "enterprises"."distinctions" ("why" collate "zh-x-icu", "id");

-- A name without what people write in more ways than one: width, case, blanks, dots, brackets, 有限责任公司. Its first
-- hundred characters: an index entry has an end.
create function enterprises.name_key(name text) returns text language sql immutable parallel safe
  return left(replace(regexp_replace(translate(lower(name), '（）　', '() '), '[\s()·.．、-]', '', 'g'),
    '有限责任公司', '有限公司'), 100);
-- What makes two rows suspect is read in order from these, without the table: merge/duplicates.ts asks in these words.
create index on enterprises.enterprises (enterprises.name_key(name)) include (name, keeper, id) where merged_into is null;
create index on enterprises.enterprises (substr(code, 9, 9)) include (code, keeper, id) where merged_into is null;

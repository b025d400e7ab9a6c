create table "enterprises"."parks" (
  "id" text primary key,
  "name" text not null,
  "kind" text not null,
  "level" text,
  "operator" text,
  "opened_on" date,
  "closed_on" date,
  "place" point,
  "keeper" text not null,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null,
  unique ("name")
);
create index on "enterprises"."parks" ("name" collate "zh-x-icu", "id");
create index on "enterprises"."parks" using gist ("place");
alter table "enterprises"."enterprises" add column "incubator" text;

-- What firms said in words is a row each, kept by the office that keeps most of its firms.
insert into enterprises.parks (id, name, kind, keeper, synthetic, recorded_at, recorded_by)
  select 'park-' || md5(btrim(park)), btrim(park),
    case when btrim(park) like '%众创%' then 'makerSpace' when btrim(park) like '%加速器%' then 'accelerator'
      when btrim(park) like '%孵化%' then 'incubator' else 'park' end,
    mode() within group (order by keeper), bool_and(synthetic), now(), 'gaoxin'
  from enterprises.enterprises where btrim(park) <> '' group by btrim(park);

update enterprises.enterprises e set recorded_at = now(), recorded_by = 'gaoxin',
  park = case when p.kind = 'park' then p.id end, incubator = case when p.kind <> 'park' then p.id end
  from enterprises.parks p where p.name = btrim(e.park);
update enterprises.enterprises set park = null, recorded_at = now(), recorded_by = 'gaoxin' where btrim(park) = '';

-- The park is no text to be searched any more.
do $$
declare old regclass;
begin
  for old in
    select indexrelid::regclass from pg_index
    where indrelid = to_regclass('enterprises.enterprises') and pg_get_indexdef(indexrelid) like '%bigrams(%'
  loop
    execute format('drop index %s', old);
  end loop;
end $$;
create index on "enterprises"."enterprises" ("park");
create index on "enterprises"."enterprises" ("incubator");
create index on "enterprises"."enterprises" using gin (gaoxin.bigrams(coalesce("code", '') || E'\x01' || coalesce("name", '') || E'\x01' || coalesce("address", '') || E'\x01' || coalesce("grid", '')));

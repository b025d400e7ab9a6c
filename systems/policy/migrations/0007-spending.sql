create table "policy"."spending" (
  "id" text primary key,
  "month" text not null,
  "subject" text not null,
  "item" text,
  "payee" text not null,
  "amount" numeric not null,
  "document" text not null,
  "paid_on" date not null,
  "office" text not null,
  "synthetic" boolean not null,
  "recorded_at" timestamptz not null,
  "recorded_by" text not null,
  unique ("document", "month", "subject", "payee")
);
create index on "policy"."spending" ("month");
create index on "policy"."spending" ("document" collate "zh-x-icu", "id");

-- What budget units filed with the economy until now moves here, a row a return; class 206 is all that is known of it.
do $$
begin
  if to_regclass('economy.returns') is null or to_regclass('economy.units') is null then return; end if;
  insert into policy.spending (id, month, subject, payee, amount, document, paid_on, office, synthetic, recorded_at, recorded_by)
    select r.id, r.month, '206', 'office', r.value, '统计报表转入：' || u.code || ' ' || u.name, r.filed_on, 'finance',
      r.synthetic, now(), 'gaoxin'
    from economy.returns r join economy.units u on u.id = r.unit where r.item = 'economy.science-spending';
  delete from economy.returns where item = 'economy.science-spending';
  -- Whoever has no contacts either files nothing any more.
  if to_regclass('economy.contacts') is not null then
    delete from economy.units u where kind = 'budget'
      and not exists (select from economy.returns r where r.unit = u.id)
      and not exists (select from economy.contacts c where c.unit = u.id);
  end if;
end $$;

-- Its figure is addressed here: what was read, published and linked goes with it, in whichever of these tables there are yet.
do $$
declare target text;
begin
  foreach target in array array['figures.peers', 'figures.statements', 'plan.granules', 'plan.findings'] loop
    if to_regclass(target) is not null then
      execute format($update$ update %s set indicator = 'policy.science-spending'
        where indicator = 'economy.science-spending' $update$, to_regclass(target));
    end if;
  end loop;
end $$;

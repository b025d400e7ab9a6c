-- Spending on science is kept by the system of policies: lists are no longer sorted by what is gone.
do $$
declare old regclass;
begin
  for old in
    select indexrelid::regclass from pg_index
    where (indrelid = to_regclass('economy.units') and pg_get_indexdef(indexrelid) like '%''budget''%')
      or (indrelid = to_regclass('economy.returns') and pg_get_indexdef(indexrelid) like '%economy.science-spending%')
  loop
    execute format('drop index %s', old);
  end loop;
end $$;
create index on "economy"."units" (array_position(array['industrial', 'trade', 'service', 'construction', 'project', 'institute', 'revenue', 'account']::text[], "kind"), "id");
create index on "economy"."returns" (array_position(array['economy.gdp', 'economy.fiscal-revenue', 'economy.general-budget-revenue', 'economy.fixed-asset-investment', 'economy.retail-wholesale-sales', 'economy.exports', 'economy.industrial-output', 'economy.industrial-value-added', 'economy.industrial-tax', 'economy.industrial-land', 'economy.digital-revenue', 'economy.digital-manufacturing-value-added', 'economy.research-spending']::text[], "item"), "id");

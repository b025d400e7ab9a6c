-- Lists of facts sort by more items and units than before: the indexes over the old lists serve nothing now.
do $$
declare old regclass;
begin
  for old in
    select indexrelid::regclass from pg_index
    where indrelid = to_regclass('enterprises.facts') and pg_get_indexdef(indexrelid) like '%array_position(%'
  loop
    execute format('drop index %s', old);
  end loop;
end $$;
create index on "enterprises"."facts" (array_position(array['revenue', 'sales', 'main-revenue', 'high-tech-revenue', 'cost', 'assets', 'net-assets', 'debt', 'tax', 'research', 'staff', 'research-staff', 'land', 'energy', 'class-one-rights', 'class-two-rights', 'net-profit', 'super-deduction', 'technology-contracts', 'venture', 'equipment', 'postgraduates', 'graduates', 'patents-filed', 'pct-filed', 'platforms', 'awards', 'programmes']::text[], "item"), "id");
create index on "enterprises"."facts" (array_position(array['wan', 'people', 'mu', 'tce', 'pieces', 'count']::text[], "unit"), "id");

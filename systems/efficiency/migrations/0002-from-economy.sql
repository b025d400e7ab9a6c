-- Two figures of the zone moved here from the system of the economy: what was read, published and linked under their
-- old addresses goes with them, in whichever of these tables there are yet.
do $$
declare target text;
begin
  foreach target in array array['figures.peers', 'figures.statements', 'plan.granules'] loop
    if to_regclass(target) is not null then
      execute format($update$ update %s set indicator = 'efficiency.' || split_part(indicator, '.', 2)
        where indicator in ('economy.tax-per-mu', 'economy.value-added-per-mu') $update$, to_regclass(target));
    end if;
  end loop;
end $$;

-- The relief of taxes and fees moved here from the plan: what was read, published and linked under their
-- old address goes with them, in whichever of these tables there are yet.
do $$
declare target text;
begin
  foreach target in array array['figures.peers', 'figures.statements', 'plan.granules', 'plan.findings'] loop
    if to_regclass(target) is not null then
      execute format($update$ update %s set indicator = 'policy.tax-relief'
        where indicator = 'plan.tax-relief' $update$, to_regclass(target));
    end if;
  end loop;
end $$;

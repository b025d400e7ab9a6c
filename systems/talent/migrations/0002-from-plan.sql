-- Figures that until now were only stated are computed here: what was read, published and linked under their old
-- addresses goes with them, in whichever of these tables there are yet.
do $$
declare target text;
begin
  foreach target in array array['figures.peers', 'figures.statements', 'plan.granules', 'plan.findings'] loop
    if to_regclass(target) is not null then
      execute format($update$ update %s set indicator = 'talent.' || split_part(indicator, '.', 2)
        where indicator in ('plan.talent-projects', 'plan.national-recruits', 'plan.national-trainees',
          'plan.national-trainee-share', 'plan.postdoctoral-stations-new', 'plan.talent-firm-output',
          'plan.talent-events') $update$, to_regclass(target));
    end if;
  end loop;
end $$;

-- The smallest box around a GeoJSON geometry, for the index by which shapes are found on the map; null of what is none.
create function gaoxin.bounds(shape text) returns box immutable strict parallel safe cost 200 language plpgsql as $$
begin
  return (
    select box(point(min((p -> 0)::float8), min((p -> 1)::float8)), point(max((p -> 0)::float8), max((p -> 1)::float8)))
    from jsonb_path_query(shape::jsonb -> 'coordinates', 'strict $.** ? (@.type() == "array" && @[0].type() == "number")') p);
exception when others then return null;
end $$;

drop index "city"."grids_bounds_idx";
create index on "city"."grids" using gist (gaoxin.bounds(("outline")::text), gaoxin.prominence(("outline")::text, "id"));

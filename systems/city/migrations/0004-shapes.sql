create index on "city"."grids" using gist (gaoxin.bounds(("outline")::text));

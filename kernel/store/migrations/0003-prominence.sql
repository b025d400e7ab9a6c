-- How much a shape stands out on the map: its longer side in degrees of longitude, divided by a chance of its own between
-- 0 and 1 that goes by its id. Of shapes of one size those above a threshold are spread evenly, and of larger ones there
-- are more. Points, which have no size, stand above any threshold that a map of the world sets. On one axis of a point,
-- so that an index of boxes can have it as well.
create function gaoxin.prominence(shape text, id text) returns point immutable strict parallel safe cost 400 language sql as $$
  select point(
    case when width(b) > 0 or height(b) > 0
      then greatest(width(b), height(b) / cos(radians(((b[0])[1] + (b[1])[1]) / 2))) else 1 end
    * 1048576 / ((hashtextextended(id, 0) & 1048575) + 1), 0)
  from gaoxin.bounds(shape) b where b is not null
$$;

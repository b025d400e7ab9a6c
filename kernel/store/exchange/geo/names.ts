/** What stands over the shapes of a file of features; it answers to the first column of a place or a shape. */
export const GEOMETRY = '几何 geometry'

/** What stands over the places that are made of two columns. */
export const LONGITUDE_LATITUDE = '经度, 纬度'

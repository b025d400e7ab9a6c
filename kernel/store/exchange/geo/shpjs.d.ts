declare module 'shpjs' {
  /** Geometries of GeoJSON, in the order of the records; null where a record has none. */
  export function parseShp(shp: Uint8Array): unknown[]
}

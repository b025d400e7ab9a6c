/** The units of flow that SWMM knows, in the order in which its files number them. */
export const FLOW_UNITS = ['CFS', 'GPM', 'MGD', 'CMS', 'LPS', 'MLD'] as const
export type FlowUnits = (typeof FLOW_UNITS)[number]

/** The unit of flow decides all others of a model: metres and hectares, or feet and acres. */
export const isMetric = (units: FlowUnits): boolean => FLOW_UNITS.indexOf(units) >= 3

/** Rows of the summary tables of a report. */

/** Minutes since the start of the run. */
export type Minutes = number

export interface NodeDepth {
  readonly name: string
  readonly type: string
  readonly average: number
  readonly max: number
  readonly maxHgl: number
  readonly at: Minutes
  /** The highest among the reported times. */
  readonly reported: number
}
export interface NodeInflow {
  readonly name: string
  readonly type: string
  readonly maxLateral: number
  readonly maxTotal: number
  readonly at: Minutes
  readonly lateralVolume: number
  readonly totalVolume: number
  /** Per cent; a volume in gallons or litres where the engine gives no ratio. */
  readonly balanceError: number
}
export interface NodeSurcharge {
  readonly name: string
  readonly type: string
  readonly hours: number
  readonly aboveCrown: number
  readonly belowRim: number
}
export interface NodeFlooding {
  readonly name: string
  readonly hours: number
  readonly maxRate: number
  readonly at: Minutes
  readonly volume: number
  /** Depth for dynamic waves, else a volume in thousands of cubic feet or metres. */
  readonly maxPonded: number
}
export interface StorageVolume {
  readonly name: string
  readonly average: number
  readonly averagePercent: number
  readonly evaporationPercent: number
  readonly exfiltrationPercent: number
  readonly max: number
  readonly maxPercent: number
  readonly at: Minutes
  readonly maxOutflow: number
}
export interface OutfallLoading {
  /** 'System' is the sum of all. */
  readonly name: string
  readonly frequencyPercent: number
  readonly averageFlow: number
  readonly maxFlow: number
  readonly volume: number
  readonly loads: Loads
}
export interface LinkFlow {
  readonly name: string
  readonly type: string
  readonly max: number
  readonly at: Minutes
  /** Undefined for what has no cross section. */
  readonly maxVelocity: number | undefined
  readonly fullFlowRatio: number | undefined
  readonly fullDepthRatio: number | undefined
}
export interface FlowClass {
  readonly name: string
  readonly lengthRatio: number
  readonly dry: number
  readonly upstreamDry: number
  readonly downstreamDry: number
  readonly subcritical: number
  readonly supercritical: number
  readonly upstreamCritical: number
  readonly downstreamCritical: number
  readonly normalLimited: number
  readonly inletControlled: number
}
export interface ConduitSurcharge {
  readonly name: string
  readonly bothEndsHours: number
  readonly upstreamHours: number
  readonly downstreamHours: number
  readonly aboveNormalHours: number
  readonly capacityLimitedHours: number
}
export interface Pumping {
  readonly name: string
  readonly utilizedPercent: number
  readonly startUps: number
  readonly minFlow: number
  readonly averageFlow: number
  readonly maxFlow: number
  readonly volume: number
  readonly energy: number
  readonly offLowPercent: number
  readonly offHighPercent: number
}
export interface SubcatchmentRunoff {
  readonly name: string
  readonly precipitation: number
  readonly runon: number
  readonly evaporation: number
  readonly infiltration: number
  readonly imperviousRunoff: number
  readonly perviousRunoff: number
  readonly runoff: number
  readonly volume: number
  readonly peak: number
  readonly coefficient: number
}

/** What a LID unit did, each a depth over its area. */
export interface LidPerformance {
  /** The subcatchment that it is in. */
  readonly name: string
  readonly control: string
  readonly inflow: number
  readonly evaporation: number
  readonly infiltration: number
  readonly surfaceOutflow: number
  readonly drainOutflow: number
  readonly initialStorage: number
  readonly finalStorage: number
  readonly continuityError: number
}
/** Of the aquifer below a subcatchment; depths, flows to the node, moistures and elevations. */
export interface Groundwater {
  readonly name: string
  readonly infiltration: number
  readonly evaporation: number
  readonly lowerSeepage: number
  readonly lateralOutflow: number
  readonly maxLateralFlow: number
  readonly averageMoisture: number
  readonly averageTable: number
  readonly finalMoisture: number
  readonly finalTable: number
}
/** By pollutant: pounds, kilograms, or the logarithm of a count. */
export type Loads = Readonly<Record<string, number>>
export interface PollutantLoad {
  /** 'System' is the sum of all. */
  readonly name: string
  readonly loads: Loads
}
export interface StreetFlow {
  readonly name: string
  readonly maxFlow: number
  readonly maxSpread: number
  readonly maxDepth: number
  /** Undefined, like all that follows, where the street has no inlet. */
  readonly inlet: string | undefined
  /** `ON-GRADE` or `ON-SAG`. */
  readonly location: string | undefined
  readonly count: number | undefined
  readonly peakCapturePercent: number | undefined
  readonly averageCapturePercent: number | undefined
  readonly bypassFrequencyPercent: number | undefined
  readonly backflowFrequencyPercent: number | undefined
  readonly peakCapturePerInlet: number | undefined
  readonly peakBypass: number | undefined
}

export interface Tables {
  readonly subcatchmentRunoff: readonly SubcatchmentRunoff[]
  readonly lid: readonly LidPerformance[]
  readonly groundwater: readonly Groundwater[]
  readonly washoff: readonly PollutantLoad[]
  readonly nodeDepth: readonly NodeDepth[]
  readonly nodeInflow: readonly NodeInflow[]
  readonly nodeSurcharge: readonly NodeSurcharge[]
  readonly nodeFlooding: readonly NodeFlooding[]
  readonly storage: readonly StorageVolume[]
  readonly outfall: readonly OutfallLoading[]
  readonly street: readonly StreetFlow[]
  readonly linkFlow: readonly LinkFlow[]
  readonly flowClass: readonly FlowClass[]
  readonly conduitSurcharge: readonly ConduitSurcharge[]
  readonly pumping: readonly Pumping[]
  readonly linkLoad: readonly PollutantLoad[]
}

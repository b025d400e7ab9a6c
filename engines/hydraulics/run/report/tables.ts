/**
 * The summary tables of a report (`.rpt`), as SWMM 5.2's `statsrpt.c` prints them. Numbers are as precise as the report
 * prints them, in the units of the model: feet or metres, the flow units, millions of gallons or litres.
 */

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

export interface Tables {
  readonly subcatchmentRunoff: readonly SubcatchmentRunoff[]
  readonly nodeDepth: readonly NodeDepth[]
  readonly nodeInflow: readonly NodeInflow[]
  readonly nodeSurcharge: readonly NodeSurcharge[]
  readonly nodeFlooding: readonly NodeFlooding[]
  readonly storage: readonly StorageVolume[]
  readonly outfall: readonly OutfallLoading[]
  readonly linkFlow: readonly LinkFlow[]
  readonly flowClass: readonly FlowClass[]
  readonly conduitSurcharge: readonly ConduitSurcharge[]
  readonly pumping: readonly Pumping[]
}

/** Of a column: a word, a whole number, a number of so many decimals, any number, a flow, the time of a maximum. */
type Kind = 'word' | 'int' | 1 | 2 | 3 | 'any' | 'flow' | 'time'
interface Spec {
  readonly title: string
  readonly columns: readonly (readonly [key: string, kind: Kind])[]
}

const SPECS: Readonly<Record<keyof Tables, Spec>> = {
  subcatchmentRunoff: {
    title: 'Subcatchment Runoff Summary',
    columns: [
      ['precipitation', 2],
      ['runon', 2],
      ['evaporation', 2],
      ['infiltration', 2],
      ['imperviousRunoff', 2],
      ['perviousRunoff', 2],
      ['runoff', 2],
      ['volume', 2],
      ['peak', 2],
      ['coefficient', 3],
    ],
  },
  nodeDepth: {
    title: 'Node Depth Summary',
    columns: [
      ['type', 'word'],
      ['average', 2],
      ['max', 2],
      ['maxHgl', 2],
      ['at', 'time'],
      ['reported', 2],
    ],
  },
  nodeInflow: {
    title: 'Node Inflow Summary',
    columns: [
      ['type', 'word'],
      ['maxLateral', 'flow'],
      ['maxTotal', 'flow'],
      ['at', 'time'],
      ['lateralVolume', 'any'],
      ['totalVolume', 'any'],
      ['balanceError', 'any'],
    ],
  },
  nodeSurcharge: {
    title: 'Node Surcharge Summary',
    columns: [
      ['type', 'word'],
      ['hours', 2],
      ['aboveCrown', 3],
      ['belowRim', 3],
    ],
  },
  nodeFlooding: {
    title: 'Node Flooding Summary',
    columns: [
      ['hours', 2],
      ['maxRate', 'flow'],
      ['at', 'time'],
      ['volume', 3],
      ['maxPonded', 3],
    ],
  },
  storage: {
    title: 'Storage Volume Summary',
    columns: [
      ['average', 3],
      ['averagePercent', 1],
      ['evaporationPercent', 1],
      ['exfiltrationPercent', 1],
      ['max', 3],
      ['maxPercent', 1],
      ['at', 'time'],
      ['maxOutflow', 'flow'],
    ],
  },
  outfall: {
    title: 'Outfall Loading Summary',
    columns: [
      ['frequencyPercent', 2],
      ['averageFlow', 'flow'],
      ['maxFlow', 'flow'],
      ['volume', 3],
    ],
  },
  // What follows the time depends on the kind of link, and stands in fixed columns.
  linkFlow: {
    title: 'Link Flow Summary',
    columns: [
      ['type', 'word'],
      ['max', 'flow'],
      ['at', 'time'],
    ],
  },
  flowClass: {
    title: 'Flow Classification Summary',
    columns: [
      ['lengthRatio', 2],
      ['dry', 2],
      ['upstreamDry', 2],
      ['downstreamDry', 2],
      ['subcritical', 2],
      ['supercritical', 2],
      ['upstreamCritical', 2],
      ['downstreamCritical', 2],
      ['normalLimited', 2],
      ['inletControlled', 2],
    ],
  },
  conduitSurcharge: {
    title: 'Conduit Surcharge Summary',
    columns: [
      ['bothEndsHours', 2],
      ['upstreamHours', 2],
      ['downstreamHours', 2],
      ['aboveNormalHours', 2],
      ['capacityLimitedHours', 2],
    ],
  },
  pumping: {
    title: 'Pumping Summary',
    columns: [
      ['utilizedPercent', 2],
      ['startUps', 'int'],
      ['minFlow', 2],
      ['averageFlow', 2],
      ['maxFlow', 2],
      ['volume', 3],
      ['energy', 2],
      ['offLowPercent', 1],
      ['offHighPercent', 1],
    ],
  },
}

const NOT_A_NUMBER = '-?(?:nan|inf)(?:\\(ind\\))?|-?1\\.#[A-Z]+'
// Large numbers grow together in a report: what tells them apart is how many decimals each has.
const decimals = (count: number) => ` *(-?\\d+\\.\\d{${count}}(?:e[-+]\\d+)?|${NOT_A_NUMBER})`

function patternOf(kind: Kind, flowDecimals: number): string {
  if (kind === 'time') return ' +(\\d+) +(\\d+):(\\d\\d)'
  if (kind === 'word') return ' +([A-Z]+)'
  if (kind === 'int') return ' +(-?\\d+)'
  if (kind === 'any') return ' +(\\S+)'
  return decimals(kind === 'flow' ? flowDecimals : kind)
}

/** @param flowDecimals 3 for MGD and CMS, else 2 */
export function readTables(sections: ReadonlyMap<string, readonly string[]>, flowDecimals: number): Tables {
  const entries = (Object.keys(SPECS) as (keyof Tables)[]).map((key) => {
    const { title, columns } = SPECS[key]
    const parts = columns.map(([, kind]) => patternOf(kind, flowDecimals)).join('')
    // At least one blank follows the name, which may itself look like a number.
    const pattern = new RegExp(`^ {2}(\\S.*?) ${parts.replace(/^ \+/, ' *')}(.*)$`)
    const rows = (sections.get(title) ?? []).flatMap((line) => {
      const row = rowOf(pattern.exec(line), columns)
      return row ? [key === 'linkFlow' ? { ...row.values, ...linkRest(row.rest) } : row.values] : []
    })
    return [key, rows]
  })
  return Object.fromEntries(entries) as unknown as Tables
}

function rowOf(match: RegExpExecArray | null, columns: Spec['columns']) {
  if (!match) return undefined
  const values: Record<string, string | number> = { name: match[1] as string }
  let at = 2
  for (const [key, kind] of columns) {
    const given = match[at++] as string
    if (kind === 'word') values[key] = given
    else if (kind === 'time')
      values[key] = (Number(given) * 24 + Number(match[at++])) * 60 + Number(match[at++])
    else values[key] = Number(given)
  }
  return { values, rest: match[at] as string }
}

/** Velocity in 10 characters, then two ratios in 8 each; blanks where a link has none. */
function linkRest(rest: string): Pick<LinkFlow, 'maxVelocity' | 'fullFlowRatio' | 'fullDepthRatio'> {
  const number = (from: number, to: number) => {
    const text = rest.slice(from, to).replace('>', '').trim()
    return text === '' ? undefined : Number(text)
  }
  return { maxVelocity: number(0, 10), fullFlowRatio: number(10, 18), fullDepthRatio: number(18, 26) }
}

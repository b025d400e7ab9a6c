import type { LinkFlow, Loads, StreetFlow, Tables } from './rows.ts'

/**
 * The summary tables of a report (`.rpt`), as SWMM 5.2's `statsrpt.c` prints them. Numbers are as precise as the report
 * prints them, in the units of the model: feet or metres, the flow units, millions of gallons or litres.
 */

export type * from './rows.ts'

/** Of a column: a name, a word, a whole number, a number of so many decimals, any number, a flow, the time of a maximum. */
type Kind = 'name' | 'word' | 'int' | 1 | 2 | 3 | 'any' | 'flow' | 'time'
interface Spec {
  readonly title: string
  readonly columns: readonly (readonly [key: string, kind: Kind])[]
  /** Above its names; a load of each pollutant follows the columns. */
  readonly loads?: string
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
  lid: {
    title: 'LID Performance Summary',
    columns: [
      ['control', 'name'],
      ['inflow', 2],
      ['evaporation', 2],
      ['infiltration', 2],
      ['surfaceOutflow', 2],
      ['drainOutflow', 2],
      ['initialStorage', 2],
      ['finalStorage', 2],
      ['continuityError', 2],
    ],
  },
  groundwater: {
    title: 'Groundwater Summary',
    columns: [
      ['infiltration', 2],
      ['evaporation', 2],
      ['lowerSeepage', 2],
      ['lateralOutflow', 2],
      ['maxLateralFlow', 2],
      ['averageMoisture', 2],
      ['averageTable', 2],
      ['finalMoisture', 2],
      ['finalTable', 2],
    ],
  },
  washoff: { title: 'Subcatchment Washoff Summary', columns: [], loads: 'Subcatchment' },
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
    loads: 'Outfall Node',
  },
  street: {
    title: 'Street Flow Summary',
    columns: [
      ['maxFlow', 3],
      ['maxSpread', 3],
      ['maxDepth', 3],
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
  linkLoad: { title: 'Link Pollutant Load Summary', columns: [], loads: 'Link' },
}

const NOT_A_NUMBER = '-?(?:nan|inf)(?:\\(ind\\))?|-?1\\.#[A-Z]+'
// Large numbers grow together in a report: what tells them apart is how many decimals each has.
const decimals = (count: number) => ` *(-?\\d+\\.\\d{${count}}(?:e[-+]\\d+)?|${NOT_A_NUMBER})`

function patternOf(kind: Kind, flowDecimals: number): string {
  if (kind === 'time') return ' +(\\d+) +(\\d+):(\\d\\d)'
  if (kind === 'name') return '  *(\\S.*?)'
  if (kind === 'word') return ' +([A-Z]+)'
  if (kind === 'int') return ' +(-?\\d+)'
  if (kind === 'any') return ' +(\\S+)'
  return decimals(kind === 'flow' ? flowDecimals : kind)
}

/** @param flowDecimals 3 for MGD and CMS, else 2 */
export function readTables(sections: ReadonlyMap<string, readonly string[]>, flowDecimals: number): Tables {
  const entries = (Object.keys(SPECS) as (keyof Tables)[]).map((key) => {
    const { title, columns, loads } = SPECS[key]
    const lines = sections.get(title) ?? []
    const pollutants = loads === undefined ? [] : pollutantsOf(lines, loads)
    const last = (rest: string) =>
      key === 'linkFlow'
        ? linkRest(rest)
        : key === 'street'
          ? streetRest(rest)
          : loads === undefined
            ? {}
            : { loads: loadsOf(rest, pollutants) }
    const parts = columns.map(([, kind]) => patternOf(kind, flowDecimals)).join('')
    // At least one blank follows the name, which may itself look like a number.
    const pattern = new RegExp(
      `^ {2}(\\S.*?) ${parts.replace(/^ \+/, ' *')}${columns.length === 0 ? LOADS : '(.*)'}$`,
    )
    const rows = lines.flatMap((line) => {
      const row = rowOf(pattern.exec(line), columns)
      return row ? [{ ...row.values, ...last(row.rest) }] : []
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
    if (kind === 'word' || kind === 'name') values[key] = given
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

const LOAD = decimals(3)
/** Tells rows of loads from the lines above them. */
const LOADS = `((?:${LOAD.replace('(', '(?:')})+)`

/** The names stand in the line above that which begins as `heading`, behind those of other columns. */
function pollutantsOf(lines: readonly string[], heading: string): readonly string[] {
  const at = lines.findIndex((line) => line.trimStart().startsWith(`${heading} `))
  const units = /\S.*$/.exec((lines[at] ?? '').trimStart().slice(heading.length))?.[0].split(/ +/) ?? []
  const names = (lines[at - 1] ?? '').trim().split(/ +/)
  // of an outfall's frequency, two flows and volume only the last has a unit of two words: `10^6 ltr`
  return names.slice(names.length - units.length + (heading === 'Outfall Node' ? 5 : 0))
}

const loadsOf = (rest: string, pollutants: readonly string[]): Loads =>
  Object.fromEntries(
    [...rest.matchAll(new RegExp(LOAD, 'g'))].map(([, value], i) => [
      pollutants[i] ?? `${i + 1}`,
      Number(value),
    ]),
  )

const INLET = new RegExp(`^ +(\\S.*?) +(ON-GRADE|ON-SAG) +(\\d+)${decimals(2).repeat(6)}`)

function streetRest(rest: string): Omit<StreetFlow, 'name' | 'maxFlow' | 'maxSpread' | 'maxDepth'> {
  const [, inlet, location, ...numbers] = INLET.exec(rest) ?? []
  const [count, peak, average, bypass, back, capture, past] = numbers.map(Number)
  return {
    inlet,
    location,
    count,
    peakCapturePercent: peak,
    averageCapturePercent: average,
    bypassFrequencyPercent: bypass,
    backflowFrequencyPercent: back,
    peakCapturePerInlet: capture,
    peakBypass: past,
  }
}

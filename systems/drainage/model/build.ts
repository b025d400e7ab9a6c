import {
  addRows,
  buildModel,
  type CrossSection,
  type Model,
  type NewNode,
  type RegisterGage,
  type RegisterLink,
  type Series,
} from '../../../engines/hydraulics/model/index.ts'
import { chicagoStorm } from '../../../engines/hydraulics/run/index.ts'
import { DESIGN_STORM } from '../settings.ts'
import type { NetworkLink, NetworkNode, NetworkRows } from './rows.ts'

export interface ModelOptions {
  readonly title?: string
  /** ISO date and time without a zone. */
  readonly start: string
  readonly end: string
  /** Seconds; 300 and 5 where left out. */
  readonly reportStep?: number
  readonly routingStep?: number
  /** One gage that every catchment is under; the sample storm from the start on where left out. */
  readonly gage?: RegisterGage
  readonly series?: readonly Series[]
}

export interface BuiltModel {
  readonly model: Model
  /** Id of the record's row → its name in the model, which is its code without what a name may not hold. */
  readonly nodes: ReadonlyMap<string, string>
  readonly links: ReadonlyMap<string, string>
  /** Rows that no model can hold, by id. */
  readonly left: readonly {
    readonly id: string
    readonly why: 'noEnd' | 'noLink' | 'noOutlet' | 'noSection'
  }[]
}

const RAIN: RegisterGage = { id: 'RAIN', series: 'STORM', format: 'INTENSITY', interval: 5 }

/**
 * The register as a model of EPA SWMM 5.2, in m³/s, routed by the dynamic wave. What leads nowhere known is left out and
 * told. Water that leaves a node stands on its ponded area and comes back.
 * @throws HydraulicsError HYDRAULICS_VALUE for dates that are none
 */
export function modelOf(rows: NetworkRows, options: ModelOptions): BuiltModel {
  const { title = '', start, end, reportStep = 300, routingStep = 5, gage = RAIN } = options
  const series = options.series ?? (options.gage ? [] : [designSeries()])
  const left: BuiltModel['left'][number][] = []
  const known = new Set(rows.nodes.map(({ id }) => id))
  const links = rows.links.filter((link) => {
    const ends = known.has(link.from) && known.has(link.to)
    const drawn = link.kind === 'pump' || (link.size ?? 0) > 0
    if (!ends || !drawn) left.push({ id: link.id, why: ends ? 'noSection' : 'noEnd' })
    return ends && drawn
  })
  const touched = new Set(links.flatMap(({ from, to }) => [from, to]))
  const nodes = rows.nodes.filter(({ id }) => {
    if (!touched.has(id)) left.push({ id, why: 'noLink' })
    return touched.has(id)
  })
  const catchments = rows.catchments.filter(({ id, outlet }) => {
    if (!touched.has(outlet)) left.push({ id, why: 'noOutlet' })
    return touched.has(outlet)
  })
  const names = { nodes: namesOf(nodes), links: namesOf(links), catchments: namesOf(catchments) }
  const name = (id: string) => names.nodes.get(id) as string
  const built = buildModel({
    title,
    coordinates: 'degrees',
    nodes: nodes.map((node) => nodeOf(node, name(node.id))),
    links: links.map((link) => linkOf(link, names.links.get(link.id) as string, name)),
    catchments: catchments.map(({ id, outlet, outline, area, imperviousness, width, slope }) => ({
      id: names.catchments.get(id) as string,
      gage: gage.id,
      outlet: name(outlet),
      area,
      imperviousness,
      width,
      slope,
      ring: outline ?? [],
    })),
    gages: [gage],
    series,
    curves: links
      .filter(({ kind }) => kind === 'pump')
      .map(({ id, capacity }) => ({
        id: curveOf(names.links.get(id) as string),
        type: 'PUMP2' as const,
        points: [[100, capacity ?? 0]],
      })),
    run: { start, end, reportStep, routingStep, ponding: true },
  })
  const dry = nodes.filter(({ dryFlow }) => (dryFlow ?? 0) > 0)
  const model = addRows(
    built,
    dry.map(({ id, dryFlow }) => [
      'DWF',
      [name(id), 'FLOW', Number(((dryFlow as number) / 1000).toFixed(6))],
    ]),
  )
  return { model, nodes: names.nodes, links: names.links, left }
}

/** The sample storm as a series of mm/h. */
function designSeries(): Series {
  const { steps } = chicagoStorm(DESIGN_STORM)
  const { duration, step = 5 } = DESIGN_STORM
  const points = steps.map(([minute, mm]) => [minute / 60, Number(mm.toFixed(2))] as const)
  return { id: RAIN.series, points: [...points, [(duration + step) / 60, 0]] }
}

const curveOf = (link: string): string => `${link}-CURVE`

/** Names hold no space, quote or semicolon, and no two are the same but for case. */
function namesOf(rows: readonly { readonly id: string; readonly code: string }[]): Map<string, string> {
  const taken = new Set<string>()
  return new Map(
    rows.map(({ id, code }) => {
      const plain =
        code
          .trim()
          .replace(/[\s"';]+/g, '_')
          .replace(/^\[/, '(') || '_'
      let name = plain
      for (let n = 2; taken.has(name.toUpperCase()); n++) name = `${plain}~${n}`
      taken.add(name.toUpperCase())
      return [id, name]
    }),
  )
}

function nodeOf(node: NetworkNode, id: string): NewNode {
  const { kind, invert: elevation, depth, surface, stage, ponded } = node
  const placed = { id, elevation, ...(node.at ? { at: node.at } : {}) }
  if (kind === 'outfall') return { ...placed, kind, ...(stage === null ? {} : { stage }) }
  if (kind === 'storage') return { ...placed, kind, maxDepth: depth, area: surface ?? 10 }
  // A divider divides in kinematic routing only; by the dynamic wave it is a junction.
  return { ...placed, kind: 'junction', maxDepth: depth, ponded: ponded ?? 0 }
}

function linkOf(link: NetworkLink, id: string, name: (node: string) => string): RegisterLink {
  const { kind, length, startDepth, stopDepth } = link
  const ends = { id, from: name(link.from), to: name(link.to), via: link.course ?? [] }
  switch (kind) {
    case 'pump':
      return { ...ends, kind, curve: curveOf(id), startup: startDepth ?? 0, shutoff: stopDepth ?? 0 }
    case 'gate':
      // Shuts by itself against water from below.
      return {
        ...ends,
        kind: 'orifice',
        side: true,
        gate: true,
        section: sectionOf(link),
        offset: link.inOffset ?? 0,
      }
    case 'weir':
      return { ...ends, kind, section: { ...sectionOf(link), shape: 'RECT_OPEN' }, crest: link.inOffset ?? 0 }
    case 'conduit':
      return {
        ...ends,
        kind,
        ...(length === null ? {} : { length }),
        roughness: link.roughness ?? 0.013,
        section: sectionOf(link),
        inOffset: link.inOffset ?? 0,
        outOffset: link.outOffset ?? 0,
      }
  }
}

const SWMM_SHAPES = { circular: 'CIRCULAR', box: 'RECT_CLOSED', channel: 'RECT_OPEN', egg: 'EGG' } as const

function sectionOf({ shape, size, width }: NetworkLink): Extract<CrossSection, { geometry: unknown }> {
  const height = size ?? 0
  const drawn = SWMM_SHAPES[shape ?? 'circular']
  return {
    shape: drawn,
    geometry: drawn === 'CIRCULAR' || drawn === 'EGG' ? [height] : [height, width ?? height],
  }
}

import { sql } from 'kysely'
import type { Context } from '../../../kernel/system.ts'
import { drainageError } from '../errors.ts'
import { flow, level, rain } from '../twin/quantities.ts'
import { readingsBetween } from '../twin/readings.ts'
import type { Kind } from './finding.ts'

export interface Listed {
  readonly id: string
  readonly number: string
  readonly kind: Kind
  readonly sensor: string
  readonly device: string
  readonly deviceCode: string
  readonly beside: string | null
  readonly besideCode: string | null
  readonly node: string | null
  readonly link: string | null
  /** Of the node or link. */
  readonly place: string | null
  readonly value: number
  readonly limit: number
  readonly unit: string
  readonly confidence: number
  readonly numbers: Readonly<Record<string, number>>
  readonly from: string
  readonly to: string
  readonly foundAt: string
  readonly seenAt: string
  /** Of the case of maintenance that runs, if there is one. */
  readonly case: string | null
  readonly synthetic: boolean
}

const listed = sql`select d.id, d.number, d.kind, d.sensor, s.device, v.code as "deviceCode", d.beside, w.code as "besideCode",
    d.node, d.link, coalesce(n.code, l.code) as place, d.value::float8 as value, d.limit::float8 as "limit", d.unit,
    d.confidence::int as confidence, d.numbers, d.shown_from as "from", d.shown_to as "to", d.found_at as "foundAt",
    d.seen_at as "seenAt", d.synthetic, (select c.id from flow.cases c where c.record = 'drainage.diagnoses' and c.row_id = d.id
      and c.process = 'drainage.maintenance' and c.state = 'running' limit 1) as "case"
  from drainage.diagnoses d join drainage.sensors s on s.id = d.sensor join series.devices v on v.id = s.device
  left join drainage.sensors b on b.id = d.beside left join series.devices w on w.id = b.device
  left join drainage.nodes n on n.id = d.node left join drainage.links l on l.id = d.link`

/** What is open, the surest first. */
export async function openDiagnoses({ db }: Pick<Context, 'db'>, most: number): Promise<readonly Listed[]> {
  const { rows } = await sql<Listed>`${listed} where d.state = 'open'
    order by d.confidence desc, d.number limit ${most}`.execute(db)
  return rows
}

export interface Evidence {
  readonly finding: Listed
  readonly series: readonly {
    readonly what: 'sensor' | 'beside' | 'rain'
    readonly code: string
    readonly measures: 'level' | 'flow' | 'rain'
    readonly points: readonly (readonly [at: string, least: number, most: number])[]
  }[]
}

const POINTS = 400
const MOST_GAUGES = 20

/** The readings that a finding goes by: the sensor's, those of the one beside it, and the rain. @throws GaoxinError DRAINAGE_NONE */
export async function evidenceOf(context: Context, id: string): Promise<Evidence> {
  const { rows } = await sql<Listed>`${listed} where d.id = ${id}`.execute(context.db)
  const [finding] = rows
  if (!finding) throw drainageError('DRAINAGE_NONE', { value: id })
  const { rows: sensors } = await sql<{
    id: string
    device: string
    code: string
    measures: 'level' | 'flow' | 'rain'
  }>`(select s.id, s.device, v.code, s.measures from drainage.sensors s join series.devices v on v.id = s.device
      where s.id = any(${[finding.sensor, finding.beside].filter((each) => each !== null)}::text[])
      order by s.id <> ${finding.sensor})
    union all (select s.id, s.device, v.code, s.measures from drainage.sensors s join series.devices v on v.id = s.device
      where s.measures = 'rain' order by s.id limit ${MOST_GAUGES})`.execute(context.db)
  const series: Evidence['series'][number][] = []
  for (const { id: sensor, device, code, measures } of sensors) {
    const name = { device, quantity: { level, flow, rain }[measures].id }
    const [from, to] = [Date.parse(finding.from), Date.parse(finding.to)]
    const points = await readingsBetween(context, name, from, to, POINTS)
    // The first gauge that was there then.
    if (measures === 'rain' && (points.length === 0 || series.some(({ what }) => what === 'rain'))) continue
    const what = measures === 'rain' ? 'rain' : sensor === finding.sensor ? 'sensor' : 'beside'
    series.push({
      what,
      code,
      measures,
      points: points.map(({ at, min, max }) => [new Date(at).toISOString(), min, max]),
    })
  }
  return { finding, series }
}

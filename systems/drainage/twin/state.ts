import { createHash } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import { writeModel } from '../../../engines/hydraulics/model/index.ts'
import type { Moment } from '../../../engines/hydraulics/run/index.ts'
import type { Context } from '../../../kernel/system.ts'
import { modelOf, type NetworkRows, readNetwork } from '../model/index.ts'
import type { TwinModel } from './assimilate.ts'
import type { Field } from './field.ts'

/** The one gauge that the model of the register has. */
export const GAUGE = 'RAIN'
const ROUTING_STEP = 30
/** As many saved states as a look back may need. */
const KEPT_STATES = 3

export interface ZoneModel extends TwinModel {
  /** Id of the node's row by its name in the model, and the other way. */
  readonly ids: ReadonlyMap<string, string>
  readonly names: ReadonlyMap<string, string>
  /** Names of links in the model by id. */
  readonly links: ReadonlyMap<string, string>
  /** Of the model without its dates: a state fits models of the same digest. */
  readonly digest: string
}

/** The register as the twin's model, from a moment on. @param from as `Date.UTC` counts, a multiple of five minutes */
export const zoneModel = async (context: Pick<Context, 'db'>, from: number): Promise<ZoneModel> =>
  zoneModelOf(await readNetwork(context), from)

/** @param from as `zoneModel` */
export function zoneModelOf(rows: NetworkRows, from: number): ZoneModel {
  const { model, nodes, links } = modelOf(rows, {
    start: stamp(from),
    end: stamp(from + 3_600_000),
    routingStep: ROUTING_STEP,
    gage: { id: GAUGE, series: 'STORM', format: 'INTENSITY', interval: 5 },
    series: [{ id: 'STORM', points: [[0, 0]] }],
  })
  const byName = <T>(
    list: readonly { readonly id: string }[],
    names: ReadonlyMap<string, string>,
    of: (row: T) => number | null,
  ) =>
    new Map(
      list.flatMap((row) => {
        const name = names.get(row.id)
        const value = of(row as T)
        return name === undefined || value === null ? [] : [[name, value] as const]
      }),
    )
  const written = writeModel(model)
  const undated = written.replaceAll(/^\s*(START|END|REPORT_START)_(DATE|TIME)\s.*$/gm, '')
  return {
    job: { name: 'twin', model: written },
    // Water over the mouth of an outfall stands in the river.
    depths: byName<(typeof rows.nodes)[number]>(
      rows.nodes.filter(({ kind }) => kind === 'junction'),
      nodes,
      ({ depth }) => depth,
    ),
    lengths: byName<(typeof rows.links)[number]>(rows.links, links, ({ length }) => length),
    names: nodes,
    links,
    ids: new Map([...nodes].map(([id, name]) => [name, id])),
    digest: createHash('sha256').update(undated).digest('hex').slice(0, 16),
  }
}

const stamp = (at: number): string => new Date(at).toISOString().slice(0, 19)

/** Runs of a replay, or of the twin itself; written so that an index answers it. */
export const ofReplay = (column: RawBuilder<unknown>, replay: string | null) =>
  replay === null ? sql`${column} is null` : sql`${column} = ${replay}`

/** The newest state before a moment, of the twin itself or of a replay. */
export async function lastState(
  { db }: Pick<Context, 'db'>,
  before: number,
  replay: string | null = null,
): Promise<(Moment & { readonly model: string }) | undefined> {
  const { rows } = await sql<{ at: number; state: Uint8Array; model: string }>`
    select (extract(epoch from r.at) * 1000)::float8 as at, s.state, r.model
    from drainage.states s join drainage.runs r on r.id = s.run
    where r.at <= ${new Date(before).toISOString()}::timestamptz and ${ofReplay(sql`r.replay`, replay)}
    order by r.at desc limit 1`.execute(db)
  const [found] = rows
  return found && { ...found, state: new Uint8Array(found.state) }
}

/** A state with the field of what follows from it, which a screen plays. */
export async function keepState(
  { db }: Pick<Context, 'db'>,
  run: string,
  state: Uint8Array,
  field: Field,
  replay: string | null,
): Promise<void> {
  await sql`insert into drainage.states (run, state, field)
    values (${run}, ${Buffer.from(state)}, ${JSON.stringify(field)})`.execute(db)
  // A replay is looked at as a whole: its states stay until there are newer replays.
  if (replay !== null) return
  await sql`delete from drainage.states s using drainage.runs r where r.id = s.run and r.replay is null and s.run not in
    (select s.run from drainage.states s join drainage.runs r on r.id = s.run where r.replay is null
      order by r.at desc limit ${KEPT_STATES})`.execute(db)
}

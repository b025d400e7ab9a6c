import { frameOf, seriesOf } from '../../../engines/hydraulics/run/index.ts'
import { TWIN } from '../settings.ts'
import type { Assimilated, Depths } from './assimilate.ts'
import { type Forecast, timesOf } from './forecast.ts'
import type { SensorRow } from './read.ts'
import type { ZoneModel } from './state.ts'

/** What a screen plays of a forecast: whole centimetres over the bottom of nodes, whole litres a second in links. */
export interface Field {
  /** ISO 8601 */
  readonly times: readonly string[]
  /** By id of the row, one value a time. */
  readonly nodes: Readonly<Record<string, readonly number[]>>
  readonly links: Readonly<Record<string, readonly number[]>>
}

/** As many links as a map draws; of a larger network the first, which are enough to see that it lives. */
const MOST = 5000

export function fieldOf({ results }: Forecast, { ids, links }: Pick<ZoneModel, 'ids' | 'links'>): Field {
  const linkIds = new Map([...links].map(([id, name]) => [name, id]))
  const of = (
    kind: 'node' | 'link',
    variable: string,
    rows: ReadonlyMap<string, string>,
    factor: number,
  ): Record<string, readonly number[]> => {
    const columns = results.header.objects[kind].slice(0, MOST).map((): number[] => [])
    for (let period = 0; period < results.periods; period++) {
      const frame = frameOf(results, kind, variable, period)
      for (const [i, column] of columns.entries()) column.push(Math.round((frame[i] as number) * factor))
    }
    return Object.fromEntries(
      columns.flatMap((column, i) => {
        const id = rows.get(results.header.objects[kind][i] as string)
        return id === undefined ? [] : [[id, column] as const]
      }),
    )
  }
  return {
    times: timesOf(results).map((at) => new Date(at).toISOString()),
    nodes: of('node', 'depth', ids, 100),
    links: of('link', 'flow', linkIds, 1000),
  }
}

/** The model beside what sensors said at that moment, by id of the node or link. */
export interface Sensed {
  /** m over the bottom: measured, before and after the correction, and what is foreseen at each of `TWIN.leads`. */
  readonly levels: Readonly<
    Record<
      string,
      readonly [measured: number, before: number, after: number, ahead: readonly (number | null)[]]
    >
  >
  /** m³/s in the model. */
  readonly flows: Readonly<Record<string, number>>
}

export function sensedOf(
  sensors: readonly SensorRow[],
  { ids, links }: Pick<ZoneModel, 'ids' | 'links'>,
  observed: Depths,
  { before, depths, flows, moment }: Assimilated,
  { results }: Forecast,
): Sensed {
  const at = new Map(timesOf(results).map((time, i) => [time, i]))
  const levels = Object.entries(observed).flatMap(([name, depth]) => {
    const [id, was, is] = [ids.get(name), before.get(name), depths.get(name)]
    if (id === undefined || was === undefined || is === undefined) return []
    const column = seriesOf(results, 'node', name, 'depth')
    const ahead = TWIN.leads.map((minutes) => {
      const period = at.get(moment.at + minutes * 60_000)
      return period === undefined ? null : fine(column[period] as number)
    })
    return [[id, [fine(depth), fine(was), fine(is), ahead]] as const]
  })
  const measured = sensors.flatMap(({ measures, link }) => {
    const flow = measures === 'flow' && link !== null ? flows.get(links.get(link) ?? '') : undefined
    return flow === undefined ? [] : [[link as string, fine(flow)] as const]
  })
  return { levels: Object.fromEntries(levels), flows: Object.fromEntries(measured) }
}

const fine = (value: number): number => Number(value.toFixed(3))

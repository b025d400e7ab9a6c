import { type RawBuilder, sql } from 'kysely'
import { type Box, boxSql } from '../../store/box.ts'
import { boundsSql, drawnTable, prominenceSql, quote, shapeColumns } from '../../store/ddl.ts'
import { known } from '../../store/history/read.ts'
import type { Target, TargetOf } from '../../store/order.ts'
import { placeColumns } from '../../store/place.ts'
import type { RecordDefinition } from '../../store/record.ts'
import { type Choice, condition } from '../../store/rows.ts'
import { type Told, toldSql } from './told.ts'

interface Sought {
  readonly box: Box
  /** Prominence from which on shapes are shown (`gaoxin.prominence`). */
  readonly least: number
  readonly choice: Choice
  readonly columns: readonly Told[]
}

/** The query of a record's shapes in a box: `id`, `shape` and what is told. */
export type ShapeSource = (sought: Sought) => RawBuilder<unknown>

/** What is kept where, of shapes of a column and of lines of edges alike. */
const found = (column: string, { box, least }: Sought): RawBuilder<unknown> => sql`
  ${sql.raw(boundsSql(column))} && ${boxSql(box)}
    and ${sql.raw(prominenceSql(column))} <@ box(point(${least}::float8, 0), point('Infinity', 0))`

const more = (columns: readonly Told[]) => (columns.length > 0 ? sql`, ${toldSql(columns)}` : sql``)
const name = (column: string) => sql.raw(quote(column))

/** The nodes of a record of edges, and their place, as far as they may be seen; undefined where no line may. */
export function endsOf(
  { edge, columns }: RecordDefinition,
  target: TargetOf | undefined,
): (Target & { readonly place: string }) | undefined {
  const [from, to] = edge ? [columns[edge.from], columns[edge.to]] : []
  const courseIsSeen = edge?.course === undefined || columns[edge.course] !== undefined
  const nodes = from?.record && to && courseIsSeen ? target?.(from.record) : undefined
  const [place] = nodes ? placeColumns(nodes.record) : []
  return nodes && place !== undefined ? { ...nodes, place } : undefined
}

/** Where the shapes of a record come from: its own column, or the lines of its edges; undefined where it has none to show. */
export function shapeSource(record: RecordDefinition, target: TargetOf | undefined): ShapeSource | undefined {
  const [column] = shapeColumns(record)
  return column === undefined ? lines(record, target) : shapes(record, column)
}

const shapes =
  (record: RecordDefinition, column: string): ShapeSource =>
  (sought) =>
    sql`select id, ${name(column)} as shape${more(sought.columns)}
      from ${known(record.id, sought.choice.knownOn)} t
      where ${condition(record, sought.choice)} and ${found(column, sought)}`

/**
 * Lines that `gaoxin.draw` keeps of the edges as they are, each shown where the list shows its edge and both ends may be seen;
 * of an earlier day they are made anew.
 */
function lines(record: RecordDefinition, target: TargetOf | undefined): ShapeSource | undefined {
  const nodes = endsOf(record, target)
  const { edge } = record
  if (!edge || !nodes) return undefined
  const { place, where } = nodes
  return (sought) => {
    const { choice, columns } = sought
    const ends = known(nodes.record.id, choice.knownOn)
    const drawn =
      choice.knownOn === undefined
        ? sql.raw(drawnTable(record.id))
        : sql`(select e.id, gaoxin.line(a.${name(place)}, ${edge.course ? sql`e.${name(edge.course)}` : sql`null`},
              b.${name(place)}) as line
            from ${known(record.id, choice.knownOn)} e join ${ends} a on a.id = e.${name(edge.from)}
              join ${ends} b on b.id = e.${name(edge.to)}) drawn`
    const seen = (end: string) =>
      where ? sql`exists (select from ${ends} n where n.id = t.${name(end)} and ${where})` : sql`true`
    return sql`select d.id, d.line as shape${columns.length > 0 ? sql`, told.*` : sql``}
      from (select id, line from ${drawn} where ${found('line', sought)}) d
      cross join lateral (select ${columns.length > 0 ? toldSql(columns) : sql``}
        from ${known(record.id, choice.knownOn)} t
        where t.id = d.id and ${condition(record, choice)} and ${seen(edge.from)} and ${seen(edge.to)}) told`
  }
}

/** Has the database keep the lines of a record of edges, where its nodes have places: once, when a zone is opened. */
export function drawSql(
  { id, edge, columns }: RecordDefinition,
  recordOf: (id: string) => RecordDefinition | undefined,
): RawBuilder<unknown> | undefined {
  const nodes = edge && columns[edge.from]?.record
  const [place] = nodes ? placeColumns(recordOf(nodes) ?? { columns: {} }) : []
  if (!edge || !nodes || place === undefined) return undefined
  return sql`select gaoxin.draw(${id}, ${edge.from}, ${edge.to}, ${edge.course ?? null}, ${nodes}, ${place})`
}

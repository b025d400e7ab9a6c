import { sql } from 'kysely'
import { called, type Kind, readProcesses } from '../../engines/bpmn/index.ts'
import type { Context } from '../system.ts'
import { diagramNumbered } from './publish.ts'

/** Running cases of a version are counted up to so many. */
export const MOST_RUNNING = 10_000

/** How many cases run by each version of the processes, up to `MOST_RUNNING`: by `process@number`. */
export async function runningBy({ db }: Context, process?: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ process: string; number: number; cases: number }>`
    select d.process, d.number::integer, c.cases::integer from flow.diagrams d
    cross join lateral (select count(*) as cases from (
      select from flow.cases c where c.process = d.process and c.version = d.number and c.state = 'running'
      limit ${MOST_RUNNING}) counted) c
    where d.state = 'published' and ${process === undefined ? sql`true` : sql`d.process = ${process}`}`.execute(
    db,
  )
  return new Map(rows.map(({ process, number, cases }) => [`${process}@${number}`, cases]))
}

/** An element of a version, and how many tokens of running cases stand there. */
export interface ElementWithCases {
  readonly id: string
  readonly name: string
  readonly kind: Kind
  readonly cases: number
}

/** The elements of a version, in the order of its diagram. @throws GaoxinError FLOW_PROCESS */
export async function elementsOf(
  context: Context,
  id: string,
  number: number,
): Promise<readonly ElementWithCases[]> {
  const { diagram } = await diagramNumbered(context, id, number)
  const { processes } = await readProcesses(diagram)
  const { rows } = await sql<{
    at: string
    cases: number
  }>`select t.at, count(distinct t.case_id)::integer as cases
    from flow.cases c join flow.tokens t on t.case_id = c.id
    where c.process = ${id} and c.version = ${number} and c.state = 'running' group by t.at`.execute(
    context.db,
  )
  const standing = new Map(rows.map(({ at, cases }) => [at, cases]))
  return processes.flatMap(({ elements }) =>
    [...elements.values()].map((element) => ({
      id: element.id,
      name: called(element),
      kind: element.kind,
      cases: standing.get(element.id) ?? 0,
    })),
  )
}

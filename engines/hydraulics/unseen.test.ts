import { beforeAll, describe, expect, it } from 'vitest'
import {
  checkModel,
  flowUnitsOf,
  type Model,
  networkOf,
  readModel,
  rowsOf,
  writeModel,
} from './model/index.ts'
import { cellOf } from './model/text.ts'
import {
  type Engine,
  type Outcome,
  openEngine,
  readResults,
  runModel,
  seriesOf,
  type Tables,
} from './run/index.ts'
import { UNSEEN, type Unseen } from './unseen.fixture.ts'

let engine: Engine
beforeAll(async () => {
  engine = await openEngine(process.env.SWMM_LIB)
})

const ALL = '\n[REPORT]\nSUBCATCHMENTS ALL\nNODES ALL\nLINKS ALL\n'
const bytesOf = ({ files = {} }: Unseen) =>
  Object.fromEntries(Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)]))

/** Every row written anew from its cells: an engine that reads other cells than we do would give other results. */
const rewritten = (model: Model): string =>
  writeModel({
    parts: model.parts.map(({ key, lines }) => ({
      key,
      lines: lines.map(({ raw, cells }) =>
        cells.length === 0 || key === 'TITLE' || key === 'CONTROLS'
          ? { raw, cells }
          : { raw: `${cells.map(cellOf).join('  ')}\n`, cells },
      ),
    })),
  })

/** What a report says, without when it was made. */
const timeless = ({ reportText }: Outcome) =>
  reportText.replace(/^.*(Analysis (begun|ended)|Total elapsed).*$/gm, '')

describe.each(Object.entries(UNSEEN))('%s', (name, unseen) => {
  const files = bytesOf(unseen)
  const text = unseen.model + ALL
  const model = readModel(text)
  let outcome: Outcome
  beforeAll(async () => {
    outcome = await runModel(engine, { name, model: text, files, wantOut: true, keep: false })
  })

  it('nothing is wrong with it, and it is written as it was read', () => {
    expect(checkModel(model, files).filter(({ level }) => level === 'error')).toEqual([])
    expect(writeModel(model)).toBe(text)
  })

  it('read and written row by row it runs to the same results', async () => {
    const again = await runModel(engine, { name, model: rewritten(model), files, keep: false })
    expect(timeless(again)).toBe(timeless(outcome))
  })

  it('results and tables say the same', () => {
    const { tables } = outcome.report
    const results = readResults(outcome.out as Uint8Array)
    for (const { name: id, reported, max } of tables.nodeDepth) {
      const peak = Math.max(...seriesOf(results, 'node', id, 'depth'))
      expect(Math.abs(peak - reported)).toBeLessThan(0.0051)
      expect(max).toBeGreaterThanOrEqual(reported - 0.011)
    }
    for (const { name: id, max } of tables.linkFlow) {
      const peak = Math.max(...seriesOf(results, 'link', id, 'flow').map(Math.abs))
      expect(peak).toBeLessThan(max * 1.001 + 0.0051)
    }
    for (const { name: id, peak } of tables.subcatchmentRunoff)
      expect(Math.max(...seriesOf(results, 'subcatchment', id, 'runoff'))).toBeLessThan(peak + 0.0051)
  })

  it('no table lacks a row', () => {
    const { tables, flowUnits } = outcome.report
    expect(flowUnits).toBe(flowUnitsOf(model))
    expect(Object.fromEntries(Object.entries(tables).map(([key, rows]) => [key, rows.length]))).toMatchObject(
      counted(model, outcome),
    )
    for (const rows of Object.values(tables) as readonly (readonly object[])[])
      for (const value of rows.flatMap((row) => Object.values(row)))
        if (typeof value === 'number') expect(value).not.toBeNaN()
  })
})

/** How many rows each table is to have. */
function counted(model: Model, { report }: Outcome): Partial<Record<keyof Tables, number>> {
  const { nodes, links, catchments } = networkOf(model)
  const count = (key: Parameters<typeof rowsOf>[1]) => [...rowsOf(model, key)].length
  const of = (things: ReadonlyMap<string, { readonly kind: string }>, kind: string) =>
    [...things.values()].filter((each) => each.kind === kind).length
  const routed = links.size > 0
  const polluted = count('POLLUTANTS') > 0
  const summed = (rows: number) => (rows === 0 ? 0 : rows + 1)
  const sections = [...rowsOf(model, 'XSECTIONS')].map(({ cells }) => cells[1]?.toUpperCase())
  const dynamic = report.options['Flow Routing Method'] === 'DYNWAVE'
  return {
    subcatchmentRunoff: catchments.size,
    lid: count('LID_USAGE'),
    groundwater: count('GROUNDWATER'),
    washoff: polluted ? summed(catchments.size) : 0,
    nodeDepth: routed ? nodes.size : 0,
    nodeInflow: routed ? nodes.size : 0,
    storage: of(nodes, 'storage'),
    outfall: routed ? summed(of(nodes, 'outfall')) : 0,
    street: sections.filter((shape) => shape === 'STREET').length,
    linkFlow: links.size,
    flowClass: dynamic ? of(links, 'conduit') - sections.filter((shape) => shape === 'DUMMY').length : 0,
    pumping: of(links, 'pump'),
    linkLoad: polluted ? links.size : 0,
  }
}

import { existsSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { openEngine } from '../run/engine/open.ts'
import { type Engine, REPORT } from '../run/engine/types.ts'
import { readFindings } from '../run/report/findings.ts'
import { runModel } from '../run/runModel.ts'
import { checkModel, type Model, readModel, setGate, splitConduit, writeModel } from './index.ts'
import { SMALL } from './small.fixture.ts'

/** The checks and the edits held to EPA's own engine. */
let engine: Engine
beforeAll(async () => {
  engine = await openEngine(process.env.SWMM_LIB)
})

/** Lines that the engine names when it refuses a model; empty where it takes it. */
function refused(text: string): readonly (number | undefined)[] {
  const session = engine.begin(text, {})
  try {
    const error = session.open()
    session.end()
    if (error !== 0) session.report()
    session.close()
    if (error === 0) return []
    const report = new TextDecoder().decode(session.read(REPORT))
    return readFindings(report).flatMap(({ severity, line }) => (severity === 'error' ? [line] : []))
  } finally {
    session.dispose()
  }
}

it('what the engine refuses at a line is an error at that line, and the other way round', () => {
  const lines = SMALL.split('\n')
  const differing: string[] = []
  let section = ''
  for (const [at, line] of lines.entries()) {
    if (line.startsWith('[')) section = line
    const cells = line.replace(/;.*/, '').trim().split(/\s+/)
    if (line.startsWith('[') || cells[0] === '' || DRAWN.includes(section)) continue
    for (let i = 1; i < cells.length; i++) {
      const text = lines.with(at, cells.with(i, '?').join(' ')).join('\n')
      const theirs = refused(text).includes(at + 1)
      const ours = checkModel(readModel(text)).some((each) => each.level === 'error' && each.line === at + 1)
      if (theirs !== ours) differing.push(`${section} ${cells.with(i, '?').join(' ')}`)
    }
  }
  expect(differing).toEqual(LENIENT)
})

const DRAWN = ['[TITLE]', '[TAGS]', '[COORDINATES]', '[VERTICES]', '[POLYGONS]']
/** Where the engine takes what is no number for none, and says nothing. */
const LENIENT: readonly string[] = []

describe('edits run as they mean', () => {
  /** Fed without end, so that peaks are of a steady flow. */
  const fed = readModel(`${SMALL}\n[INFLOWS]\nJ1 FLOW "" FLOW 1 1 0.3\nT1 FLOW "" FLOW 1 1 0.05\n`)

  const peaks = async (model: Model) => {
    const { report } = await runModel(engine, { name: 'small', model: writeModel(model), keep: false })
    return new Map(report.tables.linkFlow.map(({ name, max }) => [name, Math.abs(max)]))
  }

  it('a conduit in two halves carries what it carried', async () => {
    const whole = await peaks(fed)
    const halves = await peaks(splitConduit(fed, { conduit: 'C1', at: 40, node: 'N', lower: 'L' }))
    expect(whole.get('C2')).toBeGreaterThan(0.25)
    for (const id of ['C1', 'L'])
      expect((halves.get(id) as number) / (whole.get('C1') as number)).toBeCloseTo(1, 1)
    expect((halves.get('C2') as number) / (whole.get('C2') as number)).toBeCloseTo(1, 1)
  })

  it('nothing goes through a gate or a weir that is shut', async () => {
    const open = await peaks(fed)
    expect(open.get('G1')).toBeGreaterThan(0)
    expect(open.get('W1')).toBeGreaterThan(0)
    expect((await peaks(setGate(fed, 'G1', 0))).get('G1')).toBe(0)
    expect((await peaks(setGate(fed, 'W1', 0))).get('W1')).toBe(0)
  })

  const PUMPED = '../shared/swmm/models/Example3.inp'
  it.skipIf(!existsSync(PUMPED))(
    'a pump that is held off lifts nothing, one at half less than at full',
    async () => {
      const model = readModel(readFileSync(PUMPED, 'utf8'))
      const lifted = async (setting: number) =>
        (await peaks(setGate(model, 'PUMP1', setting))).get('PUMP1') as number
      expect(await lifted(0)).toBe(0)
      expect(await lifted(0.5)).toBeLessThan(await lifted(1))
      expect(await lifted(0.5)).toBeGreaterThan(0)
    },
  )
})

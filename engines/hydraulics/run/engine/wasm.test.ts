import { afterEach, describe, expect, it, vi } from 'vitest'
import { townModel } from '../model.fixture.ts'
import { runModel } from '../runModel.ts'
import type { FreezingEngine } from './types.ts'
import { openWasm } from './wasm.ts'

afterEach(() => void vi.useRealTimers())

/** Snow on a catchment without any sealed part: the engine never writes the melt of such parts, and reads it. */
const snowy = townModel({
  options: { END_TIME: '07:00:00' },
  sections: {
    SUBCATCHMENTS: ['S1 R1 J1 2 0 100 0.5 0 SP', 'S2 R1 J2 3 0 120 0.5 0 SP'],
    SNOWPACKS: [
      'SP PLOWABLE 0.001 0.001 32 0.1 0 0 0',
      'SP IMPERVIOUS 0.001 0.001 32 0.1 0 0 0',
      'SP PERVIOUS 0.001 0.001 32 0.1 0 0 0',
    ],
    TEMPERATURE: ['TIMESERIES warm'],
    TIMESERIES: [
      'storm 07/01/2025 06:00 20',
      'storm 07/01/2025 06:30 0',
      'warm 07/01/2025 00:00 20',
      'warm 07/02/2025 00:00 20',
      'base 07/01/2025 00:00 1',
    ],
  },
})

/** What the engine is before its first step. */
function begun(engine: FreezingEngine) {
  const session = engine.begin(snowy, {})
  try {
    expect([session.open(), session.start()]).toEqual([0, 0])
    return session.freeze()
  } finally {
    session.dispose()
  }
}

describe('the built-in engine', () => {
  it('is the same before each run, whatever ran before in its thread', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2025, 6, 1) })
    const engine = await openWasm()
    const first = begun(engine)
    await runModel(engine, { name: 'town', model: townModel() })
    await expect(runModel(engine, { name: 'broken', model: '[JUNCTIONS]\nJ1 x\n' })).rejects.toThrow()
    const again = begun(engine)
    expect(again.pages).toEqual(first.pages)
    // The number of the file that was opened last stays behind on the stack; numbers of files go up.
    expect(again.memory.filter((byte, i) => byte !== first.memory[i]).length).toBeLessThanOrEqual(4)
  })
})

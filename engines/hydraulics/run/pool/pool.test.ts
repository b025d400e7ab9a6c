import { afterAll, describe, expect, it } from 'vitest'
import { openEngine } from '../engine/open.ts'
import { townModel } from '../model.fixture.ts'
import type { Results } from '../results.ts'
import { type Job, runModel } from '../runModel.ts'
import { nodePool } from './node.ts'
import { createPool } from './pool.ts'
import type { FromWorker, WorkerLine } from './protocol.ts'

const job: Job = { name: 'town', model: townModel() }

describe('a pool of threads', () => {
  const pool = nodePool({ size: 2 })
  afterAll(() => pool.close())

  it('gives what the engine gives in this thread, many at once', async () => {
    const own = await runModel(await openEngine(), { ...job, wantOut: true })
    const parts: Results[] = []
    const several = await Promise.all(
      Array.from({ length: 5 }, () =>
        pool.run({ ...job, wantOut: true, stream: true }, { onResults: (part) => parts.push(part) }),
      ),
    )
    for (const { results, out } of several) {
      expect(results).toEqual(own.results)
      expect(out).toEqual(own.out)
    }
    expect(parts.length).toBeGreaterThan(5)
  })

  it('tells what is wrong with a model as in this thread, and goes on', async () => {
    const bad = { name: 'bad', model: townModel({ sections: { PUMPS: ['P1 T1 nowhere pump ON 0 0'] } }) }
    await expect(pool.run(bad)).rejects.toMatchObject({
      code: 'hydraulics/model',
      findings: [{ number: 209, severity: 'error' }],
    })
    expect((await pool.run(job)).results?.periods).toBe(72)
  })

  it('stops what runs and what waits', async () => {
    const controllers = Array.from({ length: 3 }, () => new AbortController())
    const long = {
      ...job,
      model: townModel({ options: { END_DATE: '07/31/2025', REPORT_STEP: '01:00:00' } }),
    }
    const runs = controllers.map(({ signal }, i) =>
      pool.run(long, {
        signal,
        onProgress: () => i === 0 && controllers.forEach((each) => void each.abort()),
      }),
    )
    for (const { status } of await Promise.allSettled(runs)) expect(status).toBe('rejected')
    for (const one of runs) await expect(one).rejects.toMatchObject({ code: 'hydraulics/cancelled' })
    expect((await pool.run(job)).results?.periods).toBe(72)
  })
})

describe('a pool whose thread goes away', () => {
  /** A thread that dies at its first job; the next answers. */
  function lines() {
    let made = 0
    return (): WorkerLine => {
      const dies = made++ === 0
      let take: (message: FromWorker) => void = () => {}
      let gone: (why: unknown) => void = () => {}
      return {
        post: (message) => {
          if (message.type !== 'run') return
          if (dies) gone('killed')
          else take({ type: 'done', id: message.id, outcome: { out: undefined } as never })
        },
        listen: (each) => {
          take = each
        },
        onGone: (each) => {
          gone = each
        },
        stop: () => {},
      }
    }
  }

  it('says so for that run, and starts another for the next', async () => {
    const pool = createPool(1, lines())
    await expect(pool.run(job)).rejects.toMatchObject({ code: 'hydraulics/worker' })
    expect(await pool.run(job)).toEqual({ out: undefined })
    pool.close()
    await expect(pool.run(job)).rejects.toMatchObject({ code: 'hydraulics/cancelled' })
  })
})

/** A page that runs models in the browser's own threads, for engineInBrowser.test.ts. */
import { townModel } from '../../../engines/hydraulics/run/model.fixture.ts'
import { webPool } from '../../../engines/hydraulics/run/pool/web.ts'

Object.assign(globalThis, {
  runTowns: async (hours: readonly number[]) => {
    const pool = webPool(2)
    const jobs = hours.map((hour) => ({
      name: `${hour} h`,
      model: townModel({ options: { END_TIME: `${6 + hour}:00:00` } }),
    }))
    const outcomes = await Promise.all(jobs.map((job) => pool.run(job)))
    const bad = await pool.run({ name: 'bad', model: '' }).catch(({ code }: { code: string }) => code)
    pool.close()
    return { depths: outcomes.map(({ report }) => report.tables.nodeDepth), bad }
  },
})

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { writeReadings } from '../../kernel/series/index.ts'
import { beginSeries, install, LEVEL, RAIN, trial } from '../../kernel/series/series.fixture.ts'
import { testZone } from '../../test/zone.ts'
import { seriesImport, seriesKept, seriesKey, seriesReflag } from './series.ts'

const test = testZone({ systems: [trial] })
const printed: string[] = []
const io = {
  language: 'en' as const,
  print: (line: string) => void printed.push(line),
  write: async () => {},
}
const said = () => printed.splice(0).join('\n')
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gaoxin-readings-'))
  await install(test.zone.context(), { code: 'gate' })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

it('a CSV file is read in, told line by line what was not, and adds nothing when it is read again', async () => {
  const start = Date.now() - 3_600_000
  const file = join(folder, 'readings.csv')
  const rows = Array.from({ length: 1200 }, (_, second) => `gate,${LEVEL.id},${start + second * 1000},1.5`)
  await writeFile(
    file,
    ['device,quantity,at,value', ...rows, `nobody,${LEVEL.id},${start},1`, 'gate,,,'].join('\n'),
  )
  expect(await seriesImport(test.zone, io, file)).toBe(1)
  expect(said().split('\n')).toEqual([
    '1,200 readings taken in (0 of them late), 0 were there',
    '1 refused: no such device, or not the sender’s',
    '1 refused: cannot be read',
  ])
  await writeFile(file, ['device,quantity,at,value', ...rows].join('\n'))
  expect(await seriesImport(test.zone, io, file)).toBe(0)
  expect(said()).toBe('0 readings taken in (0 of them late), 1,200 were there')
  await seriesKept(test.zone, io)
  expect(said()).toMatch(/Water level, readings: kept 24 months, since \d{4}-\d{2}/)
})

it('a file that is not there, and a device that is not, are told', async () => {
  await expect(seriesImport(test.zone, io, join(folder, 'none.csv'))).rejects.toMatchObject({
    code: 'SERIES_FILE',
  })
  await expect(seriesKey(test.zone, io, 'nobody', {})).rejects.toMatchObject({ code: 'SERIES_DEVICE' })
  expect(await seriesKey(test.zone, io, 'gate', {})).toBe(0)
  expect(said()).toMatch(/^gxd_[\w-]{43}$/)
})

it('readings are judged anew after limits changed, and how far it is is said', async () => {
  const [start] = [Date.parse('2026-01-01T00:00:00+08:00')]
  const { db } = test.zone.store
  const id = await beginSeries(test.zone.context(), 'sluice', RAIN)
  const points = Array.from({ length: 25 }, (_, day) => ({ at: start + day * 86_400_000, value: day }))
  await writeReadings(db, new Map([[id, points]]))
  await sql`update series.series set high = 19.5 where id = ${id}`.execute(db)
  expect(await seriesReflag(test.zone, io, { device: 'sluice' })).toBe(0)
  const lines = said().split('\n')
  expect(lines[0]).toBe('[1/1] sluice Rain 10%, 0 changed')
  expect(lines.slice(-2)).toEqual([
    '[1/1] sluice Rain done, 5 changed',
    '1 series judged anew; the flags of 5 readings changed',
  ])
  expect(lines.length).toBeLessThanOrEqual(12)
  await sql`update series.series set high = 0 where id = ${id}`.execute(db)
  await seriesReflag(
    test.zone,
    { ...io, language: 'zh' },
    { device: 'sluice', from: '2026-01-02', to: '2026-01-03' },
  )
  expect(said()).toContain('重新判定了 1 个序列，共改 2 条读数的标记')
  await expect(seriesReflag(test.zone, io, { device: 'nobody' })).rejects.toMatchObject({
    code: 'SERIES_NONE',
  })
  await expect(seriesReflag(test.zone, io, { from: 'May' })).rejects.toMatchObject({ code: 'SERIES_DAY' })
})

import { describe, expect, it } from 'vitest'
import { checkModel } from '../model/check/index.ts'
import { readModel, rowsOf, writeModel } from '../model/read.ts'
import { SMALL } from '../model/small.fixture.ts'
import { openEngine } from '../run/engine/open.ts'
import { townModel } from '../run/model.fixture.ts'
import { millisOf, type Results, seriesOf } from '../run/results.ts'
import { runModel } from '../run/runModel.ts'
import { fitDryWeather, setDryWeather } from './dryWeather.ts'
import type { Points } from './points.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** A Monday. */
const start = Date.UTC(2025, 5, 2)

const working = (hour: number) => 10 + 6 * Math.sin((Math.PI * (hour - 6)) / 12)
const resting = (hour: number) => 8 + 3 * Math.sin((Math.PI * (hour - 9)) / 12)
const isRest = (day: number) => [0, 6].includes(new Date(day).getUTCDay())

/** Four weeks in steps of ten minutes: sewage by the hour, and what rain brings. */
function flows(drop: (at: number) => boolean = () => false, extra: (at: number) => number = () => 0) {
  const points: [number, number][] = []
  for (let at = start; at < start + 28 * DAY; at += HOUR / 6) {
    const day = Math.floor(at / DAY) * DAY
    const hour = Math.floor((at - day) / HOUR)
    if (!drop(at)) points.push([at, (isRest(day) ? resting(hour) : working(hour)) + extra(at)])
  }
  return points
}

const hours = Array.from({ length: 24 }, (_, hour) => hour)
const mean = hours.reduce((sum, hour) => sum + working(hour), 0) / 24

describe('dry-weather flow', () => {
  it('is the one that made the series: average, hours of workdays and weekends, flow of the night', () => {
    const fit = fitDryWeather(flows())
    expect(fit.average).toBeCloseTo(mean, 6)
    expect(fit.workday.reduce((sum, each) => sum + each, 0) / 24).toBeCloseTo(1, 3)
    for (const hour of hours) {
      expect(fit.workday[hour]).toBeCloseTo(working(hour) / mean, 3)
      expect(fit.weekend?.[hour]).toBeCloseTo(resting(hour) / mean, 3)
    }
    expect(fit.base).toBeCloseTo(4, 6)
    expect(fit.days).toEqual({ workday: 20, weekend: 8, wet: 0 })
    expect([fit.gaps, fit.thinHours]).toEqual([[], 0])
  })

  it('leaves days with rain and the day after them out, of which most of the series would tell otherwise', () => {
    // It rains on three days of each week, long enough to spoil a median.
    const rainy = [0, 1, 2, 7, 8, 9, 14, 15, 16].map((day) => start + day * DAY)
    const wet = (at: number) => rainy.some((day) => at >= day && at < day + 2 * DAY)
    const spoiled = flows(undefined, (at) => (wet(at) ? 30 : 0))
    const rain: Points = rainy.map((day) => [day + 5 * HOUR, 12])
    expect(fitDryWeather(spoiled).average).toBeGreaterThan(mean + 10)
    const fit = fitDryWeather(spoiled, { rain })
    expect(fit.average).toBeCloseTo(mean, 6)
    expect(fit.days).toEqual({ workday: 8, weekend: 8, wet: 12 })
    // Drizzle wets no day.
    expect(fitDryWeather(flows(), { rain: [[start, 0.4]] }).days.wet).toBe(0)
  })

  it('says hours that nobody saw and draws them between their neighbours', () => {
    const night = (at: number) => at % DAY >= 2 * HOUR && at % DAY < 4 * HOUR
    const thin = (at: number) => at >= start + 8 * HOUR && at < start + 9 * HOUR && at % (HOUR / 2) > 0
    const fit = fitDryWeather(flows((at) => night(at) || thin(at)))
    expect(fit.gaps).toEqual([
      { kind: 'workday', hour: 2 },
      { kind: 'workday', hour: 3 },
      { kind: 'weekend', hour: 2 },
      { kind: 'weekend', hour: 3 },
    ])
    expect(fit.thinHours).toBe(1)
    const [one, two, three, four] = fit.workday.slice(1, 5) as [number, number, number, number]
    expect(two - one).toBeCloseTo(three - two, 3)
    expect(three - two).toBeCloseTo(four - three, 3)
  })

  it('takes working days from a calendar, and refuses a series without one', () => {
    const fit = fitDryWeather(flows(), { isWorkday: () => true })
    expect([fit.weekend, fit.days.weekend]).toEqual([undefined, 0])
    const refused = () => fitDryWeather(flows(), { isWorkday: () => false })
    expect(refused).toThrow(expect.objectContaining({ code: 'hydraulics/observed' }))
    expect(() => fitDryWeather([])).toThrow(expect.objectContaining({ code: 'hydraulics/observed' }))
  })

  it('goes into a model, once, and comes out of the engine as it was measured', async () => {
    const fit = fitDryWeather(flows())
    const days = { START_DATE: '06/06/2025', START_TIME: '00:00:00', END_DATE: '06/08/2025' }
    const report = { REPORT_START_DATE: '06/06/2025', REPORT_START_TIME: '00:00:00', REPORT_STEP: '01:00:00' }
    const model = readModel(
      townModel({ sections: { INFLOWS: [], TIMESERIES: ['storm 0:00 0'] }, options: { ...days, ...report } }),
    )
    const set = setDryWeather(model, 'j1', fit)
    expect(writeModel(setDryWeather(set, 'J1', fit))).toBe(writeModel(set))
    expect([...rowsOf(set, 'DWF')].map(({ cells }) => cells)).toEqual([
      ['J1', 'FLOW', '10', 'DWF_J1', 'DWF_J1_WE'],
    ])
    expect(checkModel(set)).toEqual(checkModel(model))
    const { results } = await runModel(await openEngine(), { name: 'dry', model: writeModel(set) })
    const inflow = seriesOf(results as Results, 'node', 'J1', 'lateralInflow')
    for (const [i, days] of (results as Results).times.entries()) {
      const at = millisOf(days)
      const day = Math.floor(at / DAY) * DAY
      const before = [(at - day) / HOUR, (at - day) / HOUR - 1 + (at === day ? 24 : 0)]
      // At the very turn of an hour either holds.
      const shapes = [isRest(day) ? resting : working, isRest(day - DAY) ? resting : working]
      const made = before.flatMap((hour) => shapes.map((shape) => shape(hour)))
      if (at > day)
        expect(Math.min(...made.map((each) => Math.abs(each - (inflow[i] as number))))).toBeLessThan(0.02)
    }
    expect(() => setDryWeather(readModel(SMALL), 'nowhere', fit)).toThrow(
      expect.objectContaining({ code: 'HYDRAULICS_UNKNOWN' }),
    )
  })
})

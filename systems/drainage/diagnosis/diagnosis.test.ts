import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { dayAt, ZONE_MS } from '../../../kernel/calendar/moments.ts'
import { inboxOf, submitTask } from '../../../kernel/flow/index.ts'
import { testZone } from '../../../test/zone.ts'
import { monitoredReadings, monitors } from '../demo/monitoring.ts'
import { networkRows } from '../demo/network.ts'
import { DEMO_SEED } from '../demo/seed.ts'
import { beginMaintenance } from '../maintenance/index.ts'
import { judge } from './judge/index.ts'
import { USUAL } from './limits.ts'
import { openDiagnoses } from './list.ts'
import { readWatch } from './read.ts'
import { diagnose } from './run.ts'
import { DAY, type Watch, type Watched } from './watched.ts'

const test = testZone()

describe('the sensors of the demonstration', () => {
  it('show what was put in: how many found, missed, false', async () => {
    const found = (await openDiagnoses(test.zone.context(), 100)).map(
      ({ kind, deviceCode }) => `${kind} ${deviceCode}`,
    )
    const putIn = monitors(networkRows(DEMO_SEED)).flatMap(({ putIn, device }) =>
      putIn ? [`${putIn} ${device}`] : [],
    )
    const missed = putIn.filter((each) => !found.includes(each))
    const wrong = found.filter((each) => !putIn.includes(each))
    expect({ found: found.length - wrong.length, missed, wrong }).toEqual({ found: 7, missed: [], wrong: [] })
  })

  it('show it by the zone’s clock, whatever the clock outside', async () => {
    const { db, today, moment } = test.zone.context()
    const { rows } = await sql<Record<string, string>>`select number, found_at, shown_from, shown_to
      from drainage.diagnoses`.execute(db)
    for (const { number, found_at: found = '', shown_from: from = '', shown_to: to = '' } of rows) {
      expect(number).toMatch(new RegExp(`^ZD${today.slice(0, 4)}-`))
      expect(dayAt(found)).toBe(today)
      expect(Date.parse(moment()) - Date.parse(to)).toBeLessThan(4 * DAY)
      expect(Date.parse(from)).toBeLessThan(Date.parse(to))
    }
  })

  it('show it at any hour of the day', async () => {
    const watch = (await readWatch(test.zone.context(), 10)) as Watch
    const plan = monitors(networkRows(DEMO_SEED))
    const putIn = plan.flatMap(({ putIn, device }) => (putIn ? [`${putIn} sensor-${device}`] : []))
    const now = Date.parse(test.zone.context().moment())
    for (let hour = 0; hour < 24; hour++) {
      const points = new Map<string, [number, number][]>()
      for (const { device, at, value } of monitoredReadings(plan, now - hour * 3_600_000, `at ${hour}`)) {
        const known = points.get(device)
        if (known) known.push([at + ZONE_MS, value])
        else points.set(device, [[at + ZONE_MS, value]])
      }
      const of = (sensor: string) => points.get(sensor.replace('sensor-', '')) ?? []
      const sensors = watch.sensors.map((one) => ({ ...one, points: of(one.sensor) }))
      const newest = Math.max(...sensors.map((one) => one.points.at(-1)?.[0] ?? 0))
      const found = judge({ sensors, newest, rain: of('ZD-G01') }, USUAL)
      expect(found.map(({ kind, sensor }) => `${kind} ${sensor}`).toSorted()).toEqual(putIn.toSorted())
    }
  })

  it('say by what: numbers over their limits, and the stretch that shows it', async () => {
    for (const { value, limit, confidence, from, to } of await openDiagnoses(test.zone.context(), 100)) {
      expect(Math.abs(value)).toBeGreaterThan(limit)
      expect(confidence).toBeGreaterThan(40)
      expect(Date.parse(from)).toBeLessThan(Date.parse(to))
    }
    const blocked = (await openDiagnoses(test.zone.context(), 100)).find(({ kind }) => kind === 'blockage')
    expect(blocked).toMatchObject({ deviceCode: 'ZD-U01', besideCode: 'ZD-D01', unit: '%' })
  })

  it('judged again, find nothing new, and move what is open on', async () => {
    const context = test.zone.context()
    const before = await openDiagnoses(context, 100)
    expect(await diagnose(context)).toMatchObject({ fresh: 0, over: 0 })
    const after = await openDiagnoses(context, 100)
    expect(after.map(({ id }) => id).toSorted()).toEqual(before.map(({ id }) => id).toSorted())
    expect(after.every(({ seenAt, foundAt }) => seenAt > foundAt)).toBe(true)
  })

  it('no longer show what is gone: the finding is over, and kept', async () => {
    const context = test.zone.context()
    const [one] = await openDiagnoses(context, 100)
    await sql`insert into drainage.diagnoses select (jsonb_populate_record(d, '{"id": "gone", "number": "ZD-0", "kind": "mixed",
      "sensor": "sensor-ZD-U02"}'::jsonb)).* from drainage.diagnoses d where id = ${one?.id}`.execute(
      context.db,
    )
    expect(await diagnose(context)).toMatchObject({ fresh: 0, over: 1 })
    const { rows } = await sql`select state, ended_at from drainage.diagnoses where id = 'gone'`.execute(
      context.db,
    )
    expect(rows).toEqual([{ state: 'over', ended_at: expect.any(String) }])
  })

  it('say nothing once they have sent nothing for long: what is open stays open', async () => {
    const later = new Date(Date.parse(test.zone.context().now()) + 30 * DAY).toISOString()
    const context = test.zone.context().with({ now: () => later })
    expect(await diagnose(context)).toBeUndefined()
    expect((await openDiagnoses(context, 100)).length).toBe(7)
  })
})

describe('rules', () => {
  const plain: Watched = {
    sensor: 'a',
    measures: 'level',
    node: 'n',
    link: null,
    network: 'sewage',
    size: 1,
    depth: 4,
    full: null,
    below: ['b'],
    points: [],
  }
  const start = Date.UTC(2025, 5, 2)
  const series = (value: (hours: number) => number, days = 6) =>
    Array.from({ length: days * 24 }, (_, hours) => [start + hours * 3_600_000, value(hours)] as const)
  const watch = (...sensors: readonly Watched[]): Watch => ({
    sensors,
    rain: [],
    newest: Math.max(...sensors.map(({ points }) => points.at(-1)?.[0] ?? 0)),
  })
  const swing = (hours: number) => 0.01 * Math.sin(hours)

  it('water that stands high above and below alike is no blockage, but a full pipe further down', () => {
    const up = { ...plain, points: series((hours) => 0.8 + swing(hours)) }
    const low = { ...plain, sensor: 'b', below: [], points: series((hours) => 0.2 + swing(hours)) }
    const high = { ...low, points: series((hours) => 0.75 + swing(hours)) }
    expect(judge(watch(up, low), USUAL).map(({ kind, beside }) => [kind, beside])).toEqual([
      ['blockage', 'b'],
    ])
    expect(judge(watch(up, high), USUAL)).toEqual([])
    expect(judge(watch(up), USUAL)).toEqual([])
  })

  it('hardly any flow in a pipe that stands high is a blockage, by what it would carry', () => {
    const up = { ...plain, points: series((hours) => 0.8 + swing(hours)) }
    const meter = (flow: number): Watched => ({
      ...plain,
      sensor: 'b',
      measures: 'flow',
      full: 0.4,
      points: series((hours) => flow * (1 + swing(hours))),
    })
    expect(judge(watch(up, meter(0.005)), USUAL)).toMatchObject([{ kind: 'blockage', beside: 'b' }])
    expect(judge(watch(up, meter(0.3)), USUAL)).toEqual([])
  })

  it('a faulty sensor is no witness', () => {
    const up = { ...plain, points: series((hours) => 0.8 + swing(hours)) }
    const stuck = { ...plain, sensor: 'b', below: [], points: series(() => 0.2) }
    expect(judge(watch(up, stuck), USUAL).map(({ kind, sensor }) => [kind, sensor])).toEqual([['stuck', 'b']])
  })

  it('a trickle that stops is no drift, a flow that falls as much is', () => {
    const falling = (flow: number): Watched => ({
      ...plain,
      measures: 'flow',
      below: [],
      points: series((hours) => flow * (1 - hours / 200 + swing(hours))),
    })
    expect(judge(watch(falling(0.00003)), USUAL)).toEqual([])
    expect(judge(watch(falling(0.03)), USUAL)).toMatchObject([{ kind: 'drift' }])
  })

  it('a sewer that rises with the rain and falls back after it does not drift', () => {
    const seeps = (hours: number) => (hours > 96 ? Math.exp(-(hours - 96) / 40) : 0)
    const sewer: Watched = {
      ...plain,
      measures: 'flow',
      below: [],
      points: series((hours) => 0.02 * (1 + 0.6 * seeps(hours) + swing(hours)), 9),
    }
    const rain = [[start + 95 * 3_600_000, 20]] as const
    expect(judge({ ...watch(sewer), rain }, USUAL).map(({ kind }) => kind)).toEqual(['infiltration'])
  })

  it('an empty pipe is not stuck, and rain that passes is no drift', () => {
    expect(judge(watch({ ...plain, points: series(() => 0) }), USUAL)).toEqual([])
    const wet = { ...plain, points: series((hours) => 0.1 + swing(hours) + (hours > 120 ? 0.4 : 0)) }
    const rain = [[start + 120 * 3_600_000, 20]] as const
    expect(judge({ ...watch(wet), rain }, USUAL)).toEqual([])
  })

  it('groundwater that seeps in by day and night is mixed with less confidence than what swings with people', () => {
    const pipe = (flow: (hours: number) => number): Watched => ({
      ...plain,
      measures: 'flow',
      network: 'rain',
      points: series(flow),
    })
    const [steady] = judge(watch(pipe((hours) => 0.002 * (1 + swing(hours)))), USUAL)
    const [sewage] = judge(
      watch(pipe((hours) => 0.002 * (1 + 0.5 * Math.sin((hours * Math.PI) / 12)))),
      USUAL,
    )
    expect([steady?.kind, sewage?.kind]).toEqual(['mixed', 'mixed'])
    expect(steady?.confidence).toBeLessThan((sewage?.confidence as number) - 0.2)
    expect(judge(watch(pipe(() => 0)), USUAL)).toEqual([])
  })
})

describe('maintenance', () => {
  const officer = {
    id: 'officer-construction',
    name: '经办人',
    role: 'officer',
    office: 'construction',
  } as const
  const as = () => test.zone.context(officer)

  /** Does the next step of a case as a person finds it in the inbox of the office. */
  async function does(id: string, values: Readonly<Record<string, string | number>>): Promise<string> {
    const tasks = await inboxOf(as(), 'office', { limit: 200 })
    const task = tasks.find((each) => each.case === id)
    if (!task) throw new Error('nothing in the inbox')
    await submitTask(as(), id, task.token, { ...values })
    return task.name
  }
  const stateOf = async (id: string) =>
    (await sql<{ state: string }>`select state from flow.cases where id = ${id}`.execute(as().db)).rows[0]
      ?.state

  it('of a finding: plan, order, work, not accepted, done again, accepted', async () => {
    const [finding] = await openDiagnoses(as(), 1)
    const id = await beginMaintenance(as(), { diagnosis: finding?.id as string })
    await expect(beginMaintenance(as(), { diagnosis: finding?.id as string })).rejects.toMatchObject({
      code: 'DRAINAGE_UNDER_WAY',
    })
    expect((await openDiagnoses(as(), 100)).find((each) => each.id === finding?.id)?.case).toBe(id)
    const done = [
      await does(id, { plan: '高压水疏通', days: 5 }),
      await does(id, { team: '养护一队' }),
      await does(id, { done: '已疏通' }),
    ]
    await expect(does(id, { outcome: 'again', note: '' })).rejects.toMatchObject({ code: 'DRAINAGE_REASON' })
    done.push(await does(id, { outcome: 'again', note: '仍有积泥' }))
    done.push(await does(id, { team: '养护二队' }), await does(id, { done: '再次疏通' }))
    expect(await stateOf(id)).toBe('running')
    done.push(await does(id, { outcome: 'pass' }))
    expect(done).toEqual(['编制计划', '派工', '作业', '验收', '派工', '作业', '验收'])
    expect(await stateOf(id)).toBe('completed')
    const { rows } = await sql`select state from drainage.diagnoses where id = ${finding?.id}`.execute(
      as().db,
    )
    expect(rows).toEqual([{ state: 'mended' }])
  })

  it('of a pipe: its open defects are repaired when it is accepted', async () => {
    const { rows } = await sql<{
      link: string
      count: number
    }>`select link, count(*)::int as count from drainage.defects
      where repaired_on is null group by link order by count(*) desc, link limit 1`.execute(as().db)
    const { link, count } = rows[0] as { link: string; count: number }
    const id = await beginMaintenance(as(), { link })
    const values = [
      { plan: '点状修复', days: 10 },
      { team: '养护一队' },
      { done: '已修复' },
      { outcome: 'pass' },
    ]
    for (const each of values) await does(id, each)
    const { rows: repaired } = await sql`select count(*)::int as count from drainage.defects
      where link = ${link} and repaired_on = ${as().today}`.execute(as().db)
    expect(repaired).toEqual([{ count }])
    await expect(beginMaintenance(as(), { link })).rejects.toMatchObject({ code: 'DRAINAGE_NOTHING_TO_MEND' })
  })

  it('is begun by the office that keeps it, and nobody else', async () => {
    const other = test.zone.context({ ...officer, id: 'officer-tax', office: 'tax' })
    const [finding] = await openDiagnoses(as(), 1)
    await expect(beginMaintenance(other, { diagnosis: finding?.id as string })).rejects.toMatchObject({
      code: 'DRAINAGE_KEEPER',
    })
    await expect(beginMaintenance(as(), { diagnosis: 'nowhere' })).rejects.toMatchObject({
      code: 'DRAINAGE_NONE',
    })
  })
})

it('a watch counts by the clock of the zone', async () => {
  const context = test.zone.context()
  const watch = await readWatch(context, 10)
  expect(Math.abs((watch?.newest ?? 0) - ZONE_MS - Date.parse(context.moment()))).toBeLessThan(DAY)
  expect(watch?.sensors.filter(({ points }) => points.length > 0).length).toBe(16)
})

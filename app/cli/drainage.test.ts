import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { insertRows } from '../../kernel/store/index.ts'
import { networkRows } from '../../systems/drainage/demo/network.ts'
import { DEMO_SEED } from '../../systems/drainage/demo/seed.ts'
import { catchments, links, nodes } from '../../systems/drainage/tables/index.ts'
import type { Field, Sensed } from '../../systems/drainage/twin/field.ts'
import { errorsOf, fieldKept, hydrographOf, newestRun, scoresOf } from '../../systems/drainage/twin/look.ts'
import { aheadOf } from '../../systems/drainage/twin/readings.ts'
import type { RunRow } from '../../systems/drainage/twin/tables.ts'
import { testZone } from '../../test/zone.ts'
import { demoOptions, drainageDemo, type StormClock, twinAside } from './drainage.ts'
import { replayCommand } from './drainageReplay.ts'

const test = testZone({ real: true })

/** One basin of the demonstration network: all that is joined with a node. */
function basinOf(code: string) {
  const all = networkRows(DEMO_SEED)
  const basin = new Set([`node-${code}`])
  for (let size = 0; size < basin.size; ) {
    size = basin.size
    for (const { from_node, to_node } of all.links)
      if (basin.has(from_node) || basin.has(to_node)) basin.add(from_node).add(to_node)
  }
  return {
    nodes: all.nodes.filter(({ id }) => basin.has(id)),
    links: all.links.filter(({ from_node }) => basin.has(from_node)),
    catchments: all.catchments.filter(({ outlet }) => basin.has(outlet)),
  }
}

describe('gaoxin drainage demo', () => {
  it('warns of water before it is there, by sensors that send by MQTT, and keeps what it ran', async () => {
    const context = test.zone.context()
    const origin = { actor: context.actor, now: context.now(), newId: context.newId }
    const basin = basinOf('Y0147')
    const enter = (record: typeof nodes | typeof links | typeof catchments, rows: readonly object[]) =>
      insertRows(
        context.db,
        record,
        rows.map((row) => ({ ...row, synthetic: true })),
        origin,
      )
    await context.transaction(async () => {
      await enter(nodes, basin.nodes)
      await enter(links, basin.links)
      await enter(catchments, basin.catchments)
    })
    const lines: string[] = []
    const clock: StormClock = {}
    const shown = twinAside(test.zone, clock)
    const moments = new Set<string>()
    const io = {
      language: 'en' as const,
      print: (line: string) => {
        lines.push(line)
        if (clock.at) moments.add(shown.context().moment())
      },
      write: async () => {},
    }
    const options = { speed: 1, minutes: 60, years: 5, hours: 2, every: 4 }
    const score = await drainageDemo(test.zone, io, options, clock)
    expect(score.wet).toBeGreaterThan(20)
    // The rain forecast and the gauges are a tenth too low: shallow water is missed, deep water is not.
    expect(score.before / score.wet).toBeGreaterThan(0.5)
    expect(score.deep).toBeGreaterThan(0)
    expect(score.deepMissed).toBe(0)
    expect(score.dry).toBe(0)
    expect(score.lead).toBeGreaterThan(0)
    expect(lines.join('\n')).toMatch(/warning Y\d{4}: water from/)
    const { rows } = await sql<Record<string, number>>`select
      (select count(*)::int from drainage.runs) as runs,
      (select count(*)::int from drainage.runs where error_after >= error_before) as worse,
      (select count(*)::int from drainage.states) as states,
      (select count(*)::int from drainage.warnings) as warned,
      (select count(distinct node)::int from drainage.warnings) as nodes,
      (select count(*)::int from drainage.warnings where state = 'open') as open,
      (select count(*)::int from drainage.warnings where level in ('yellow', 'orange', 'red')) as asking,
      (select count(*)::int from drainage.warnings where level in ('yellow', 'orange', 'red') and site is null and called is null) as unanswered,
      (select count(distinct coalesce(site, id))::int from drainage.warnings where site is not null or called is not null) as sites,
      (select count(*)::int from flow.cases where process = 'drainage.warning') as cases,
      (select count(*)::int from flow.waits w join flow.cases c on c.id = w.case_id where c.process = 'drainage.warning') as waits,
      (select count(distinct series)::int from series.readings) as series`.execute(context.db)
    // Every fourth step; the water is gone in the end, and with it the warnings.
    expect(rows[0]).toMatchObject({ runs: 8, worse: 0, states: 3, open: 0, series: 35 })
    expect(rows[0]?.warned).toBe(rows[0]?.nodes)
    // Nobody was deployed: their cases ended with the water.
    // Neighbours were answered together.
    expect(rows[0]).toMatchObject({ unanswered: 0 })
    expect(rows[0]?.sites).toBeLessThan(rows[0]?.asking as number)
    expect(rows[0]?.cases).toBeGreaterThanOrEqual(rows[0]?.sites as number)
    expect(rows[0]?.waits).toBe(0)
    // Pages went by the storm's clock, and go by the zone's again.
    const ran = await sql<{ at: string }>`select at from drainage.runs order by at`.execute(context.db)
    expect([...moments]).toEqual(ran.rows.map(({ at }) => new Date(at).toISOString()))
    clock.at = ran.rows[0]?.at
    expect(aheadOf(shown.context())).toBe(aheadOf(context))
    clock.at = undefined
    expect(Math.abs(Date.parse(shown.context().moment()) - Date.parse(context.moment()))).toBeLessThan(10_000)
    // What a page shows of it.
    const run = (await newestRun(context)) as RunRow
    const [near] = await scoresOf(context, run)
    expect(near?.lead).toBe(60)
    expect(near?.count).toBeGreaterThan(100)
    expect(near?.error).toBeLessThan((near?.still ?? 0) / 2)
    expect((await errorsOf(context, run)).length).toBe(8)
    const field = (await fieldKept(context, run.id)) as Field
    expect(Object.keys(field.nodes).length).toBe(basin.nodes.length)
    expect(Object.keys(field.links).length).toBe(basin.links.length)
    const [sensed = ''] = Object.keys((run.sensed as unknown as Sensed).levels)
    const drawn = await hydrographOf(context, run, 'node', sensed)
    expect(drawn).toMatchObject({ sensor: expect.stringMatching(/^PS-Y/), before: { length: 8 } })
    expect(drawn.measured.length).toBeGreaterThan(25)
    expect(drawn.ahead).toEqual((field.nodes[sensed] ?? []).map((cm, i) => [field.times[i], cm / 100]))

    // The same storm again, by what was known at each moment: it is scored, it warns nobody, and the twin's own stays.
    lines.length = 0
    expect(await replayCommand(test.zone, io, {})).toBe(0)
    expect(lines[0]).toMatch(/^Replaying .* 6 runs$/)
    expect(lines.at(-1)).toMatch(/minutes ahead: levels off by 0\.\d{3} m, unchanged/)
    const again = await sql<Record<string, number>>`select
      (select count(*)::int from drainage.runs where replay is null) as runs,
      (select count(*)::int from drainage.runs where replay is not null) as replayed,
      (select count(*)::int from drainage.warnings) as warned,
      (select count(*)::int from drainage.states s join drainage.runs r on r.id = s.run where r.replay is null) as states`.execute(
      context.db,
    )
    expect(again.rows[0]).toEqual({ runs: 8, replayed: 6, warned: rows[0]?.warned, states: 3 })
    expect((await newestRun(context))?.id).toBe(run.id)
    await expect(replayCommand(test.zone, io, { from: 'soon' })).rejects.toMatchObject({ place: '--from' })
  })

  it('names the option that does not fit', () => {
    expect(() => demoOptions({ speed: 'fast', minutes: '60', years: '5' })).toThrowError(
      expect.objectContaining({ code: 'DRAINAGE_OPTION', place: '--speed' }),
    )
  })
})

import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { twinAside } from '../../app/cli/drainage.ts'
import { nodePool, type Pool } from '../../engines/hydraulics/run/index.ts'
import { Intake } from '../../kernel/series/index.ts'
import type { TwinRun } from '../../systems/drainage/twin/index.ts'
import { STEP_MS } from '../../systems/drainage/twin/quantities.ts'
import { replayTurn } from '../../systems/drainage/twin/replay/index.ts'
import { enterSensors, GATEWAY, makeStorm, playStorm } from '../../systems/drainage/twin/storm/index.ts'
import { testZone } from '../zone.ts'
import { onScreen, overflow } from './onScreen.ts'

const test = testZone()
const stormOnly: typeof test = Object.create(test, { zone: { get: () => twinAside(test.zone) } })
const { as, at } = onScreen(stormOnly)
let pool: Pool
beforeAll(() => {
  pool = nodePool({ size: 2 })
})
afterAll(() => pool.close())

/** Leaves one basin of the demonstration network, all that is joined with a node, and no twin. */
const keepBasin = (code: string) =>
  test.zone.context().transaction(async ({ db }) => {
    await sql`delete from drainage.runs`.execute(db)
    await sql`delete from drainage.replays`.execute(db)
    await sql`delete from drainage.sensors where in_twin is not false`.execute(db)
    await sql`delete from drainage.nodes where id not in (
      with recursive basin (id) as (
        select id from drainage.nodes where code = ${code}
        union
        select unnest(array[l.from_node, l.to_node]) from basin b join drainage.links l
          on b.id in (l.from_node, l.to_node))
      select id from basin)`.execute(db)
    await sql`delete from drainage.links where from_node not in (select id from drainage.nodes)`.execute(db)
    await sql`delete from drainage.catchments where outlet not in (select id from drainage.nodes)`.execute(db)
  })

it('a finding is shown with its readings, and becomes a case that its office works on', async () => {
  const page = await as('officer-construction')
  await page.goto(at('/drainage'))
  const findings = page.locator('section', { has: page.getByRole('heading', { name: '监测诊断' }) })
  const blocked = findings.getByRole('row', { name: /淤堵/ })
  await blocked.getByRole('button', { name: '依据' }).click()
  // Both sensors that it goes by, and the rain.
  const chart = findings.getByRole('figure', { name: /^淤堵 · ZD-U01/ })
  await chart.locator('canvas, svg').first().waitFor()
  await findings.getByText('下游', { exact: false }).first().waitFor()
  await blocked.getByRole('button', { name: '提出养护' }).click()
  await page.waitForURL(/\/cases\//)
  await page.getByRole('heading', { name: /^养护 .*淤堵/ }).waitFor()
  await page.getByText('编制计划').first().waitFor()
  await page.goto(at('/drainage'))
  await blocked.getByRole('link', { name: '养护中' }).waitFor()
})

it('the page shows the warning before the water is there, and a what-if runs in the browser', async () => {
  await keepBasin('Y0147')
  const page = await as('officer-construction')
  await page.goto(at('/drainage/twin'))
  await page.getByText('孪生尚未运行').waitFor()

  const context = test.zone.context()
  const plan = await enterSensors(context)
  const lasts = 30 * 60_000 + 2 * 60 * 60_000
  const from = Math.floor((Date.parse(context.moment()) - lasts) / STEP_MS) * STEP_MS
  const storm = await makeStorm(context, pool, plan, { from, minutes: 60, returnPeriod: 5 })
  const intake = new Intake(context)
  const enough = new Error('warned')
  let warned: TwinRun | undefined
  await playStorm(context, pool, storm, {
    send: async (readings) => void (await intake.take({ device: GATEWAY }, readings)),
    wait: async () => {
      if (warned) throw enough
    },
    elapsed: () => performance.now(),
    told: (run) => {
      if (run.issued.length > 0) warned ??= run
    },
    hours: 2,
    every: 4,
  }).catch((error: unknown) => {
    if (error !== enough) throw error
  })
  await intake.end()

  // Of the new warning the page hears by itself; at that moment no water stands there.
  const { at: moment = '', issued = [] } = warned ?? {}
  const [deepest] = issued
  const code = String(deepest?.code)
  const step = storm.times.indexOf(Date.parse(moment))
  const depths = storm.truth.get(code) ?? []
  expect(Math.max(...depths.slice(0, step + 1))).toBeLessThan(0.05)
  expect(Math.max(...depths)).toBeGreaterThan(0.05)
  const warnings = page.locator('section', { has: page.getByRole('heading', { name: '内涝预警' }) })
  await warnings.getByRole('link', { name: code, exact: true }).waitFor()
  expect(await warnings.getByRole('link', { name: '打开' }).count()).toBeGreaterThan(0)
  // Played to its worst moment, the forecast shows water where there is none yet.
  await page.getByText('积水 0 处').waitFor()
  await page.getByRole('button', { name: '积水最多' }).click()
  await page.getByText(/^积水 [1-9]\d* 处$/).waitFor()
  await page.locator('.twin-places').getByRole('button', { name: code }).click()
  await page.getByRole('heading', { name: `${code} 井内水深` }).waitFor()
  await page.locator('.long-section .wet').waitFor()
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await overflow(page)).toBe(0)
  await page.setViewportSize({ width: 1440, height: 900 })

  // The storm is replayed, with progress on the page, and cancelled; what it ran is shown and warns nobody.
  const foreseen = page.locator('section', { has: page.getByRole('heading', { name: '内涝预警' }) })
  await page.getByRole('button', { name: '重演这场暴雨' }).click()
  const replay = page.getByRole('region', { name: '暴雨重演' })
  await replay.getByRole('progressbar').waitFor()
  await replayTurn(context, pool, () => performance.now())
  await replay.getByText('1/1', { exact: false }).waitFor()
  await replay.getByRole('button', { name: '取消重演' }).click()
  await replay.getByText('已取消').waitFor()
  expect(await foreseen.count()).toBe(0)
  await replay.getByRole('link', { name: '看现在' }).click()
  await foreseen.waitFor()

  // The same engine in the page itself, from the twin's state: a storm of 50 years in the place of the forecast.
  await page.getByRole('link', { name: '情景推演' }).click()
  // As long as both are the same there is nothing to run.
  const go = page.getByRole('button', { name: '推演', exact: true })
  await go.waitFor()
  expect(await go.isDisabled()).toBe(true)
  await page.getByLabel('情景的雨').selectOption('50')
  // One that is cancelled while its threads are busy ends them, and the page is there for the next.
  const threads = () => page.workers().filter((worker) => worker.url().includes('worker.web')).length
  await page.route(/swmmwasm/, () => {})
  await go.click()
  await page.getByRole('region', { name: '正在推演' }).waitFor()
  await expect.poll(threads).toBe(2)
  await page.getByRole('button', { name: '取消', exact: true }).click()
  await page.getByText('已取消').waitFor()
  await expect.poll(threads).toBe(0)
  await page.unroute(/swmmwasm/)
  await go.click()
  const result = page.getByRole('region', { name: '推演结果' })
  await result.waitFor()
  const wet = result.getByRole('row', { name: /^积水节点/ }).getByRole('cell')
  await wet.nth(2).waitFor()
  const [, base, rarer] = (await wet.allTextContents()).map(Number)
  expect(rarer).toBeGreaterThan(Number(base))
  expect(await result.getByRole('button').count()).toBeGreaterThan(0)
  expect(await result.getByText('变深').textContent()).toMatch(/变深 [1-9]/)
  // Both runs at a pipe that is found by its code; what is compared is in the address.
  const pipe = (await page.locator('datalist option').last().getAttribute('value')) ?? ''
  await page.getByLabel('编码').fill(pipe)
  await result.getByRole('heading', { name: `${pipe} 流量` }).waitFor()
  await page.getByRole('button', { name: '关闭', exact: true }).click()
  await page.reload()
  await page.getByText(`${pipe} 关闭`).waitFor()
  expect(await page.getByLabel('情景的雨').inputValue()).toBe('50')
})

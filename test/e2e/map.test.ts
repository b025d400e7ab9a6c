import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { VectorTile } from '@mapbox/vector-tile'
import axe from 'axe-core'
import { PbfReader } from 'pbf'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser } from './browser.ts'
import { startProgram } from './program.ts'

/** The map of a list in the hands of a statistician. */
const folder = join(process.cwd(), `.tmp-test-map-${process.pid}`)
let program: Awaited<ReturnType<typeof startProgram>>
let browser: Browser
let page: Page
/** What any page asked of anybody else. */
const abroad: string[] = []

beforeAll(async () => {
  ;[program, browser] = await Promise.all([startProgram({ GAOXIN_DATA: folder }), openBrowser()])
  page = await statistician()
})
afterAll(async () => {
  await browser?.close()
  await program?.stop()
  await rm(folder, { recursive: true, force: true })
})

async function statistician(width = 1440): Promise<Page> {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width, height: 900 } })
  await context.request.post(`${program.address}/api/session`, { data: { person: 'statistician' } })
  context.setDefaultTimeout(60_000)
  context.on('request', (request) => {
    if (!/^(blob|data):/.test(request.url()) && !request.url().startsWith(program.address))
      abroad.push(request.url())
  })
  return context.newPage()
}
const UNITS = '/records/economy/units'
const open = async (where: Page, path: string) => {
  await where.goto(`${program.address}${path}`)
  await where.locator('h1').first().waitFor()
}
/** Waits for the line that counts what is in view. @returns rows in view, rows with a place */
async function counted(where: Page): Promise<number[]> {
  const line = where.getByRole('status').filter({ hasText: '当前范围' })
  await line.waitFor()
  return [...((await line.textContent()) ?? '').matchAll(/\d+/g)].map(Number)
}
const viewOf = (where: Page) => new URL(where.url()).searchParams.get('at')?.split(',').map(Number) ?? []

interface Spot {
  readonly id: string
  readonly label: string
  readonly longitude: number
  readonly latitude: number
}
/** Where a place is on the screen: Web Mercator, 512 pixels around the earth at zoom 0. */
async function screenOf(where: Page, { longitude, latitude }: Omit<Spot, 'id' | 'label'>) {
  const [x0 = 0, y0 = 0, zoom = 0] = viewOf(where)
  const size = 512 * 2 ** zoom
  const across = (degrees: number) => (degrees / 360) * size
  const down = (degrees: number) =>
    (-Math.log(Math.tan(Math.PI / 4 + (degrees * Math.PI) / 360)) / (2 * Math.PI)) * size
  const box = (await where.locator('.map-box .maplibregl-canvas').boundingBox())!
  return {
    x: box.x + box.width / 2 + across(longitude) - across(x0),
    y: box.y + box.height / 2 + down(latitude) - down(y0),
  }
}
/** The spot in the middle of the map that has most room around it. */
function apart(spots: readonly Spot[]): Spot {
  const room = (one: Spot) =>
    Math.min(
      ...spots
        .filter((other) => other !== one)
        .map((other) => Math.hypot(other.longitude - one.longitude, other.latitude - one.latitude)),
    )
  const inner = spots.filter(
    ({ longitude, latitude }) =>
      longitude > 121.52 && longitude < 121.56 && latitude > 29.87 && latitude < 29.9,
  )
  return inner.reduce((best, one) => (room(one) > room(best) ? one : best))
}

it('a list is shown on the map, a point opens its card, and the card its record', async () => {
  await open(page, `${UNITS}?filter%5Bkind%5D=trade`)
  await page.getByRole('link', { name: '地图' }).click()
  await page.waitForURL(/view=map.*at=/)
  expect(await counted(page)).toEqual([96, 96])
  await page.getByText('底图为示例').waitFor()
  const { points } = (await (
    await page.request.get(`${program.address}/api${UNITS}/map?filter[kind]=trade&part=points`)
  ).json()) as { points: Spot[] }
  const spot = apart(points)
  const at = await screenOf(page, spot)
  // The dot is there once a press meets it.
  await expect
    .poll(
      async () => {
        await page.mouse.click(at.x, at.y)
        return page.locator('.map-card').count()
      },
      { timeout: 20_000 },
    )
    .toBe(1)
  const card = page.locator('.map-card')
  await card.getByText('限上批零').waitFor()
  await card.getByRole('link', { name: spot.label }).click()
  await page.getByRole('heading', { name: spot.label, exact: true }).waitFor()
  // The record shows its place in words and on a map of its own.
  await page.locator('.facts-row', { hasText: '经纬度' }).getByText('东经121.5').waitFor()
  // All of the box is map, however the page came about.
  await page.reload()
  const canvas = page.locator('.map-box .maplibregl-canvas')
  await canvas.waitFor()
  const box = (await page.locator('.map-box').boundingBox())!
  await expect.poll(async () => (await canvas.boundingBox())!.width).toBeGreaterThan(box.width - 4)
  await page.locator('.map-box.small canvas').waitFor()
  await page.goBack()
  await page.waitForURL(/view=map/)
  expect(await counted(page)).toEqual([96, 96])
})

it('closer shows fewer, the address keeps the view, and those without a place are counted', async () => {
  await open(page, `${UNITS}?view=map`)
  const [all = 0, placed] = await counted(page)
  expect(all).toBe(placed)
  const [, , zoom = 0] = viewOf(page)
  await page.getByRole('button', { name: '放大' }).click()
  await expect.poll(() => viewOf(page)[2]).toBeCloseTo(zoom + 1, 1)
  await expect.poll(async () => (await counted(page))[0]).toBeLessThan(all)
  const [fewer] = await counted(page)
  const other = await statistician()
  await open(other, page.url().slice(program.address.length))
  expect((await counted(other))[0]).toBe(fewer)
  await other.context().close()
  // The same rows in the list, for whoever reads or presses keys.
  await page.getByRole('link', { name: '在列表中查看当前范围' }).click()
  await page.getByText('地图上选定的范围').waitFor()
  await page.getByText(new RegExp(`共 ${fewer} `)).waitFor()
  await page.goBack()
  await page.getByRole('link', { name: '另有 66 条没有位置' }).click()
  await page.locator('.chip', { hasText: '没有位置' }).waitFor()
})

it('pressing a cluster goes closer, and the back button goes back', async () => {
  const cluster = { count: 2500, longitude: 121.53, latitude: 29.88 }
  const answer = { count: 2500, points: [], clusters: [cluster] }
  const other = await statistician()
  await other.route('**/units/map?*part=points*', (route) => route.fulfill({ json: answer }))
  await open(other, `${UNITS}?view=map`)
  await other.getByRole('button', { name: '2,500 条' }).waitFor()
  const before = viewOf(other)
  await other.getByRole('button', { name: '2,500 条' }).click()
  await expect.poll(() => viewOf(other)[2]).toBeCloseTo(before[2]! + 2, 1)
  expect(viewOf(other)[0]).toBeCloseTo(121.53, 3)
  await other.goBack()
  await expect.poll(() => viewOf(other)).toEqual(before)
  const { x } = await screenOf(other, cluster)
  await expect
    .poll(async () => {
      const box = await other.getByRole('button', { name: '2,500 条' }).boundingBox()
      return box && Math.abs(box.x + box.width / 2 - x)
    })
    .toBeLessThan(2)
  await other.context().close()
})

it('a place is picked on the map of the form', async () => {
  await open(page, `${UNITS}/new`)
  await page.getByLabel('经纬度').fill('29.88, 121.55')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText('请按格式填写：“经度, 纬度”').waitFor()
  await page.getByRole('button', { name: '在地图上选取' }).click()
  const canvas = page.locator('.map-box.small canvas')
  await canvas.click({ position: { x: 100, y: 100 } })
  await expect.poll(() => page.getByLabel('经纬度').inputValue()).toMatch(/^121\.\d+, 29\.\d+$/)
  page.once('dialog', (dialog) => void dialog.accept())
})

it('outlines of a list lie under its points, as vector tiles of the rows that the list shows', async () => {
  const seen = new Set<string>()
  const tiles: Promise<void>[] = []
  const other = await statistician()
  other.on('response', (response) => {
    if (!response.url().includes('/api/tiles/city.grids/')) return
    expect([response.status(), new URL(response.url()).searchParams.get('filter[grade]')]).toEqual([
      200,
      'first',
    ])
    const read = async () => {
      const { shapes } = new VectorTile(new PbfReader(await response.body())).layers
      for (let i = 0; i < (shapes?.length ?? 0); i++) seen.add(String(shapes!.feature(i).properties.id))
    }
    tiles.push(read())
  })
  await open(other, '/records/city/grids?view=map&filter[grade]=first')
  const [, placed = 0] = await counted(other)
  expect(placed).toBeGreaterThan(10)
  await expect
    .poll(async () => {
      await Promise.all(tiles)
      return seen.size
    })
    .toBe(placed)
  await other.context().close()
})

it('a tile that does not come is told on the map, and asked for again by a press', async () => {
  const other = await statistician()
  await other.route('**/api/tiles/city.grids/**', (route) => route.fulfill({ status: 503 }))
  await open(other, '/records/city/grids?view=map')
  await other.getByText('地图有一部分没有读到').waitFor()
  await other.unroute('**/api/tiles/city.grids/**')
  const [came] = await Promise.all([
    other.waitForResponse(/\/api\/tiles\/city\.grids\//),
    other.getByRole('button', { name: '重试' }).click(),
  ])
  expect(came.status()).toBe(200)
  await other.getByText('地图有一部分没有读到').waitFor({ state: 'detached' })
  await other.context().close()
})

it('without WebGL the page says so, and what to do', async () => {
  const other = await statistician()
  await other.addInitScript(`HTMLCanvasElement.prototype.getContext = () => null`)
  await open(other, `${UNITS}?view=map`)
  await other.getByText('这台设备的浏览器不能显示地图').waitFor()
  await other.getByText('在此之前请用列表').waitFor()
  await other.context().close()
})

it('map and row have nothing serious in the way of assistive technology, and fit a narrow phone', async () => {
  const phone = await statistician(360)
  for (const path of [`${UNITS}?view=map`, `${UNITS}/economy-U00001`]) {
    for (const where of [page, phone]) {
      await open(where, path)
      await where.locator('.map-box canvas').waitFor()
    }
    if (path.includes('view=map')) await counted(phone)
    expect(await phone.evaluate('document.documentElement.scrollWidth')).toBe(360)
    await page.evaluate(axe.source)
    const { violations: found } = (await page.evaluate('axe.run()')) as axe.AxeResults
    const violations = found
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
    expect([path, violations]).toEqual([path, []])
  }
  await phone.context().close()
})

it('nothing was asked of anybody but the program', () => {
  expect(abroad).toEqual([])
})

import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createServer } from '../../app/server/server.ts'
import { testZone } from '../zone.ts'
import { openBrowser } from './browser.ts'

/** A resident with a phone and a bad line: the page opens without one, and what was told arrives once. */
const test = testZone()
let server: FastifyInstance
let browser: Browser
let address: string
/** Answers to new reports that are lost on the way. */
let lost = 0
let received = 0

beforeAll(async () => {
  server = await createServer(test.zone)
  server.addHook('onSend', async (request) => {
    if (request.method !== 'POST' || request.url !== '/api/city/public/reports') return
    received++
    if (lost-- > 0) request.raw.socket.destroy()
  })
  ;[address, browser] = await Promise.all([server.listen({ port: 0, host: '127.0.0.1' }), openBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const ABOUT = '路边有一堆暴露垃圾没人收，已经三天'

it('a resident reports without a network, the report arrives once when it is back, and is followed until “not fixed”', async () => {
  const context = await browser.newContext({
    locale: 'zh-CN',
    viewport: { width: 390, height: 844 },
    geolocation: { longitude: 121.512345, latitude: 29.9 },
    permissions: ['geolocation'],
  })
  context.setDefaultTimeout(20_000)
  const page = await context.newPage()
  const overflow = () => page.evaluate('document.documentElement.scrollWidth - innerWidth')

  // The second visit finds all that it needs in the browser.
  await page.goto(`${address}/report-it`)
  await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)')
  await page.reload()
  await page.locator('.map-box canvas').waitFor()
  await context.setOffline(true)
  await page.reload()
  await page.getByText('现在没有网络').waitFor()

  await page.getByLabel('从相册选').setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: picture })
  await page.getByAltText('a.jpg').waitFor()
  await page.getByRole('button', { name: '用我的位置' }).click()
  await page.getByText('东经121.5123').waitFor()
  await page.getByLabel('是什么问题').fill(ABOUT)
  await page.getByLabel('其他类别').selectOption('city-event-0102')
  expect(await overflow()).toBe(0)
  await page.getByRole('button', { name: '上报', exact: true }).click()
  await page.getByText('已存在本机，连上网络后自动发出').waitFor()
  expect(received).toBe(0)

  // It is back, and breaks just after the report has arrived: the page does not know, and sends it again.
  lost = 1
  await context.setOffline(false)
  await expect.poll(() => received).toBeGreaterThan(0)
  await page.reload()
  await page.getByRole('link', { name: ABOUT }).waitFor()
  await page.getByText('待发出').waitFor({ state: 'detached' })
  expect(received).toBeGreaterThan(1)
  const { rows } = await sql<{ id: string; number: string; photos: number }>`select id, number,
    (select count(*)::int from city.photos where report = r.id) as photos
    from city.reports r where description = ${ABOUT}`.execute(test.zone.store.db)
  expect(rows).toEqual([expect.objectContaining({ photos: 1 })])
  const [{ id, number }] = rows as [(typeof rows)[number]]

  // The zone does its part.
  const step = async (person: string, name: string, data: object) => {
    const answer = await fetch(`${address}/api/city/reports/${id}/steps/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: `gaoxin-person=${person}` },
      body: JSON.stringify(data),
    })
    expect([name, answer.status]).toEqual([name, 200])
  }
  await step('grid-worker', 'verify', { found: true })
  await step('officer-city', 'accept', { filing: 'file' })
  await step('officer-city', 'dispatch', { office: 'meixu' })
  await page.getByRole('link', { name: ABOUT }).click()
  await page.getByRole('heading', { name: '正在处置' }).waitFor()
  await page.getByText(/预计.+前处置 · 办理单位 梅墟街道/).waitFor()
  await page.getByAltText(/^处置前/).waitFor()
  expect(await overflow()).toBe(0)
  await fetch(`${address}/api/city/reports/${id}/photos?phase=after&name=b.png`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', cookie: 'gaoxin-person=officer-meixu' },
    body: picture,
  })
  await step('officer-meixu', 'handle', { outcome: 'done' })
  await step('grid-worker', 'check', { pass: true })

  await page.reload()
  await page.getByRole('heading', { name: '已结案' }).waitFor()
  await page.getByAltText(/^处置后/).waitFor()
  await page.getByRole('button', { name: '2分' }).click()
  await page.getByText('谢谢评价').waitFor()
  await page.getByLabel('哪里没有解决').fill('垃圾还在')
  await page.getByRole('button', { name: '没有解决' }).click()
  await page.getByText('已重新办理').waitFor()
  await page.getByRole('heading', { name: '等待派遣到单位' }).waitFor()
  expect(await page.getByRole('button', { name: '没有解决' }).count()).toBe(0)
  const after = await sql`select rating, reopened from city.reports where number = ${number}`.execute(
    test.zone.store.db,
  )
  expect(after.rows).toEqual([{ rating: 2, reopened: 1 }])
})

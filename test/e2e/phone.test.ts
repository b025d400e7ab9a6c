import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createServer } from '../../app/server/server.ts'
import { testZone } from '../zone.ts'
import { openBrowser } from './browser.ts'

/**
 * One problem by three phones on bad lines: a resident's, whose page opens without one and whose report arrives once; the
 * collector's, who verifies and checks; and that of who handles it.
 */
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

const phoneAt = async (longitude: number) => {
  const context = await browser.newContext({
    locale: 'zh-CN',
    viewport: { width: 390, height: 844 },
    geolocation: { longitude, latitude: 29.9 },
    permissions: ['geolocation'],
  })
  context.setDefaultTimeout(60_000)
  return context
}
const photographed = async (page: Page) => {
  await page.getByLabel('从相册选').setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: picture })
  await page.getByRole('button', { name: '去掉这张' }).waitFor()
}

it('a resident reports without a network, collector and handler work by their phones, and it is followed until “not fixed”', async () => {
  const context = await phoneAt(121.512345)
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
  await page.getByText('没有网络，用简图').waitFor()

  await photographed(page)
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

  const state = async () =>
    (
      await sql<{ state: string }>`select state from city.reports where id = ${id}`.execute(
        test.zone.store.db,
      )
    ).rows[0]?.state
  const phones: BrowserContext[] = []
  const phone = async (person: string) => {
    const theirs = await phoneAt(121.5124)
    await theirs.request.post(`${address}/api/session`, { data: { person } })
    phones.push(theirs)
    return theirs.newPage()
  }
  const step = async (name: string, data: object) => {
    const answer = await fetch(`${address}/api/city/reports/${id}/steps/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: 'gaoxin-person=officer-city' },
      body: JSON.stringify(data),
    })
    expect([name, answer.status]).toEqual([name, 200])
  }

  // The collector verifies without a network; it leaves by itself, with the photo's place and time.
  const collector = await phone('grid-worker')
  const mine = collector.getByRole('button', { name: ABOUT })
  await collector.goto(`${address}/city/tasks`)
  await collector.getByRole('button', { name: '用我的位置' }).click()
  await mine.getByText(/^\d+米/).waitFor()
  await collector.waitForFunction(
    "performance.getEntriesByType('resource').some(({ name }) => /FormView.+js/.test(name))",
  )
  await collector.context().setOffline(true)
  await collector.getByText('没有网络，用简图').waitFor()
  await mine.click()
  await photographed(collector)
  await collector.getByLabel('现场属实').check()
  expect(await collector.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0)
  await collector.getByRole('button', { name: '提交' }).click()
  await collector.getByText('已存在本机，连上网络后自动发出').waitFor()
  expect(await mine.count()).toBe(0)
  expect(await state()).toBe('verifying')
  await collector.context().setOffline(false)
  await expect.poll(state).toBe('accepting')
  const kept = await sql<{ x: number; timed: boolean }>`select place[0] as x, taken_at is not null as timed
    from city.photos where report = ${id} order by recorded_at desc limit 1`.execute(test.zone.store.db)
  expect(kept.rows).toEqual([{ x: 121.5124, timed: true }])

  await step('accept', { filing: 'file' })
  await step('dispatch', { office: 'meixu' })
  await page.getByRole('link', { name: ABOUT }).click()
  await page.getByRole('heading', { name: '正在处置' }).waitFor()
  await page.getByText(/预计.+前处置 · 办理单位 梅墟街道/).waitFor()
  await page
    .getByAltText(/^处置前/)
    .nth(1)
    .waitFor()
  expect(await overflow()).toBe(0)

  // Without a network its last state is said, and of when it is.
  await context.setOffline(true)
  await page.getByText(/没有网络，这是.+的情况/).waitFor()
  await page.reload()
  await page.getByText(/没有网络，这是.+的情况/).waitFor()
  await page.getByRole('heading', { name: '正在处置' }).waitFor()
  await context.setOffline(false)

  // Who handles it sees how it was, and shows how it is; the collector checks.
  const handler = await phone('officer-meixu')
  await handler.goto(`${address}/city/tasks`)
  await handler.getByRole('button', { name: ABOUT }).click()
  await handler.locator('figure', { hasText: '处置前' }).first().locator('img').waitFor()
  await photographed(handler)
  await handler.getByLabel('已处置').check()
  expect(await handler.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0)
  await handler.getByRole('button', { name: '提交' }).click()
  await expect.poll(state).toBe('checking')
  await collector.reload()
  await mine.click()
  await collector.locator('figure', { hasText: '处置后' }).locator('img').waitFor()
  await photographed(collector)
  await collector.getByLabel('核查通过').check()
  await collector.getByRole('button', { name: '提交' }).click()
  await expect.poll(state).toBe('closed')
  for (const theirs of phones) await theirs.close()

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

/** All that the browser keeps for these pages: the stores of its database, and the addresses of its caches. */
const kept = (page: Page): Promise<{ waiting: object[]; mine: object[]; kept: object[]; cached: string[] }> =>
  page.evaluate(`new Promise((done) => {
    const open = indexedDB.open('gaoxin-city')
    open.onsuccess = async () => {
      const found = { cached: [] }
      for (const name of await caches.keys())
        for (const { url } of await (await caches.open(name)).keys()) found.cached.push(new URL(url).pathname)
      const transaction = open.result.transaction(['waiting', 'mine', 'kept'])
      for (const name of ['waiting', 'mine', 'kept']) {
        const request = transaction.objectStore(name).getAll()
        request.onsuccess = () => { found[name] = request.result }
      }
      transaction.oncomplete = () => { open.result.close(); done(found) }
    }
  })`)

it('a phone keeps of a report that left from it number, code, words and where it stood, and nothing of one looked up from elsewhere', async () => {
  const [name, telephone, words] = ['示例居民', '13800001234', '路灯不亮，晚上很暗']
  const context = await phoneAt(121.512345)
  const page = await context.newPage()
  await page.goto(`${address}/report-it`)
  await photographed(page)
  await page.getByRole('button', { name: '用我的位置' }).click()
  await page.getByText('东经121.5123').waitFor()
  await page.getByLabel('是什么问题').fill(words)
  await page.getByLabel('怎么称呼').fill(name)
  await page.getByLabel('联系电话').fill(telephone)
  await context.setOffline(true)
  await page.getByRole('button', { name: '上报', exact: true }).click()
  await page.getByText('已存在本机，连上网络后自动发出').waitFor()
  // Until it is sent it waits here whole.
  expect(JSON.stringify((await kept(page)).waiting)).toContain(telephone)
  await context.setOffline(false)
  await page.getByRole('link', { name: words }).waitFor()
  await page.getByText('待发出').waitFor({ state: 'detached' })
  await page.getByRole('link', { name: words }).click()
  await page
    .getByText('没有解决')
    .or(page.getByRole('heading', { name: /^等待/ }))
    .first()
    .waitFor()
  await expect.poll(async () => (await kept(page)).kept.length).toBe(1)

  const own = await kept(page)
  expect(own.waiting).toEqual([])
  expect(own.mine).toEqual([
    { number: expect.any(String), token: expect.any(String), about: words, at: expect.any(String) },
  ])
  expect(JSON.stringify(own)).not.toContain(telephone)
  expect(JSON.stringify(own)).not.toContain(name)
  const answers = own.cached.filter((path) => path.startsWith('/api/'))
  expect(answers.filter((path) => path !== '/api/city/public/classes')).toEqual([])

  const [{ number, token }] = own.mine as [{ number: string; token: string }]
  const elsewhere = await (await phoneAt(121.6)).newPage()
  await elsewhere.goto(`${address}/follow`)
  await elsewhere.getByLabel('编号').fill(number)
  await elsewhere.getByLabel('查询码').fill(token)
  await elsewhere.getByRole('button', { name: '查询', exact: true }).click()
  await elsewhere.getByRole('heading', { name: /^等待/ }).first().waitFor()
  const theirs = await kept(elsewhere)
  expect([theirs.waiting, theirs.mine, theirs.kept]).toEqual([[], [], []])

  // Taken off the list, nothing of it stays.
  await page.getByRole('button', { name: '从本机删除' }).click()
  await expect.poll(async () => (await kept(page)).mine.length).toBe(0)
  expect((await kept(page)).kept).toEqual([])
})

import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser } from './browser.ts'
import { startProgram } from './program.ts'

/** An evaluation on screen: tried, explained, put on notice, objected to by the firm, answered, kept for a second person. */
const folder = join(process.cwd(), `.tmp-test-efficiency-${process.pid}`)
let program: Awaited<ReturnType<typeof startProgram>>
let browser: Browser

beforeAll(async () => {
  ;[program, browser] = await Promise.all([startProgram({ GAOXIN_DATA: folder }), openBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await program?.stop()
  await rm(folder, { recursive: true, force: true })
})

async function as(person: string, width = 1440): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width, height: 900 } })
  await context.request.post(`${program.address}/api/session`, { data: { person } })
  context.setDefaultTimeout(60_000)
  return context
}

/** The sample scheme of the larger firms of 2023, entered as the official one. */
async function enterScheme({ request }: BrowserContext): Promise<void> {
  const api = `${program.address}/api/records/efficiency`
  const [sample] = (
    await (await request.get(`${api}/schemes?filter[id]=efficiency-scheme-2023-above`)).json()
  ).rows
  const token = (await request.storageState()).cookies.find(({ name }) => name.endsWith('gaoxin-csrf'))?.value
  const headers = token ? { 'x-csrf-token': token } : {}
  const { id: _, synthetic: __, recorded_at: ___, recorded_by: ____, ...values } = sample
  const made = await request.post(`${api}/schemes`, {
    headers,
    data: { values: { ...values, standing: 'official', name: '2023 年度评价办法', from: '2023-02-01' } },
  })
  expect(made.status(), await made.text()).toBeLessThan(300)
  const scheme = (await made.json()).id
  const { rows } = await (
    await request.get(`${api}/measures?filter[scheme]=efficiency-scheme-2023-above&limit=20`)
  ).json()
  for (const { measure, weight, benchmark, missing } of rows) {
    const added = await request.post(`${api}/measures`, {
      headers,
      data: { values: { scheme, measure, weight, benchmark, missing } },
    })
    expect(added.status(), await added.text()).toBeLessThan(300)
  }
}

it('an officer tries, opens a score and gives notice; the firm objects; another person is to publish', async () => {
  const office = await as('statistician')
  await enterScheme(office)
  const page = await office.newPage()
  await page.goto(`${program.address}/efficiency`)
  const row = page.getByRole('row').filter({ hasText: '2023 年度评价办法' })
  await row.getByRole('button', { name: '试算', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: '试算' }).click()
  await row.getByText('已试算').waitFor()
  await row.getByRole('link', { name: '规上' }).click()
  await page.getByText('参评 121 家，A 类').waitFor()
  await page.getByRole('table', { name: '结果' }).getByRole('link').first().click()
  await page.getByRole('heading', { name: '得分怎样算出' }).waitFor()
  await page.getByText('第 1 位，共 121 家').waitFor()
  await page.goBack()
  await page.getByRole('button', { name: '公示', exact: true }).click()
  await page.getByLabel('截止日期').fill('2024-11-21')
  await page.getByRole('dialog').getByRole('button', { name: '公示' }).click()
  await page.getByText('公示到2024年11月21日').first().waitFor()

  const firm = await as('enterprise-1', 390)
  const { rows } = await (await firm.request.get(`${program.address}/api/records/efficiency/results`)).json()
  expect(rows).toHaveLength(1)
  const own = await firm.newPage()
  await own.goto(`${program.address}/efficiency/results/${encodeURIComponent(rows[0].id)}`)
  await own.getByRole('button', { name: '提出异议' }).click()
  await own.getByLabel('理由').fill('租出用地没有扣除')
  await own.getByRole('dialog').getByRole('button', { name: '提出异议' }).click()
  await own.getByText('待答复').waitFor()
  expect(await own.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0)

  await page.reload()
  await page.getByText('租出用地没有扣除').waitFor()
  await page.getByRole('button', { name: '答复' }).click()
  await page.getByRole('dialog').getByLabel('答复').fill('租出部分已经扣除')
  await page.getByRole('dialog').getByRole('button', { name: '答复' }).click()
  await page.getByText('答复：租出部分已经扣除').waitFor()

  // The demonstration's day stands still within the notice: publication waits for its end, whoever asks.
  const leader = await (await as('leader')).newPage()
  await leader.goto(page.url())
  await leader.getByText('次日起可以公布').waitFor()
  expect(await leader.getByRole('button', { name: '公布' }).isDisabled()).toBe(true)
})

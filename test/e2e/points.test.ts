import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, BrowserContext, Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser } from './browser.ts'
import { startProgram } from './program.ts'

/** Innovation points on screen: a month, one enterprise's explanation, its own look at it, a sheet for a bank, its check. */
const folder = join(process.cwd(), `.tmp-test-points-${process.pid}`)
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

async function as(person?: string, width = 1440): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width, height: 900 } })
  if (person) await context.request.post(`${program.address}/api/session`, { data: { person } })
  context.setDefaultTimeout(60_000)
  return context
}

const textOf = async (of: Locator): Promise<string> => (await of.textContent()) ?? ''

it('an officer sees who leads and why; a firm sees its own, gives a bank a sheet, and the bank checks it; a sample is not published', async () => {
  const office = await as('officer-science')
  const page = await office.newPage()
  await page.goto(`${program.address}/points`)
  await page.getByRole('img', { name: '各阶段企业数按积分区间' }).waitFor()
  const leader = page.getByRole('table', { name: '排名' }).getByRole('link').first()
  const leaderName = await textOf(leader)
  await leader.click()
  await page.getByRole('heading', { level: 1, name: leaderName }).waitFor()
  await page.getByRole('img', { name: '各项指标得分占权重的百分比' }).waitFor()
  const leaderUrl = page.url()
  const part = page.getByRole('row').filter({ hasText: '研发费用金额' })
  await part.getByRole('button', { name: '来源' }).click()
  await page.getByRole('link', { name: '研发费用 2023' }).click()
  await page.waitForURL(/\/records\/enterprises\/facts\//)

  await page.goto(`${program.address}/points`)
  await page.getByRole('button', { name: '公布', exact: true }).click()
  await page.getByRole('alert').getByText('示例方案的结果不得正式公布').waitFor()

  const firm = await as('enterprise-2', 390)
  const own = await firm.newPage()
  await own.goto(`${program.address}/enterprise`)
  await own.getByRole('link', { name: '每一分从哪里来' }).click()
  await own.getByRole('heading', { name: '给银行的积分单' }).waitFor()
  const ownUrl = own.url()
  expect(ownUrl).not.toBe(leaderUrl)
  const ownName = await textOf(own.getByRole('heading', { level: 1 }))
  await own.getByRole('button', { name: '出具积分单' }).click()
  await own.getByLabel('出具给（银行或机构名称）').fill('示例银行高新支行')
  await own.getByRole('dialog').getByRole('button', { name: '出具积分单' }).click()
  const issued = own.getByRole('listitem').filter({ hasText: '示例银行高新支行' })
  const code = await textOf(issued.locator('code'))
  const [file] = await Promise.all([
    own.waitForEvent('download'),
    issued.getByRole('link', { name: '示例银行高新支行' }).click(),
  ])
  expect(await own.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0)
  await own.goto(leaderUrl)
  await own.getByRole('alert').waitFor()
  expect(await own.getByText(leaderName).count()).toBe(0)

  const bank = await (await as('visitor')).newPage()
  await bank.goto(`${program.address}/points/check`)
  await bank.getByLabel('核验码').fill(code)
  await bank.getByLabel('文件（可不选）').setInputFiles(await file.path())
  await bank.getByRole('button', { name: '核验' }).click()
  await bank.getByRole('heading', { name: '有效' }).waitFor()
  await bank.getByRole('definition').filter({ hasText: ownName }).waitFor()
})

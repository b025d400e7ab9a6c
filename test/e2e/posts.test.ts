import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser } from './browser.ts'
import { startProgram } from './program.ts'

/** One task through the hands of its office, the supervision office and a leader, in the browser. */
const folder = join(process.cwd(), `.tmp-test-posts-${process.pid}`)
let program: Awaited<ReturnType<typeof startProgram>>
let browser: Browser
let page: Page
let task: { id: string; office: { short: string } }

beforeAll(async () => {
  ;[program, browser] = await Promise.all([startProgram({ GAOXIN_DATA: folder }), openBrowser()])
  const answer = await fetch(`${program.address}/api/plan/ledger?year=2024&list=work`)
  const { rows } = (await answer.json()) as {
    rows: (typeof task & { status: string; openLetters: number })[]
  }
  task = rows.find(({ status, openLetters }) => status === 'active' && openLetters > 0)!
  page = await browser.newPage({ locale: 'zh-CN' })
  await page.goto(`${program.address}/plan/${encodeURIComponent(task.id)}`)
})
afterAll(async () => {
  await browser?.close()
  await program?.stop()
  await rm(folder, { recursive: true, force: true })
})

async function actAs(name: string): Promise<void> {
  await page.locator('.account summary').click()
  await page.locator('.account-menu').getByRole('button', { name, exact: true }).click()
  await page.locator('.account summary').getByText(name, { exact: true }).waitFor()
}
const officer = () => actAs(`${task.office.short} 经办人`)
const block = (title: string) =>
  page.locator('section.block').filter({ has: page.getByRole('heading', { name: title, exact: true }) })

/** Opens a form by its verb, fills it by label and submits it. */
async function fill(verb: string, fields: Readonly<Record<string, string>>): Promise<void> {
  await page.locator('main').getByRole('button', { name: verb, exact: true }).first().click()
  const dialog = page.getByRole('dialog')
  for (const [label, value] of Object.entries(fields)) await dialog.getByLabel(label).fill(value)
  await dialog.getByRole('button', { name: /提\s*交/ }).click()
  await dialog.waitFor({ state: 'hidden' })
}

it('a visitor sees no form', async () => {
  await block('办理').getByText('请在右上角登录或选一个身份').waitFor()
  expect(await block('办理').getByRole('button').count()).toBe(0)
})

it('the lead office answers its letter, reports, files evidence and applies for a change', async () => {
  await officer()
  await fill('答复', { 答复内容: '已倒排工期，月底前补齐进度。' })
  await block('督办单').getByText('已倒排工期').waitFor()
  await fill('填报进展', { '完成进度（%，累计）': '100', 进展情况: '全部完成并通过验收。' })
  await block('月度进展').getByText('全部完成并通过验收').waitFor()
  await page.locator('main').getByRole('button', { name: '上传佐证' }).click()
  await page
    .getByRole('dialog')
    .locator('input[type=file]')
    .setInputFiles({ name: '验收单.txt', mimeType: 'text/plain', buffer: Buffer.from('验收合格') })
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /提\s*交/ })
    .click()
  await block('佐证材料').getByRole('link', { name: '验收单.txt' }).waitFor()
  await fill('申请调整', { 新的完成时限: '2024-12-20', 理由: '外部审批延后' })
  await block('调整申请').getByText('待批').waitFor()
})

it('another office is shown nothing to do, and no file', async () => {
  await actAs(task.office.short === '统计中心' ? '财金局 经办人' : '统计中心 经办人')
  await block('办理').getByText('现在没有可办的事').waitFor()
  await block('佐证材料').getByRole('link').first().waitFor({ state: 'detached' })
})

it('a leader approves the change, whose due date then holds', async () => {
  await actAs('管委会 分管领导')
  await fill('批准', { 批准文号: '甬高新管〔2024〕18号' })
  await block('调整申请').getByText('已批准').waitFor()
  await page.getByText('2024年12月20日').first().waitFor()
})

it('the supervision office verifies the report and closes the task that its office brings', async () => {
  await officer()
  const asks = page.locator('main').getByRole('button', { name: '申请销号' })
  await asks.click()
  await asks.waitFor({ state: 'detached' })
  await actAs('督查室 督查员')
  await block('月度进展').getByRole('button', { name: '核实' }).first().click()
  await block('月度进展').getByText('已核实').first().waitFor()
  await page.locator('main').getByRole('button', { name: '销号', exact: true }).click()
  await page.getByText('已销号').first().waitFor()
})

import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser } from './browser.ts'
import { startProgram } from './program.ts'

/** The generic pages of a record in the hands of a statistician, and of a second one beside them. */
const folder = join(process.cwd(), `.tmp-test-records-${process.pid}`)
let program: Awaited<ReturnType<typeof startProgram>>
let browser: Browser
let page: Page

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
  return context.newPage()
}
const UNITS = '/records/economy/units'
const open = async (where: Page, path: string) => {
  await where.goto(`${program.address}${path}`)
  await where.locator('h1').first().waitFor()
}
async function choose(where: Page, label: string, option: string): Promise<void> {
  await where.getByLabel(label).click()
  await where.locator('.ant-select-dropdown:visible').getByTitle(option, { exact: true }).click()
}
const facts = (where: Page, name: string) =>
  where
    .locator('.facts-row')
    .filter({ has: where.getByText(name, { exact: true }) })
    .locator('dd')

it('a form says at each field what is wrong, and saves once it is mended', async () => {
  await open(page, `${UNITS}/new`)
  await page.getByLabel('单位代码').fill('T0001')
  await page.getByLabel('用地面积').fill('很多')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText('请按格式填写：数字').waitFor()
  expect(await page.getByRole('alert').count()).toBe(6)
  await page.getByLabel('用地面积').fill('12.5')
  await page.getByLabel('名称').fill('测试单位')
  await page.getByLabel('纳统月份').fill('2024-01')
  await choose(page, '类别', '规上工业')
  await choose(page, '行业门类', '制造业')
  await page.getByLabel('所在街道').fill('梅墟')
  await page.getByLabel('所在街道').press('Enter')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByRole('heading', { name: '测试单位' }).waitFor()
  expect(await facts(page, '用地面积').textContent()).toContain('12.5')
})

it('two who edit the same row choose column by column, and a list elsewhere shows it without being asked', async () => {
  const address = new URL(page.url()).pathname
  const other = await statistician()
  const watcher = await statistician()
  await open(watcher, `${UNITS}?filter%5Bid%5D=${encodeURIComponent(address.split('/').pop() ?? '')}`)
  await watcher.getByRole('link', { name: '测试单位' }).waitFor()
  for (const editor of [page, other]) {
    await open(editor, `${address}/edit`)
    await editor.getByLabel('名称').waitFor()
  }
  await other.getByLabel('名称').fill('对方的名称')
  await other.getByLabel('用地面积').fill('20')
  await other.getByLabel('修改理由').fill('核实')
  await other.getByRole('button', { name: '保存' }).click()
  await other.getByRole('heading', { name: '对方的名称', exact: true }).waitFor()
  await watcher.getByRole('link', { name: '对方的名称' }).waitFor()

  await page.getByLabel('名称').fill('我的名称')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByRole('heading', { name: '这条记录在您打开之后被别人改过' }).waitFor()
  // What only the other changed is taken over.
  expect(await page.getByLabel('用地面积').inputValue()).toBe('20')
  await page.getByLabel('名称 对方').check()
  expect(await page.locator('#field-name').inputValue()).toBe('对方的名称')
  await page.getByLabel('名称 我的').check()
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByRole('heading', { name: '我的名称', exact: true }).waitFor()
  expect(await facts(page, '用地面积').textContent()).toContain('20')
  await page.locator('.timeline').getByText('核实').waitFor()
  await Promise.all([other, watcher].map((one) => one.context().close()))
})

it('leaving with unsaved changes asks', async () => {
  await page.getByRole('link', { name: '修改' }).click()
  await page.getByLabel('名称').fill('没有保存')
  const asked = page.waitForEvent('dialog').then(async (dialog) => {
    await dialog.dismiss()
    return dialog.message()
  })
  await page.locator('main').getByRole('link', { name: '取消' }).click()
  expect(await asked).toContain('未保存')
  expect(await page.getByLabel('名称').inputValue()).toBe('没有保存')
  page.once('dialog', (dialog) => void dialog.accept())
  await page.locator('main').getByRole('link', { name: '取消' }).click()
  await page.getByRole('heading', { name: '我的名称', exact: true }).waitFor()
})

it('a bulk edit is previewed, confirmed with its reason, and undone', async () => {
  await open(page, `${UNITS}?filter%5Bkind%5D=institute&columns=name,since`)
  await page.locator('.row-check').first().check()
  await page.getByRole('button', { name: /选择全部/ }).click()
  await page.getByRole('button', { name: '批量修改' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('栏目').selectOption('since')
  await dialog.getByLabel('纳统月份').fill('2024-05')
  await dialog.getByRole('button', { name: '预览' }).click()
  await dialog.getByText('将修改').waitFor()
  expect(await dialog.getByRole('button', { name: '确认修改' }).isDisabled()).toBe(true)
  await dialog.getByLabel('修改理由').fill('统一月份')
  await dialog.getByRole('button', { name: '确认修改' }).click()
  await dialog.getByText('已修改').waitFor()
  await page.locator('tbody').getByText('2024年5月').first().waitFor()
  await dialog.getByRole('button', { name: '撤销' }).click()
  await dialog.getByText('已撤销').waitFor()
  await dialog.getByRole('button', { name: '关闭' }).last().click()
  await expect.poll(() => page.locator('tbody').getByText('2024年5月').count()).toBe(0)
})

it('a list is an address: it can be saved as a view, and the back button goes back', async () => {
  await open(page, UNITS)
  await page.locator('.toolbar').getByLabel('类别').selectOption('trade')
  await page.getByRole('button', { name: '名称' }).click()
  await page.waitForURL(/sort=-name/)
  await page.locator('.view-menu summary').click()
  await page.getByLabel('视图名称').fill('批零单位')
  await page.getByRole('button', { name: '保存当前视图' }).click()
  await page.getByRole('link', { name: '批零单位' }).waitFor()
  await page.goBack()
  await page.waitForURL((url) => url.search === '?filter%5Bkind%5D=trade')
  await page.goBack()
  await page.waitForURL((url) => url.search === '')
  await page.getByRole('link', { name: '批零单位' }).click()
  await page.waitForURL(/filter%5Bkind%5D=trade&sort=-name/)
  await page.getByRole('button', { name: '下一页' }).click()
  await page.waitForURL(/after=/)
  await page.getByText(/第 51—/).waitFor()
  await page.getByRole('button', { name: '上一页' }).click()
  await page.getByText(/第 1—50/).waitFor()
})

it('a list of what ends within some months says from when to when, and narrows to it', async () => {
  await open(page, '/records/enterprises/honours?filter[valid_to]=2024-11-15..2025-05-15&sort=valid_to')
  const chip = page.locator('.chip')
  expect(await chip.textContent()).toContain('2024年11月15日 – 2025年5月15日')
  await page.getByRole('cell', { name: '2024年11月30日' }).first().waitFor()
  expect(await page.getByRole('cell', { name: '2026年12月8日' }).count()).toBe(0)
  await chip.getByRole('button').click()
  await chip.waitFor({ state: 'detached' })
})

it('list, row and form have nothing serious in the way of assistive technology, and fit a narrow phone', async () => {
  const { rows } = (await (
    await page.request.get(`${program.address}/api${UNITS}?limit=1&part=rows`)
  ).json()) as { rows: { id: string }[] }
  const phone = await statistician(360)
  for (const path of [UNITS, `${UNITS}/${encodeURIComponent(rows[0]!.id)}`, `${UNITS}/new`]) {
    for (const where of [page, phone]) {
      await open(where, path)
      await where.locator('tbody tr, .facts, .record-form').first().waitFor()
    }
    expect(await phone.evaluate('document.documentElement.scrollWidth')).toBe(360)
    await page.evaluate(axe.source)
    const { violations: found } = (await page.evaluate('axe.run()')) as axe.AxeResults
    const violations = found
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
    expect([path, violations]).toEqual([path, []])
  }
})

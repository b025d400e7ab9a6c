import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import type { Browser, Download, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { workbook } from '../../kernel/store/exchange/exchange.fixture.ts'
import { readTable } from '../../kernel/store/exchange/index.ts'
import { openBrowser } from './browser.ts'
import { startProgram } from './program.ts'

/** The statistician reads a workbook in, from the upload to the outcome, and takes a list out, in the browser. */
const folder = join(process.cwd(), `.tmp-test-exchange-${process.pid}`)
let program: Awaited<ReturnType<typeof startProgram>>
let browser: Browser
let page: Page
let file: Buffer

beforeAll(async () => {
  ;[program, browser] = await Promise.all([startProgram({ GAOXIN_DATA: folder }), openBrowser()])
  page = await browser.newPage({ locale: 'zh-CN' })
  await page.goto(`${program.address}/records/economy/units`)
  const { offices } = await (await page.request.get(`${program.address}/api/meta`)).json()
  const { rows } = await (
    await page.request.get(`${program.address}/api/records/economy/units?limit=1`)
  ).json()
  const street = offices.find(({ id }: { id: string }) => id === rows[0].street).name
  const unit = (code: string, kind = '规上工业', where = street, land: unknown = 12.5) => [
    code,
    `新设企业${code}`,
    kind,
    '制造业',
    where,
    land,
    '2024-10',
  ]
  file = await workbook([
    ['单位代码', '名称（全称）', '类别', '行业门类', '所在街道', '用地面积（亩）', '纳统月份'],
    unit('N1'),
    unit('N2', '规上农业'),
    unit('N3', '规上工业', '无此街道'),
    unit('N4', '规上工业', street, '约三十'),
    unit('N5'),
  ])
})
afterAll(async () => {
  await browser?.close()
  await program?.stop()
  await rm(folder, { recursive: true, force: true })
})

const button = (name: string) => page.locator('main').getByRole('button', { name, exact: true })
const count = (kind: string) => page.locator(`.counts [data-kind=${kind}] dd`).textContent()
const upload = () =>
  page
    .locator('input[type=file]')
    .setInputFiles({ name: '10月新纳统单位.xlsx', mimeType: 'application/octet-stream', buffer: file })

async function rowsOf(download: Download): Promise<{ sheet: string; cells: readonly unknown[] }[]> {
  const rows = []
  for await (const { sheet, cells } of readTable(await buffer(await download.createReadStream())))
    rows.push({ sheet, cells })
  return rows
}
async function downloaded(press: () => Promise<void>) {
  const [download] = await Promise.all([page.waitForEvent('download'), press()])
  return rowsOf(download)
}

it('a visitor may take a list out, but read none in', async () => {
  await page.locator('main').getByText('导出', { exact: true }).waitFor()
  expect(await page.getByRole('link', { name: '导入', exact: true }).count()).toBe(0)
})

it('the statistician sees what would happen, with every bad cell, and it outlives a reload', async () => {
  await page.locator('.account summary').click()
  await page.locator('.account-menu').getByRole('button', { name: '统计中心 统计员', exact: true }).click()
  await page.locator('main').getByRole('link', { name: '导入', exact: true }).click()
  await upload()
  await page.getByText('名称相近，请核对').waitFor()
  expect(await page.getByLabel('名称（全称）：对应台账的栏目').inputValue()).toBe('name')
  await button('核对').click()
  await page.locator('.bad-cells tbody tr').nth(2).waitFor()
  expect([await count('new'), await count('bad')]).toEqual(['2 行', '3 行'])
  await page.reload()
  await page.locator('.bad-cells tbody tr').nth(2).waitFor()
  expect(await page.locator('.bad-cells tbody tr').allInnerTexts()).toEqual([
    expect.stringMatching(/^C3\s+类别\s+规上农业\s+不在选项之内/),
    expect.stringMatching(/^E4\s+所在街道\s+无此街道\s+找不到/),
    expect.stringMatching(/^F5\s+用地面积（亩）\s+约三十\s+不是数字/),
  ])
})

it('the marked file lists what is bad', async () => {
  const rows = await downloaded(() => page.getByRole('link', { name: '下载标注好的文件' }).click())
  const listed = rows.filter(({ sheet }) => sheet === '问题清单').map(({ cells }) => cells[3])
  expect(listed).toEqual(['填写内容', '规上农业', '无此街道', '约三十'])
})

it('the rest is written once it is accepted, with the reason, and the list shows what came in', async () => {
  await button('继续').click()
  await page.getByLabel('事由').fill('10月新纳统单位')
  expect(await button('写入 2 行').isDisabled()).toBe(true)
  await page.getByLabel('我知道有 3 行有问题').check()
  await button('写入 2 行').click()
  await page.getByRole('link', { name: '查看写入的行' }).click()
  await page.getByText('只看一次导入写入的行').waitFor()
  await page.locator('tbody tr').nth(1).waitFor()
  const names = await page.locator('tbody td:first-child').allInnerTexts()
  expect(names.map((name) => name.trim()).sort()).toEqual(['新设企业N1', '新设企业N5'])
  await page.getByRole('link', { name: '新设企业N1' }).click()
  await page.getByRole('link', { name: '查看导入记录' }).click()
  await page.getByRole('heading', { name: '10月新纳统单位.xlsx' }).waitFor()
  await page.getByText('已写入').first().waitFor()
})

it('the same file again changes nothing', async () => {
  await page.goto(`${program.address}/import/economy/units`)
  await upload()
  await button('核对').click()
  await page.locator('.bad-cells tbody tr').nth(2).waitFor()
  expect([await count('new'), await count('changed'), await count('unchanged')]).toEqual([
    '0 行',
    '0 行',
    '2 行',
  ])
  expect(await button('继续').isDisabled()).toBe(true)
})

it('a filtered list goes out as it is shown', async () => {
  await page.goto(`${program.address}/records/economy/units?q=${encodeURIComponent('新设企业')}&sort=code`)
  await page.locator('tbody tr').nth(1).waitFor()
  await page.locator('main').getByText('导出', { exact: true }).click()
  await page.getByText('2 行', { exact: true }).waitFor()
  const rows = await downloaded(() => page.getByRole('link', { name: 'Excel · 显示的列' }).click())
  expect(rows.map(({ cells }) => cells[0])).toEqual(['名称', '新设企业N1', '新设企业N5'])
})

it('an old .xls is refused with the way out', async () => {
  await page.goto(`${program.address}/import/economy/units`)
  await page.locator('input[type=file]').setInputFiles({
    name: '旧表.xls',
    mimeType: 'application/vnd.ms-excel',
    buffer: Buffer.from('d0cf11e0a1b11ae1', 'hex'),
  })
  await page.getByText('另存为 .xlsx（不加密码）后再上传').waitFor()
})

it('a drawing brings new pipes once its layers are told what their lines are', async () => {
  const { request } = page.context()
  const api = `${program.address}/api`
  expect((await request.post(`${api}/session`, { data: { person: 'officer-construction' } })).ok()).toBe(true)
  const { rows } = await (await request.get(`${api}/records/drainage/nodes?limit=3`)).json()
  type Node = { code: string; place: { longitude: number; latitude: number } }
  const [one, two, three] = rows as [Node, Node, Node]
  const line = (handle: string, layer: string, ...ends: Node[]) => [
    ...[0, 'LWPOLYLINE', 5, handle, 8, layer, 90, ends.length, 70, 0],
    ...ends.flatMap(({ place }) => [10, place.longitude, 20, place.latitude]),
  ]
  const drawing = [
    ...[0, 'SECTION', 2, 'ENTITIES', ...line('1A', 'YS', one, two), ...line('1B', 'YS', two, three)],
    ...[...line('9A', 'TK', one, three), 0, 'ENDSEC', 0, 'EOF', ''],
  ].join('\n')
  await page.goto(`${program.address}/import/drainage/links`)
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '雨水管.dxf', mimeType: 'application/octet-stream', buffer: Buffer.from(drawing) })
  await page.getByLabel('YS：管段编码').fill('CAD-{句柄}')
  await page.getByLabel('YS：类型').selectOption('conduit')
  await page.getByLabel('YS：管网类别').selectOption('rain')
  await page.getByLabel('YS：养护单位').selectOption('construction')
  await page.getByRole('checkbox', { name: 'TK' }).uncheck()
  await button('核对').click()
  await page.locator('.counts').waitFor()
  expect([await count('new'), await count('bad')]).toEqual(['2 行', '0 行'])
  // What was said is still there for who goes back.
  await button('上一步').click()
  expect(await page.getByLabel('YS：管段编码').inputValue()).toBe('CAD-{句柄}')
  await button('核对').click()
  await button('继续').click()
  await page.getByLabel('事由').fill('管线普查')
  await button('写入 2 行').click()
  await page.getByRole('link', { name: '查看写入的行' }).click()
  await page.getByRole('link', { name: 'CAD-1B' }).waitFor()
  const found = await (await request.get(`${api}/records/drainage/links?filter[code]=CAD-*`)).json()
  const codes = (found.rows as { code: string; kind: string }[]).map(({ code, kind }) => [code, kind]).sort()
  expect(codes).toEqual([
    ['CAD-1A', 'conduit'],
    ['CAD-1B', 'conduit'],
  ])
})

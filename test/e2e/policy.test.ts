import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openStore, setClock } from '../../kernel/store/index.ts'
import { openBrowser } from './browser.ts'
import { startProgram } from './program.ts'

/** From a new clause to a paid claim, by the hands of an office, a second person, an enterprise, finance and its bank. */
const folder = join(process.cwd(), `.tmp-test-policy-${process.pid}`)
const POLICY = '研发起步补助'
const NOTICE_IS_OVER = '2024-11-25'
let program: Awaited<ReturnType<typeof startProgram>>
let browser: Browser

const start = () => startProgram({ GAOXIN_DATA: folder })
beforeAll(async () => {
  ;[program, browser] = await Promise.all([start(), openBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await program?.stop()
  await rm(folder, { recursive: true, force: true })
})

async function as(person: string, path: string, width = 1440): Promise<Page> {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width, height: 900 } })
  await context.request.post(`${program.address}/api/session`, { data: { person } })
  context.setDefaultTimeout(60_000)
  const page = await context.newPage()
  await page.goto(`${program.address}${path}`)
  return page
}
const ask = async (page: Page, path: string) => (await page.request.get(`${program.address}${path}`)).json()
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const confirm = (page: Page, name: string) =>
  page.getByRole('dialog').getByRole('button', { name, exact: true }).click()

/** The demonstration's clock is set to a later day. */
async function goOn(today: string): Promise<void> {
  await Promise.all(browser.contexts().map((context) => context.close()))
  await program.stop()
  const store = await openStore({ folder })
  await setClock(store.db, `${today}T09:00:00+08:00`, new Date().toISOString())
  await store.close()
  program = await start()
}

it('a clause becomes a granule, a match, a claim, a notice, a payment, and money that the enterprise sees', async () => {
  // The office enters the clause and words the granule.
  const office = await as('officer-science', '/policy')
  await office.getByRole('link', { name: '关于加快科技创新推动高质量发展的政策意见（试行）' }).first().click()
  await button(office, '新增条款').click()
  await office.getByLabel('条款号').fill('第5条')
  await office
    .getByLabel('条款内容')
    .fill('年度研发费用 100 万元以上的企业，按研发费用的 5% 补助，最高 50 万元。')
  await confirm(office, '新增条款')
  const clause = office.getByRole('listitem').filter({ hasText: '第5条' })
  await clause.getByRole('button', { name: '新建颗粒' }).click()
  await office.getByRole('dialog').getByLabel('名称').fill(POLICY)
  await confirm(office, '新建颗粒')
  await office.getByRole('heading', { name: POLICY }).waitFor()
  await button(office, '加一项条件').click()
  await office.getByLabel('条件（说给人听）').fill('研发费用 100 万元以上')
  await office.getByLabel('取值', { exact: true }).fill('研发费用')
  await office.getByLabel('要求', { exact: true }).fill('>= 100 万')
  await office.getByRole('alert').waitFor()
  await office.getByLabel('要求', { exact: true }).fill('>= 100')
  await office.getByLabel('支持标准').fill('按研发费用的 5% 补助，最高 50 万元')
  await office.getByLabel('公式').fill('研发费用 * 0.05')
  await office.getByLabel('单项上限', { exact: true }).fill('50')
  await office.getByLabel('性质').selectOption('official')
  await office.getByLabel('兑现方式').selectOption('quick')
  await office.getByLabel('按什么申报').selectOption('yearly')
  await office.getByLabel('资金池').selectOption({ label: '2024 年科技创新专项资金（示例）' })
  await office.getByText('✓ 表达式正确').waitFor()
  await button(office, '保存').click()
  await office.locator('code').filter({ hasText: '研发费用 * 0.05' }).waitFor()
  await button(office, '提交发布').click()
  await confirm(office, '提交发布')
  await office.getByText('待发布').first().waitFor()

  // A second person publishes; everybody is matched anew without being asked.
  const path = new URL(office.url()).pathname
  const leader = await as('leader', path)
  await button(leader, '发布').click()
  await confirm(leader, '发布')
  await leader.getByText('已发布').first().waitFor()
  const granule = decodeURIComponent(path.split('/')[2]!)
  const reached = async () =>
    (await ask(leader, `/api/policy/granules/${encodeURIComponent(granule)}`)).coverage.match
  await expect.poll(reached, { interval: 500 }).toBeGreaterThan(0)

  // The enterprise, on a telephone.
  const firm = await as('enterprise-3', '/enterprise', 390)
  const { rows } = await ask(firm, '/api/records/enterprises/facts?filter[item]=research&filter[year]=2023')
  const yuan = Math.floor(Number(rows[0].value) * 500)
  const policies = section(firm, '可享政策')
  const may = policies.getByRole('listitem').filter({ hasText: POLICY })
  await may.getByText(`${yuan / 10_000} 万元`).waitFor()
  const claims = section(firm, '申报与兑现')
  const open = claims.getByRole('listitem').filter({ hasText: POLICY })
  await open.getByRole('button', { name: '申报' }).click()
  await firm.getByLabel('开户行').fill('示例银行高新区支行')
  await firm.getByLabel('对公账号').fill('331001234567890')
  await button(firm, '下一步').click()
  await open.getByText('331001234567890').waitFor()
  expect(await firm.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0)
  await button(firm, '提交申报').click()
  await claims.getByRole('link', { name: POLICY }).waitFor()
  await claims.getByText('待审核').waitFor()
  const claim = new URL(
    (await claims.getByRole('link', { name: POLICY }).getAttribute('href'))!,
    program.address,
  ).pathname

  // Review, approval by another person, notice. The money is set aside with the approval.
  const pot = async () => {
    const { pots } = await ask(leader, '/api/policy/claims?limit=1&offset=0')
    return pots.find(({ id }: { id: string }) => id === 'policy-pot-2024-science')
  }
  const before = await pot()
  await office.goto(`${program.address}${claim}`)
  await button(office, '审核通过').click()
  await office.locator('form').getByRole('button', { name: '审核通过', exact: true }).click()
  await office.getByText('待审定').first().waitFor()
  await leader.goto(`${program.address}${claim}`)
  await button(leader, '审定').click()
  await leader.getByText('待公示').first().waitFor()
  const reserved = await pot()
  expect(Number(reserved.reserved) - Number(before.reserved)).toBe(yuan)
  await office.reload()
  await button(office, '公示').click()
  await office.getByText('公示中').first().waitFor()

  // Its days are over: payment is ordered, and the bank answers.
  await goOn(NOTICE_IS_OVER)
  const later = await as('officer-science', '/policy/claims')
  await button(later, '公示期满转拨付').click()
  await later.getByText(/^已转待拨付 \d+ 项$/).waitFor()
  await later.goto(`${program.address}${claim}`)
  await later.getByText('待拨付').first().waitFor()
  const finance = await as('officer-finance', '/policy/batches')
  await finance.getByRole('button', { name: /^把待拨付的 \d+ 项编成批次$/ }).click()
  await finance.getByRole('row').filter({ hasText: '已编制' }).getByRole('link').click()
  const [download] = await Promise.all([
    finance.waitForEvent('download'),
    button(finance, '下载付款文件').click(),
  ])
  const ordered = new TextDecoder('gb18030')
    .decode(await readFile(await download.path()))
    .trim()
    .split('\r\n')
  const paid = ordered.slice(1, -1).map((line) => line.split(','))
  expect(paid.find((cells) => cells[1] === '331001234567890')).toContain(`${yuan}.00`)
  const answer = paid.map(([reference, , , , amount]) => `${reference},${amount},成功,`)
  await finance.getByLabel('读入银行回执').setInputFiles({
    name: '回执.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(['流水号,金额,处理结果,失败原因', ...answer].join('\n')),
  })
  await finance.getByText('已对平').first().waitFor()
  await button(finance, '对平，结束批次').click()
  await finance.getByText('已对平', { exact: false }).first().waitFor()

  // The money is there, for the enterprise and in the pot.
  const own = section(await as('enterprise-3', '/enterprise', 390), '申报与兑现')
  await own.getByText('已兑现').waitFor()
  await own.getByText(`已到账 ${yuan.toLocaleString('zh-CN')} 元`).waitFor()
  await later.goto(`${program.address}/policy/claims`)
  const { paid: out } = await ask(later, '/api/policy/claims?limit=1&offset=0').then(({ pots }) =>
    pots.find(({ id }: { id: string }) => id === 'policy-pot-2024-science'),
  )
  expect(Number(out)).toBeGreaterThanOrEqual(Number(before.paid) + yuan)
  const potRow = later.getByRole('row').filter({ hasText: '2024 年科技创新专项资金（示例）' })
  await potRow.getByText(Number(out).toLocaleString('zh-CN'), { exact: true }).waitFor()
})

import { execFileSync } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { png } from '../../kernel/attachments/samples.fixture.ts'
import { openBrowser } from './browser.ts'
import { startProgram } from './program.ts'

/** The first day of a zone with real data: nothing is there, then its report and its plan are. */
const folder = join(process.cwd(), `.tmp-test-first-day-${process.pid}`)
const environment = { GAOXIN_DATA: folder, GAOXIN_LANG: 'zh' }
const gaoxin = (...words: string[]) =>
  execFileSync(process.execPath, ['bin/gaoxin.mjs', ...words], {
    env: { ...process.env, ...environment },
    encoding: 'utf8',
  })
const PASSWORD = 'Amber-Rails-77q'

const first: Record<string, string> = {}
let program: Awaited<ReturnType<typeof startProgram>>
let browser: Browser

beforeAll(async () => {
  gaoxin('init')
  for (const [login, role] of [
    ['zhang', 'supervisor'],
    ['sun', 'system'],
  ] as const)
    first[login] = /一次性密码：(\S+)/.exec(gaoxin('account', 'create', login, '--role', role))?.[1] ?? ''
  ;[program, browser] = await Promise.all([startProgram(environment), openBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await program?.stop()
  await rm(folder, { recursive: true, force: true })
})

const YEAR = new Date(Date.now() + 8 * 3600 * 1000).getUTCFullYear()
const REPORT = `高新区${YEAR - 1}年工作总结和${YEAR}年工作安排

一、${YEAR - 1}年工作总结
（一）经济运行。${YEAR - 1}年，地区生产总值增长6.2%，规上工业增加值120亿元。
二、${YEAR}年工作安排
（一）建设科创高地。建成实验室二期。新引进创新团队20个。
（二）优化营商环境。制定服务企业清单。
`
const PLAN = `高新区${YEAR}年民生实事项目
1.新增托位200个。（责任单位：科技创新局）
`

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true })

async function signIn(login: string): Promise<Page> {
  const page = await browser.newPage({ locale: 'zh-CN' })
  await page.goto(`${program.address}/sign-in?back=/account`)
  await page.getByLabel('登录名').fill(login)
  await page.getByLabel('密码', { exact: true }).fill(first[login]!)
  await button(page, '登录').click()
  await heading(page, '请先设置新密码').waitFor()
  await page.getByLabel('当前密码').fill(first[login]!)
  await page.getByLabel('新密码', { exact: true }).fill(PASSWORD)
  await page.getByLabel('再输一遍新密码').fill(PASSWORD)
  await button(page, '修改密码').click()
  await page.locator('.account summary').getByText(login).waitFor()
  return page
}

/** Sends as the page's own requests do. */
const post = (page: Page, path: string, body: object) =>
  page.evaluate(
    async ([to, values]) => {
      // biome-ignore lint/suspicious/noExplicitAny: runs in the page
      const token = /gaoxin-csrf=([^;]+)/.exec((globalThis as any).document.cookie)?.[1] ?? ''
      const headers = { 'content-type': 'application/json', 'x-csrf-token': token }
      const answer = await fetch(to, { method: 'POST', headers, body: JSON.stringify(values) })
      return (await answer.json()) as { id: string }
    },
    [path, body] as const,
  )

const choose = (page: Page, name: string, words: string | Buffer) =>
  page.locator('input[type=file]').setInputFiles({
    name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(words as never),
  })

describe('an empty zone', () => {
  const MISSING: readonly [path: string, zh: string, en: string][] = [
    ['/', `${YEAR} 年还没有计划`, `There is no plan for ${YEAR} yet`],
    ['/plan', '还没有年度计划', 'There is no yearly plan yet'],
    ['/report', '还没有读入工作报告', 'No work report has been read in yet'],
    ['/verify', '还没有读入工作报告', 'No work report has been read in yet'],
    ['/indicators', '指标还没有数据', 'The indicators have no data yet'],
    ['/economy', '指标还没有数据', 'The indicators have no data yet'],
    ['/offices', `${YEAR} 年还没有计划`, `There is no plan for ${YEAR} yet`],
    ['/records/plan/reports', '还没有报告', 'No Reports yet'],
    ['/help', '第一天', 'The first day'],
  ]

  it.each([1440, 390])('says on every page what is missing, in both languages, at %i px', async (width) => {
    const page = await browser.newPage({ viewport: { width, height: 900 }, locale: 'zh-CN' })
    for (const [path, zh, en] of MISSING) {
      await page.goto(`${program.address}${path}`)
      await heading(page, zh).first().waitFor()
      expect([path, await page.locator('h1').count()]).toEqual([path, 1])
      const main = page.locator('main')
      expect(await main.textContent()).not.toMatch(/演示|示例/)
      expect(await main.locator('canvas, .spark').count()).toBe(0)
      await page.getByRole('button', { name: 'English' }).first().click()
      await heading(page, en).first().waitFor()
      await page.getByRole('button', { name: '中文' }).first().click()
      const wide = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
      expect([path, wide]).toEqual([path, 0])
    }
    await page.close()
  })

  it('keeps what is being read in from who has not signed in, and shows the way in', async () => {
    const page = await browser.newPage({ locale: 'zh-CN' })
    await page.goto(`${program.address}/plan/readings`)
    await heading(page, '读入由督查室或统计人员办理').waitFor()
    expect(await page.locator('input[type=file]').count()).toBe(0)
    await page.getByRole('main').getByRole('link', { name: '登录' }).click()
    await page.waitForURL(/sign-in\?back=/)
    await page.close()
  })
})

describe('the first report and plan', () => {
  let zhang: Page

  it('need offices, which the system administrator enters, with a file where one belongs', async () => {
    const sun = await signIn('sun')
    const values = {
      name: '科技创新局',
      short: '科创局',
      name_en: 'Science Bureau',
      parent: 'committee',
      kind: 'department',
      leader: '分管副主任',
      sort: 2,
    }
    const { id } = await post(sun, '/api/records/access/offices', { values, why: '登记机构' })
    await sun.goto(`${program.address}/records/access/offices/${id}`)
    await choose(sun, '三定方案.png', png)
    await sun.locator('section.files').getByRole('link', { name: '三定方案.png' }).waitFor()
    await sun.close()
  })

  it('are brought from the page that misses them; what cannot be read is refused with the way out', async () => {
    zhang = await signIn('zhang')
    await zhang.goto(`${program.address}/report`)
    await zhang.getByRole('link', { name: '读入工作报告' }).click()
    await heading(zhang, '读入报告与计划').waitFor()
    await choose(zhang, '旧版.doc', Buffer.from('d0cf11e0a1b11ae1', 'hex'))
    await zhang.getByRole('alert').getByText('另存为 .docx').waitFor()
    await choose(zhang, '工作报告.txt', REPORT)
    await heading(zhang, `高新区${YEAR - 1}年工作总结和${YEAR}年工作安排`).waitFor()
    const { violations } = (await zhang.evaluate(`${axe.source}; axe.run('main')`)) as {
      violations: { id: string; nodes: { html: string }[] }[]
    }
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
  })

  it('are corrected, one by one and many at once; what was corrected is there after a reload', async () => {
    const row = (words: string) => zhang.locator('.reading-tasks tbody tr').filter({ hasText: words })
    const isReady = () => button(zhang, '确认入台账').isEnabled()
    expect(await isReady()).toBe(false)
    await button(zhang, '全选所列').click()
    await zhang.getByLabel('指定牵头单位').selectOption({ label: '科创局' })
    await expect.poll(isReady).toBe(true)
    await row('新引进创新团队')
      .getByLabel(/^完成时限/)
      .fill(`${YEAR}年12月15日`)
    await row('新引进创新团队').getByRole('button', { name: /20/ }).click()
    const dialog = zhang.getByRole('dialog')
    await dialog.getByLabel('目标值').fill('25')
    await dialog.getByRole('button', { name: '改正' }).click()
    await row('新引进创新团队').getByRole('button', { name: /25/ }).waitFor()
    const stored = zhang.waitForResponse(/\/tasks$/)
    await row('制定服务企业清单')
      .getByRole('checkbox', { name: /^入台账/ })
      .click()
    await row('制定服务企业清单').getByText('不入台账').waitFor()
    await stored
    await zhang.reload()
    await row('新引进创新团队').getByRole('button', { name: /25/ }).waitFor()
    expect(
      await row('新引进创新团队')
        .getByLabel(/^完成时限/)
        .inputValue(),
    ).toBe(`${YEAR}-12-15`)
  })

  it('confirmed, are the plan with its tasks, the report and its verification', async () => {
    await button(zhang, '确认入台账').click()
    await zhang.getByRole('link', { name: '打开年度计划' }).click()
    await zhang.getByRole('link', { name: '新引进创新团队20个' }).waitFor()
    await expect.poll(() => zhang.locator('tbody tr').count()).toBe(2)
    await zhang.getByRole('link', { name: '新引进创新团队20个' }).click()
    await zhang.getByText('分管副主任').waitFor()
    await zhang.getByText(/读入《高新区/).waitFor()

    const visitor = await browser.newPage({ locale: 'zh-CN' })
    await visitor.goto(`${program.address}/report`)
    await visitor.getByText('规上工业增加值').first().waitFor()
    expect(await visitor.locator('h1').count()).toBe(1)
    await visitor.goto(`${program.address}/verify`)
    await visitor.locator('tbody tr').nth(1).waitFor()
    expect(await visitor.locator('tbody tr').count()).toBe(2)
    await visitor.goto(`${program.address}/`)
    await visitor.locator('.lights-bar').waitFor()
    await visitor.close()
  })

  it('a rule has nobody to judge yet, and says so instead of totals', async () => {
    await zhang.goto(`${program.address}/rules/economy.research-subsidy/1`)
    await button(zhang, '测算').click()
    await zhang.getByText('还没有可以测算的对象').waitFor()
    expect(await zhang.locator('.rule-totals').count()).toBe(0)
  })

  it('a list of livelihood projects comes in beside it', async () => {
    await zhang.goto(`${program.address}/plan`)
    await zhang.getByRole('link', { name: '读入', exact: true }).click()
    await button(zhang, '民生实事清单').click()
    await choose(zhang, '实事.txt', PLAN)
    await heading(zhang, `高新区${YEAR}年民生实事项目`).waitFor()
    await button(zhang, '确认入台账').click()
    await zhang.getByRole('link', { name: '打开年度计划' }).click()
    await zhang.getByRole('link', { name: '新增托位200个' }).waitFor()
    await expect.poll(() => zhang.locator('tbody tr').count()).toBe(3)
  })
})

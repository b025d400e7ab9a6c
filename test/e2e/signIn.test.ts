import { execFileSync } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Secret, TOTP } from 'otpauth'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser } from './browser.ts'
import { startProgram } from './program.ts'

/** A zone with real data from its first minute: made at the machine, then lived in by two people in their browsers. */
const folder = join(process.cwd(), `.tmp-test-sign-in-${process.pid}`)
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
let chen: Page
let secret = ''
let recoveryCode = ''

beforeAll(async () => {
  gaoxin('init')
  for (const [login, role] of [
    ['wang', 'security'],
    ['chen', 'officer'],
  ] as const)
    first[login] = /一次性密码：(\S+)/.exec(gaoxin('account', 'create', login, '--role', role))?.[1] ?? ''
  ;[program, browser] = await Promise.all([startProgram(environment), openBrowser()])
  chen = await newcomer()
})
afterAll(async () => {
  await browser?.close()
  await program?.stop()
  await rm(folder, { recursive: true, force: true })
})

/** A browser of its own, with cookies of its own. */
const newcomer = () => browser.newPage({ locale: 'zh-CN' })
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
/** By the beginning of its title, after which a button may stand. */
const block = (page: Page, title: string) =>
  page.locator('section.block').filter({ has: page.getByRole('heading', { name: new RegExp(`^${title}`) }) })
const isIn = (page: Page, name: string) => page.locator('.account summary').getByText(name).waitFor()

async function signIn(page: Page, login: string, password: string, code?: string): Promise<void> {
  await page.goto(`${program.address}/sign-in?back=/account`)
  await page.getByLabel('登录名').fill(login)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await button(page, '登录').click()
  if (code === undefined) return
  await page.getByLabel('动态码或恢复码').fill(code)
  await button(page, '登录').click()
}

/** What the one-time password lets through: setting another one. */
async function setPassword(page: Page, current: string): Promise<void> {
  await page.getByRole('heading', { name: '请先设置新密码' }).waitFor()
  await page.getByLabel('当前密码').fill(current)
  await page.getByLabel('新密码', { exact: true }).fill(PASSWORD)
  await page.getByLabel('再输一遍新密码').fill(PASSWORD)
  await button(page, '修改密码').click()
}

it('a visitor sees the public pages and a way in, and no post to choose', async () => {
  await chen.goto(`${program.address}/indicators`)
  await chen.getByRole('banner').getByRole('link', { name: '登录', exact: true }).waitFor()
  await chen.locator('.account summary').click()
  expect(await chen.locator('.account-menu li').count()).toBe(0)
})

it('the first administrator changes the one-time password and gives somebody a second post', async () => {
  const wang = await newcomer()
  await signIn(wang, 'wang', 'not-this-one')
  await wang.getByRole('alert').getByText('登录名或密码不正确').waitFor()
  await signIn(wang, 'wang', first.wang!)
  await setPassword(wang, first.wang!)
  await isIn(wang, 'wang')
  await wang.getByRole('link', { name: '账号与岗位' }).first().click()
  await wang.getByRole('link', { name: 'chen', exact: true }).click()
  await button(wang, '任命岗位').click()
  const dialog = wang.getByRole('dialog')
  await dialog.getByLabel('角色').selectOption('leader')
  // A day is shown as the whole page shows days, whatever the language of the browser, and may be typed as people write it.
  const from = dialog.getByRole('textbox', { name: '自', exact: true })
  const today = await from.inputValue()
  expect(today).toMatch(/^20\d{2}-\d{2}-\d{2}$/)
  await from.fill(today.replace(/^(\d+)-(\d+)-(\d+)$/, '$1年$2月$3日'))
  await dialog.getByRole('button', { name: '任命岗位' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await block(wang, '岗位').getByText('管委会领导').waitFor()
})

it('a person is let through only with a password of their own, then enrols the telephone', async () => {
  await signIn(chen, 'chen', first.chen!)
  await chen.getByRole('heading', { name: '请先设置新密码' }).waitFor()
  await chen.goto(`${program.address}/plan`)
  await setPassword(chen, first.chen!)
  await isIn(chen, 'chen')
  await chen.goto(`${program.address}/account`)
  const totp = block(chen, '动态码')
  await totp.getByLabel('当前密码').fill(PASSWORD)
  await button(chen, '开始绑定').click()
  await totp.getByRole('img', { name: '动态码二维码' }).waitFor()
  secret = ((await totp.locator('.secret').textContent()) ?? '').replaceAll(' ', '')
  await totp.getByLabel('动态码', { exact: true }).fill(codeOf(0))
  await button(chen, '确认绑定').click()
  const codes = block(chen, '恢复码').locator('li')
  await codes.first().waitFor()
  expect(await codes.count()).toBe(10)
  recoveryCode = (await codes.first().textContent()) ?? ''
  await button(chen, '已保存').click()
  await block(chen, '动态码').getByText('剩余恢复码 10 个').waitFor()
})

/** Of the step after, too: a code is taken once, and one step early. */
const codeOf = (steps: number) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 })

it('signs out, and in again with the code', async () => {
  await chen.locator('.account summary').click()
  await button(chen, '退出登录').click()
  await chen.getByRole('link', { name: '登录', exact: true }).waitFor()
  await signIn(chen, 'chen', PASSWORD, codeOf(1))
  await isIn(chen, 'chen')
})

it('acts by the one post, then by the other', async () => {
  const role = async () =>
    ((await (await chen.request.get(`${program.address}/api/meta`)).json()) as { actor: { role: string } })
      .actor.role
  await chen.goto(`${program.address}/account`)
  const inUse = block(chen, '我的岗位').locator('li').filter({ hasText: '正在使用' })
  const other = block(chen, '我的岗位')
    .locator('li')
    .filter({ has: button(chen, '以此岗位办理') })
  await inUse.waitFor()
  const roles = [await role()]
  const before = await inUse.locator('strong').textContent()
  const wanted = await other.locator('strong').textContent()
  await button(chen, '以此岗位办理').click()
  await expect.poll(() => inUse.locator('strong').textContent()).toBe(wanted)
  roles.push(await role())
  expect(roles.sort()).toEqual(['leader', 'officer'])
  await chen.locator('.account summary').click()
  await chen
    .locator('.account-menu')
    .getByRole('button', { name: new RegExp(`^${before}`) })
    .click()
  await expect.poll(() => inUse.locator('strong').textContent()).toBe(before)
})

it('revokes a session of another browser, which is told so and sent to the door', async () => {
  const other = await newcomer()
  await signIn(other, 'chen', PASSWORD, recoveryCode)
  await isIn(other, 'chen')
  await chen.goto(`${program.address}/account`)
  await block(chen, '动态码').getByText('剩余恢复码 9 个').waitFor()
  const sessions = block(chen, '登录会话')
  await sessions.getByRole('button', { name: '撤销', exact: true }).click()
  await expect.poll(() => sessions.locator('li').count()).toBe(1)
  await other.goto(`${program.address}/plan`)
  await other.getByText('登录已失效').waitFor()
  await isIn(chen, 'chen')
})

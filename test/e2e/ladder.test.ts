import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser } from './browser.ts'
import { startProgram } from './program.ts'

/** The ladder in the browser: an enterprise before its own page, and an officer who looks for whom to help. */
const folder = join(process.cwd(), `.tmp-test-ladder-${process.pid}`)
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

async function pageOf(person: string, width: number): Promise<Page> {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width, height: 900 } })
  await context.request.post(`${program.address}/api/session`, { data: { person } })
  return context.newPage()
}
const ladder = (page: Page) => page.getByRole('region', { name: '梯度培育' })

it('an enterprise begins at its own page on a phone, sees what it lacks by how much, and nobody else', async () => {
  const page = await pageOf('enterprise-1', 390)
  await page.goto(program.address)
  await page.waitForURL('**/enterprise')
  await page.getByRole('heading', { name: '我的企业' }).waitFor()
  const giant = ladder(page).locator('.rung').filter({ hasText: '小巨人' })
  await giant.getByText('还差一步').waitFor()
  expect(await giant.locator('.rung-missing').textContent()).toMatch(
    /知识产权[\s\S]*现为 1[\s\S]*≥ 2[\s\S]*差 1/,
  )
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0)
  const { rows } = await (
    await page.request.get(`${program.address}/api/records/enterprises/enterprises`)
  ).json()
  expect(rows).toHaveLength(1)
  // Another’s verdict is answered like one of nobody.
  const visitor = await browser.newContext()
  const others = await (
    await visitor.request.get(`${program.address}/api/records/enterprises/enterprises?limit=2`)
  ).json()
  const other = others.rows.find(({ id }: { id: string }) => id !== rows[0].id)
  for (const id of [other.id, 'nobody'])
    expect((await page.request.get(`${program.address}/api/enterprises/ladder/${id}`)).status()).toBe(404)
})

it('an officer goes from the number of those one step away to a list by what is missing, and opens a firm', async () => {
  const page = await pageOf('officer-economy', 1440)
  await page.goto(`${program.address}/enterprises`)
  const row = page.getByRole('row').filter({ hasText: '国家专精特新“小巨人”' })
  const count = row.getByRole('link').filter({ hasText: /^\d+$/ }).nth(2)
  const near = Number(await count.textContent())
  await count.click()
  const list = page.getByRole('region', { name: '还差一步：国家专精特新“小巨人”' })
  await list.getByRole('button', { name: /Ⅰ类知识产权/ }).click()
  await page.waitForURL('**test=**')
  // The rows of before stay until the ones asked for are there.
  const lines = list.locator('tbody tr')
  await expect.poll(() => lines.filter({ hasNotText: 'Ⅰ类知识产权' }).count()).toBe(0)
  expect(await lines.count()).toBeLessThan(near)
  const firm = list.locator('tbody a').first()
  const name = (await firm.textContent()) ?? ''
  await firm.click()
  await page.getByRole('heading', { name, exact: true }).waitFor()
  await ladder(page).locator('.rung').filter({ hasText: '小巨人' }).getByText('还差一步').waitFor()
})

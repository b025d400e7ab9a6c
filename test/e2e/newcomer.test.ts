import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loaded, openBrowser } from './browser.ts'
import { startProgram } from './program.ts'

const folder = join(process.cwd(), `.tmp-test-newcomer-${process.pid}`)
let program: Awaited<ReturnType<typeof startProgram>>
let browser: Browser
let page: Page

beforeAll(async () => {
  ;[program, browser] = await Promise.all([
    startProgram({ GAOXIN_DATA: folder, GAOXIN_LANG: 'zh' }),
    openBrowser(),
  ])
})
afterAll(async () => {
  await browser?.close()
  await program?.stop()
  await rm(folder, { recursive: true, force: true })
})

async function open(path: string, size = { width: 1440, height: 900 }, errors: string[] = []): Promise<Page> {
  await page?.close()
  page = await browser.newPage({ viewport: size, locale: 'zh-CN' })
  page.on('pageerror', (error) => errors.push(error.message))
  await page.goto(`${program.address}${path}`)
  await page.locator('h1').first().waitFor()
  return page
}

describe('a newcomer', () => {
  it('sees the zone created and the report verified', () => {
    const output = program.output.join('\n')
    expect(output).toMatch(/统计报表/)
    expect(output).toMatch(/391亿元.*✓ 一致/)
    expect(output).toMatch(/由记录计算 \d+（一致 \d+，不一致 0）/)
  })

  it('clicks a figure of the report down to its rows, whose sum is the figure', async () => {
    await open('/report/2023')
    await page.getByText('391亿元', { exact: true }).first().click()
    const sheet = page.getByRole('dialog')
    await sheet.getByText('各行合计与本数一致').waitFor()
    expect(decodeURIComponent(new URL(page.url()).pathname)).toBe('/report/2023/figure/economy.gdp@2023')
    // All rows, page by page.
    const more = sheet.getByRole('button', { name: /再列/ })
    while (await more.isVisible()) {
      const before = await sheet.locator('tbody tr').count()
      await more.click()
      await expect.poll(() => sheet.locator('tbody tr').count()).toBeGreaterThan(before)
    }
    const cells = await sheet.locator('tbody tr td:last-child').allInnerTexts()
    const sum = cells.reduce((total, cell) => total + Number(cell.replaceAll(',', '')), 0)
    const shown = Number((await sheet.locator('tfoot td:last-child').textContent())?.replaceAll(',', ''))
    expect(cells).toHaveLength(160)
    // Each row is shown to four decimals, so 160 roundings may add up.
    expect(Math.abs(sum - shown)).toBeLessThan(0.008)
    expect(shown.toFixed(0)).toBe('391')
  })

  it('reaches the same figure by its address, and by keyboard', async () => {
    await open('/report/2023/figure/economy.industrial-output%3Agrowth.rank%402023')
    await page.getByRole('dialog').getByText('规上工业产值').first().waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await open('/report/2023')
    await page.keyboard.press('Tab')
    expect(
      await page.evaluate(
        () =>
          (globalThis as never as { document: { activeElement: { textContent: string } } }).document
            .activeElement.textContent,
      ),
    ).toMatch(/跳/)
  })

  it('reads it in English by a switch', async () => {
    await open('/report/2023')
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('link', { name: 'Indicators' }).first().waitFor()
    await page.reload()
    await page.getByRole('link', { name: 'Indicators' }).first().waitFor()
  })
})

/** What keeps people from using the page as it stands: rule and first element. */
async function barriers(page: Page, rules?: string[]): Promise<string[]> {
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate(
    (options) => (globalThis as never as { axe: typeof axe }).axe.run(options),
    { resultTypes: ['violations'], ...(rules && { runOnly: rules }) } as never,
  )
  return (violations as axe.Result[])
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}

describe('every page', () => {
  const pages = [
    '/',
    '/report/2023',
    '/report/2024',
    '/plan',
    '/offices',
    '/indicators',
    '/indicators/economy.gdp',
    '/economy',
    '/verify',
    '/records/economy/returns',
    '/help',
    '/wall',
  ]

  it.each(['/economy', '/plan', '/records/economy/returns'])(
    '%s offers nothing to press before the zone has answered, and then all with a name',
    async (path) => {
      const context = await browser.newContext({ locale: 'zh-CN' })
      let answer = () => {}
      const held = new Promise<void>((go) => {
        answer = go
      })
      await context.route('**/api/meta', async (route) => {
        await held
        await route.continue()
      })
      const early = await context.newPage()
      await early.goto(`${program.address}${path}`)
      const main = early.locator('main')
      await main.locator('.skeleton').waitFor()
      expect(await main.locator('button, select, input').count()).toBe(0)
      answer()
      await main.locator('h1').waitFor()
      expect(await barriers(early, ['button-name', 'link-name', 'label', 'select-name'])).toEqual([])
      await context.close()
    },
  )

  it.each(pages)('%s has no serious barrier and no error, wide and on a phone', async (path) => {
    for (const size of [
      { width: 1440, height: 900 },
      { width: 390, height: 844 },
    ]) {
      const errors: string[] = []
      await open(path, size, errors)
      await loaded(page)
      expect(await barriers(page)).toEqual([])
      const overflow = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = (
          globalThis as never as {
            document: { documentElement: { scrollWidth: number; clientWidth: number } }
          }
        ).document.documentElement
        return scrollWidth - clientWidth
      })
      expect([path, size.width, overflow]).toEqual([path, size.width, 0])
      expect(errors).toEqual([])
    }
  })
})

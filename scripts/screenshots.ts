/** `npm run screenshots`: the pictures of the READMEs, taken from the built program on a fresh demonstration zone. */
import { mkdir, rm } from 'node:fs/promises'
import { openBrowser } from '../test/e2e/browser.ts'
import { startProgram } from '../test/e2e/program.ts'

const SHOTS = [
  { name: 'report', path: '/report/2023', width: 1440, height: 900 },
  {
    name: 'figure',
    path: '/report/2023/figure/economy.industrial-output%3Agrowth%402023',
    width: 1440,
    height: 900,
  },
  { name: 'draft', path: '/report/2024', width: 1440, height: 900 },
  { name: 'plan', path: '/plan', width: 1440, height: 900 },
  { name: 'indicator', path: '/indicators/economy.industrial-output', width: 1440, height: 900 },
  { name: 'plan-phone', path: '/plan', width: 390, height: 844 },
  { name: 'enterprise', path: '/enterprise', width: 1440, height: 1100, person: 'enterprise-1' },
  { name: 'claims', path: '/policy/claims', width: 1440, height: 900, person: 'leader' },
  {
    name: 'case',
    path: '/cases',
    opens: 'main a[href^="/cases/"]',
    width: 1440,
    height: 1100,
    person: 'officer-city',
  },
  { name: 'desk', path: '/city/desk', width: 1440, height: 900, person: 'officer-city' },
  { name: 'city', path: '/city', width: 1440, height: 1100, person: 'leader' },
] as const

const folder = '.tmp-screenshots'
const [program, browser] = await Promise.all([startProgram({ GAOXIN_DATA: folder }), openBrowser()])
for (const language of ['zh', 'en'] as const) {
  await mkdir(`docs/pictures/${language}`, { recursive: true })
  for (const { name, path, width, height, ...as } of SHOTS) {
    const context = await browser.newContext({
      viewport: { width, height },
      locale: 'zh-CN',
      reducedMotion: 'reduce',
    })
    if ('person' in as)
      await context.request.post(`${program.address}/api/session`, { data: { person: as.person } })
    const page = await context.newPage()
    if (language === 'en') {
      await page.goto(`${program.address}/help`)
      await page.getByRole('button', { name: 'English' }).click()
    }
    await page.goto(`${program.address}${path}`)
    await page.locator('h1').first().waitFor()
    if ('opens' in as) {
      await page.locator(as.opens).first().click()
      await page.waitForURL((url) => url.pathname !== path)
    }
    await page.locator('[aria-busy="true"]').first().waitFor({ state: 'hidden' })
    // Charts draw after their data; a picture may wait for them.
    await page.waitForTimeout(1000)
    await page.screenshot({ path: `docs/pictures/${language}/${name}.png` })
    await context.close()
  }
}
await browser.close()
await program.stop()
await rm(folder, { recursive: true, force: true })

import { expect, it } from 'vitest'
import { testZone } from '../zone.ts'
import { onScreen, overflow } from './onScreen.ts'

const test = testZone()
const { as, at } = onScreen(test)

it('a stuck sensor is found in the list, seen in its chart, and judged by other rules by the office that keeps it', async () => {
  const page = await as('officer-construction')
  await page.goto(at('/series?state=doubted'))
  const row = page.getByRole('row', { name: /ZD-L01/ })
  await row.getByText('卡死').waitFor()
  await row.getByRole('link').click()
  await page.getByRole('heading', { name: /ZD-L01.*液位/ }).waitFor()
  // The chart says what it is made of: readings one by one for a day, roll-ups for a year.
  await page.getByText('逐条读数').waitFor()
  await page.getByRole('button', { name: '1 年' }).click()
  await page.getByText(/由 1 小时汇总/).waitFor()
  await page
    .getByRole('img', { name: /ZD-L01/ })
    .getByText('卡死')
    .waitFor()

  await page.getByRole('button', { name: '改规则' }).click()
  await page.getByLabel('多久不变算卡死（秒）').fill('86400000')
  await page.getByLabel('理由').fill('停用检修')
  await page.getByRole('dialog').getByRole('button', { name: '改规则' }).click()
  await page.getByText(/停用检修/).waitFor()
  await page.getByRole('button', { name: '重新判定已存读数' }).click()
  await page.getByText(/判定完毕，改了 [1-9][\d,]* 条/).waitFor()
  await page.getByText('这一段没有存疑的读数，也没有缺测。').waitFor()

  // Who keeps another office's devices reads it, and is offered neither.
  const other = await as('officer-finance', 390)
  await other.goto(at('/series/ZD-L01/drainage.level'))
  await other.getByRole('heading', { name: '判定规则' }).waitFor()
  expect(await other.getByRole('button', { name: '改规则' }).count()).toBe(0)
  expect(await overflow(other)).toBeLessThanOrEqual(0)
})

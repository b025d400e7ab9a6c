import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { startCase } from '../../kernel/flow/index.ts'
import { flowPeople, flowSystem } from '../flow.ts'
import { testZone } from '../zone.ts'
import { onScreen, overflow } from './onScreen.ts'

/** What people do with a task beyond doing it, through the browser, at desks and on a phone. */
const test = testZone({ systems: [flowSystem()] })
const { as: open, at } = onScreen(test)

async function as(person: string, path: string, width = 1440, live = true): Promise<Page> {
  const page = await open(person, width)
  if (!live) await page.route('**/api/events', (route) => route.abort())
  await page.goto(at(path))
  return page
}
const begin = (title: string) =>
  startCase(test.zone.context(flowPeople.find(({ id }) => id === 'officer-d')), {
    process: 'tests.grant',
    title,
  })
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const dialog = (page: Page) => page.getByRole('dialog')

it('a task is handed over, an opinion asked and given, more time asked and granted, urged, done, taken back and done again', async () => {
  const id = await begin('园区补助')
  const here = `/cases/${id}`
  const [a, b] = await Promise.all([as('officer-a', here), as('officer-b', '/notices', 390)])
  await b.getByText('没有通知').waitFor()
  await press(a, '签收')
  await press(a, '转办')
  await dialog(a).getByLabel('转办给').selectOption('乙')
  await dialog(a).getByRole('button', { name: '转办' }).click()
  await a.getByText('已转办').waitFor()

  // The other is told without asking, and goes there.
  await b.getByRole('link', { name: '1条未读通知' }).waitFor()
  expect(await overflow(b)).toBe(0)
  await b.getByRole('link', { name: '甲把“审核”转办给您' }).click()
  await b.getByText('经办人 乙').waitFor()
  await b.getByRole('link', { name: '通知', exact: true }).waitFor()

  // An opinion of another office, which finds it in its inbox.
  await press(b, '协办')
  await dialog(b).getByLabel('请谁协办').selectOption('单位：财政局')
  await dialog(b).getByLabel('协办事项').fill('资金从哪里出？')
  await dialog(b).getByRole('button', { name: '协办' }).click()
  await b.getByText('待提交').waitFor()
  await b.getByRole('button', { name: '提交', exact: true }).waitFor({ state: 'detached' })
  const c = await as('officer-c', '/inbox')
  await c.getByRole('heading', { name: '请我协办' }).waitFor()
  await c.getByRole('link', { name: '园区补助' }).click()
  await press(c, '提交意见')
  await dialog(c).getByLabel('意见').fill('专项资金列支')
  await dialog(c).getByRole('button', { name: '提交意见' }).click()
  await b.getByText('专项资金列支').first().waitFor()

  // More time: a limit that is none is refused at its field; another is shown before it is asked for.
  await press(b, '申请延期')
  await dialog(b).getByLabel('理由').fill('材料待补')
  await dialog(b).getByLabel('延期至').fill('2024-01-05')
  await dialog(b).getByRole('button', { name: '申请延期' }).click()
  await dialog(b).locator('.door-field .field-problem').getByText('时间要晚于现在').waitFor()
  await dialog(b).getByLabel('延期至').fill('2099-12-01')
  await dialog(b).getByText('获批后时限：2099年12月1日 17:00').waitFor()
  expect(await overflow(b)).toBe(0)
  await dialog(b).getByRole('button', { name: '申请延期' }).click()
  // Who decides is told, and decides in the inbox.
  const chief = await as('chief', '/notices', 390)
  await chief.getByRole('link', { name: '请审批' }).click()
  await chief.getByRole('link', { name: /^待我审批\s?1$/ }).waitFor()
  await chief.getByText(/申请延期至2099年12月1日 17:00$/).waitFor()
  expect(await overflow(chief)).toBe(0)
  await press(chief, '同意')
  await dialog(chief).getByLabel('审批意见').fill('情况属实')
  await dialog(chief).getByRole('button', { name: '同意' }).click()
  await chief.getByText('没有待您审批的申请').waitFor()
  await b.getByText(/^时限由.+改为2099年12月1日 17:00$/).waitFor()

  // Urged, which the bell shows beside what else came meanwhile.
  const supervisor = await as('supervisor', here)
  await press(supervisor, '催办')
  await dialog(supervisor).getByRole('button', { name: '催办' }).click()
  await supervisor.getByText('已催办').waitFor()
  await b.getByRole('link', { name: '3条未读通知' }).click()
  await b.getByRole('link', { name: /催办“审核”$/ }).waitFor()
  await b.getByText('请尽快办理 · 2099年12月1日 17:00前').waitFor()
  expect(await overflow(b)).toBe(0)
  await press(b, '全部标为已读')
  await b.getByRole('link', { name: '通知', exact: true }).waitFor()

  // Done, taken back by the toast, done again.
  await b.getByRole('link', { name: /催办“审核”$/ }).click()
  const send = async () => {
    await b.getByLabel('审核意见').fill('同意')
    await b.getByLabel('核定金额').fill('50')
    await press(b, '提交')
    await b.getByText('已提交，办件转到下一环节').waitFor()
  }
  await send()
  await b.locator('.toast').getByRole('button', { name: '撤回' }).click()
  await b.getByText('已撤回，这一步回到手上').waitFor()
  await send()
  await b.getByText('所处环节').waitFor()
  await c.getByRole('button', { name: '办结这一步' }).waitFor()
})

it('many are taken and handed over at once; of one that somebody else was quicker with it says so', async () => {
  const ids = [await begin('批量一'), await begin('批量二')]
  // One hears no live messages, as on a bad line.
  const a = await as('officer-a', '/inbox?tab=office', 1440, false)
  await a.getByLabel('选择“批量一”').check()
  await a.getByLabel('选择“批量二”').check()
  const b = await as('officer-b', `/cases/${ids[0]}`)
  await press(b, '签收')
  await b.getByText('经办人 乙').waitFor()
  await a.locator('.batch').getByRole('button', { name: '签收' }).click()
  await a.getByText('签收：1件办成').waitFor()
  await a.getByText('这件事已有人签收').waitFor()
})

import { expect, it } from 'vitest'
import { startCase } from '../../kernel/flow/index.ts'
import { flowPeople, flowSystem } from '../flow.ts'
import { testZone } from '../zone.ts'
import { onScreen, overflow } from './onScreen.ts'

/** One case through the browser, from the inbox to its end: two people reach for it at once, on a desk and on a phone. */
const test = testZone({ systems: [flowSystem()] })
const { as, at } = onScreen(test)
const begin = (title: string) =>
  startCase(test.zone.context(flowPeople.find(({ id }) => id === 'officer-d')), {
    process: 'tests.grant',
    title,
    subject: { record: 'tests.spots', id: 'spot' },
  })

it('a case goes from the inbox to its end; of two people on it at once the second sees that it was taken', async () => {
  const id = await begin('梅景路补助申请')
  const [a, b] = [await as('officer-a'), await as('officer-b', 390)]
  await a.goto(at('/inbox?tab=office'))
  await b.goto(at('/inbox?tab=office'))
  await a.getByRole('link', { name: '梅景路补助申请' }).waitFor()
  await b.getByText(/剩余\d天/).waitFor()
  expect(await overflow(b)).toBe(0)

  // Both open it; one takes it by the keyboard, the other is told without asking.
  await b.getByRole('link', { name: '梅景路补助申请' }).click()
  await b.getByLabel('审核意见').fill('我先看看')
  await a.keyboard.press('j')
  await a.keyboard.press('s')
  await a.getByText('本单位没有待签收的事').waitFor()
  await b.getByText('经办人 甲').waitFor()
  await b.getByRole('button', { name: '提交' }).first().waitFor({ state: 'detached' })
  await a.getByRole('link', { name: /^待办 ?1$/ }).click()
  await a.getByRole('link', { name: '梅景路补助申请' }).focus()
  await a.keyboard.press('Enter')
  await a.waitForURL(`**/cases/${id}`)

  // What the form lacks is said at the field, in Chinese; then the case goes on.
  await a.getByLabel('核定金额').fill('50')
  await a.getByRole('button', { name: '提交' }).click()
  await a.getByText('必须填写').waitFor()
  await a.getByLabel('审核意见').fill('同意')
  await a.locator('[data-element-id="check"].flow-now').waitFor()
  await a.getByRole('button', { name: '提交' }).click()
  await a.getByText('已提交，办件转到下一环节').waitFor()
  await a.locator('[data-element-id="pay"].flow-now').waitFor()
  await a.locator('[data-element-id="check"].flow-passed').waitFor()
  await a.getByText('办结“审核”').waitFor()

  const c = await as('officer-c', 390)
  await c.goto(at(`/cases/${id}`))
  await c.getByRole('link', { name: '梅景路 88 号' }).waitFor()
  await c.getByRole('button', { name: '办结这一步' }).click()
  await c.getByText('流程结束').waitFor()
  expect(await overflow(c)).toBe(0)
  // Who looks on sees the end too.
  await b.getByText('流程结束').waitFor()
  await a.goto(at('/inbox?tab=done'))
  await a.getByText('审核 · 办结').waitFor()
})

it('who answers second is told in words, and the page shows what is true', async () => {
  const id = await begin('两人同时')
  const [a, b] = [await as('officer-a'), await as('officer-b')]
  // The second hears no live messages, as on a bad line.
  await b.route('**/api/events', (route) => route.abort())
  await Promise.all([a.goto(at(`/cases/${id}`)), b.goto(at(`/cases/${id}`))])
  for (const page of [a, b]) {
    await page.getByLabel('审核意见').fill('同意')
    await page.getByLabel('核定金额').fill('8')
  }
  await a.getByRole('button', { name: '提交' }).click()
  await a.getByText('已提交').waitFor()
  await b.getByRole('button', { name: '提交' }).click()
  await b.getByText('这一步已经办结或撤销').waitFor()
  await b.getByText('待签收').first().waitFor()
  await b.locator('[data-element-id="pay"].flow-now').waitFor()
  await b.getByRole('button', { name: '提交' }).first().waitFor({ state: 'detached' })
})

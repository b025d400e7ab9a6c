import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { startCase } from '../../kernel/flow/index.ts'
import { flowPeople, flowSystem } from '../flow.ts'
import { testZone } from '../zone.ts'
import { onScreen, overflow } from './onScreen.ts'

/** The next version of a process through the browser: drawn, mended, published by a second person, and cases moved to it. */
const test = testZone({ systems: [flowSystem()] })
const { as, at } = onScreen(test)
const serious = async (page: Page) => {
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate<axe.AxeResults>(
    `axe.run({ exclude: [['.process-diagram'], ['.process-form-editor']] })`,
  )
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id)
}
const shot = async (page: Page, name: string) => {
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true })
}

it('a step is added and mended, a second person publishes, and running cases move to the new version', async () => {
  const officer = flowPeople.find(({ id }) => id === 'officer-d')
  await startCase(test.zone.context(officer), { process: 'tests.grant', title: '梅景路补助申请' })

  const page = await as('keeper')
  await page.goto(at('/processes'))
  await page.getByRole('link', { name: '测试流程' }).click()
  await page.locator('.flow-diagram[data-ready="true"]').waitFor()
  expect(await serious(page)).toEqual([])
  await shot(page, 'process')
  await page.getByRole('button', { name: '起草新版本' }).click()
  await page.getByLabel('修订说明').fill('拨付后复核')
  await page.getByRole('dialog').getByRole('button', { name: '起草新版本' }).click()
  await page.waitForURL('**/processes/tests.grant/2')

  // A new step after the payment is somebody's task at once; its words are Chinese.
  await page.locator('.process-editor .flow-diagram[data-ready="true"]').waitFor()
  await page.locator('[data-element-id="pay"]').click()
  await page.getByTitle('后接人工任务').click()
  await page.locator('.djs-direct-editing-content').waitFor()
  await page.keyboard.type('复核')
  await page.keyboard.press('Control+Enter')
  const properties = page.getByRole('region', { name: '属性' })
  await properties.getByLabel('办理单位').selectOption({ label: '财政局' })
  await properties.getByLabel('时限', { exact: true }).fill('3天')
  await shot(page, 'wrong')
  await page.getByRole('region', { name: '检查' }).getByText('的时限“3天”无法识别').waitFor()
  await page.locator('.flow-wrong').first().waitFor()
  expect(await page.getByRole('button', { name: '提交发布' }).isDisabled()).toBe(true)
  // Said elsewhere, the place is found by a press.
  await page.locator('[data-element-id="check"]').click()
  await page.getByRole('button', { name: '定位' }).first().click()
  await properties.getByLabel('时限', { exact: true }).fill('3WD')
  await properties.getByText(/^现在起算，到/).waitFor()
  await page.getByText('没有问题，可以运行').waitFor()
  await shot(page, 'mended')

  // A form of its own, by form-js in Chinese.
  await properties.getByRole('button', { name: '新建表单' }).click()
  await page.getByRole('tab', { name: '表单' }).click()
  const forms = page.getByLabel('表单', { exact: true })
  const key = (await forms.locator('option').last().textContent()) ?? ''
  await forms.selectOption(key)
  await page.getByText('拖入控件，搭建表单').waitFor()
  await shot(page, 'form')
  await page.locator('.fjs-palette-field[data-field-type="textarea"]').press('Enter')
  await page.locator('.fjs-form-container').getByLabel('多行文字').waitFor()
  await shot(page, 'form2')
  expect(await serious(page)).toEqual([])
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.getByRole('button', { name: '提交发布' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '提交发布' }).click()
  await page.getByText('须由没有参与起草的第二人发布').waitFor()
  expect(await page.getByRole('button', { name: '发布', exact: true }).count()).toBe(0)

  const leader = await as('leader')
  await leader.goto(at('/processes/tests.grant/2'))
  await leader.getByRole('button', { name: '发布', exact: true }).click()
  await leader.getByRole('dialog').getByRole('button', { name: '发布', exact: true }).click()
  await leader.getByText('已发布').first().waitFor()
  await leader.goto(at('/processes/tests.grant'))
  await leader.getByText('现行版本 · 第2版').waitFor()

  // What runs is tried on the new version first, then moved.
  await leader.getByRole('button', { name: '转换在办件' }).click()
  const dialog = leader.getByRole('dialog')
  await dialog.getByLabel('审核 新版本中的环节').waitFor()
  expect(await dialog.getByRole('button', { name: '转换', exact: true }).isDisabled()).toBe(true)
  await dialog.getByRole('button', { name: '试转' }).click()
  await dialog.getByText('1件都可以转换').waitFor()
  await shot(leader, 'move')
  expect(await serious(leader)).toEqual([])
  await dialog.getByLabel('事由').fill('按新版办理')
  await dialog.getByRole('button', { name: '转换', exact: true }).click()
  await dialog.getByText('已转换1件').waitFor()
})

it('on a phone a draft is looked at, and the page says where to edit it', async () => {
  const keeper = await as('keeper', 390)
  const { number } = await keeper
    .context()
    .request.post(at('/api/flow/processes/tests.grant/drafts'), { data: { like: 1, note: '试' } })
    .then((answer) => answer.json())
  await keeper.goto(at(`/processes/tests.grant/${number}`))
  await keeper.getByText('手机上只能查看').waitFor()
  await keeper.locator('.flow-diagram[data-ready="true"]').waitFor()
  expect(await keeper.locator('.djs-palette').count()).toBe(0)
  expect(await overflow(keeper)).toBe(0)
  await shot(keeper, 'phone')
  await keeper.goto(at('/processes/tests.grant'))
  await keeper.getByText('现行版本 · ').waitFor()
  expect(await overflow(keeper)).toBe(0)
  await shot(keeper, 'phone2')
})

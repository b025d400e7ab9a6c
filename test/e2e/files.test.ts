import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { png, withParts, xlsx } from '../../kernel/attachments/samples.fixture.ts'
import { openBrowser } from './browser.ts'
import { startProgram } from './program.ts'

/** Files of a reporting unit, sent and fetched in the browser. */
const folder = join(process.cwd(), `.tmp-test-files-${process.pid}`)
let program: Awaited<ReturnType<typeof startProgram>>
let browser: Browser
let page: Page

beforeAll(async () => {
  ;[program, browser] = await Promise.all([startProgram({ GAOXIN_DATA: folder }), openBrowser()])
  const answer = await fetch(`${program.address}/api/records/economy/units?limit=1`)
  const { rows } = (await answer.json()) as { rows: { id: string }[] }
  const context = await browser.newContext({ locale: 'zh-CN' })
  await context.request.post(`${program.address}/api/session`, { data: { person: 'statistician' } })
  page = await context.newPage()
  await page.goto(`${program.address}/records/economy/units/${encodeURIComponent(rows[0]!.id)}`)
})
afterAll(async () => {
  await browser?.close()
  await program?.stop()
  await rm(folder, { recursive: true, force: true })
})

const files = () => page.locator('section.files')
const choose = (name: string, buffer: Buffer) =>
  files().locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer })

it('a picture is sent, shown and comes back as it was', async () => {
  await choose('现场照片.png', png)
  const link = files().getByRole('link', { name: '现场照片.png' })
  await link.waitFor()
  await files().getByRole('button', { name: '预览' }).click()
  await files()
    .locator('.file-image')
    .evaluate((image) => (image as unknown as { decode: () => Promise<void> }).decode())
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
  expect(download.suggestedFilename()).toBe('现场照片.png')
  expect((await readFile(await download.path())).equals(png)).toBe(true)
})

it('macros are refused with the way out', async () => {
  await choose('报表.xlsx', await withParts(await xlsx(), { 'xl/vbaProject.bin': 'VBA' }))
  await files().getByRole('alert').getByText('另存为不含宏').waitFor()
  expect(await files().getByRole('link').count()).toBe(1)
})

it('a file is removed once that is confirmed', async () => {
  await files().getByRole('button', { name: '删除' }).click()
  await files().getByRole('button', { name: '确认删除' }).click()
  await files().getByText('还没有附件').waitFor()
})

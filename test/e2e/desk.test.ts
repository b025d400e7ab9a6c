import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { testZone } from '../zone.ts'
import { onScreen, overflow } from './onScreen.ts'

/** The dispatchers' desk: one works it by keyboard alone, two work from one queue at the same time. */
const test = testZone()
const { as, at } = onScreen(test)

interface Stood {
  readonly id: string
  readonly state: string
  readonly class: string | null
  readonly unit: string | null
  readonly why: string | null
  readonly into: string | null
}
const stands = async (number: string): Promise<Stood> => {
  const { rows } =
    await sql<Stood>`select r.id, r.state, r.class, r.unit, r.why, m.number as "into" from city.reports r
    left join city.reports m on m.id = r.merged_into where r.number = ${number}`.execute(test.zone.store.db)
  return rows[0] as Stood
}
const becomes = (number: string, what: Partial<Stood>) =>
  expect.poll(() => stands(number)).toMatchObject(what)

const title = (page: Page) => page.locator('.desk-case h2 a')
const inWork = async (page: Page) => (await title(page).textContent()) as string
const waits = (page: Page) => page.locator('.desk-queue li')

async function openDesk(page: Page): Promise<string> {
  await page.goto(at('/city/desk'))
  await title(page).waitFor()
  return inWork(page)
}

/** Presses a key, and waits until another one is in work. */
async function next(page: Page, key: string): Promise<string> {
  const before = await inWork(page)
  await page.keyboard.press(key)
  await expect.poll(() => inWork(page)).not.toBe(before)
  return inWork(page)
}

/** The paths of the API that a page asks for from now on, but the stream of live messages. */
function asked(page: Page): string[] {
  const paths: string[] = []
  page.on('request', (request) => {
    const path = new URL(request.url()).pathname
    if (/^\/api\/(?!events)/.test(path)) paths.push(path)
  })
  return paths
}

/** Goes on by j until one fits, from the top. */
async function to(page: Page, fits: (page: Page) => Promise<boolean>): Promise<string> {
  const many = await waits(page).count()
  for (let i = 0; i < many; i++) await page.keyboard.press('k')
  for (let i = 0; i < many; i++) {
    await page.locator('.desk-advice').waitFor()
    if (await fits(page)) return inWork(page)
    if (i + 1 < many) await next(page, 'j')
  }
  throw new Error('none of the queue fits')
}
const toFile = async (page: Page) =>
  (await page.locator('.desk-queue [aria-current]').textContent())?.includes('待立案') ?? false

it('a dispatcher works from a desk by keyboard: sends, takes back, looks up, merges and refuses', async () => {
  const page = await as('officer-city')
  const requests = asked(page)
  await openDesk(page)
  expect(await overflow(page)).toBe(0)
  expect(await page.evaluate('document.documentElement.scrollHeight - innerHeight')).toBe(0)

  // What a camera saw as well is merged into what a resident told.
  const seen = await to(page, (desk) => desk.locator('.desk-same').isVisible())
  const same = (await page.locator('.desk-same li b').first().textContent()) as string
  await next(page, 'm')
  await becomes(seen, { state: 'merged', into: same })

  const first = await to(page, async () => true)
  const many = await waits(page).count()

  // Enter files and sends to whom the suggestion names; until it has left it can be taken back.
  const chosen = page.locator('.desk-choices [aria-pressed="true"] b')
  await chosen.nth(1).waitFor()
  const named = (await chosen.last().textContent()) as string
  const second = await next(page, 'Enter')
  await page.getByRole('status').getByText(first).waitFor()
  await page.keyboard.press('u')
  await page.getByText('已撤回').waitFor()
  expect(await inWork(page)).toBe(first)
  expect(['accepting', 'dispatching']).toContain((await stands(first)).state)
  expect(await next(page, 'Enter')).toBe(second)
  requests.length = 0
  const third = await next(page, 'Enter')
  const fourth = await next(page, 'Enter')
  await next(page, 'Enter')
  for (const number of [first, second, third, fourth]) await becomes(number, { state: 'handling' })
  const { rows } = await sql<{ name: string }>`select o.name from access.offices o
    join city.reports r on r.unit = o.id where r.number = ${first}`.execute(test.zone.store.db)
  expect(rows).toEqual([{ name: named }])
  await expect.poll(() => waits(page).count()).toBe(many - 4)
  await page.getByText('今日已派 4').waitFor()
  // A case costs its own, the decision and the count of the inbox: the queue is not asked for after one's own acts.
  expect(requests.length).toBeLessThanOrEqual(4 * 3)
  expect(requests).not.toContain('/api/city/desk/queue')

  // A class is looked up by the initials of its pinyin.
  const looked = await to(page, toFile)
  await page.keyboard.press('/')
  await page.keyboard.type('bllj')
  await page.keyboard.press('Enter')
  await page.locator('.desk-choices [aria-pressed="true"] b', { hasText: /^暴露垃圾$/ }).waitFor()
  await page.locator('.desk-choices [aria-pressed="true"] b').nth(1).waitFor()
  await next(page, 'Enter')
  await becomes(looked, { state: 'handling', class: 'city-event-0102' })

  const refused = await to(page, toFile)
  await page.keyboard.press('x')
  await page.getByText('现场核实未发现').waitFor()
  await next(page, '1')
  await becomes(refused, { state: 'void', why: '现场核实未发现' })
})

/** A collector tells of three things without a photo, which then may not be filed. */
async function tellThree(): Promise<readonly string[]> {
  const { rows } = await sql<{
    longitude: number
    latitude: number
  }>`select place[0] as longitude, place[1] as latitude
    from city.reports where grid like '330212004%' limit 1`.execute(test.zone.store.db)
  const collector = await as('grid-worker')
  const numbers: string[] = []
  for (const description of ['没有拍照的甲', '没有拍照的乙', '没有拍照的丙']) {
    const data = { channel: 'collector', class: 'city-event-0102', description, place: rows[0] }
    const told = await collector.request.post(at('/api/city/reports'), { data })
    numbers.push(((await told.json()) as { number: string }).number)
  }
  return numbers
}

it('of two at one desk the second is told in words who was quicker, and what the program refuses', async () => {
  const numbers = await tellThree()
  const [a, b] = [await as('officer-city'), await as('dispatcher')]
  const first = await openDesk(a)
  expect(await openDesk(b)).toBe(first)

  // Live: whoever looks at what a colleague has just decided is told.
  const [byOne, byOther] = [asked(a), asked(b)]
  const second = await next(a, 'Enter')
  await next(a, 'Enter')
  await b.getByText('这件已由他人先办').waitFor()
  expect(await inWork(b)).toBe(first)
  await b.keyboard.press('j')
  await becomes(second, { state: 'handling' })
  await expect.poll(async () => (await waits(a).count()) === (await waits(b).count())).toBe(true)
  // Two cases cost both desks together 18 requests as measured; who looks on asks for the queue once a decision.
  expect(byOne.length + byOther.length).toBeLessThanOrEqual(2 * 12)
  const queue = (paths: readonly string[]) => paths.filter((path) => path === '/api/city/desk/queue').length
  expect(queue(byOne)).toBe(0)
  expect(queue(byOther)).toBeLessThanOrEqual(2)

  // On a bad line: the second hears of nothing, and is refused.
  const c = await as('dispatcher')
  await c.route('**/api/events', (route) => route.abort())
  const third = await openDesk(c)
  expect(await inWork(a)).toBe(third)
  await c.locator('.desk-choices [aria-pressed="true"]').nth(1).waitFor()
  await next(a, 'Enter')
  await becomes(third, { state: 'handling' })
  const left = await waits(c).count()
  await next(c, 'Enter')
  const alert = c.getByRole('alert')
  await alert.getByText(/执法局 经办人/).waitFor()
  await alert.getByText(third).waitFor()
  await expect.poll(() => waits(c).count()).toBeLessThan(left)

  // One that a colleague has taken from the inbox is told to be in their hands.
  const { rows: listed } = (await (await c.request.get(at('/api/city/desk/queue'))).json()) as {
    rows: readonly { id: string; number: string }[]
  }
  const now = await inWork(c)
  const place = listed.findIndex(({ number }) => number === now)
  const { id, number: held } = listed[place + 2] as (typeof listed)[number]
  const { rows: tasks } = await sql<{
    of: string
    token: number
  }>`select t.case_id as of, t.token from flow.tasks t
    join flow.cases c on c.id = t.case_id where c.row_id = ${id}`.execute(test.zone.store.db)
  const [task] = tasks as [(typeof tasks)[number]]
  const taken = await a.request.post(at(`/api/flow/cases/${task.of}/tasks/${task.token}/take`), { data: {} })
  expect(taken.status()).toBe(200)
  await next(c, 'j')
  expect(await next(c, 'j')).toBe(held)
  await c.getByText(/已在同事手里：.*执法局 经办人/).waitFor()

  // What may not be filed is refused in words, and stays.
  const [, , number] = numbers
  expect(await to(b, async (desk) => (await inWork(desk)) === number)).toBe(number)
  await b.keyboard.press('Enter')
  await b
    .getByRole('alert')
    .getByText(number as string)
    .waitFor()
  await b.getByRole('alert').getByText('照片').waitFor()
  expect(await stands(number as string)).toMatchObject({ state: 'accepting' })
})

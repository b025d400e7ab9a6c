// biome-ignore-all lint/suspicious/noExplicitAny: answers were checked by their schemas; tests read them freely
import { describe, expect, it } from 'vitest'
import type { Actor } from '../../kernel/access/actor.ts'
import { testZone } from '../../test/zone.ts'
import plan from './index.ts'

const home = testZone()
const SUPERVISOR: Actor = { id: 's', name: '督查室张', role: 'supervisor', office: 'office' }
const LEADER: Actor = { id: 'l', name: '分管领导A', role: 'leader', office: 'committee' }
const officer = (office: string): Actor => ({
  id: `o-${office}`,
  name: `${office}经办`,
  role: 'officer',
  office,
})

/** Calls a route as the server would: input and output go through their schemas. */
async function call(
  method: string,
  path: string,
  input: object,
  actor: Actor = SUPERVISOR,
  body?: Buffer,
): Promise<any> {
  const route = plan.routes!.find((each) => each.method === method && each.path === path)!
  const bytes =
    body &&
    (async function* () {
      yield body
    })()
  const answer = await route.handle(home.zone.context(actor), route.input.parse(input), bytes)
  if (!('contentType' in route.output)) route.output.parse(answer)
  return answer
}
const detail = (id: string) => call('GET', '/granules/:id', { id })
const find = async (light: string) =>
  (await call('GET', '/ledger', { year: '2024', list: 'work', light })).rows

describe('the ledger of the demonstration', () => {
  it('has every light, and every rule of the table', async () => {
    const { counts, rows, total } = await call('GET', '/ledger', { year: '2024' })
    for (const light of ['done', 'red', 'yellow', 'green']) expect(counts[light]).toBeGreaterThan(0)
    expect(new Set(rows.map(({ rule }: { rule: number }) => rule))).toEqual(new Set([1, 2, 3, 4, 5, 6, 7]))
    expect(rows).toHaveLength(total)
  })

  it('filters by office, list and words, and counts before the light', async () => {
    const all = await call('GET', '/ledger', { year: '2024', office: 'science' })
    const red = await call('GET', '/ledger', { year: '2024', office: 'science', light: 'red' })
    expect(red.counts).toEqual(all.counts)
    expect(red.total).toBe(all.counts.red)
    const found = await call('GET', '/ledger', { search: '概念验证' })
    expect(found.rows).toHaveLength(1)
    expect(found.rows[0].office.id).toBe('science')
  })

  it('computes the 43 livelihood projects of 2023 from closed rows', async () => {
    const figure = await home.zone
      .context()
      .figures.figure({ indicator: 'plan.livelihood-projects', aspect: 'level', period: '2023' })
    expect(figure).toMatchObject({ value: '43', status: 'computed' })
  })

  it('shows where in the report a task stands', async () => {
    const [row] = (await call('GET', '/ledger', { search: '概念验证' })).rows
    const { report, granule } = await detail(row.id)
    expect(report.end - report.start).toBe(granule.text.length)
    expect(report.before.length).toBeGreaterThan(0)
  })
})

describe('a task from progress to closing', () => {
  it('is reported, evidenced, applied for and closed, each step on record', async () => {
    const row = (await find('green')).find(
      (each: any) => each.status === 'active' && each.evidence === 0 && each.lastMonth === '2024-10',
    )
    const lead = officer(row.office.id)
    const report = { id: row.id, month: '2024-11', actual: 100, words: '全部完成' }
    await expect(call('POST', '/granules/:id/progress', report, officer('tax'))).rejects.toThrow(
      'PLAN_NOT_LEAD_OFFICE',
    )
    await call('POST', '/granules/:id/progress', report, lead)
    await expect(
      call('POST', '/granules/:id/transition', { id: row.id, action: 'apply' }, lead),
    ).rejects.toThrow('PLAN_NO_EVIDENCE')
    const bytes = Buffer.from('验收意见')
    for (const name of ['验收.txt', '验收（盖章）.txt'])
      await call('POST', '/granules/:id/evidence', { id: row.id, name, note: '两份' }, lead, bytes)
    const filed = (await detail(row.id)).evidence
    expect(filed).toMatchObject([
      {
        name: '验收.txt',
        note: '两份',
        files: [{ name: '验收.txt', size: bytes.length, type: { en: 'Plain text' } }],
      },
      { name: '验收（盖章）.txt', files: [{ sha256: filed[0].files[0].sha256 }] },
    ])
    await call('POST', '/granules/:id/transition', { id: row.id, action: 'apply' }, lead)
    await expect(
      call('POST', '/granules/:id/transition', { id: row.id, action: 'close' }, lead),
    ).rejects.toThrow('PLAN_ROLE')
    await call('POST', '/granules/:id/transition', { id: row.id, action: 'close' })
    const { granule, history } = await detail(row.id)
    expect(granule).toMatchObject({ status: 'closed', light: 'done', closedOn: '2024-11-15', actual: 100 })
    expect(history.slice(-2).map(({ after }: { after: string }) => after)).toEqual(['applied', 'closed'])
    await expect(
      call('POST', '/granules/:id/change', { id: row.id, dueOn: '2024-12-30', reason: 'x' }, LEADER),
    ).rejects.toThrow('PLAN_ENDED')
  })

  it('refuses a month to come and overwriting what was verified', async () => {
    const [row] = (await find('yellow')).filter((each: any) => each.lastMonth === '2024-10')
    const lead = officer(row.office.id)
    const report = { id: row.id, actual: 90, words: '推进' }
    await expect(
      call('POST', '/granules/:id/progress', { ...report, month: '2024-12' }, lead),
    ).rejects.toThrow('PLAN_MONTH')
    const { version } = (await detail(row.id)).progress.find((each: any) => each.month === '2024-09')
    await call('POST', '/granules/:id/verify', {
      id: row.id,
      month: '2024-09',
      version,
      verified: 'verified',
    })
    await expect(
      call('POST', '/granules/:id/progress', { ...report, month: '2024-09' }, lead),
    ).rejects.toThrow('PLAN_VERIFIED')
  })

  it.each([
    ['a program', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0]), 'ATTACHMENT_TYPE'],
    ['an empty file', Buffer.alloc(0), 'ATTACHMENT_EMPTY'],
    ['21 MB', Buffer.alloc(21 * 1024 * 1024, 0x61), 'ATTACHMENT_TOO_LARGE'],
  ])('refuses %s as evidence', async (_, bytes, code) => {
    const [row] = await find('green')
    const input = { id: row.id, name: '材料' }
    await expect(call('POST', '/granules/:id/evidence', input, SUPERVISOR, bytes)).rejects.toThrow(code)
    expect((await detail(row.id)).evidence).toHaveLength(row.evidence)
  })
})

describe('supervision', () => {
  it('numbers letters through the year, gives working days, takes one answer', async () => {
    const [row] = await find('red')
    const { id } = await call('POST', '/granules/:id/letters', { id: row.id, colour: 'red', reason: '逾期' })
    const before = (await detail(row.id)).letters.find((letter: any) => letter.id === id)
    expect(before).toMatchObject({ answerDueOn: '2024-11-20', state: 'open' })
    const second = await call('POST', '/granules/:id/letters', { id: row.id, colour: 'blue', reason: '提醒' })
    const after = (await detail(row.id)).letters.find((letter: any) => letter.id === second.id)
    const number = (letter: { number: string }) => Number(/〕(\d+)号/.exec(letter.number)?.[1])
    expect(number(after)).toBe(number(before) + 1)
    const lead = officer(row.office.id)
    await call('POST', '/letters/:id/answer', { id, answer: '已整改' }, lead)
    await expect(call('POST', '/letters/:id/answer', { id, answer: '又答' }, lead)).rejects.toThrow(
      'PLAN_LETTER',
    )
  })

  it('keeps the old value of a changed date, which only a leader changes', async () => {
    const [row] = (await find('red')).filter((each: any) => each.rule === 2)
    const input = { id: row.id, dueOn: '2024-12-20', reason: '审批后延期' }
    await expect(call('POST', '/granules/:id/change', { ...input, approvedBy: '分管领导' })).rejects.toThrow(
      'PLAN_ROLE',
    )
    await call('POST', '/granules/:id/change', { ...input, document: '高新管〔2024〕31号' }, LEADER)
    const { granule, history } = await detail(row.id)
    expect(granule.dueOn).toBe('2024-12-20')
    expect(history.at(-1)).toMatchObject({
      field: 'due_on',
      before: row.dueOn,
      after: '2024-12-20',
      approvedBy: LEADER.name,
      document: '高新管〔2024〕31号',
    })
  })

  it('sets a light by hand with a reason, beside the one of the table', async () => {
    const [row] = await find('green')
    await call('POST', '/granules/:id/change', {
      id: row.id,
      light: 'yellow',
      reason: '现场督查发现质量问题',
    })
    const { granule } = await detail(row.id)
    expect(granule).toMatchObject({ light: 'yellow', computedLight: 'green', overridden: true })
    expect(granule.because[0].zh).toContain('现场督查')
  })

  it('scores every office that leads something', async () => {
    const { rows } = await call('GET', '/offices/scores', {})
    expect(rows.length).toBeGreaterThan(8)
    for (const { total } of rows) expect(total).toBeLessThanOrEqual(100)
  })
})

describe('reports', () => {
  it('verifies the seed report: nothing that is computed differs', async () => {
    const { score, rows } = await call('GET', '/verify', {})
    expect(score.figures.different).toBe(0)
    expect(score.figures.equal).toBeGreaterThan(20)
    expect(rows.find((row: any) => row.text === '43项')).toMatchObject({ verdict: 'equal', rows: 43 })
  })

  it('writes 2023 from the ledger and drafts 2024 with forecasts and broken claims', async () => {
    const own = await call('GET', '/report/:period', { period: '2023' })
    expect(own.counts).toMatchObject({ forecast: 0, missing: 0, broken: 0 })
    const next = await call('GET', '/report/:period', { period: '2024' })
    expect(next.title).toContain('2024年工作总结')
    expect(next.forecast).toBe(true)
    expect(next.counts.forecast).toBeGreaterThan(10)
    await expect(call('GET', '/report/:period', { period: '2024-10' })).rejects.toThrow('PLAN_PERIOD')
  })

  it('makes the monthly bulletin as Word and Excel', async () => {
    for (const format of ['docx', 'xlsx']) {
      const { body, fileName } = await call('GET', `/bulletin/:month/${format}`, { month: '2024-10' })
      expect(fileName).toBe(`关于2024年10月重点工作推进情况的督查通报.${format}`)
      expect(Buffer.from(body).subarray(0, 2).toString()).toBe('PK')
    }
    await expect(call('GET', '/bulletin/:month/docx', { month: '2024-12' })).rejects.toThrow('PLAN_MONTH')
  })
})

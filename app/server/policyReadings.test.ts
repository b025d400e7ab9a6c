// biome-ignore-all lint/suspicious/noExplicitAny: answers were checked by their schemas; tests read them freely
import { Document, Packer, Paragraph } from 'docx'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chinesePdf, scannedPdf } from '../../engines/report/source/testFiles.ts'
import { encodeGb18030 } from '../../systems/policy/redemption/bank/gb18030.ts'
import { testZone } from '../../test/zone.ts'
import { COOKIE } from './actors.ts'
import { createServer } from './server.ts'

/** A policy paper from the file to drafts of granules, in the hands of its own office alone. */
const test = testZone()
let server: FastifyInstance
beforeAll(async () => {
  server = await createServer(test.zone)
})
afterAll(() => server.close())

const SCIENCE = 'officer-science'
const call = (person: string, method: 'GET' | 'POST', path: string, payload?: object | Buffer) =>
  server.inject({
    method,
    url: `/api/policy${path}`,
    headers: {
      cookie: `${COOKIE}=${person}`,
      ...(Buffer.isBuffer(payload) ? { 'content-type': 'application/octet-stream' } : {}),
    },
    ...(payload ? { payload } : {}),
  })
const ask = async (...asked: Parameters<typeof call>): Promise<any> => (await call(...asked)).json()
const bring = (bytes: Buffer, name: string, person = SCIENCE) =>
  ask(person, 'POST', `/readings?name=${encodeURIComponent(name)}`, bytes)
const counted = async () => {
  const { rows } = await sql<{ n: string }>`select concat_ws(' ', (select count(*) from policy.documents),
    (select count(*) from policy.clauses), (select count(*) from policy.granules),
    (select count(*) from policy.criteria)) as n`.execute(test.zone.store.db)
  return rows[0]!.n
}

const LINES = [
  '鼓励企业加大研发的若干措施',
  '第一条 为鼓励研发，制定本措施。',
  '第二条【研发补助】企业年度研发费用达到200万元的，按研发费用的5%给予补助，最高100万元。',
  '第三条 对单项研发平台，给予不超过建设费用20%的支持。',
  '第四条 对“小巨人”企业，给予30万元奖励。',
  '第五条 本措施自2025年1月1日起施行。',
]
const word = () =>
  Packer.toBuffer(new Document({ sections: [{ children: LINES.map((line) => new Paragraph(line)) }] }))

const PDF_TITLE = '鼓励企业加大研发的若干规定'
/** As a page has them: the title in the middle, every clause indented by two of the 28 characters of a line. */
function pdfOfLines(): Buffer {
  const broken = LINES.slice(1).flatMap((line) => [
    { left: 112, text: line.slice(0, 26) },
    ...(line.length > 26 ? [{ left: 80, text: line.slice(26) }] : []),
  ])
  return Buffer.from(
    chinesePdf(
      [{ left: 190, text: PDF_TITLE }, ...broken].map(({ left, text }) => ({
        left,
        hex: Buffer.from(encodeGb18030(text) ?? []).toString('hex'),
      })),
    ),
  )
}

describe('a paper', () => {
  it('in Word is found, corrected, confirmed once, and its granules are drafts', async () => {
    const { id } = await bring(Buffer.from(await word()), '措施.docx')
    const found = await ask(SCIENCE, 'GET', `/readings/${id}`)
    expect(found).toMatchObject({
      state: 'read',
      head: { title: LINES[0], issuer: null, from: '2025-01-01', to: null },
    })
    expect(
      found.findings.map(({ number, state, proposal: { amount } }: any) => [number, state, amount]),
    ).toEqual([
      ['第一条', 'dropped', ''],
      ['第二条', 'open', '研发费用 * 5 / 100'],
      ['第三条', 'open', ''],
      ['第四条', 'open', '30'],
      ['第五条', 'dropped', ''],
    ])
    const [, research, platform, giant] = found.findings
    expect(giant.missing).toContain('test 1')
    const file = await call(SCIENCE, 'GET', `/readings/${id}/file`)
    expect(file.rawPayload.subarray(0, 2).toString()).toBe('PK')

    const before = await counted()
    const confirm = () => ask(SCIENCE, 'POST', `/readings/${id}/confirm`, {})
    expect(await confirm()).toMatchObject({ code: 'POLICY_PAPER_HEAD' })
    await ask(SCIENCE, 'POST', `/readings/${id}/head`, { head: { issuer: '示范区管委会' } })
    expect(await confirm()).toMatchObject({ code: 'POLICY_PAPER_OPEN', value: 3 })
    const decide = (finding: any, body: object) =>
      ask(SCIENCE, 'POST', `/readings/${id}/findings/${finding.id}`, body)
    await decide(research, { state: 'taken', proposal: { pot: 'policy-pot-2024-science', cap_item: '80' } })
    await decide(platform, { state: 'dropped' })
    await decide(giant, { state: 'taken' })
    expect(await decide({ id: 'elsewhere' }, { state: 'taken' })).toMatchObject({ code: 'RECORD_NOT_FOUND' })
    expect(await counted()).toBe(before)

    const [first, second] = await Promise.all([confirm(), confirm()])
    expect(first).toEqual(second)
    const after = await counted()
    expect(await confirm()).toEqual(first)
    expect(await counted()).toBe(after)
    expect(await decide(giant, { state: 'dropped' })).toMatchObject({ code: 'POLICY_PAPER_CLOSED' })

    const library = await ask(SCIENCE, 'GET', `/library?document=${first.document}`)
    expect(library.granules.map(({ state, clause }: any) => [state, clause.number])).toEqual([
      ['draft', '第二条'],
      ['draft', '第四条'],
    ])
    const confirmed = await ask(SCIENCE, 'GET', `/readings/${id}`)
    const whole = await ask(SCIENCE, 'GET', `/granules/${confirmed.findings[1].granule}`)
    expect(whole).toMatchObject({
      text: LINES[2]!.replace('第二条', ''),
      criteria: [{ says: '企业年度研发费用达到200万元', operand: '研发费用', test: '>= 200', unit: '万元' }],
      words: {
        amount: '研发费用 * 5 / 100',
        cap_item: '80',
        pot: 'policy-pot-2024-science',
        from: '2025-01-01',
        standing: 'toCheck',
      },
      check: { sound: true },
    })
    // What is left in words cannot be published.
    const unsound = await call(SCIENCE, 'POST', `/granules/${confirmed.findings[3].granule}/submit`, {})
    expect(unsound.json()).toMatchObject({ code: 'GRANULE_UNSOUND' })
  })

  it('in PDF is read clause by clause, however its lines are broken, and what is taken from it is a draft', async () => {
    const { id } = await bring(pdfOfLines(), '措施.pdf')
    const found = await ask(SCIENCE, 'GET', `/readings/${id}`)
    expect(found).toMatchObject({ state: 'read', head: { title: PDF_TITLE, from: '2025-01-01' } })
    expect(
      found.findings.map(({ number, state, proposal: { amount } }: any) => [number, state, amount]),
    ).toEqual([
      ['第一条', 'dropped', ''],
      ['第二条', 'open', '研发费用 * 5 / 100'],
      ['第三条', 'open', ''],
      ['第四条', 'open', '30'],
      ['第五条', 'dropped', ''],
    ])
    await ask(SCIENCE, 'POST', `/readings/${id}/head`, { head: { issuer: '示范区管委会' } })
    for (const { id: finding, number } of found.findings)
      await ask(SCIENCE, 'POST', `/readings/${id}/findings/${finding}`, {
        state: number === '第二条' ? 'taken' : 'dropped',
      })
    const { document } = await ask(SCIENCE, 'POST', `/readings/${id}/confirm`, {})
    const { granules } = await ask(SCIENCE, 'GET', `/library?document=${document}`)
    expect(granules.map(({ state, clause }: any) => [state, clause.number])).toEqual([['draft', '第二条']])
    // The sentence that was broken over two lines of the page is one again.
    const { findings } = await ask(SCIENCE, 'GET', `/readings/${id}`)
    expect(await ask(SCIENCE, 'GET', `/granules/${findings[1].granule}`)).toMatchObject({
      text: LINES[2]!.replace('第二条', ''),
      criteria: [{ operand: '研发费用', test: '>= 200', unit: '万元' }],
    })
    const file = await call(SCIENCE, 'GET', `/readings/${id}/file`)
    expect(file.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
  })

  it('in plain text may be discarded, and then is no more changed', async () => {
    const { id } = await bring(Buffer.from(LINES.join('\n').replaceAll('措施', '办法')), '办法.txt')
    const before = await counted()
    await ask(SCIENCE, 'POST', `/readings/${id}/discard`, {})
    expect(await ask(SCIENCE, 'POST', `/readings/${id}/confirm`, {})).toMatchObject({
      code: 'POLICY_PAPER_CLOSED',
    })
    expect(await counted()).toBe(before)
    const listed = await ask(SCIENCE, 'GET', '/readings')
    expect(listed.find((row: any) => row.id === id)).toMatchObject({ state: 'discarded', clauses: 5 })
  })

  it('whose name and day of force are there already enters nothing', async () => {
    const { id } = await bring(Buffer.from(await word()), '再传.docx')
    await ask(SCIENCE, 'POST', `/readings/${id}/head`, { head: { issuer: '示范区管委会' } })
    const { findings } = await ask(SCIENCE, 'GET', `/readings/${id}`)
    for (const finding of findings)
      await ask(SCIENCE, 'POST', `/readings/${id}/findings/${finding.id}`, { state: 'dropped' })
    const before = await counted()
    expect(await ask(SCIENCE, 'POST', `/readings/${id}/confirm`, {})).toMatchObject({ code: 'RECORD_EXISTS' })
    expect(await counted()).toBe(before)
  })
})

it.each<[string, () => Buffer, string]>([
  ['a scan', () => Buffer.from(scannedPdf()), 'REPORT_SCANNED_PDF'],
  ['an old Word file', () => Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'REPORT_OLD_DOC'],
  ['a text without clauses', () => Buffer.from('只有一段话。'), 'POLICY_PAPER_CLAUSES'],
  ['what is too long', () => Buffer.from('第一条 长。'.repeat(50_000)), 'PAPER_SIZE'],
])('%s is refused, by what it is', async (_, bytes, code) => {
  expect(await bring(bytes(), '文件.docx')).toMatchObject({ code })
})

it('only officers bring papers, and another office learns of none', async () => {
  const { id } = await bring(Buffer.from(LINES.join('\n')), '本单位.txt')
  for (const person of ['leader', 'grid-worker', 'nobody'])
    for (const [method, path] of [
      ['GET', '/readings'],
      ['GET', `/readings/${id}`],
      ['GET', `/readings/${id}/file`],
      ['POST', `/readings/${id}/confirm`],
    ] as const)
      expect([
        path,
        (await call(person, method, path, method === 'POST' ? {} : undefined)).statusCode,
      ]).toEqual([path, 403])
  const other = 'officer-economy'
  expect((await ask(other, 'GET', '/readings')).map((row: any) => row.id)).not.toContain(id)
  for (const path of [`/readings/${id}`, `/readings/${id}/file`])
    expect((await call(other, 'GET', path)).statusCode).toBe(404)
  for (const path of ['head', 'confirm', 'discard'])
    expect((await call(other, 'POST', `/readings/${id}/${path}`, { head: {} })).statusCode).toBe(404)
})

import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { csv, workbook } from '../../../kernel/store/exchange/exchange.fixture.ts'
import { imports, readTable } from '../../../kernel/store/exchange/index.ts'
import { listRows, writeSettings } from '../../../kernel/store/index.ts'
import { testZone } from '../../../test/zone.ts'
import { COOKIE } from '../actors.ts'
import { createServer } from '../server.ts'
import { beginAttempt } from './attempts.ts'

const test = testZone()
let server: FastifyInstance
let folder: string
const kept = process.env.TMPDIR
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gaoxin-test-'))
  process.env.TMPDIR = folder
  server = await createServer(test.zone)
})
afterAll(async () => {
  await server.close()
  expect(await readdir(folder)).toEqual([])
  if (kept === undefined) delete process.env.TMPDIR
  else process.env.TMPDIR = kept
  await rm(folder, { recursive: true })
})

type Method = 'GET' | 'POST' | 'DELETE'
const ask = (
  url: string,
  {
    as = 'statistician',
    method = 'GET' as Method,
    body,
  }: { as?: string; method?: Method; body?: object } = {},
) =>
  server.inject({
    method,
    url: `/api${url}`,
    headers: { cookie: `${COOKIE}=${as}` },
    ...(body ? { payload: body } : {}),
  })
const bring = (
  file: Buffer,
  { as = 'statistician', to = 'economy/units', name = 'units.xlsx', on = server } = {},
) =>
  on.inject({
    method: 'POST',
    url: `/api/exchange/${to}/imports?name=${encodeURIComponent(name)}`,
    headers: { cookie: `${COOKIE}=${as}`, 'content-type': 'application/octet-stream' },
    payload: file,
  })
/** Asks until the work is over, as a page does. */
async function settled(id: string) {
  for (;;) {
    const job = (await ask(`/imports/${id}`)).json()
    if (job.state !== 'checking' && job.state !== 'writing') return job
  }
}
const step = async (id: string, what: 'check' | 'write', body: object) => {
  const answer = await ask(`/imports/${id}/${what}`, { method: 'POST', body })
  return answer.statusCode === 200 ? settled(id) : answer.json()
}
const files = async () =>
  (await Promise.all((await readdir(folder)).map((one) => readdir(join(folder, one))))).flat()

const HEADER = ['单位代码', '名称', '类别', '行业门类', '所在街道', '纳统月份']
const unit = (code: string, street = '梅墟街道') => [
  code,
  `企业${code}`,
  '规上工业',
  '制造业',
  street,
  '2024-01',
]

describe('an import', () => {
  it('goes from the file over the check to the write, and can be found again at every step', async () => {
    const street = await firstStreet()
    const file = await workbook([HEADER, unit('T1', street), unit('T2', street), unit('T3', '无此街道')])
    const brought = (await bring(file, { name: '新单位.xlsx' })).json()
    expect(brought).toMatchObject({
      state: 'brought',
      record: 'economy.units',
      file: { name: '新单位.xlsx' },
    })
    expect(brought.file.hash).toMatch(/^[0-9a-f]{64}$/)
    expect(brought.sheets[0].columns[0]).toEqual({
      header: '单位代码',
      column: 'code',
      sureness: 'same',
      refused: false,
      kept: false,
      sample: ['T1', 'T2', 'T3'],
    })
    const checked = await step(brought.id, 'check', { chosen: {} })
    expect(checked).toMatchObject({ state: 'checked', badCells: 1, problem: null })
    expect(checked.counts).toEqual({
      total: 3,
      new: 2,
      changed: 0,
      unchanged: 0,
      badRows: 1,
      linked: 0,
      joined: 0,
    })
    const bad = (await ask(`/imports/${brought.id}/bad?limit=1`)).json()
    expect(bad).toMatchObject({
      total: 1,
      rows: [{ row: 4, cell: 'E4', column: 'street', value: '无此街道' }],
    })
    const marked = await ask(`/imports/${brought.id}/marked`)
    const listed = []
    for await (const row of readTable(marked.rawPayload)) if (row.sheet === '问题清单') listed.push(row.cells)
    expect(listed[1]?.slice(2, 4)).toEqual(['所在街道', '无此街道'])
    const english = await ask(`/imports/${brought.id}/marked?language=en`)
    expect(decodeURIComponent(`${english.headers['content-disposition']}`)).toContain('(marked).xlsx')
    const sheets = new Set<string>()
    for await (const { sheet } of readTable(english.rawPayload)) sheets.add(sheet)
    expect(sheets).toContain('Problems found')

    const refused = await step(brought.id, 'write', { why: '新增单位' })
    expect(refused).toMatchObject({ state: 'checked', problem: { code: 'IMPORT_BAD_ROWS' } })
    expect(await found('T1')).toEqual([])
    const done = await step(brought.id, 'write', { why: '新增单位', acceptRest: true })
    expect(done).toMatchObject({ state: 'done', counts: { new: 2 }, written: { why: '新增单位' } })
    const filter = encodeURIComponent(`${done.written.at}..${done.written.at}`)
    const came = (await ask(`/records/economy/units?filter[recorded_at]=${filter}`)).json()
    expect(came.rows.map(({ code }: { code: string }) => code).sort()).toEqual(['T1', 'T2'])
    const [version] = (await ask(`/records/economy/units/${came.rows[0].id}/history`)).json()
    expect(version).toMatchObject({ actor: 'statistician', why: `新增单位〔导入 ${brought.id}〕` })
    expect((await ask(`/records/exchange/imports/${brought.id}`)).json()).toMatchObject({
      file_name: '新单位.xlsx',
      file_hash: brought.file.hash,
      state: 'done',
      added: 2,
      bad: 1,
      why: '新增单位',
      person: 'statistician',
    })
    expect(
      (await ask(`/imports/${brought.id}/write`, { method: 'POST', body: { why: '再来' } })).json(),
    ).toMatchObject({
      code: 'IMPORT_DONE',
    })

    const again = (await bring(file)).json()
    expect((await step(again.id, 'check', { chosen: {} })).counts).toMatchObject({ new: 0, unchanged: 2 })
    await ask(`/imports/${again.id}`, { method: 'DELETE' })
    expect((await ask(`/imports/${again.id}`)).json()).toMatchObject({ code: 'IMPORT_GONE' })
  })

  it('takes the columns that the person says, and tells what goes wrong as a problem of the job', async () => {
    const [{ id }] = [(await bring(csv('序,名称', 'T1,改'))).json()]
    expect(await step(id, 'check', { chosen: {} })).toMatchObject({
      state: 'brought',
      problem: { code: 'IMPORT_NO_KEY' },
    })
    expect(await step(id, 'write', { why: '未核对' })).toMatchObject({ code: 'IMPORT_UNCHECKED' })
    expect(await step(id, 'check', { chosen: { 序: 'code' } })).toMatchObject({ counts: { changed: 1 } })
    await ask(`/imports/${id}`, { method: 'DELETE' })
  })

  it('reads GB18030, and a file whose headers nothing names', async () => {
    const gb = Buffer.from('b5a5cebbb4fac2eb2cc3fbb3c60d0a54312cb8dfd0c2c7f80d0a', 'hex')
    const { id, sheets } = (await bring(gb, { name: 'a.csv' })).json()
    expect(
      sheets[0].columns.map(({ header, sample }: { header: string; sample: string[] }) => [
        header,
        ...sample,
      ]),
    ).toEqual([
      ['单位代码', 'T1'],
      ['名称', '高新区'],
    ])
    const strange = (await bring(csv('x,y', 'T1,1'))).json()
    expect(strange.sheets[0].columns.map(({ column }: { column: string }) => column)).toEqual([null, null])
    for (const one of [id, strange.id]) await ask(`/imports/${one}`, { method: 'DELETE' })
  })

  it('refuses what it cannot read or is too large, and leaves no file behind', async () => {
    const before = await files()
    const old = Buffer.from('d0cf11e0a1b11ae1', 'hex')
    expect((await bring(old)).json()).toMatchObject({ code: 'IMPORT_OLD_XLS', status: 415 })
    expect((await ask('/exchange/limits')).json()).toMatchObject({ megabytes: 100, files: 3 })
    await writeSettings(test.zone.store.db, { 'import.megabytes': '1' })
    expect((await ask('/exchange/limits')).json()).toMatchObject({ megabytes: 1 })
    const large = await bring(Buffer.alloc(1024 ** 2 + 1, 'a'))
    expect(large.json()).toMatchObject({ code: 'IMPORT_TOO_LARGE', status: 413 })
    await writeSettings(test.zone.store.db, { 'import.megabytes': '100' })
    expect(await files()).toEqual(before)
  })

  it('keeps three files of a person, the newest', async () => {
    const ids: string[] = []
    for (const code of ['A', 'B', 'C', 'D'])
      ids.push((await bring(csv('单位代码,名称', `${code},x`))).json().id)
    const mine = (await ask('/imports')).json().map(({ id }: { id: string }) => id)
    expect(mine).toEqual(ids.slice(1))
    expect((await files()).sort()).toEqual([...ids.slice(1)].sort())
  })

  it('of many rows can be stopped; then nothing was written, and the record says so', async () => {
    const street = await firstStreet()
    const lines = Array.from({ length: 20_000 }, (_, i) => unit(`S${i}`, street).join(','))
    const { id } = (await bring(csv(HEADER.join(','), ...lines))).json()
    expect(await step(id, 'check', { chosen: {} })).toMatchObject({ counts: { new: 20_000 } })
    await ask(`/imports/${id}/write`, { method: 'POST', body: { why: '大批' } })
    const busy = await ask(`/imports/${id}/check`, { method: 'POST', body: { chosen: {} } })
    expect(busy.json()).toMatchObject({ code: 'IMPORT_BUSY' })
    const stopped = (await ask(`/imports/${id}/cancel`, { method: 'POST', body: {} })).json()
    expect(stopped).toMatchObject({ state: 'checked', problem: { code: 'IMPORT_CANCELLED' } })
    expect(await found('S1')).toEqual([])
  })

  it('that was cut short with its program says so', async () => {
    const { id } = (await bring(csv('单位代码,名称', 'T1,x'))).json()
    const other = await createServer(test.zone)
    const get = (one: string) =>
      other.inject({ url: `/api/imports/${one}`, headers: { cookie: `${COOKIE}=statistician` } })
    expect((await get(id)).json()).toMatchObject({ code: 'IMPORT_GONE', status: 404 })
    const statistician = {
      id: 'statistician',
      name: '统计员',
      role: 'statistician',
      office: 'statistics',
    } as const
    const attempt = {
      record: 'economy.units',
      record_name: '统计单位',
      file_name: 'a.csv',
      file_size: 1,
      why: '试',
    }
    await beginAttempt(test.zone.context(statistician), { ...attempt, id: 'cut-short', file_hash: '0' })
    expect((await get('cut-short')).json()).toMatchObject({
      state: 'interrupted',
      held: false,
      written: null,
    })
    await beginAttempt(test.zone.context(statistician), { ...attempt, id: 'cut-too', file_hash: '0' })
    await other.close()
    await (await createServer(test.zone)).close()
    const { rows } = await listRows(test.zone.store.db, imports, {
      filter: { id: 'cut-too' },
      offset: 0,
      limit: 1,
    })
    expect(rows[0]).toMatchObject({ state: 'interrupted' })
  })
})

describe('who may not', () => {
  it('learns nothing of records, and nothing of the files of others', async () => {
    const refusal = (await bring(csv('a', 'b'), { to: 'economy/nothing' })).json()
    expect(refusal.status).toBe(403)
    for (const as of ['officer-finance', 'leader', 'supervisor', 'nobody'])
      expect((await bring(csv('a', 'b'), { as })).json()).toEqual(refusal)
    for (const to of ['access/accounts', 'economy/nothing', 'figures/peers'])
      expect((await bring(csv('a', 'b'), { to })).json()).toEqual(refusal)
    for (const as of ['officer-finance', 'supervisor'])
      expect((await ask('/exchange/economy/units/template', { as })).json()).toEqual(refusal)
    expect((await ask('/exchange/economy/units/export', { as: 'officer-finance' })).json()).toEqual(refusal)
    expect((await ask('/exchange/access/accounts/export')).json()).toEqual(refusal)
    const { id } = (await bring(csv('单位代码,名称', 'T1,x'))).json()
    const routes: readonly [Method, string, object?][] = [
      ['GET', ''],
      ['GET', '/bad'],
      ['GET', '/marked'],
      ['POST', '/check', { chosen: {} }],
      ['POST', '/write', { why: 'x' }],
      ['POST', '/cancel', {}],
      ['DELETE', ''],
    ]
    for (const [method, path, body] of routes) {
      const of = (one: string) =>
        ask(`/imports/${one}${path}`, { as: 'supervisor', method, ...(body ? { body } : {}) })
      expect({ ...(await of(id)).json(), value: '' }).toEqual({ ...(await of('no-such')).json(), value: '' })
      expect((await of(id)).statusCode).toBe(404)
    }
    expect((await ask('/imports', { as: 'supervisor' })).json()).toEqual([])
    expect((await ask('/records/exchange/imports', { as: 'officer-finance' })).json().total).toBe(0)
    expect((await ask('/records/exchange/imports', { as: 'supervisor' })).json().total).toBeGreaterThan(0)
  })
})

describe('templates and exports', () => {
  it('a template comes in both formats and languages', async () => {
    const zh = await ask('/exchange/economy/units/template')
    expect(zh.headers['content-disposition']).toContain(encodeURIComponent('统计单位 模板.xlsx'))
    const en = await ask('/exchange/economy/units/template?format=csv&language=en')
    expect(en.payload).toContain('Code,Name,Unified social credit code,Kind,Sector')
  })

  it('an export shows what the list shows, and is entered with its rows', async () => {
    const [some] = (await ask('/records/economy/units?filter[kind]=industrial&limit=1')).json().rows
    const query = `filter[kind]=industrial&sort=-code&q=${encodeURIComponent(some.name.slice(0, 3))}`
    const list = (await ask(`/records/economy/units?${query}&limit=500`)).json()
    expect(list.total).toBeGreaterThan(0)
    for (const format of ['csv', 'xlsx']) {
      const answer = await ask(`/exchange/economy/units/export?${query}&format=${format}&columns=code,name`)
      const rows = []
      for await (const { cells } of readTable(answer.rawPayload)) rows.push(cells)
      expect(rows).toEqual([
        ['单位代码', '名称'],
        ...list.rows.map(({ code, name }: { code: string; name: string }) => [code, name]),
      ])
    }
    const noted = (await ask('/records/exchange/exports?sort=-started_at&limit=1')).json()
    expect(noted.rows[0]).toMatchObject({
      record: 'economy.units',
      person: 'statistician',
      state: 'done',
      rows: list.total,
    })
  })

  it('a question that the database refuses is answered as a problem, not by half a file', async () => {
    const answer = await ask('/exchange/economy/returns/export?filter[filed_on]=..never')
    expect(answer.json()).toMatchObject({ code: 'REQUEST_VALUE', status: 422 })
  })
})

const found = async (code: string) =>
  (await ask(`/records/economy/units?filter[code]=${code}`)).json().rows as object[]
async function firstStreet(): Promise<string> {
  const { offices } = (await ask('/meta')).json() as { offices: { id: string; name: string }[] }
  const [row] = (await ask('/records/economy/units?limit=1')).json().rows as { street: string }[]
  return offices.find(({ id }) => id === row?.street)!.name
}

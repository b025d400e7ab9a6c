import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { pdf, png, withParts, xlsx } from '../../kernel/attachments/samples.fixture.ts'
import { testZone } from '../../test/zone.ts'
import { COOKIE } from './actors.ts'
import { createServer } from './server.ts'

/** Units are read by statisticians, supervisors and leaders, and changed by statisticians. */
const test = testZone()
let server: FastifyInstance
let base = ''
beforeAll(async () => {
  server = await createServer(test.zone)
  const { rows } = (await server.inject('/api/records/economy/units?limit=1')).json()
  base = `/api/records/economy/units/${encodeURIComponent(rows[0].id)}/files`
})
afterAll(() => server.close())

type Ask = { method?: 'GET' | 'POST' | 'DELETE'; payload?: Buffer; headers?: Record<string, string> }
const ask = (who: string, url: string, { headers, ...rest }: Ask = {}) =>
  server.inject({ url, ...rest, headers: { cookie: `${COOKIE}=${who}`, ...headers } })
const send = (who: string, payload: Buffer, name: string, to = base) =>
  ask(who, `${to}?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    payload,
    headers: { 'content-type': 'application/x-anything' },
  })

it('a file is added, listed, handed out as it was, and removed by whoever may change the row', async () => {
  const added = await send('statistician', png, '现场 照片.exe')
  expect(added.json()).toMatchObject({ name: '现场 照片.exe', size: png.length, preview: 'image' })
  const { id } = added.json()
  const list = (await ask('leader', base)).json()
  expect(list).toMatchObject({ mayChange: false, files: [{ id, addedBy: '统计中心 统计员' }] })
  const file = await ask('leader', `${base}/${id}`)
  expect(file.rawPayload.equals(png)).toBe(true)
  expect((await ask('leader', `${base}/${id}`, { method: 'DELETE' })).statusCode).toBe(403)
  expect((await ask('statistician', `${base}/${id}`, { method: 'DELETE' })).statusCode).toBe(200)
  expect((await ask('leader', `${base}/${id}`)).json().code).toBe('ATTACHMENT_NOT_FOUND')
})

it('a file never runs: it comes as a download or, told so, as a picture or paper in a sandbox', async () => {
  const page = (await send('statistician', Buffer.from('<script>alert(1)</script>'), 'a.html')).json()
  const paper = (await send('statistician', pdf(), 'a.pdf')).json()
  const headers = async (id: string, query: string) => (await ask('leader', `${base}/${id}${query}`)).headers
  for (const query of ['', '?inline=1']) {
    expect(await headers(page.id, query)).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': expect.stringMatching(/^attachment;/),
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringMatching(/default-src 'none'.*sandbox/),
    })
  }
  expect((await headers(paper.id, ''))['content-disposition']).toMatch(/^attachment;/)
  expect(await headers(paper.id, '?inline=1')).toMatchObject({
    'content-disposition': expect.stringMatching(/^inline;/),
    'content-security-policy': expect.stringMatching(/sandbox/),
  })
})

it('who may not read the row learns nothing: the same 403, file or not, row or not', async () => {
  const { id } = (await send('statistician', png, 'a.png')).json()
  const nowhere = base.replace(/units\/.*\/files/, 'units/no-such-row/files')
  const there = await ask('officer-finance', `${base}/${id}`)
  expect(there.statusCode).toBe(403)
  for (const url of [
    base,
    `${base}/none`,
    nowhere,
    '/api/records/no/such/1/files',
    '/api/records/attachments/files/1/files',
  ])
    expect((await ask('officer-finance', url)).json()).toEqual(there.json())
  for (const to of [base, nowhere])
    expect((await send('officer-finance', png, 'a.png', to)).json()).toEqual(there.json())
})

it('who reads but does not change adds nothing; a file is found under its own row only', async () => {
  expect((await send('leader', png, 'a.png')).statusCode).toBe(403)
  const { id } = (await send('statistician', png, 'b.png')).json()
  const { rows } = (await server.inject('/api/records/economy/units?limit=2')).json()
  const other = `/api/records/economy/units/${encodeURIComponent(rows[1].id)}/files`
  expect((await ask('statistician', `${other}/${id}`)).json().code).toBe('ATTACHMENT_NOT_FOUND')
  expect((await ask('statistician', `${other}/${id}`, { method: 'DELETE' })).statusCode).toBe(404)
})

it('macros are refused with the way out, and a page elsewhere sends nothing', async () => {
  const bad = await withParts(await xlsx(), { 'xl/vbaProject.bin': 'VBA' })
  expect((await send('statistician', bad, '报表.xlsx')).json()).toMatchObject({
    status: 422,
    code: 'ATTACHMENT_MACROS',
    remedy: { zh: expect.stringContaining('另存为') },
  })
  const forged = await ask('statistician', `${base}?name=a.png`, {
    method: 'POST',
    payload: png,
    headers: { origin: 'https://elsewhere.example', 'content-type': 'image/png' },
  })
  expect(forged.statusCode).toBe(403)
})

import { createHash } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import Open311 from 'open311'
import { type SaxesAttributeNS, SaxesParser } from 'saxes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeSettings } from '../../kernel/store/index.ts'
import { SETTING } from '../../systems/city/open311/settings.ts'
import { withoutPersons } from '../../systems/city/open311/withoutPersons.ts'
import { act } from '../../systems/city/report/acts.ts'
import { testZone } from '../../test/zone.ts'
import { createServer } from './server.ts'

const test = testZone()
const BASE = '/api/city/open311/v2'
let server: FastifyInstance
let origin = ''
beforeAll(async () => {
  server = await createServer(test.zone)
  await server.listen({ port: 0, host: '127.0.0.1' })
  origin = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`
})
afterAll(() => server.close())

const set = (settings: object) => writeSettings(test.zone.store.db, { [SETTING]: JSON.stringify(settings) })
const get = (path: string) => server.inject(`${BASE}${path}`)
const post = (form: string, format = 'json') =>
  server.inject({
    method: 'POST',
    url: `${BASE}/requests.${format}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
    payload: form,
  })
const here = 'lat=29.9&long=121.51'
const parts = (answer: { statusCode: number; body: string }) => [answer.statusCode, JSON.parse(answer.body)]

/** A client from the registry, as its makers wrote it. */
type Answered = readonly Record<string, unknown>[]
function client(more: object = {}) {
  const made = new Open311({ endpoint: `${origin}${BASE}/`, apiKey: 'k-123', format: 'json', ...more })
  return (method: string, ...given: unknown[]) =>
    new Promise<Answered>((answered, failed) => {
      made[method]?.(...given, (error: unknown, data: Answered) =>
        error ? failed(new Error(`${error}: ${data}`)) : answered(data),
      )
    })
}

/** Reads XML strictly: text of leaves, lists of what has the same name twice or is a list by its name. */
function parsed(xml: string): { root: string; value: unknown } {
  type Node = { name: string; text: string; children: Node[] }
  const stack: Node[] = [{ name: '', text: '', children: [] }]
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.on(
    'opentag',
    ({ name, attributes }: { name: string; attributes: Record<string, SaxesAttributeNS> }) => {
      expect(Object.keys(attributes)).toEqual([])
      const node = { name, text: '', children: [] }
      stack.at(-1)?.children.push(node)
      stack.push(node)
    },
  )
  parser.on('text', (text) => {
    ;(stack.at(-1) as Node).text += text
  })
  parser.on('closetag', () => void stack.pop())
  parser.write(xml).close()
  const contentOf = ({ name, text, children }: Node): unknown => {
    if (/^(services|attributes|values|service_requests|errors|endpoints|formats)$/.test(name))
      return children.map(contentOf)
    if (children.length > 0)
      return Object.fromEntries(children.map((child) => [child.name, contentOf(child)]))
    return text
  }
  const [root] = (stack[0] as Node).children as [Node]
  return { root: root.name, value: contentOf(root) }
}
/** What XML can tell of a JSON value. */
const asXml = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(asXml)
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, asXml(one)]))
  return value === null ? '' : String(value)
}

describe('a client from the registry', () => {
  it('finds the endpoint, reads services and one definition, posts, and follows its request to the close', async () => {
    await set({
      keys: [{ name: 'app', digest: createHash('sha256').update('k-123').digest('hex') }],
      keyRequired: true,
    })
    const ask = client({ discovery: `${origin}/api/city/open311/discovery.json` })
    expect(await ask('serviceDiscovery', { cache: true })).toMatchObject({
      endpoints: [{ url: `${origin}${BASE}`, type: 'production', formats: ['text/xml', 'application/json'] }],
    })
    const services = await ask('serviceList')
    expect(services).toContainEqual(
      expect.objectContaining({ service_code: 'event-0102', metadata: true, type: 'realtime' }),
    )
    expect(services.some(({ service_code }) => service_code === 'event-01')).toBe(false)
    const definition = (await ask('serviceDefinition', 'event-0102')) as unknown as { attributes: Answered }
    expect(definition.attributes.map(({ code, order }) => [code, order])).toEqual([
      ['severity', 1],
      ['since', 2],
    ])
    const [posted] = await ask('submitRequest', {
      service_code: 'event-0102',
      lat: 29.9,
      long: 121.51,
      description: '路边有垃圾 & <纸箱>，我的电话 13800001234',
      address_string: '江南路 1 号',
      first_name: '三',
      last_name: '张',
      phone: '13800001234',
      email: 'zhang@example.com',
      attributes: { severity: 'urgent' },
    })
    const id = posted?.service_request_id as string
    expect(id).toMatch(/^CG\d{13}$/)
    expect(posted?.token).toBeUndefined()
    expect(await ask('serviceRequest', id)).toEqual([
      {
        service_request_id: id,
        status: 'open',
        status_notes: '待核实',
        service_name: '暴露垃圾',
        service_code: 'event-0102',
        description: '路边有垃圾 & <纸箱>，我的电话 ***\n您看有多严重：紧急',
        agency_responsible: null,
        service_notice: '将派人到现场核实',
        requested_datetime: expect.any(Date),
        updated_datetime: expect.any(Date),
        expected_datetime: null,
        address: '江南路 1 号',
        lat: 29.9,
        long: 121.51,
        media_url: null,
      },
    ])

    const { rows } = await sql<{ id: string; all: string; severity: string; channel: string }>`
      update city.reports r set synthetic = true where number = ${id}
      returning id, r::text as all, severity, channel`.execute(test.zone.store.db)
    expect(rows[0]).toMatchObject({ severity: 'normal', channel: 'citizen' })
    expect(rows[0]?.all).not.toContain('zhang@example.com')
    const as = (role: 'officer' | 'gridWorker', office: string) =>
      test.zone.context({ id: `${role}-${office}`, name: office, role, office, grid: '330212004' })
    const report = rows[0]?.id as string
    await act(as('gridWorker', 'meixu'), report, 'verify', { found: true })
    await act(as('officer', 'city'), report, 'accept', { filing: 'file' })
    await act(as('officer', 'city'), report, 'dispatch', { office: 'meixu' })
    const [under] = await ask('serviceRequests', [id])
    expect(under).toMatchObject({ status: 'open', status_notes: '处置中', agency_responsible: '梅墟街道' })
    expect(under?.expected_datetime).toBeInstanceOf(Date)
    await act(as('officer', 'meixu'), report, 'handle', { outcome: 'done' })
    await act(as('gridWorker', 'meixu'), report, 'check', { pass: true })
    const closed = await ask('serviceRequests', { status: 'closed', service_code: 'event-0102' })
    expect(closed.find((one) => one.service_request_id === id)).toMatchObject({ status_notes: '已结案' })
    expect(JSON.stringify(closed)).not.toMatch(/张三|13800001234|zhang/)

    await expect(
      client({ apiKey: 'other' })('submitRequest', { service_code: 'event-0102', lat: 29.9, long: 121.51 }),
    ).rejects.toThrow('403')
    await expect(ask('serviceDefinition', 'nothing')).rejects.toThrow('404')
  })

  it('that is answered with a token asks for the id later', async () => {
    await set({ batch: true })
    const ask = client()
    expect((await ask('serviceList'))[0]).toMatchObject({ type: 'batch' })
    const [posted] = await ask('submitRequest', { service_code: 'event-0102', lat: 29.9, long: 121.51 })
    const token = posted?.token as string
    expect(posted).not.toHaveProperty('service_request_id')
    expect(await ask('token', token)).toEqual([{ token }])
    await set({})
    const number = token.split('-')[0]
    expect(await ask('token', token)).toEqual([{ service_request_id: number, token }])
    await expect(ask('token', `${number}-AAAA`)).rejects.toThrow('404')
  })
})

describe('both formats', () => {
  it.each([
    ['/services', 'services'],
    ['/services/part-0101', 'service_definition'],
    ['/requests', 'service_requests'],
    ['/requests/nothing', 'errors'],
    ['/discovery', 'discovery'],
  ])('say the same at %s', async (path, root) => {
    await set({})
    const [xml, json] = [await get(`${path}.xml`), await get(`${path}.json`)]
    expect(xml.statusCode).toBe(json.statusCode)
    expect(xml.headers['content-type']).toBe('text/xml; charset=utf-8')
    expect(json.headers['content-type']).toBe('application/json; charset=utf-8')
    expect(xml.body).toMatch(/^<\?xml version="1.0" encoding="utf-8"\?>\n/)
    const found = parsed(xml.body)
    expect(found.root).toBe(root)
    expect(found.value).toEqual(asXml(JSON.parse(json.body)))
    if (root !== 'errors') expect(found.value).not.toEqual([])
  })

  it('keep signs and lines of any description', async () => {
    await set({})
    const description = 'a<b> & "c" \']]>\n第二行\r\n😀'
    const [{ service_request_id: id }] = JSON.parse(
      (
        await post(
          `service_code=event-0102&${here}&description=${encodeURIComponent(`${description}\u0001`)}`,
        )
      ).body,
    )
    const { value } = parsed((await get(`/requests/${id}.xml`)).body)
    expect((value as Answered)[0]?.description).toBe(description)
  })
})

describe('requests', () => {
  const ids = (body: string) =>
    (JSON.parse(body) as { service_request_id: string }[]).map((one) => one.service_request_id)

  it('are those of residents, of the newest 90 days unless dates say otherwise', async () => {
    await set({})
    const find = async (query: string) => JSON.parse((await get(`/requests.json?${query}`)).body) as Answered
    const newest = await find('')
    expect(newest.length).toBeGreaterThan(10)
    const times = newest.map((one) => Date.parse(one.requested_datetime as string))
    expect(times).toEqual(times.toSorted((a, b) => b - a))
    expect(times.at(-1)).toBeGreaterThanOrEqual(Date.parse('2024-08-16T00:00:00+08:00'))
    expect(newest[0]?.requested_datetime).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/)
    const { rows } = await sql<{
      number: string
      channel: string
    }>`select number, channel from city.reports`.execute(test.zone.store.db)
    const channel = new Map(rows.map((row) => [row.number, row.channel]))
    expect(new Set(newest.map((one) => channel.get(one.service_request_id as string)))).toEqual(
      new Set(['citizen']),
    )
    const hidden = rows.find((row) => row.channel === 'collector')?.number
    expect((await get(`/requests/${hidden}.json`)).statusCode).toBe(404)
    expect(
      await find(`service_request_id=${hidden},${newest[0]?.service_request_id}&status=nothing`),
    ).toHaveLength(1)

    const span = 'start_date=2024-03-01T00:00:00Z&end_date=2024-04-01T00:00:00%2B08:00'
    const march = await find(span)
    expect(march.every((one) => /^2024-03/.test(one.requested_datetime as string))).toBe(true)
    const [open, closed] = [await find(`${span}&status=open`), await find(`${span}&status=closed`)]
    expect(open.length + closed.length).toBe(march.length)
    expect(closed.length).toBeGreaterThan(0)
    const code = march[0]?.service_code as string
    const [one, other] = [
      await find(`${span}&service_code=${code}`),
      await find(`${span}&service_code=${code},none`),
    ]
    expect(one).toEqual(other)
    expect(one).toEqual(march.filter((each) => each.service_code === code))
    await set({ published: ['citizen', 'collector'] })
    expect(ids((await get(`/requests/${hidden}.json`)).body)).toEqual([hidden])
  })

  it.each([
    ['/requests.json?start_date=2024-01-01', 400, 'start_date'],
    ['/requests.json?start_date=2024-01-01T00:00:00Z&end_date=2024-06-01T00:00:00Z', 400, '90'],
    ['/requests.json?status=done', 400, 'status'],
    ['/requests.json?jurisdiction_id=elsewhere.gov', 404, 'jurisdiction_id'],
    ['/services/event-01.json', 404, 'service_code'],
    ['/services.yaml', 404, 'xml'],
    ['/tokens/none.json', 404, 'token'],
  ])('%s is refused: %i', async (path, status, word) => {
    await set({ jurisdiction: 'zone.gov' })
    const answer = await get(path)
    expect(answer.statusCode).toBe(status)
    if (path.includes('.json'))
      expect(JSON.parse(answer.body)).toEqual([{ code: status, description: expect.stringContaining(word) }])
    else
      expect(parsed(answer.body)).toMatchObject({
        root: 'errors',
        value: [{ description: expect.stringContaining(word) }],
      })
  })
})

describe('posting', () => {
  it.each([
    ['', 400, 'service_code'],
    [`service_code=event-9999&${here}`, 404, 'service_code'],
    ['service_code=event-0102', 400, 'lat'],
    ['service_code=event-0102&lat=29.9', 400, 'long'],
    ['service_code=event-0102&lat=1e1&long=121', 400, 'long'],
    [`service_code=event-0102&${here}&attribute[severity]=none`, 400, 'attribute[severity]'],
    [
      `service_code=event-0102&${here}&attribute[severity]=normal&attribute[severity]=urgent`,
      400,
      'attribute',
    ],
    [`service_code=event-0102&${here}&attribute[asset]=12`, 400, 'attribute[asset]'],
    [`service_code=part-0101&${here}&attribute[since]=yesterday`, 400, 'attribute[since]'],
    [`service_code=event-0102&${here}&media_url=file:///etc/passwd`, 400, 'media_url'],
    [`service_code=event-0102&${here}&phone=12`, 400, 'phone'],
    [`service_code=event-0102&${here}&description=${'长'.repeat(4001)}`, 400, 'description'],
  ])('%s is refused: %i', async (form, status, word) => {
    await set({})
    const [found, body] = parts(await post(form))
    expect([found, body]).toEqual([
      status,
      [{ code: expect.any(Number), description: expect.stringContaining(word) }],
    ])
    expect(parsed((await post(form, 'xml')).body).root).toBe('errors')
  })

  it('takes an empty argument as none, an address without a place, and no other kind of body', async () => {
    await set({})
    const taken = await post(
      'service_code=part-0101&lat=&long=&address_string=%E6%B1%9F%E5%8D%97%E8%B7%AF&api_key=any&attribute[asset]=A-12',
    )
    expect(taken.statusCode).toBe(200)
    const [{ service_request_id: id }] = JSON.parse(taken.body)
    const [found] = JSON.parse((await get(`/requests/${id}.json`)).body)
    expect(found).toMatchObject({
      lat: null,
      address: '江南路',
      description: expect.stringContaining('A-12'),
    })
    const json = await server.inject({
      method: 'POST',
      url: `${BASE}/requests.json`,
      payload: { service_code: 'event-0102' },
    })
    expect(parts(json)).toEqual([400, [{ code: 415, description: expect.any(String) }]])
  })

  it('needs a key where the zone says so', async () => {
    await set({ keyRequired: true })
    expect((await post(`service_code=event-0102&${here}`)).statusCode).toBe(403)
    expect((await post(`service_code=event-0102&${here}&api_key=x`)).statusCode).toBe(403)
  })
})

it('words that lead to a person are taken out of what is public', () => {
  expect(
    withoutPersons(
      '找张三 138-0000-1234 或 +8613800001234、0574-87654321，身份证 33020419900101123X，a.b@c.cn',
    ),
  ).toBe('找张三 *** 或 ***、***，身份证 ***，***')
  expect(withoutPersons('2024年 11 月 15 日，路灯 330212004001002 不亮')).toBe(
    '2024年 11 月 15 日，路灯 330212004001002 不亮',
  )
})

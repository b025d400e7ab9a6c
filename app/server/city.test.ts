import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testZone } from '../../test/zone.ts'
import { COOKIE } from './actors.ts'
import { createServer } from './server.ts'

const test = testZone()
let server: FastifyInstance
beforeAll(async () => {
  server = await createServer(test.zone)
})
afterAll(() => server.close())

const ask = async (
  person: string | undefined,
  method: 'GET' | 'POST',
  url: string,
  payload?: object | Buffer,
) => {
  const answer = await server.inject({
    method,
    url,
    headers: {
      ...(person ? { cookie: `${COOKIE}=${person}` } : {}),
      ...(Buffer.isBuffer(payload) ? { 'content-type': 'application/octet-stream' } : {}),
    },
    ...(payload === undefined ? {} : { payload }),
  })
  return { status: answer.statusCode, body: answer.json() }
}
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

it('a photo is public once somebody of the city’s office has looked at it, and until they take that back', async () => {
  const told = (
    await ask(undefined, 'POST', '/api/city/public/reports', {
      description: '垃圾',
      class: 'city-event-0102',
    })
  ).body
  const sent = (name: string, body: Buffer) =>
    ask(
      undefined,
      'POST',
      `/api/city/public/reports/${told.number}/photos?token=${told.token}&name=${name}`,
      body,
    )
  const photo = (await sent('a.png', picture)).body.id
  const noted = (await sent('b.png', Buffer.concat([picture, Buffer.from('eXIfMM')]))).body.id
  const [{ id }] = (
    await ask('officer-city', 'GET', `/api/records/city/reports?filter[number]=${told.number}`)
  ).body.rows
  const release = (person: string, file: string, released: boolean) =>
    ask(person, 'POST', `/api/city/reports/${id}/photos/${file}/release`, { released })
  const media = async () =>
    (await ask(undefined, 'GET', `/api/city/open311/v2/requests/${told.number}.json`)).body[0].media_url
  const look = (file: string) => server.inject({ method: 'GET', url: `/api/city/open311/v2/photos/${file}` })

  expect([await media(), (await look(photo)).statusCode]).toEqual([null, 404])
  expect((await release('officer-meixu', photo, true)).body.code).toBe('CITY_ROLE')
  expect((await release('officer-city', 'nobody', true)).body.code).toBe('CITY_PHOTO_NONE')
  expect((await release('officer-city', noted, true)).body.code).toBe('CITY_PHOTO_NOTES')
  expect((await release('officer-city', photo, true)).status).toBe(200)
  expect(await media()).toMatch(new RegExp(`^http.*/api/city/open311/v2/photos/${photo}$`))
  const shown = await look(photo)
  expect([shown.statusCode, shown.headers['content-type'], shown.rawPayload.equals(picture)]).toEqual([
    200,
    'image/png',
    true,
  ])
  expect((await look(noted)).statusCode).toBe(404)
  expect((await release('officer-city', photo, false)).status).toBe(200)
  expect([await media(), (await look(photo)).statusCode]).toEqual([null, 404])
})

it('a resident without an account reports with a photo, and it is handled, checked and closed by those whose it is', async () => {
  const { body: told, status } = await ask(undefined, 'POST', '/api/city/public/reports', {
    description: '路边有一堆暴露垃圾没人收',
    class: 'city-event-0102',
    place: { longitude: 121.51234567891, latitude: 29.9 },
    phone: '13800001234',
  })
  expect([status, told.number]).toEqual([200, expect.stringMatching(/^CG\d{13}$/)])
  const files = `/api/city/public/reports/${told.number}/photos?token=${told.token}`
  expect((await ask(undefined, 'POST', `${files}&name=a.txt`, Buffer.from('不是照片'))).body.code).toBe(
    'CITY_PICTURE',
  )
  expect((await ask(undefined, 'POST', `${files.replace(told.token, 'X')}&name=a.png`, picture)).status).toBe(
    404,
  )
  expect((await ask(undefined, 'POST', `${files}&name=a.png`, picture)).status).toBe(200)

  const list = (await ask('officer-city', 'GET', `/api/records/city/reports?filter[number]=${told.number}`))
    .body.rows
  expect(list).toHaveLength(1)
  const [{ id, phone }] = list
  expect(phone).toBe('138****1234')
  const step = (person: string, name: string, answer: object) =>
    ask(person, 'POST', `/api/city/reports/${id}/steps/${name}`, answer)
  expect((await step('grid-worker', 'verify', { found: true })).body.state).toBe('accepting')
  const advice = (await ask('officer-city', 'GET', `/api/city/reports/${id}/advice`)).body
  expect(advice.classes[0]).toMatchObject({ class: 'city-event-0102' })
  expect(advice.classes[0].because.length).toBeGreaterThan(0)
  expect(advice.offices[0]).toMatchObject({
    office: 'meixu',
    because: [{ kind: 'rule' }, expect.anything(), expect.anything()],
  })
  expect((await step('officer-city', 'accept', { filing: 'file' })).body.state).toBe('dispatching')
  expect((await step('officer-finance', 'dispatch', { office: 'finance' })).status).toBe(403)
  expect((await step('officer-city', 'dispatch', { office: 'meixu' })).body.state).toBe('handling')
  expect((await step('officer-meixu', 'handle', { outcome: 'done' })).body.code).toBe('CITY_PHOTO')
  await ask('officer-meixu', 'POST', `/api/city/reports/${id}/photos?phase=after&name=b.png`, picture)
  expect((await step('officer-meixu', 'handle', { outcome: 'done' })).body.state).toBe('checking')
  expect((await step('grid-worker', 'check', { pass: true })).body.state).toBe('closed')
  const photos = (await ask('grid-worker', 'GET', `/api/city/reports/${id}/photos`)).body.photos
  expect(photos.map(({ phase }: { phase: string }) => phase)).toEqual(['before', 'after'])
  const seen = (await ask(undefined, 'POST', '/api/city/public/follow', told)).body
  expect(seen).toMatchObject({ state: 'closed', office: '梅墟街道', canReopen: true })
  expect(JSON.stringify(seen)).not.toContain('1380000')
  expect((await ask(undefined, 'POST', '/api/city/public/rate', { ...told, rating: 5 })).status).toBe(200)
})

it('reports are read by the zone’s own people, by grid workers in their grid, and by nobody else', async () => {
  const url = '/api/records/city/reports'
  expect((await ask('enterprise-1', 'GET', url)).status).toBe(403)
  const grid = (await ask('grid-worker', 'GET', `${url}?limit=200`)).body.rows
  expect(grid.length).toBeGreaterThan(0)
  expect(grid.every((row: { grid: string }) => row.grid.startsWith('330212004'))).toBe(true)
})

it('from one address only so many reports are taken in a while', async () => {
  const statuses: number[] = []
  for (let i = 0; i < 22; i++)
    statuses.push(
      (await ask(undefined, 'POST', '/api/city/public/not-fixed', { number: 'CG1', token: 'X', words: '无' }))
        .status,
    )
  expect(statuses.slice(0, 20).every((status) => status === 404)).toBe(true)
  expect(statuses.slice(20)).toEqual([429, 429])
})

it('what a page sends again by its key is the report and the photo that were taken in before, told alike', async () => {
  const report = {
    description: '井盖松动，车过有响声',
    place: { longitude: 121.512, latitude: 29.9 },
    key: '0123456789abcdef0123456789abcdef',
  }
  const sent = await Promise.all(
    [1, 2, 3].map(() => ask(undefined, 'POST', '/api/city/public/reports', report)),
  )
  const [{ body: told }] = sent as [Awaited<ReturnType<typeof ask>>]
  expect(sent.map(({ status, body }) => [status, body])).toEqual(sent.map(() => [200, told]))
  const again = (await ask(undefined, 'POST', '/api/city/public/reports', { ...report, key: undefined })).body
  expect(again.number).not.toBe(told.number)

  const photo = `/api/city/public/reports/${told.number}/photos?token=${told.token}&name=a.png&key=${'ab'.repeat(16)}`
  const photos = await Promise.all([1, 2].map(() => ask(undefined, 'POST', photo, picture)))
  expect(new Set(photos.map(({ body }) => body.id)).size).toBe(1)
  const seen = (await ask(undefined, 'POST', '/api/city/public/follow', told)).body
  expect(seen.photos).toEqual([expect.objectContaining({ id: photos[0]?.body.id, phase: 'before' })])
  const look = (photo: string, given: object) =>
    server.inject({ method: 'POST', url: '/api/city/public/photo', payload: { ...given, photo } })
  const shown = await look(photos[0]?.body.id, told)
  expect([shown.statusCode, shown.headers['content-type'], shown.rawPayload.equals(picture)]).toEqual([
    200,
    'image/png',
    true,
  ])
  // Its code opens the photos of this report alone.
  expect((await look(photos[0]?.body.id, again)).statusCode).toBe(404)
})

it('who works on the spot sees their tasks by distance, each with its form, and nobody else’s', async () => {
  const url = '/api/city/tasks?longitude=121.512&latitude=29.9'
  const { tasks } = (await ask('grid-worker', 'GET', url)).body
  expect(tasks.length).toBeGreaterThan(0)
  const metres = tasks.map((task: { metres: number | null }) => task.metres ?? Number.POSITIVE_INFINITY)
  expect(metres).toEqual(metres.toSorted((a: number, b: number) => a - b))
  for (const { step, form } of tasks) {
    expect(['verify', 'check']).toContain(step)
    expect(form.components[0].key).toBe(step === 'verify' ? 'found' : 'pass')
  }
  expect((await ask('enterprise-1', 'GET', url)).status).toBe(403)
  expect((await ask('officer-finance', 'GET', url)).body.tasks).toEqual([])
})

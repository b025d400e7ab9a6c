import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testZone } from '../../test/zone.ts'
import { COOKIE } from './actors.ts'
import { createServer } from './server.ts'

/** Evidence opens to the offices that answer for its task, to the supervision office and to leaders. */
const test = testZone()
let server: FastifyInstance
let real: FastifyInstance
beforeAll(async () => {
  server = await createServer(test.zone)
  // As if its data were real: who has not signed in is a visitor, not a guest who looks at everything.
  real = await createServer({ ...test.zone, demonstration: false })
})
afterAll(async () => {
  await server.close()
  await real.close()
})
const ask = (who: string | undefined, url: string) =>
  who ? server.inject({ url, headers: { cookie: `${COOKIE}=${who}` } }) : real.inject({ url })

async function taskWithEvidence() {
  const { rows } = (await ask(undefined, '/api/plan/ledger?year=2024')).json()
  for (const { id, evidence, support, office } of rows)
    if (evidence > 0 && support.length > 0)
      return { id, concerned: [office.id, ...support.map((one: { id: string }) => one.id)] as string[] }
  throw new Error('the demonstration has no such task')
}
const detail = async (who: string | undefined, id: string) =>
  (await ask(who, `/api/plan/granules/${encodeURIComponent(id)}`)).json()

it('who may opens the file; who may not sees its name, and learns nothing from any route of it', async () => {
  const { id, concerned } = await taskWithEvidence()
  const [row] = (await detail('leader', id)).evidence
  const base = (of: string) => `/api/records/plan/evidence/${encodeURIComponent(of)}`
  const routes = (of: string) => [
    base(of),
    `${base(of)}/history`,
    `${base(of)}/files`,
    `${base(of)}/files/${encodeURIComponent(row.files[0].id)}`,
  ]
  for (const who of ['supervisor', 'leader', ...concerned.map((office) => `officer-${office}`)]) {
    for (const url of routes(row.id))
      expect([who, url, (await ask(who, url)).statusCode]).toEqual([who, url, 200])
    const file = await ask(who, routes(row.id)[3]!)
    expect(file.rawPayload.length).toBe(row.files[0].size)
    expect((await detail(who, id)).evidenceOpen).toBe(true)
  }
  const stranger = ['tax', 'finance', 'science', 'street'].find((office) => !concerned.includes(office))
  for (const who of [undefined, 'statistician', 'grid-worker', `officer-${stranger}`]) {
    for (const [at, url] of routes(row.id).entries()) {
      const there = await ask(who, url)
      const nowhere = await ask(who, routes('no-such-row')[at]!)
      expect([who, url, there.statusCode]).toEqual([who, url, who === `officer-${stranger}` ? 404 : 403])
      expect({ ...there.json(), value: '' }).toEqual({ ...nowhere.json(), value: '' })
    }
    const seen = await detail(who, id)
    expect(seen).toMatchObject({ evidenceOpen: false, evidence: [{ name: row.name }] })
  }
})

it('nobody adds to a row of evidence, or takes from it, past the task', async () => {
  const { id, concerned } = await taskWithEvidence()
  const [row] = (await detail('leader', id)).evidence
  const url = `/api/records/plan/evidence/${encodeURIComponent(row.id)}/files`
  for (const who of ['supervisor', 'leader', `officer-${concerned[0]}`])
    for (const [method, to] of [
      ['POST', `${url}?name=a.txt`],
      ['DELETE', `${url}/${encodeURIComponent(row.files[0].id)}`],
    ] as const) {
      const answer = await server.inject({ method, url: to, headers: { cookie: `${COOKIE}=${who}` } })
      expect([who, method, answer.statusCode]).toEqual([who, method, 403])
    }
})

import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { checkModel, readModel } from '../../engines/hydraulics/model/index.ts'
import { runTwin } from '../../systems/drainage/twin/index.ts'
import { scenarioBase } from '../../systems/drainage/twin/scenario.ts'
import { testZone } from '../../test/zone.ts'
import { COOKIE } from './actors.ts'
import { createServer } from './server.ts'

const test = testZone()
let server: FastifyInstance
beforeAll(async () => {
  server = await createServer(test.zone)
})
afterAll(() => server.close())

const ask = async (url: string, person: string) => {
  const answer = await server.inject({ url, headers: { cookie: `${COOKIE}=${person}` } })
  return { status: answer.statusCode, body: answer.json() }
}

it('the drainage network is told to the people of the zone, and to nobody else', async () => {
  const paths = [
    'totals',
    'network?box=121,29,122,30',
    'findings',
    'trace?node=node-Y0001',
    'section?node=node-Y0001',
    'priority',
    'twin',
    'twin/series?node=node-Y0001',
    'replays',
    'scenario/model?state=twin',
    'diagnoses',
  ]
  for (const path of paths) {
    expect((await ask(`/api/drainage/${path}`, 'grid-worker')).status).toBe(200)
    expect((await ask(`/api/drainage/${path}`, 'enterprise-1')).status).toBe(403)
  }
})

it('says what is wrong with a question about the network', async () => {
  const code = async (path: string) => (await ask(`/api/drainage/${path}`, 'leader')).body.code
  expect(await code('trace?node=nowhere')).toBe('DRAINAGE_NONE')
  expect(await code('section?link=nowhere')).toBe('DRAINAGE_NONE')
  expect(await code('section')).toBe('DRAINAGE_START')
  expect(await code('trace?node=node-Y0001&link=link-Y0001-Y0002')).toBe('DRAINAGE_START')
  expect(await code('network?box=2,1,1,2')).toBe('PLACE_BOX')
  expect(await code('twin/series?link=nowhere')).toBe('DRAINAGE_NONE')
  expect(await code('twin/field?run=long-ago')).toBe('DRAINAGE_FIELD')
})

it('shows a replayed storm where the twin itself never ran: what was foreseen, and what it was worth', async () => {
  const { body } = await ask('/api/drainage/twin', 'leader')
  expect(body).toMatchObject({
    live: false,
    replay: { id: 'replay-sample', state: 'done', turns: 8, total: 8, synthetic: true },
    run: { at: '2024-10-31T06:30:00.000Z', stale: false, synthetic: true },
    warnings: [],
  })
  expect(body.runs.length).toBe(8)
  expect(body.places.length).toBeGreaterThan(100)
  expect(body.errors.length).toBe(7)
  const [half, hour] = body.scores as { lead: number; count: number; error: number; still: number }[]
  expect([half?.lead, hour?.lead]).toEqual([30, 60])
  // Half an hour ahead it is worth more than saying that nothing changes.
  for (const { error, still } of [half, hour] as { error: number; still: number }[])
    expect(error).toBeLessThan(still / 2)
  const [first] = body.runs
  const early = (await ask(`/api/drainage/twin?replay=replay-sample&run=${first.id}`, 'leader')).body
  expect(early.run).toMatchObject({ id: first.id, sensors: 0, before: null })
  const field = (await ask(`/api/drainage/twin/field?run=${first.id}`, 'leader')).body
  expect(field.times.length).toBe(36)
  const { node } = body.watched.find((one: { node: string | null }) => one.node)
  const series = (await ask(`/api/drainage/twin/series?node=${node}&run=${body.run.id}`, 'leader')).body
  // What the sensor said after the run is there beside what the run foresaw.
  expect(series.measured.at(-1)[0] > body.run.at).toBe(true)
  expect((await ask('/api/drainage/twin?replay=nowhere', 'leader')).body.code).toBe('DRAINAGE_REPLAY_GONE')
})

it('finds the storm again in what the gauges said; only the office that keeps the network replays it', async () => {
  const { body } = await ask('/api/drainage/replays', 'leader')
  expect(body).toMatchObject({ may: false, replays: [{ id: 'replay-sample' }] })
  expect(body.storms).toMatchObject([
    { begins: '2024-10-31T06:00:00.000Z', ends: '2024-10-31T08:00:00.000Z' },
  ])
  const [{ from, to }] = body.storms
  const post = async (person: string, path: string, payload: object) => {
    const cookie = `${COOKIE}=${person}`
    const url = `/api/drainage/replays${path}`
    const answer = await server.inject({ method: 'POST', url, headers: { cookie }, payload })
    return [answer.statusCode, answer.json().code ?? 'done']
  }
  expect(await post('leader', '', { from, to })).toEqual([403, expect.any(String)])
  expect(await post('officer-tax', '', { from, to })).toEqual([403, 'DRAINAGE_REPLAY_OFFICE'])
  const late = { from, to: '2024-12-31T00:00:00Z' }
  expect(await post('officer-construction', '', late)).toEqual([422, 'DRAINAGE_REPLAY_STRETCH'])
  expect(await post('officer-construction', '', { from, to })).toEqual([200, 'done'])
  expect(await post('officer-construction', '', { from, to })).toEqual([409, 'DRAINAGE_REPLAY_RUNNING'])
  const [{ id, total }] = (await ask('/api/drainage/replays', 'leader')).body.replays
  expect(total).toBe(8)
  expect(await post('officer-tax', `/${id}/cancel`, {})).toEqual([403, 'DRAINAGE_REPLAY_OFFICE'])
  expect(await post('officer-construction', `/${id}/cancel`, {})).toEqual([200, 'done'])
  expect(await post('officer-construction', `/${id}/cancel`, {})).toEqual([404, 'DRAINAGE_REPLAY_NONE'])
})

it('does not run by itself while no sensor sends', async () => {
  const pool = { run: () => Promise.reject(new Error('the engine was asked')) }
  expect(await runTwin(test.zone.context(), pool, () => 0)).toBeUndefined()
})

it('draws the way through a pipe from its head to the outfall', async () => {
  const between = await ask('/api/drainage/section?node=node-Y0001&to=link-Y0002-Y0003', 'leader')
  expect(between.body.nodes.map(({ code }: { code: string }) => code)).toEqual(['Y0001', 'Y0002', 'Y0003'])
  expect(await ask('/api/drainage/section?node=node-Y0001&to=node-W0001', 'leader')).toMatchObject({
    status: 404,
    body: { code: 'DRAINAGE_NO_WAY' },
  })
  const { body } = await ask('/api/drainage/section?link=link-Y0002-Y0003', 'leader')
  expect(body.links[0]).toMatchObject({ code: 'Y0001-Y0002', from: 0, kind: 'conduit' })
  expect(body.nodes.at(-1).code).toBe('YC01')
  const { body: found } = await ask('/api/drainage/findings', 'leader')
  expect(found.checks[0]).toMatchObject({
    check: 'uphill',
    count: 2,
    findings: [{ code: 'Y0150-Y0151' }, {}],
  })
})

it('ranks pipes by their open defects, and says where a score has to be entered first', async () => {
  const { pipes } = (await ask('/api/drainage/priority', 'leader')).body
  type Pipe = {
    id: string
    defects: { code: string; score: number | null; group: string }[]
    structural: { index: number; lacking: string[] } | null
    functional: null
  }
  expect(pipes.length).toBeGreaterThan(20)
  const indices = pipes.map(({ structural }: Pipe) => structural?.index ?? -1)
  expect(indices).toEqual(indices.toSorted((a: number, b: number) => b - a))
  for (const { defects, structural, functional } of pipes as Pipe[]) {
    const unscored = defects.some(({ score, group }) => group === 'structural' && score === null)
    expect(structural?.lacking ?? ['score']).toEqual(unscored || !structural ? ['score'] : [])
    // No score of a functional kind has been entered.
    expect(functional).toBeNull()
  }
  const { id, structural } = pipes[0]
  const own = (await ask(`/api/drainage/links/${encodeURIComponent(id)}/assessment`, 'leader')).body
  expect(own.structural).toEqual(structural)
  expect((await ask('/api/drainage/links/nowhere/assessment', 'leader')).body.code).toBe('DRAINAGE_NONE')
})

it('the register is a model to take along; only officers bring one in', async () => {
  const answer = await server.inject({
    url: '/api/drainage/model',
    headers: { cookie: `${COOKIE}=leader` },
  })
  expect(answer.headers['content-disposition']).toContain('drainage-2024-11-15.inp')
  expect(answer.body).toMatch(/\[JUNCTIONS\][\s\S]*Y0001/)
  const bring = (person: string) =>
    server.inject({
      method: 'POST',
      url: '/api/drainage/model?name=none.inp&network=rain',
      headers: { cookie: `${COOKIE}=${person}`, 'content-type': 'application/octet-stream' },
      payload: Buffer.from('[NOTHING]'),
    })
  expect((await bring('leader')).statusCode).toBe(403)
  expect((await bring('officer-construction')).json().code).toBe('DRAINAGE_MODEL')
})

it('a finding is shown with the readings that it goes by; only the office that keeps it begins its maintenance', async () => {
  const { diagnoses } = (await ask('/api/drainage/diagnoses', 'leader')).body
  const { id } = diagnoses.find(({ kind }: { kind: string }) => kind === 'blockage')
  const { series } = (await ask(`/api/drainage/diagnoses/${id}/evidence`, 'leader')).body
  expect(series.map(({ what, code }: { what: string; code: string }) => [what, code])).toEqual([
    ['sensor', 'ZD-U01'],
    ['beside', 'ZD-D01'],
    ['rain', 'ZD-G01'],
  ])
  for (const { points } of series) expect(points.length).toBeGreaterThan(200)
  expect((await ask('/api/drainage/diagnoses/nowhere/evidence', 'leader')).body.code).toBe('DRAINAGE_NONE')
  const begin = async (person: string, payload: object) => {
    const cookie = `${COOKIE}=${person}`
    const answer = await server.inject({
      method: 'POST',
      url: '/api/drainage/maintenance',
      headers: { cookie },
      payload,
    })
    return [answer.statusCode, answer.json().code ?? 'begun']
  }
  expect(await begin('leader', { diagnosis: id })).toEqual([403, expect.any(String)])
  expect(await begin('officer-tax', { diagnosis: id })).toEqual([403, 'DRAINAGE_KEEPER'])
  expect(await begin('officer-construction', { diagnosis: id })).toEqual([200, 'begun'])
  expect(await begin('officer-construction', { diagnosis: id })).toEqual([409, 'DRAINAGE_UNDER_WAY'])
})

it('gives a browser the network as a model to run by itself, unless it is too large for one', async () => {
  const { body } = await ask('/api/drainage/scenario/model?state=twin', 'leader')
  // The twin has not run: it begins with empty pipes.
  expect(body).toMatchObject({ gauge: 'RAIN', state: null })
  expect(checkModel(readModel(body.model)).filter(({ level }) => level === 'error')).toEqual([])
  expect(Object.values(body.links)).toContain('link-Y0001-Y0002')
  // The demonstration has more than a thousand links.
  await expect(scenarioBase(test.zone.context(), false, 1000)).rejects.toMatchObject({
    code: 'DRAINAGE_SCENARIO_LARGE',
    value: 1000,
    status: 422,
  })
})

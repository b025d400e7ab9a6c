import { VectorTile } from '@mapbox/vector-tile'
import type { FastifyInstance } from 'fastify'
import { PbfReader } from 'pbf'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { updateRow } from '../../../kernel/store/index.ts'
import { units } from '../../../systems/economy/tables.ts'
import { testZone } from '../../../test/zone.ts'
import { COOKIE } from '../actors.ts'
import { createServer } from '../server.ts'

const test = testZone()
let server: FastifyInstance
beforeAll(async () => {
  server = await createServer(test.zone)
})
afterAll(() => server.close())

/** The whole zone is in this one. */
const ZONE = '9/428/211'
const ask = async (layer: string, person = 'statistician', tile = ZONE, query = '') => {
  const headers = { cookie: `${COOKIE}=${person}` }
  const answer = await server.inject({ url: `/api/tiles/${layer}/${tile}.pbf${query}`, headers })
  const { layers } =
    answer.statusCode === 200 ? new VectorTile(new PbfReader(answer.rawPayload)) : { layers: {} }
  const idsOf = (name: string) =>
    Array.from({ length: layers[name]?.length ?? 0 }, (_, i) =>
      String(layers[name]?.feature(i).properties.id),
    ).sort()
  return {
    status: answer.statusCode,
    code: answer.statusCode === 200 ? '' : answer.json().code,
    points: idsOf('points'),
    shapes: idsOf('shapes'),
  }
}
const mapped = async (person: string, query = '') => {
  const headers = { cookie: `${COOKIE}=${person}` }
  const { points } = (
    await server.inject({ url: `/api/records/economy/units/map?part=points${query}`, headers })
  ).json()
  return points.map(({ id }: { id: string }) => id).sort()
}

it('a tile shows each the rows of their list, filtered like it', async () => {
  const all = await mapped('statistician')
  const own = await mapped('grid-worker')
  expect((await ask('economy.units')).points).toEqual(all)
  expect((await ask('economy.units', 'grid-worker')).points).toEqual(own)
  expect(own.length).toBeLessThan(all.length)
  // Asked again, from what is kept: still each their own.
  expect((await ask('economy.units', 'grid-worker')).points).toEqual(own)
  expect((await ask('economy.units')).points).toEqual(all)
  const trade = await ask('economy.units', 'statistician', ZONE, '?filter[kind]=trade')
  expect(trade.points).toEqual(await mapped('statistician', '&filter[kind]=trade'))
  expect(trade.points).toHaveLength(96)
})

it('a tile that is kept is made anew once a row has moved', async () => {
  const [first = ''] = (await ask('economy.units')).points
  await updateRow(test.zone.context(), units, first, { place: { longitude: 10, latitude: 50 } })
  expect((await ask('economy.units')).points).not.toContain(first)
})

it('outlines of cells are shapes, to those whose the cells are', async () => {
  const cells = (await ask('city.grids')).shapes
  expect(cells.length).toBe(288)
  expect((await ask('city.grids', 'grid-worker')).shapes.length).toBeLessThan(cells.length)
})

it('is refused without a grant, for what has no place, and where there is no tile', async () => {
  expect(await ask('economy.units', 'officer-finance')).toMatchObject({ status: 403, code: 'FORBIDDEN' })
  expect(await ask('economy.nothing')).toMatchObject({ status: 403, code: 'FORBIDDEN' })
  expect(await ask('access.sessions')).toMatchObject({ status: 403, code: 'FORBIDDEN' })
  expect(await ask('economy.returns')).toMatchObject({ status: 404, code: 'RECORD_NO_PLACE' })
  expect(await ask('economy.units', 'statistician', '9/512/1')).toMatchObject({
    status: 422,
    code: 'GEO_TILE',
  })
})

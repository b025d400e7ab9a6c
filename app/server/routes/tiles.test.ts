import { VectorTile } from '@mapbox/vector-tile'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { PbfReader } from 'pbf'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { updateRow } from '../../../kernel/store/index.ts'
import { nodes } from '../../../systems/drainage/tables/network.ts'
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
    features: Array.from(
      { length: layers.shapes?.length ?? 0 },
      (_, i) => layers.shapes?.feature(i).properties ?? {},
    ),
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

it('the edges of a network are shapes, with what is told of each, and anew once a node has moved', async () => {
  const { db } = test.zone.store
  const { rows } = await sql<{ id: string; network: string; node: string }>`
    select l.id, l.network, l.from_node as node
    from drainage.links l join drainage.nodes a on a.id = l.from_node join drainage.nodes b on b.id = l.to_node
    where a.place is not null and b.place is not null order by l.id`.execute(db)
  const kept = await sql<{ id: string }>`select id from drainage.links_drawn order by id`.execute(db)
  expect(kept.rows.map(({ id }) => id)).toEqual(rows.map(({ id }) => id))
  const { features } = await ask('drainage.links', 'statistician', ZONE, '?tell=network,size,code,nothing')
  expect(features.length).toBeGreaterThan(200)
  const networks = new Map(rows.map(({ id, network }) => [id, network]))
  for (const { id, network, size } of features) {
    expect(network).toBe(networks.get(String(id)))
    expect(['number', 'undefined']).toContain(typeof size)
  }
  const [first] = features
  const node = rows.find(({ id }) => id === first?.id)?.node ?? ''
  await updateRow(test.zone.context(), nodes, node, { place: null })
  const later = await ask('drainage.links')
  expect(later.shapes).not.toContain(first?.id)
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

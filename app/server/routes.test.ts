import { readFile } from 'node:fs/promises'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Actor, VISITOR } from '../../kernel/access/actor.ts'
import { permitFor, type Verb } from '../../kernel/access/grants.ts'
import type { RecordDefinition } from '../../kernel/store/index.ts'
import { testZone } from '../../test/zone.ts'
import { allRecords } from '../systems.ts'
import { COOKIE, demonstrationPeople } from './actors.ts'
import { createServer } from './server.ts'

/** Every route that the server has, walked: what is not open by intention is shut, and tells nothing. */
const test = testZone()
let server: FastifyInstance
/** As if its data were real: who has not signed in is a visitor there. */
let real: FastifyInstance
let declared: readonly Walked[]
let people: readonly Actor[]
beforeAll(async () => {
  server = await createServer(test.zone)
  real = await createServer({ ...test.zone, demonstration: false })
  declared = Object.entries((await server.inject('/openapi.json')).json().paths as object).flatMap(
    ([path, methods]) =>
      Object.keys(methods as object).map((method) => ({ method: method.toUpperCase() as 'GET', path })),
  )
  const posts = await demonstrationPeople(test.zone)
  people = [VISITOR, ...posts.filter(({ role }, at) => posts.findIndex((one) => one.role === role) === at)]
})
afterAll(async () => {
  await server.close()
  await real.close()
})

interface Walked {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  readonly path: string
}
const told = ({ method, path }: Walked) => `${method} ${path}`

const ask = (actor: Actor, method: Walked['method'], url: string, payload?: object) =>
  (actor === VISITOR ? real : server).inject({
    method,
    url,
    ...(payload ? { payload } : {}),
    headers: actor === VISITOR ? {} : { cookie: `${COOKIE}=${actor.id}` },
  })

/** What a route needs to look at a request at all. */
const BODIES: readonly (readonly [end: RegExp, body: object])[] = [
  [/\/reveal$/, { column: 'x', reason: 'x' }],
  [/\/bulk$/, { rows: { ids: ['x'] }, values: {}, preview: true }],
  [/\/undo$/, { transaction: 'x' }],
  [/^PATCH /, { values: {}, seen: 0 }],
  [/^POST /, { values: {}, record: 'x', name: 'x', query: 'x' }],
]
const bodyOf = (route: Walked) => BODIES.find(([end]) => end.test(told(route)) || end.test(route.path))?.[1]
/** File routes take all but the bytes from the address. */
const QUERIES: readonly (readonly [end: RegExp, query: string])[] = [
  [/^POST .*\/(files|imports|evidence)$/, '?name=a.txt'],
  [/^POST .*\/readings$/, '?name=a.txt&kind=plan&year=2024'],
  [/^GET .*\/map$/, '?box=120,29,122,31&zoom=10'],
]
const queryOf = (route: Walked) => QUERIES.find(([end]) => end.test(told(route)))?.[1] ?? ''

/** The rows of the table of that heading in docs/security.md: what stands first in each, in backquotes. */
async function documented(heading: string): Promise<readonly string[]> {
  const text = await readFile('docs/security.md', 'utf8')
  const section = text.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? ''
  return [...section.matchAll(/^\| ((?:`[^`]+`(?:, )?)+) \|/gm)].flatMap(([, cell]) =>
    [...cell!.matchAll(/`([^`]+)`/g)].map(([, one]) => one!),
  )
}

it('there is no route that is neither declared nor listed as open', async () => {
  const open: string[] = []
  const path: string[] = []
  for (const line of real.printRoutes({ commonPrefix: false }).split('\n')) {
    const [, indent = '', part, methods] = /^([│ ]*)[├└]── (\S+)(?: \(([^)]*)\))?$/.exec(line) ?? []
    if (part === undefined) continue
    path.splice(indent.length / 4)
    path.push(part)
    const whole = path
      .join('')
      .replace(/^\/\/?/, '/')
      .replace(/^(?!\/)/, '/')
    const address = whole.replace(/:(\w+)/g, '{$1}')
    // Built pages, from a folder of files that are the same for everybody.
    if (!/^\/(api|healthz|readyz|openapi)/.test(address)) continue
    for (const method of methods?.split(', ') ?? [])
      if (method !== 'HEAD' && !declared.some((one) => told(one) === `${method} ${address}`))
        open.push(`${method} ${address}`)
  }
  expect(open.sort()).toEqual([...(await documented('Routes beside the declared ones'))].sort())
  expect(declared.length).toBeGreaterThan(150)
})

it('who has not signed in is refused by every declared route but those listed as open', async () => {
  const open: string[] = []
  const records = [...allRecords(test.zone.systems).values()]
  for (const route of declared) {
    // Records say by their grants who reads them; they are walked below.
    const record = records.find(({ id }) => isOf(route, id))
    if (record && verbOf(route) && permitFor(record, VISITOR, verbOf(route)!)) continue
    const url = route.path.replace(/\{\w+\}/g, 'x') + queryOf(route)
    const answer = await ask(VISITOR, route.method, url, route.method === 'GET' ? undefined : bodyOf(route))
    if (answer.statusCode !== 401 && answer.statusCode !== 403) open.push(told(route))
  }
  expect(open.sort()).toEqual([...(await documented('Open to whoever has not signed in'))].sort())
})

const isOf = ({ path }: Walked, record: string) =>
  `${path}/`.startsWith(`/api/records/${record.replace('.', '/')}/`)

/** What a route does with a row, by its method and its end. */
function verbOf({ method, path }: Walked): Verb | undefined {
  const end = path.split('/').at(-1)!
  if (path.startsWith('/api/exchange/')) return end === 'export' ? 'export' : 'import'
  if (end === 'reveal') return 'reveal'
  if (end === 'bulk' || end === 'undo' || path.includes('/files')) return method === 'GET' ? 'read' : 'change'
  return ({ GET: 'read', POST: 'create', PATCH: 'change', DELETE: 'remove' } as const)[method]
}

/** Routes of one record: its own, and those that name any record in their address. */
const routesOf = (record: RecordDefinition): readonly Walked[] =>
  declared.flatMap((route) => {
    const [system, name] = record.id.split('.') as [string, string]
    if (isOf(route, record.id)) return [route]
    return route.path.includes('{record}')
      ? [{ ...route, path: route.path.replace('{system}', system).replace('{record}', name) }]
      : []
  })

it('of no record does a person without a grant learn anything by any route: the same 403, row or not, file or not', async () => {
  let refused = 0
  for (const record of allRecords(test.zone.systems).values()) {
    if (record.closed) continue
    const list = await server.inject(`/api/records/${record.id.replace('.', '/')}?limit=1`)
    const id = encodeURIComponent(list.json().rows[0]?.id ?? 'none')
    for (const route of routesOf(record))
      for (const actor of people) {
        if (permitFor(record, actor, verbOf(route)!)) continue
        const [there, nowhere] = await Promise.all(
          [id, 'no-such-row'].map((row) =>
            ask(
              actor,
              route.method,
              route.path.replace('{id}', row).replace(/\{\w+\}/g, 'x') + queryOf(route),
              route.method === 'GET' || route.method === 'DELETE' ? undefined : bodyOf(route),
            ),
          ),
        )
        const answer = there!
        const all = [actor.role, told(route), answer.statusCode, answer.json().code]
        expect(all).toEqual([actor.role, told(route), 403, 'FORBIDDEN'])
        expect(nowhere!.json()).toEqual(answer.json())
        refused++
      }
  }
  expect(refused).toBeGreaterThan(500)
})

import type { FastifyRequest } from 'fastify'
import { type Actor, GUEST, VISITOR } from '../../kernel/access/actor.ts'
import { offices } from '../../kernel/access/offices.ts'
import { listRows } from '../../kernel/store/index.ts'
import type { Zone } from '../zone.ts'
import { refuse } from './problem.ts'
import { signedInActor } from './session/visit.ts'

export const COOKIE = 'gaoxin-person'

/** Those of the systems, who are the same as long as the program runs. */
const ofSystems = new WeakMap<Zone, Promise<readonly Actor[]>>()

function systemPeople(zone: Zone): Promise<readonly Actor[]> {
  const known = ofSystems.get(zone)
  if (known) return known
  const asked = Promise.all(zone.systems.map((system) => system.demoPeople?.(zone.context()) ?? [])).then(
    (people) => people.flat(),
  )
  ofSystems.set(zone, asked)
  // What failed is asked again.
  asked.catch(() => ofSystems.delete(zone))
  return asked
}

/** The posts that a person may try out in the demonstration zone: one in every office, three across offices, one of
 * a street's grids, and whom systems name. */
export async function demonstrationPeople(zone: Zone): Promise<readonly Actor[]> {
  if (!zone.demonstration) return []
  const { rows } = await listRows(zone.store.db, offices, { offset: 0, limit: 200, sort: 'sort' })
  return [
    { id: 'supervisor', name: '督查室 督查员', role: 'supervisor', office: 'office' },
    { id: 'leader', name: '管委会 分管领导', role: 'leader', office: 'office' },
    { id: 'statistician', name: '统计中心 统计员', role: 'statistician', office: 'statistics' },
    { id: 'grid-worker', name: '梅墟街道 网格员', role: 'gridWorker', office: 'meixu', grid: '330212004' },
    ...rows
      .filter((row) => row.kind !== 'committee')
      .map((row) => ({
        id: `officer-${row.id}`,
        name: `${row.short} 经办人`,
        role: 'officer' as const,
        office: String(row.id),
      })),
    ...(await systemPeople(zone)),
  ]
}

/**
 * Who makes this request: who has signed in, else in a demonstration whose post was chosen. An unknown or absent
 * cookie is nobody in particular.
 */
export async function actorOf(zone: Zone, request: FastifyRequest): Promise<Actor> {
  const person = await signedInActor(zone, request)
  if (person) return person
  const nobody = zone.demonstration ? GUEST : VISITOR
  const id = cookieOf(request.headers.cookie, COOKIE)
  if (!id) return nobody
  return (await demonstrationPeople(zone)).find((person) => person.id === id) ?? nobody
}

function cookieOf(header: string | undefined, name: string): string | undefined {
  for (const pair of header?.split(';') ?? []) {
    const [key, value] = pair.trim().split('=')
    // Ids are plain ASCII; whatever else a cookie holds is nobody's.
    if (key === name && value && /^[\w-]+$/.test(value)) return value
  }
  return undefined
}

/**
 * A change over HTTP must come from our own page: the cookie is SameSite=Strict, and a browser that sends an
 * Origin must send ours.
 */
export function checkOrigin(request: FastifyRequest): void {
  const { origin, host } = request.headers
  if (request.method === 'GET' || request.method === 'HEAD' || !origin) return
  if (URL.canParse(origin) && new URL(origin).host === host) return
  throw refuse('ORIGIN', '请求来自别的网站', 'The request comes from another site', 403)
}

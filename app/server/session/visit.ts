import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import {
  type AccessPolicy,
  type Actor,
  actingAs,
  checkCsrf,
  findSession,
  postsOf,
  type Session,
} from '../../../kernel/access/index.ts'
import { GaoxinError } from '../../../kernel/errors.ts'
import { text } from '../../../kernel/text.ts'
import { deskOf } from '../../desk.ts'
import type { Zone } from '../../zone.ts'
import { CSRF_HEADER, takeCookies, tokenOf } from './cookies.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Answered without a session, with one that has ended, and while a password waits to be changed. */
    door?: boolean
  }
}

interface Found {
  readonly session: Session
  /** Looks whether it is still open. */
  readonly again: () => Promise<Session | undefined>
}

/** The session of each request that has one; found once, before its body is read. */
const sessions = new WeakMap<FastifyRequest, Found>()
export const sessionOf = (request: FastifyRequest): Session | undefined => sessions.get(request)?.session

/** For a request that goes on for long: whether the session that it came with has ended since. */
export async function hasEnded(request: FastifyRequest): Promise<boolean> {
  const found = sessions.get(request)
  if (!found) return false
  const session = await found.again()
  if (session) sessions.set(request, { ...found, session })
  return !session || session.mustChange
}

/** A screen says so of requests that no person made. */
const UNATTENDED_HEADER = 'x-unattended'

/** Who has signed in, by the post that is theirs now; undefined when nobody has. */
export async function signedInActor(zone: Zone, request: FastifyRequest): Promise<Actor | undefined> {
  const session = sessionOf(request)
  if (!session) return undefined
  const held = await postsOf(zone.store.db, session.account.id, zone.today())
  return actingAs(session.account, held, session.post)
}

/**
 * Every request of the API: its session is found and must be open, a change must come from our own page, and while a
 * password is due nothing but changing it is let through.
 */
export function guard(server: FastifyInstance, zone: Zone, policy: AccessPolicy): void {
  server.addHook('onRequest', async (request, reply) => {
    // By the route that was found: an address can be written in more ways than one.
    const token = request.routeOptions.url?.startsWith('/api/') ? tokenOf(request) : undefined
    if (!token) return
    const isDoor = request.routeOptions.config.door === true
    const find = (isAlive: boolean) => findSession(deskOf(zone.context(), policy, request.ip), token, isAlive)
    const session = await find(isAttended(request))
    if (!session) return isDoor ? undefined : refuseEnded(request, reply)
    if (changes(request) && !checkCsrf(token, csrfOf(request))) throw foreign()
    if (session.mustChange && !isDoor) throw passwordDue()
    sessions.set(request, { session, again: () => find(false) })
  })
}

/** A stream that stays open all day, and what a screen asks by itself, keep no session alive. */
const isAttended = (request: FastifyRequest): boolean =>
  request.headers[UNATTENDED_HEADER] === undefined && request.routeOptions.url !== '/api/events'

const changes = ({ method }: FastifyRequest): boolean => method !== 'GET' && method !== 'HEAD'

const csrfOf = ({ headers }: FastifyRequest): string | undefined => {
  const given = headers[CSRF_HEADER]
  return typeof given === 'string' ? given : undefined
}

/** Said once: with the cookies gone, the browser goes on as nobody. */
function refuseEnded(request: FastifyRequest, reply: FastifyReply): never {
  takeCookies(request, reply)
  throw sessionEnded()
}

export const sessionEnded = () =>
  new GaoxinError(
    'SESSION_ENDED',
    text('登录已失效', 'Your session has ended'),
    text('请重新登录', 'Sign in again'),
    { status: 401 },
  )

const foreign = () =>
  new GaoxinError(
    'CSRF',
    text('请求没有带本页的凭证', 'The request does not carry the token of our page'),
    text('请刷新页面后再试', 'Load the page again and retry'),
    { place: CSRF_HEADER, status: 403 },
  )

const passwordDue = () =>
  new GaoxinError(
    'PASSWORD_DUE',
    text('须先修改密码', 'The password has to be changed first'),
    text('请在登录页设置新密码', 'Set a new one on the sign-in page'),
    { place: 'password', status: 403 },
  )

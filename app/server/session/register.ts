import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { denied } from '../../../kernel/access/edit.ts'
import {
  type AccessContext,
  type AccessPolicy,
  type OpenedSession,
  type Role,
  type Session,
  VISITOR,
} from '../../../kernel/access/index.ts'
import type { Context } from '../../../kernel/system.ts'
import type { Text } from '../../../kernel/text.ts'
import { deskOf } from '../../desk.ts'
import type { Zone } from '../../zone.ts'
import { describe, inputOf } from '../endpoints.ts'
import { flowOf, giveCookies, giveFlow, takeCookies } from './cookies.ts'
import { sessionEnded, sessionOf, signedInActor } from './visit.ts'

/** One request at the door: what the access kernel needs, and a hand on the browser's cookies. */
export interface Visit {
  readonly zone: Zone
  readonly context: Context
  readonly access: AccessContext
  readonly session: Session | undefined
  /** The browser's own name for itself. */
  readonly agent: string
  /** How the browser names this server: `https://…`. */
  readonly origin: string
  readonly enter: (opened: OpenedSession) => void
  readonly leave: () => void
  /** See `oidc/routes.ts`. */
  readonly readFlow: () => string | undefined
  readonly giveFlow: (value: string, seconds: number) => void
}

/** Like a route of a system, and handed a visit. */
export interface SessionRoute<I = unknown, O = unknown> {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly summary: Text
  readonly allow: 'anyone' | 'signedIn' | readonly Role[]
  /** See `visit.ts`. */
  readonly door?: boolean
  readonly input: z.ZodType<I>
  readonly output: z.ZodType<O>
  readonly handle: (visit: Visit, input: I) => Promise<O>
}

/** Types a route's handler from its schemas. */
export const sessionRoute = <I, O>(route: SessionRoute<I, O>): SessionRoute =>
  route as unknown as SessionRoute

/** @throws GaoxinError SESSION_ENDED */
export function signedIn({ session }: Pick<Visit, 'session'>): Session {
  if (session) return session
  throw sessionEnded()
}

export async function visitOf(
  zone: Zone,
  policy: AccessPolicy,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Visit> {
  const context = zone.context((await signedInActor(zone, request)) ?? VISITOR)
  return {
    zone,
    context,
    access: deskOf(context, policy, request.ip),
    session: sessionOf(request),
    agent: request.headers['user-agent'] ?? '',
    enter: (opened) => giveCookies(request, reply, opened),
    origin: new URL(`${request.protocol}://${request.host}`).origin,
    leave: () => takeCookies(request, reply),
    readFlow: () => flowOf(request),
    giveFlow: (value, seconds) => giveFlow(request, reply, value, seconds),
  }
}

export function registerRoute(
  server: FastifyInstance,
  zone: Zone,
  policy: AccessPolicy,
  route: SessionRoute,
): void {
  const path = `/api${route.path}`
  server.route({
    method: route.method,
    url: path,
    bodyLimit: 64 * 1024,
    config: { door: route.door === true },
    schema: describe(path, '登录与账号 Access', route),
    handler: async (request, reply) => {
      const visit = await visitOf(zone, policy, request, reply)
      if (route.allow !== 'anyone') signedIn(visit)
      if (Array.isArray(route.allow) && !route.allow.includes(visit.context.actor.role)) throw denied()
      // Nothing of the door belongs in a cache: passwords, codes, who is there.
      reply.header('cache-control', 'no-store')
      return route.handle(visit, route.input.parse(inputOf(request)))
    },
  })
}

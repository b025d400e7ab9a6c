import type { FastifyReply, FastifyRequest } from 'fastify'
import type { OpenedSession } from '../../../kernel/access/index.ts'

/**
 * The token of a session lies in a cookie that no page can read; what a page proves its changes with in one that it
 * can. Over https both carry the prefix that binds them to this host, over https alone.
 */
const isSafe = (request: FastifyRequest): boolean => request.protocol === 'https'
const tokenName = (request: FastifyRequest) => (isSafe(request) ? '__Host-gaoxin' : 'gaoxin-session')
const csrfName = (request: FastifyRequest) => (isSafe(request) ? '__Host-gaoxin-csrf' : 'gaoxin-csrf')

/** The header in which a page sends back what the second cookie holds. */
export const CSRF_HEADER = 'x-csrf-token'

export const tokenOf = (request: FastifyRequest): string | undefined =>
  readCookie(request, tokenName(request))

export function readCookie(request: FastifyRequest, name: string): string | undefined {
  for (const pair of request.headers.cookie?.split(';') ?? []) {
    const at = pair.indexOf('=')
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim() || undefined
  }
  return undefined
}

const attributes = (request: FastifyRequest) => `Path=/; SameSite=Strict${isSafe(request) ? '; Secure' : ''}`

/** Both end with the browser; the session itself ends earlier (policy). */
export function giveCookies(request: FastifyRequest, reply: FastifyReply, opened: OpenedSession): void {
  reply.header('set-cookie', [
    `${tokenName(request)}=${opened.token}; ${attributes(request)}; HttpOnly`,
    `${csrfName(request)}=${opened.csrf}; ${attributes(request)}`,
  ])
}

export function takeCookies(request: FastifyRequest, reply: FastifyReply): void {
  reply.header('set-cookie', [
    `${tokenName(request)}=; ${attributes(request)}; HttpOnly; Max-Age=0`,
    `${csrfName(request)}=; ${attributes(request)}; Max-Age=0`,
  ])
}

const flowName = (request: FastifyRequest) => (isSafe(request) ? '__Host-gaoxin-oidc' : 'gaoxin-oidc')
export const flowOf = (request: FastifyRequest): string | undefined => readCookie(request, flowName(request))

/**
 * Kept while a person is at an identity provider; our own page sends it when they are back. Bound to this host like the
 * others: planted by a neighbour, it would sign people in as somebody else.
 */
export const giveFlow = (
  request: FastifyRequest,
  reply: FastifyReply,
  value: string,
  seconds: number,
): void => {
  reply.header(
    'set-cookie',
    `${flowName(request)}=${value}; ${attributes(request)}; HttpOnly; Max-Age=${seconds}`,
  )
}

import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { denied } from '../../kernel/access/edit.ts'
import { admitFrom } from '../../kernel/access/index.ts'
import { GaoxinError } from '../../kernel/errors.ts'
import { faultPoint } from '../../kernel/store/index.ts'
import type {
  Bytes,
  FileAnswer,
  FileOutput,
  FileStream,
  Route,
  System,
  WordedAnswer,
} from '../../kernel/system.ts'
import { text } from '../../kernel/text.ts'
import type { Zone } from '../zone.ts'
import { actorOf } from './actors.ts'
import { problemOf } from './problem.ts'

/**
 * Registers a declared route: input checked by its schema, the actor by its roles, both described in OpenAPI
 * from the same declaration.
 */
export function register(server: FastifyInstance, zone: Zone, base: string, tag: string, route: Route): void {
  // Only there is a body left unread until the route takes it, or read as a form.
  if (!route.receives) registerIn(server, zone, base, tag, route)
  else
    server.register(async (apart) => {
      apart.removeAllContentTypeParsers()
      if (route.receives === 'form')
        apart.addContentTypeParser(FORM, { parseAs: 'string' }, (_request, body, done) =>
          done(null, pairsOf(String(body))),
        )
      else apart.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
      registerIn(apart, zone, base, tag, route)
    })
}

function registerIn(server: FastifyInstance, zone: Zone, base: string, tag: string, route: Route): void {
  const file = 'contentType' in route.output ? (route.output as FileOutput) : undefined
  const path = `${base}${route.path}`
  server.route({
    method: route.method,
    url: path,
    bodyLimit: 8 * 1024 * 1024,
    schema: describe(path, tag, route),
    ...(route.words ? { errorHandler: wordProblem(route.words) } : {}),
    handler: async (request, reply) => {
      const actor = await actorOf(zone, request)
      if (route.allow !== 'anyone' && !route.allow.includes(actor.role)) throw denied()
      if (route.throttle) await refuseWhenMany(zone, request, path, route.throttle)
      const input = route.input.parse(inputOf(request, route))
      const origin = `${request.protocol}://${request.host}`
      const answer = await route.handle(zone.context(actor), input, bytesOf(request, route), origin)
      if (request.method !== 'GET') faultPoint('acknowledging')
      if (route.words) return sendWorded(reply, answer as WordedAnswer)
      return file ? sendFile(reply, answer as FileAnswer | FileStream) : answer
    },
  })
}

const FORM = 'application/x-www-form-urlencoded'
/** Names and values of a form; a name that comes more than once has a list. */
function pairsOf(body: string): Record<string, string | string[]> {
  const pairs = new URLSearchParams(body)
  return Object.fromEntries(
    [...new Set(pairs.keys())].map((name) => {
      const [first, ...more] = pairs.getAll(name)
      return [name, more.length > 0 ? [first as string, ...more] : (first as string)]
    }),
  )
}

const sendWorded = (reply: FastifyReply, { status, contentType, body }: WordedAnswer) =>
  reply.code(status).type(contentType).send(body)

const wordProblem =
  (words: NonNullable<Route['words']>) => (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
    const problem = problemOf(error)
    if (problem.status >= 500) request.log.error({ err: error }, problem.code)
    sendWorded(reply, words(problem, { ...(request.query as object), ...(request.params as object) }))
  }

async function refuseWhenMany(
  zone: Zone,
  { ip }: FastifyRequest,
  path: string,
  limit: NonNullable<Route['throttle']>,
): Promise<void> {
  const { db, now } = zone.context()
  if (await admitFrom({ db, now: now() }, path, ip, limit)) return
  throw new GaoxinError(
    'THROTTLED',
    text('同一网络的请求太多', 'Too many requests from this network'),
    text(`请在 ${limit.windowMinutes} 分钟后再试`, `Try again in ${limit.windowMinutes} minutes`),
    { status: 429 },
  )
}

type Described = Pick<Route, 'method' | 'summary' | 'input' | 'output' | 'receives'>

/** What OpenAPI says of a route. */
export function describe(path: string, tag: string, route: Described): Json {
  const file = 'contentType' in route.output ? (route.output as FileOutput) : undefined
  return {
    tags: [tag],
    summary: `${route.summary.zh} · ${route.summary.en}`,
    ...describeInput(route, path),
    response: file
      ? {
          200: {
            description: route.summary.en,
            content: Object.fromEntries(
              [file.contentType].flat().map((type) => [type, { schema: BINARY }] as const),
            ),
          },
        }
      : { 200: { description: route.summary.en, ...jsonSchema(route.output as z.ZodType, 'output') } },
  }
}

export const registerSystem = (server: FastifyInstance, zone: Zone, system: System): void => {
  for (const route of system.routes ?? []) register(server, zone, `/api/${system.id}`, system.name.zh, route)
}

/** Path, query and body in one object; the path wins, then the query. */
export const inputOf = (
  request: FastifyRequest,
  { receives }: Pick<Route, 'receives'> = {},
): Record<string, unknown> => ({
  ...(receives === 'file' ? {} : ((request.body as object | null) ?? {})),
  ...(request.query as object),
  ...(request.params as object),
})

/** A route that stops half-way leaves the request whole, so that its answer can still be sent. */
async function* bytesOf(request: FastifyRequest, { receives }: Route): AsyncGenerator<Uint8Array> {
  if (receives && request.body instanceof Readable) yield* request.body.iterator({ destroyOnReturn: false })
}

function sendFile(reply: FastifyReply, answer: FileAnswer | FileStream) {
  const { fileName, contentType } = answer
  const sent = 'sent' in answer ? answer.sent : undefined
  const how = sent?.inline ? 'inline' : 'attachment'
  return reply
    .type(contentType)
    .header('content-disposition', `${how}; filename*=UTF-8''${encodeName(fileName)}`)
    .headers(sent ? { ...SENT_HEADERS, 'content-length': sent.size } : {})
    .send('pieces' in answer ? readable(answer.pieces) : bufferOf(answer.body))
}

/** RFC 8187, 3.2.1: these signs mean something in an extended value. */
const encodeName = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

/** Nothing that a sent file holds may run, ask for anything or stand in a page of another site. */
const SENT_HEADERS = {
  'content-security-policy':
    "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'private, no-store',
} as const

const readable = (pieces: Bytes): Readable => (pieces instanceof Readable ? pieces : Readable.from(pieces))
const bufferOf = (body: Uint8Array | string) => (typeof body === 'string' ? body : Buffer.from(body))

const BINARY = { type: 'string', format: 'binary' } as const

type Json = Record<string, unknown>

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json
  return rest
}

/** Splits the one input schema into path parameters, query and body for OpenAPI. */
function describeInput(route: Described, path: string): Json {
  const schema = jsonSchema(route.input, 'input') as {
    properties?: Record<string, Json>
    required?: string[]
  }
  const properties = schema.properties ?? {}
  const inPath = [...path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '')
  const pick = (names: string[]) => ({
    type: 'object',
    properties: Object.fromEntries(names.map((name) => [name, properties[name] ?? { type: 'string' }])),
    required: names.filter((name) => inPath.includes(name) || schema.required?.includes(name)),
  })
  const others = Object.keys(properties).filter((name) => !inPath.includes(name))
  const hasBody = route.receives !== 'file' && (route.method === 'POST' || route.method === 'PATCH')
  return {
    ...(route.receives === 'file' ? { consumes: ['application/octet-stream'], body: BINARY } : {}),
    ...(route.receives === 'form' ? { consumes: [FORM] } : {}),
    ...(inPath.length > 0 ? { params: pick(inPath) } : {}),
    ...(others.length > 0 ? { [hasBody ? 'body' : 'querystring']: pick(others) } : {}),
  }
}

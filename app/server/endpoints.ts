import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { faultPoint } from '../../kernel/store/index.ts'
import type { FileAnswer, FileOutput, Route, System } from '../../kernel/system.ts'
import type { Zone } from '../zone.ts'
import { actorOf } from './actors.ts'
import { refuse } from './problem.ts'

/**
 * Registers a declared route: input checked by its schema, the actor by its roles, both described in OpenAPI
 * from the same declaration.
 */
export function register(server: FastifyInstance, zone: Zone, base: string, tag: string, route: Route): void {
  const file = 'contentType' in route.output ? (route.output as FileOutput) : undefined
  const path = `${base}${route.path}`
  server.route({
    method: route.method,
    url: path,
    bodyLimit: 8 * 1024 * 1024,
    schema: describe(path, tag, route),
    handler: async (request, reply) => {
      const actor = await actorOf(zone, request)
      if (route.allow !== 'anyone' && !route.allow.includes(actor.role))
        throw refuse('FORBIDDEN', '没有办理权限', 'You may not do this', 403)
      const input = route.input.parse(inputOf(request))
      const answer = await route.handle(zone.context(actor), input)
      if (request.method !== 'GET') faultPoint('acknowledging')
      return file ? sendFile(reply, answer as FileAnswer) : answer
    },
  })
}

/** What OpenAPI says of a route. */
export function describe(
  path: string,
  tag: string,
  route: Pick<Route, 'method' | 'summary' | 'input' | 'output'>,
): Json {
  const file = 'contentType' in route.output ? (route.output as FileOutput) : undefined
  return {
    tags: [tag],
    summary: `${route.summary.zh} · ${route.summary.en}`,
    ...describeInput(route, path),
    response: file
      ? {
          200: {
            description: route.summary.en,
            content: { [file.contentType]: { schema: { type: 'string', format: 'binary' } } },
          },
        }
      : { 200: { description: route.summary.en, ...jsonSchema(route.output as z.ZodType, 'output') } },
  }
}

export const registerSystem = (server: FastifyInstance, zone: Zone, system: System): void => {
  for (const route of system.routes ?? []) register(server, zone, `/api/${system.id}`, system.name.zh, route)
}

/** Path, query and body in one object; the path wins, then the query. */
export const inputOf = (request: FastifyRequest): Record<string, unknown> => ({
  ...((request.body as object | null) ?? {}),
  ...(request.query as object),
  ...(request.params as object),
})

function sendFile(reply: FastifyReply, { fileName, contentType, body }: FileAnswer) {
  return reply
    .type(contentType)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`)
    .send(typeof body === 'string' ? body : Buffer.from(body))
}

type Json = Record<string, unknown>

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json
  return rest
}

/** Splits the one input schema into path parameters, query and body for OpenAPI. */
function describeInput(route: Pick<Route, 'method' | 'input'>, path: string): Json {
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
  const hasBody = route.method === 'POST' || route.method === 'PATCH'
  return {
    ...(inPath.length > 0 ? { params: pick(inPath) } : {}),
    ...(others.length > 0 ? { [hasBody ? 'body' : 'querystring']: pick(others) } : {}),
  }
}

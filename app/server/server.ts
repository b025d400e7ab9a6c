import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import swagger from '@fastify/swagger'
import Fastify, { type FastifyInstance, type FastifyRequest, LogController } from 'fastify'
import { sql } from 'kysely'
import { z } from 'zod'
import { webFolder } from '../systems.ts'
import { ZONE, type Zone } from '../zone.ts'
import { COOKIE, checkOrigin, demonstrationPeople } from './actors.ts'
import { hasBaseMap, policyOfPages } from './baseMap.ts'
import { choresOf, doChores } from './chores.ts'
import { answerBeforeClosing } from './closing.ts'
import { compressAnswers } from './compressed.ts'
import { register, registerSystem } from './endpoints.ts'
import { registerEvents } from './events.ts'
import { openDesk } from './exchange/desk.ts'
import { refuse, sendProblem } from './problem.ts'
import { editRoutes } from './routes/edit.ts'
import { exchangeRoutes } from './routes/exchange.ts'
import { fileRoutes } from './routes/files.ts'
import { caseRoutes } from './routes/flow/cases.ts'
import { diagramRoutes } from './routes/flow/diagrams.ts'
import { inboxRoutes } from './routes/flow/inbox.ts'
import { noticeRoutes } from './routes/flow/notices.ts'
import { versionRoutes } from './routes/flow/versions.ts'
import { workRoutes } from './routes/flow/work.ts'
import { groundRoutes } from './routes/ground.ts'
import { importRoutes } from './routes/imports.ts'
import { indicatorRoutes } from './routes/indicators.ts'
import { mapRoutes } from './routes/map.ts'
import { metaRoutes } from './routes/meta.ts'
import { recordRoutes } from './routes/records.ts'
import { revealRoutes } from './routes/reveal.ts'
import { ruleDraftRoutes } from './routes/ruleDrafts.ts'
import { ruleRoutes } from './routes/rules.ts'
import { seriesRoutes } from './routes/series.ts'
import { tileRoutes } from './routes/tiles.ts'
import { viewRoutes } from './routes/views.ts'
import { type MqttOptions, registerSeries } from './series/index.ts'
import { registerSignIn, type SignInOptions } from './session/index.ts'

export interface ServerOptions extends SignInOptions {
  /** Where the built browser application lies. */
  readonly webFolder?: string
  /** Structured logs to standard error from this level up, one JSON object a line; none without. */
  readonly log?: string
  /** Addresses of the proxies in front, comma-separated: they say where a request comes from. None: the socket does. */
  readonly trustProxy?: string
  /** A broker for devices, or the one outside that they send to; none without. */
  readonly mqtt?: MqttOptions
}

/** After which a connection ends whose other side neither sends nor takes anything; a live stream says something sooner. */
const STILL_MS = 15 * 60_000

/** The HTTP side of an open zone: everything declared becomes endpoints, described by `/openapi.json`. */
export async function createServer(zone: Zone, options: ServerOptions = {}): Promise<FastifyInstance> {
  const server = Fastify({
    logger: options.log ? { level: options.log, stream: process.stderr } : false,
    logController: new LogController({ disableRequestLogging: true }),
    // Checked by the declarations' own schemas, once.
    ajv: { customOptions: { strict: false } },
    forceCloseConnections: 'idle',
    requestTimeout: STILL_MS,
    connectionTimeout: STILL_MS,
    // A busy machine starts as slowly as it does: that is no reason not to start.
    pluginTimeout: 0,
    trustProxy: options.trustProxy ?? false,
    routerOptions: { maxParamLength: 500 },
  })
  answerBeforeClosing(server)
  server.setValidatorCompiler(() => () => true)
  server.setSerializerCompiler(() => (value) => JSON.stringify(value))
  server.setErrorHandler(sendProblem)
  server.addHook('onRequest', async (request) => checkOrigin(request))
  // One line a request, without query or cookie: neither belongs in a log.
  server.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions } = request
    if (!isApi(request)) return
    request.log.info(
      { method, route: routeOptions.url, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'request',
    )
  })
  server.addHook('onSend', async (request, reply, payload) => {
    reply.headers({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'x-frame-options': 'DENY',
    })
    // What one person may see is not left lying on a machine that others use.
    if (isApi(request) && !reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
    // A file that somebody sent says something stricter of itself.
    if (!reply.hasHeader('content-security-policy')) {
      const isPage = String(reply.getHeader('content-type')).startsWith('text/html')
      const withBaseMap = isPage && (await hasBaseMap(zone.store.db))
      reply.header('content-security-policy', policyOfPages(withBaseMap))
    }
    return payload
  })

  await compressAnswers(server)
  await server.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: `${ZONE.name.zh} · 高新 Gaoxin`,
        version: '0.1.0',
        description: 'Generated from the declarations of the systems.',
      },
    },
  })
  const desk = await openDesk(zone, (error) => server.log.error({ err: error }, 'import'))
  server.addHook('onClose', desk.close)
  await server.register(async (api) => {
    // First: its guard stands before every route that follows.
    const policy = await registerSignIn(api, zone, options)
    // They begin once everything stands: of a server that does not come up nothing goes on.
    let endChores = async () => {}
    api.addHook('onReady', async () => {
      endChores = doChores(choresOf(zone, policy), (error, name) => server.log.error({ err: error }, name))
    })
    api.addHook('onClose', () => endChores())
    for (const route of [...exchangeRoutes(zone), ...importRoutes(zone, desk)])
      register(api, zone, '/api', '公共 Kernel', route)
    for (const routes of [
      metaRoutes,
      indicatorRoutes,
      recordRoutes,
      fileRoutes,
      mapRoutes,
      groundRoutes,
      tileRoutes,
      editRoutes,
      viewRoutes,
      revealRoutes,
      ruleRoutes,
      ruleDraftRoutes,
      inboxRoutes,
      workRoutes,
      noticeRoutes,
      caseRoutes,
      diagramRoutes,
      versionRoutes,
      seriesRoutes,
    ])
      for (const route of routes(zone)) register(api, zone, '/api', '公共 Kernel', route)
    for (const system of zone.systems) registerSystem(api, zone, system)
    registerDemonstrationPosts(api, zone)
    await registerEvents(api, zone)
    await registerSeries(api, zone, options.mqtt)
    registerHealth(api, zone)
  })
  server.get('/openapi.json', { schema: { hide: true } }, () => server.swagger())
  await registerWeb(server, options.webFolder ?? webFolder)
  return server
}

/** By the route that was found: an address can be written in more ways than one. */
const isApi = ({ routeOptions, url }: FastifyRequest): boolean =>
  (routeOptions.url ?? url).startsWith('/api/')

function registerDemonstrationPosts(server: FastifyInstance, zone: Zone): void {
  const attributes = 'Path=/; HttpOnly; SameSite=Strict'
  server.post('/api/session', { schema: { hide: true } }, async (request, reply) => {
    const { person } = z.object({ person: z.string().max(100).nullable() }).parse(request.body)
    if (person === null)
      return reply.header('set-cookie', `${COOKIE}=; ${attributes}; Max-Age=0`).send({ person })
    if (!(await demonstrationPeople(zone)).some(({ id }) => id === person))
      throw refuse('PERSON_UNKNOWN', '没有这个身份', 'There is no such person', 404)
    return reply
      .header('set-cookie', `${COOKIE}=${encodeURIComponent(person)}; ${attributes}`)
      .send({ person })
  })
}

function registerHealth(server: FastifyInstance, zone: Zone): void {
  server.get('/healthz', { schema: { hide: true }, logLevel: 'warn' }, () => ({ status: 'ok' }))
  server.get('/readyz', { schema: { hide: true }, logLevel: 'warn' }, async (_request, reply) => {
    try {
      await sql`select 1`.execute(zone.store.db)
      return { status: 'ok' }
    } catch {
      return reply.code(503).send({ status: 'database unreachable' })
    }
  })
}

/** The built pages; an address that is not a file is a page of the application and gets its first document. */
async function registerWeb(server: FastifyInstance, folder: string): Promise<void> {
  if (existsSync(join(folder, 'index.html')))
    await server.register(fastifyStatic, {
      root: folder,
      wildcard: false,
      preCompressed: true,
      setHeaders: (reply, path) => {
        // Built files carry a hash of their content in the name.
        reply.setHeader(
          'cache-control',
          path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
        )
      },
    })
  server.setNotFoundHandler((request, reply) => {
    const wantsPage = request.method === 'GET' && request.headers.accept?.includes('text/html')
    if (wantsPage && 'sendFile' in reply && !request.url.startsWith('/api/'))
      return reply.sendFile('index.html')
    throw refuse('NOT_FOUND', '没有这个地址', 'There is nothing at this address', 404)
  })
}

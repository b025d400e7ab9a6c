import type { ServerResponse } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import pg from 'pg'
import { type Actor, SOMEBODY } from '../../kernel/access/actor.ts'
import { permitFor } from '../../kernel/access/grants.ts'
import { GaoxinError } from '../../kernel/errors.ts'
import { recordsRead } from '../../kernel/figures/index.ts'
import { concernedBy, toldBy, WORKERS } from '../../kernel/flow/index.ts'
import { devices, READINGS } from '../../kernel/series/index.ts'
import { type AnnouncedChange, CHANGES, isAmong, type RecordDefinition } from '../../kernel/store/index.ts'
import { text } from '../../kernel/text.ts'
import { allRecords } from '../systems.ts'
import type { Zone } from '../zone.ts'
import { actorOf } from './actors.ts'
import { Places } from './exchange/turns.ts'
import { hasEnded } from './session/visit.ts'

/** A comment line this often keeps proxies from closing an idle stream. */
const HEARTBEAT_MS = 25_000

/** Streams at once: of one person, which are their screens, and of all who have not signed in. */
const OF_ONE = 50
const OF_STRANGERS = 1000
const OF_ALL = 10_000

/** Bytes that wait for a reader who does not read; more are not kept for anybody. */
const MOST_WAITING = 64 * 1024

/** What is no record: whom a change of it concerns is said by the kernel. */
const CONCERNED: ReadonlyMap<string, typeof concernedBy> = new Map([
  ['flow.cases', concernedBy],
  ['flow.notices', toldBy],
  // Of readings those hear who read which devices there are.
  [READINGS, async () => (actor) => permitFor(devices, actor, 'read') !== undefined],
])
/** As many ids as a change carries at most. */
const MOST_NAMED = 100

/** How soon a lost connection is tried again, twice as long after each failure. */
const FIRST_WAIT_MS = 100
const LONGEST_WAIT_MS = 10_000

/**
 * Server-sent events: one database connection listens, every open screen hears `{record}` when a transaction that
 * changed rows of it has committed, whichever program made the change, if its person may read that record; whose grant
 * is limited to some rows, if one of those changed. Which rows they were it is not told: it asks again, and gets what
 * it may see. `own` marks what the person of the screen has changed, who need not be told of it everywhere;
 * `figures` what figures are computed from.
 */
export async function registerEvents(server: FastifyInstance, zone: Zone): Promise<void> {
  const screens = new Map<ServerResponse, { request: FastifyRequest; actor: Actor }>()
  const people = new Places(OF_ALL, OF_ONE)
  const strangers = new Places(OF_STRANGERS, OF_STRANGERS)
  const records = allRecords(zone.systems)
  const figured = recordsRead(zone.systems.flatMap(({ indicators }) => indicators))
  const closing = new AbortController()
  const listen = () =>
    listenOnce(zone.store.pool.options, (payload) => {
      const change = changeOf(payload)
      const concerned = CONCERNED.get(change.record)
      if (concerned)
        return void tellConcerned(change, concerned).catch((error: unknown) =>
          server.log.warn({ err: error }, 'a case that could not be told of'),
        )
      const record = records.get(change.record)
      for (const [screen, { actor }] of record ? screens : [])
        void tell(screen, actor, record as RecordDefinition, change).catch((error: unknown) =>
          server.log.warn({ err: error }, 'a change that could not be told'),
        )
    })
  const tell = async (
    screen: ServerResponse,
    actor: Actor,
    record: RecordDefinition,
    change: AnnouncedChange,
  ) => {
    const permit = permitFor(record, actor, 'read')
    if (!permit || (permit.where && !(await isAmong(zone.store.db, record, permit.where, change)))) return
    // It may have been closed meanwhile.
    if (screens.has(screen)) say(screen, told(record.id, actor, change, figured.has(record.id)))
  }
  const tellConcerned = async (change: AnnouncedChange, concerned: typeof concernedBy) => {
    const { record, ids } = change
    if (screens.size === 0) return
    const concerns = await concerned({ db: zone.store.db, systems: zone.systems }, ids)
    // Of many at once only the first are named: then everybody asks again who may see any.
    const many = ids.length >= MOST_NAMED
    for (const [screen, { actor }] of screens)
      if (many ? WORKERS.includes(actor.role) : concerns(actor)) say(screen, told(record, actor, change))
  }
  let listener = await listen()

  /** Listens on when the connection is lost. */
  const keepListening = async () => {
    while (!closing.signal.aborted) {
      server.log.warn('the change listener lost its connection')
      zone.store.revive()
      listener = await again(listen, closing.signal)
      if (closing.signal.aborted) return listener.end()
      server.log.warn('the change listener is back')
      // What changed meanwhile nobody heard: a screen whose stream ends connects again and asks for everything.
      for (const screen of screens.keys()) screen.end()
      screens.clear()
      await listener.ended
    }
  }
  const kept = listener.ended.then(keepListening).catch((error: unknown) => {
    if (!closing.signal.aborted) throw error
  })

  const lookAgain = async (screen: ServerResponse, request: FastifyRequest) => {
    if (await hasEnded(request)) return screen.end()
    const actor = await actorOf(zone, request)
    // It may have been closed meanwhile.
    if (screens.has(screen)) screens.set(screen, { request, actor })
  }
  const heartbeat = setInterval(() => {
    for (const [screen, { request }] of screens) {
      say(screen, ': here\n\n')
      // A session that has ended hears no more; a post that has ended hears less.
      void lookAgain(screen, request).catch((error: unknown) => server.log.warn({ err: error }, 'heartbeat'))
    }
  }, HEARTBEAT_MS)
  server.addHook('preClose', async () => {
    clearInterval(heartbeat)
    closing.abort()
    for (const screen of screens.keys()) screen.end()
    await listener.end()
    await kept
  })
  server.get('/api/events', { schema: { hide: true } }, async (request, reply) => {
    const actor = await actorOf(zone, request)
    const leave = (SOMEBODY.includes(actor.role) ? people : strangers).take(actor.id)
    if (!leave) throw tooMany()
    reply.hijack()
    reply.raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      // Ended, it is to leave no open connection behind that the server would wait for when it stops.
      connection: 'close',
      'x-accel-buffering': 'no',
    })
    reply.raw.write('retry: 2000\n\n')
    screens.set(reply.raw, { request, actor })
    const gone = () => {
      screens.delete(reply.raw)
      leave()
    }
    reply.raw.once('close', gone)
    // Closed while it was asked who it is, it will not say so again.
    if (reply.raw.destroyed || request.raw.socket.destroyed) gone()
  })
}

const told = (record: string, { id, role }: Actor, { actor }: AnnouncedChange, figures = false): string => {
  const own = id === actor && SOMEBODY.includes(role)
  const change = { record, ...(own ? { own } : {}), ...(figures ? { figures } : {}) }
  return `event: change\ndata: ${JSON.stringify(change)}\n\n`
}

/** Whoever does not read is let go: a page that is still there connects again. */
function say(screen: ServerResponse, words: string): void {
  if (screen.writableLength > MOST_WAITING) screen.destroy()
  else screen.write(words)
}

const tooMany = () =>
  new GaoxinError(
    'LIVE_FULL',
    text('实时消息的连接太多', 'Too many streams of live messages are open'),
    text('请关闭不用的页面后刷新', 'Close pages that you do not use, then load this one again'),
    { status: 503 },
  )

const changeOf = (payload: string | undefined): AnnouncedChange => ({
  record: '',
  ids: [],
  tx: null,
  actor: null,
  ...(JSON.parse(payload ?? '{}') as Partial<AnnouncedChange>),
})

interface Listener {
  /** Settles when the connection is gone, for whatever reason. */
  readonly ended: Promise<void>
  readonly end: () => Promise<void>
}

async function listenOnce(
  options: pg.ClientConfig,
  hear: (payload: string | undefined) => void,
): Promise<Listener> {
  const client = new pg.Client({ ...options, keepAlive: true })
  const ended = new Promise<void>((done) => client.once('end', done))
  // Followed by 'end', which is what we act on.
  client.on('error', () => {})
  client.on('notification', ({ payload }) => hear(payload))
  try {
    await client.connect()
    await client.query(`listen ${CHANGES}`)
  } catch (error) {
    await client.end().catch(() => {})
    throw error
  }
  return { ended, end: () => client.end() }
}

/** Tries until it succeeds. @throws when the signal says that nobody wants it any more. */
async function again(listen: () => Promise<Listener>, signal: AbortSignal): Promise<Listener> {
  for (let wait = FIRST_WAIT_MS; ; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
    await delay(wait, undefined, { signal })
    try {
      return await listen()
    } catch {
      // Still away; the log has said so.
    }
  }
}

import type { FastifyInstance } from 'fastify'
import pg from 'pg'
import { CHANGES, type Zone } from '../zone.ts'

/** A comment line this often keeps proxies from closing an idle stream. */
const HEARTBEAT_MS = 25_000

/**
 * Server-sent events: one database connection listens, every open screen hears `{record, ids}` when a
 * transaction that changed rows has committed, whichever program made the change.
 */
export async function registerEvents(server: FastifyInstance, zone: Zone): Promise<void> {
  const screens = new Set<NodeJS.WritableStream>()
  const listener = new pg.Client(zone.store.pool.options)
  listener.on('error', (error) => server.log.warn({ err: error }, 'the change listener lost its connection'))
  await listener.connect()
  listener.on('notification', ({ payload }) => {
    for (const screen of screens) screen.write(`event: change\ndata: ${payload}\n\n`)
  })
  await listener.query(`listen ${CHANGES}`)

  const heartbeat = setInterval(() => {
    for (const screen of screens) screen.write(': here\n\n')
  }, HEARTBEAT_MS)
  server.addHook('preClose', async () => {
    clearInterval(heartbeat)
    for (const screen of screens) screen.end()
    await listener.end()
  })
  server.get('/api/events', { schema: { hide: true } }, (request, reply) => {
    reply.hijack()
    reply.raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      connection: 'keep-alive',
      'x-accel-buffering': 'no',
    })
    reply.raw.write('retry: 2000\n\n')
    screens.add(reply.raw)
    request.raw.on('close', () => screens.delete(reply.raw))
  })
}

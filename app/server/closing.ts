import type { FastifyInstance } from 'fastify'

/** How long what is under way when the server stops may still take, in milliseconds. */
const GRACE_MS = 10_000

/**
 * A server that stops answers first what it was asked; what takes longer than the grace is cut off.
 * It must have been made with `forceCloseConnections: 'idle'`.
 */
export function answerBeforeClosing(server: FastifyInstance, graceMs = GRACE_MS): void {
  let patience: NodeJS.Timeout | undefined
  server.addHook('preClose', async () => {
    patience = setTimeout(() => server.server.closeAllConnections(), graceMs)
  })
  // Kept alive, an answered connection would hold the stopping up until it times out.
  server.addHook('onSend', async (_request, reply) => {
    if (patience) reply.header('connection', 'close')
  })
  server.addHook('onClose', async () => clearTimeout(patience))
}

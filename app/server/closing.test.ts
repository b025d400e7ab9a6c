import { once } from 'node:events'
import { Agent, request } from 'node:http'
import Fastify from 'fastify'
import { expect, it } from 'vitest'
import { answerBeforeClosing } from './closing.ts'

/** A server that is asked something which takes until `finish`, by a client that keeps its connection. */
async function asked(graceMs?: number) {
  const server = Fastify({ forceCloseConnections: 'idle' })
  answerBeforeClosing(server, graceMs)
  let begun = () => {}
  let finish = () => {}
  const under = new Promise<void>((resolve) => (begun = resolve))
  const done = new Promise<void>((resolve) => (finish = resolve))
  const closing = new Promise<void>((resolve) => server.addHook('preClose', async () => resolve()))
  server.get('/', async () => {
    begun()
    await done
    return 'answered'
  })
  await server.listen({ port: 0, host: '127.0.0.1' })
  const { port } = server.server.address() as { port: number }
  const call = request({ port, agent: new Agent({ keepAlive: true }) }).end()
  const answer = once(call, 'response').then(
    ([response]) => response.statusCode,
    ({ code }) => code,
  )
  await under
  return { server, closing, finish, answer }
}

it('answers what is under way before it closes', async () => {
  const { server, closing, finish, answer } = await asked()
  const closed = server.close()
  await closing
  finish()
  expect(await answer).toBe(200)
  await closed
})

it('cuts off what takes longer than the grace', async () => {
  const { server, finish, answer } = await asked(1)
  await server.close()
  expect(await answer).toBe('ECONNRESET')
  finish()
})

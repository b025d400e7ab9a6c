import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { createServer } from '../app/server/server.ts'
import { testZone } from '../test/zone.ts'
import { clientTypes } from './clientTypes.ts'

const test = testZone()

it('the types that the browser compiles against are those of today’s declarations (npm run client)', async () => {
  const server = await createServer(test.zone)
  expect(await clientTypes(server)).toBe(await readFile('app/web/client/schema.ts', 'utf8'))
  await server.close()
})

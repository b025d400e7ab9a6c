/** The program that is killed: readings over HTTP and MQTT, into the database that it is told. */
import { createServer } from '../../../app/server/server.ts'
import { openZone } from '../../../app/zone.ts'
import { trial } from '../../../kernel/series/series.fixture.ts'
import { testVault } from '../../vault.ts'

const [, , url, port] = process.argv
const zone = await openZone({
  url: url as string,
  folder: '',
  systems: [trial],
  // No records, so no tables of its own.
  systemsFolder: '.tmp-none',
  vault: testVault,
  whenNew: 'empty',
})
const server = await createServer(zone, { webFolder: '', mqtt: { port: Number(port), host: '127.0.0.1' } })
console.log(await server.listen({ port: 0, host: '127.0.0.1' }))

/** The program that is killed: a zone with the trial system alone, served over HTTP from the folder it is told. */
import { createServer } from '../../app/server/server.ts'
import { openZone } from '../../app/zone.ts'
import { testVault } from '../vault.ts'
import trial from './systems/trial/index.ts'

const zone = await openZone({
  folder: process.argv[2]!,
  systems: [trial],
  systemsFolder: new URL('systems', import.meta.url).pathname,
  vault: testVault,
})
const server = await createServer(zone, { webFolder: '' })
console.log(await server.listen({ port: 0, host: '127.0.0.1' }))

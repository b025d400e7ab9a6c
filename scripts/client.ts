/** `npm run client`: writes the browser's types of the API from the declarations. */
import { writeFile } from 'node:fs/promises'
import { createServer } from '../app/server/server.ts'
import { openZone } from '../app/zone.ts'
import { clientTypes } from './clientTypes.ts'

const zone = await openZone({
  url: process.env.DATABASE_URL || undefined,
  folder: process.env.GAOXIN_DATA ?? 'data',
})
const server = await createServer(zone)
await writeFile('app/web/client/schema.ts', await clientTypes(server))
await server.close()
await zone.close()

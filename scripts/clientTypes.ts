import type { FastifyInstance } from 'fastify'
import openapiTypes, { astToString } from 'openapi-typescript'

/**
 * The TypeScript types of every endpoint, for the browser's typed client (`app/web/client/schema.ts`). Lists and
 * rows of single records are left out: the browser reads their columns from `/api/meta`, whatever the record.
 */
export async function clientTypes(server: FastifyInstance): Promise<string> {
  await server.ready()
  const document = structuredClone(server.swagger())
  for (const path of Object.keys(document.paths ?? {}))
    if (path.startsWith('/api/records/') && !path.includes('{record}')) delete document.paths?.[path]
  return `// Written by npm run client from the declarations; do not edit.\n${astToString(await openapiTypes(document as never))}`
}

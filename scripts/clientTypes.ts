import type { FastifyInstance } from 'fastify'
import openapiTypes, { astToString } from 'openapi-typescript'

/** The TypeScript types of every endpoint, for the browser's typed client (`app/web/client/schema.ts`). */
export async function clientTypes(server: FastifyInstance): Promise<string> {
  await server.ready()
  const document = structuredClone(server.swagger())
  return `// Written by npm run client from the declarations; do not edit.\n${astToString(await openapiTypes(document as never))}`
}

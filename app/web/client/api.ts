import createClient from 'openapi-fetch'
import { send } from './fetch.ts'
import type { paths } from './schema.ts'

/** The typed door to the API: addresses and answers as the server declares them; refusals are thrown as `ProblemError`. */
export const client = createClient<paths>({ fetch: (request) => send(request) })

type Ok<P> = P extends { get: { responses: { 200: { content: { 'application/json': infer T } } } } }
  ? T
  : never

/** What a GET of this address answers: `ApiAnswer<'/api/plan/verify'>`. */
export type ApiAnswer<P extends keyof paths> = Ok<paths[P]>

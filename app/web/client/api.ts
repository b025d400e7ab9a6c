import type { paths } from './schema.ts'

/** The addresses of the API that answer a GET with JSON, as the server declares them. */
export type GetPath = {
  [P in keyof paths]: paths[P] extends {
    get: { responses: { 200: { content: { 'application/json': unknown } } } }
  }
    ? P
    : never
}[keyof paths]

/** What a GET of this address answers: `ApiAnswer<'/api/plan/verify'>`. */
export type ApiAnswer<P extends GetPath> = paths[P] extends {
  get: { responses: { 200: { content: { 'application/json': infer T } } } }
}
  ? T
  : never

type Get<P extends GetPath> = paths[P] extends { get: { parameters: infer T } } ? T : never
type Part<T, K extends string> = T extends { [key in K]?: infer V } ? NonNullable<V> : never
type Loose<V> = { readonly [K in keyof V]: V[K] | undefined }

/** The values for an address: those in its path, and its query, of which any may be left open. */
export type ApiInput<P extends GetPath> = ([Part<Get<P>, 'path'>] extends [never]
  ? { readonly path?: undefined }
  : { readonly path: Readonly<Part<Get<P>, 'path'>> }) &
  ([Part<Get<P>, 'query'>] extends [never]
    ? { readonly query?: undefined }
    : { readonly query?: Loose<Part<Get<P>, 'query'>> })

/** `/api/plan/granules/{id}` with its values put in. */
export const filled = (template: string, values: Readonly<Record<string, unknown>> = {}): string =>
  template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(values[name])))

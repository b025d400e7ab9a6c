import { useQuery } from '@tanstack/react-query'
import { get } from './fetch.ts'
import type { Row, RowPage } from './types.ts'

type Waiting = Map<string, ((row: Promise<Row | null>) => void)[]>
const waiting = new Map<string, Waiting>()

/** Most ids of one request, so that its address stays short. */
const MOST = 100

/** One row by id; what is asked for in the same instant goes in one request: `filter[id]=a|b|c`. */
function rowOf(path: string, id: string): Promise<Row | null> {
  return new Promise((resolve) => {
    const asked: Waiting = waiting.get(path) ?? new Map()
    if (asked.size === 0) setTimeout(() => flush(path))
    waiting.set(path, asked.set(id, [...(asked.get(id) ?? []), resolve]))
  })
}

function flush(path: string): void {
  const asked = [...(waiting.get(path) ?? [])]
  waiting.delete(path)
  for (let from = 0; from < asked.length; from += MOST) {
    const part = asked.slice(from, from + MOST)
    const page = get<RowPage>(path, { 'filter[id]': part.map(([id]) => id).join('|'), limit: MOST })
    for (const [id, resolvers] of part) {
      const row = page.then(({ rows }) => rows.find((one) => one.id === id) ?? null)
      for (const resolve of resolvers) resolve(row)
    }
  }
}

/** A row that another refers to. */
export const useNamedRow = (record: string, id: string) => {
  const path = `/api/records/${record.replace('.', '/')}`
  return useQuery<Row | null, Error>({ queryKey: [path, { named: id }], queryFn: () => rowOf(path, id) })
}

import { useMeta } from '../../client/queries.ts'

/** Names of the zone's people by id, where one may know them. */
export function useNames(): (id: string | null | undefined) => string {
  const { data } = useMeta()
  const names = (data?.names ?? {}) as Readonly<Record<string, string>>
  return (id) => (id ? (names[id] ?? id) : '—')
}

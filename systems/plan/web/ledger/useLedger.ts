import { useSearchParams } from 'react-router'
import type { ApiInput } from '../../../../app/web/client/api.ts'
import { useApi, useMeta } from '../../../../app/web/client/queries.ts'

const NAMES = ['list', 'office', 'light', 'search'] as const
type Filters = NonNullable<ApiInput<'/api/plan/ledger'>['query']>
export type FilterName = (typeof NAMES)[number] | 'year'

/** The ledger by the filters in the address; the year is this one unless said otherwise. */
export function useLedger() {
  const [params, setParams] = useSearchParams()
  const { data: meta } = useMeta()
  const year = params.get('year') ?? meta?.zone.today.slice(0, 4)
  const query: Filters = Object.fromEntries(NAMES.map((name) => [name, params.get(name) ?? undefined]))
  const asked = useApi(
    '/api/plan/ledger',
    year ? { query: { ...query, year: year === 'all' ? undefined : year } } : undefined,
  )
  const set = (name: FilterName, value: string) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before)
        if (value) next.set(name, value)
        else next.delete(name)
        return next
      },
      { replace: true, preventScrollReset: true },
    )
  return {
    asked,
    set,
    value: (name: FilterName) => (name === 'year' ? (year ?? '') : (params.get(name) ?? '')),
  }
}

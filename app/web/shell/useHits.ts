import { useIndicators, useMeta, useRows } from '../client/queries.ts'
import { useLanguage, useSay } from '../i18n/index.ts'

export interface Hit {
  readonly kind: 'indicator' | 'granule' | 'office' | 'page'
  readonly name: string
  readonly to: string
}

const MOST = 5
/** Tasks are found where the plan keeps them; a zone without that record simply finds none. */
const TASKS = 'plan.granules'

/** What the search box offers: indicators, offices and lists from what is already here, tasks from the server. */
export function useHits(q: string): readonly Hit[] {
  const say = useSay()
  const language = useLanguage()
  const { data: indicators } = useIndicators()
  const { data: meta } = useMeta()
  const hasTasks = meta?.systems.some(({ records }) => records.some(({ id }) => id === TASKS))
  const tasks = useRows(q.length > 1 && hasTasks ? TASKS : undefined, { q, limit: MOST })
  if (!q) return []
  const wanted = q.toLowerCase()
  const has = (...names: readonly (string | undefined)[]) =>
    names.some((name) => name?.toLowerCase().includes(wanted))
  const first = <T>(list: readonly T[] | undefined, keep: (one: T) => boolean): T[] =>
    (list ?? []).filter(keep).slice(0, MOST)
  return [
    ...first(indicators, ({ name, synonyms = [], id }) => has(name.zh, name.en, id, ...synonyms)).map(
      ({ id, name }): Hit => ({
        kind: 'indicator',
        name: say(name),
        to: `/indicators/${encodeURIComponent(id)}`,
      }),
    ),
    ...(tasks.data?.rows ?? []).map(
      (row): Hit => ({ kind: 'granule', name: String(row.text), to: `/plan/${encodeURIComponent(row.id)}` }),
    ),
    ...first(meta?.offices, ({ name, short, name_en }) => has(name, short, name_en)).map(
      ({ id, name, name_en }): Hit => ({
        kind: 'office',
        name: language === 'zh' ? name : name_en,
        to: `/offices?office=${id}`,
      }),
    ),
    ...first(
      meta?.systems.flatMap(({ records }) => records),
      ({ name }) => has(name.zh, name.en),
    ).map(({ id, name }): Hit => ({ kind: 'page', name: say(name), to: `/records/${id.replace('.', '/')}` })),
  ]
}

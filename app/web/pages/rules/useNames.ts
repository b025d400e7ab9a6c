import { useMeta } from '../../client/queries.ts'
import { useSay } from '../../i18n/index.ts'
import { text } from '../../i18n/text.ts'

/** What the program enters itself. */
const PROGRAM = text('系统', 'The program')

/** Names of the zone's people by id, where one may know them. */
export function useNames(): (id: string | null | undefined) => string {
  const { data } = useMeta()
  const names = (data?.names ?? {}) as Readonly<Record<string, string>>
  const say = useSay()
  return (id) => (id === 'gaoxin' ? say(PROGRAM) : id ? (names[id] ?? id) : '—')
}

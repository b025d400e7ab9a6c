import { useMeta } from '../../../app/web/client/queries.ts'
import { useSay } from '../../../app/web/i18n/index.ts'

const COLUMNS = {
  class: ['efficiency.results', 'class'],
  exemption: ['efficiency.results', 'exemption'],
  segment: ['efficiency.firms', 'segment'],
  veto: ['efficiency.vetoes', 'kind'],
} as const

/** What a choice of the evaluation is called in the language of the screen. */
export function useNames(): (list: keyof typeof COLUMNS, id: string) => string {
  const say = useSay()
  const { data } = useMeta()
  const records = data?.systems.flatMap(({ records }) => records)
  return (list, id) => {
    const [record, column] = COLUMNS[list]
    return say(records?.find((one) => one.id === record)?.columns[column]?.choices?.[id]) || id
  }
}

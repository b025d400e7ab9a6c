import { useChoice } from '../../../app/web/kit/useChoice.ts'

const COLUMNS = {
  class: ['efficiency.results', 'class'],
  exemption: ['efficiency.results', 'exemption'],
  segment: ['efficiency.firms', 'segment'],
  veto: ['efficiency.vetoes', 'kind'],
} as const

/** What a choice of the evaluation is called in the language of the screen. */
export function useNames(): (list: keyof typeof COLUMNS, id: string) => string {
  const choice = useChoice()
  return (list, id) => {
    const [record, column] = COLUMNS[list]
    return choice(record, column, id)
  }
}

import type { FigureStatus } from '../../../kernel/figures/figure.ts'
import { useWords } from '../i18n/index.ts'

/** Where a number comes from, in one word with the same line that underlines it in the report. */
export function Mark({ status }: { status: FigureStatus }) {
  const words = useWords()
  return (
    <span className={`mark mark-${status}`} title={words(`statusHelp.${status}`)}>
      {words(`status.${status}`)}
    </span>
  )
}

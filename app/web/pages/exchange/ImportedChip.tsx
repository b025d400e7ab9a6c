import { useSay, useWords } from '../../i18n/index.ts'
import { W } from './words.ts'

/** Says that a list shows the rows of one import only, and takes that off. */
export function ImportedChip({ value, clear }: { value: string; clear: () => void }) {
  const say = useSay()
  const words = useWords()
  if (!value) return null
  return (
    <p className="chips imported">
      <button type="button" className="chip" aria-pressed="true" onClick={clear}>
        {say(W.onlyImported)}
        <span aria-hidden="true">×</span>
        <span className="sr-only">{words('clear')}</span>
      </button>
    </p>
  )
}

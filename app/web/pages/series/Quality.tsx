import { useSay } from '../../i18n/index.ts'
import { useMarks } from '../../i18n/marks.ts'
import { LightShape } from '../../kit/Light.tsx'
import { W } from './words.ts'

export type Flag = keyof typeof W.flags

/** What is doubted of a reading, with the colour, the shape and the word. */
export function Quality({ flags, silent = false }: { flags: readonly Flag[]; silent?: boolean }) {
  const say = useSay()
  const marks = useMarks()
  const doubted = flags.some((flag) => flag !== 'gap')
  const said = [...(silent ? [W.silent] : []), ...flags.map((flag) => W.flags[flag])]
  return (
    <span className="light">
      <LightShape light={silent ? 'red' : doubted ? 'yellow' : 'green'} />
      {said.length > 0 ? said.map((each) => say(each)).join(marks.list) : say(W.good)}
    </span>
  )
}

import { Link } from 'react-router'
import { useLanguage, useSay } from '../../i18n/index.ts'
import { useMarks } from '../../i18n/marks.ts'
import { reasonIn } from '../../i18n/reasons.ts'
import { W } from './words.ts'

const OF_IMPORT = /^(.*)〔导入 ([\w-]+)〕$/s

/** A reason, the program's own in the language shown; of a change that came with a file it leads to the import. */
export function Why({ why }: { why: string }) {
  const say = useSay()
  const marks = useMarks()
  const language = useLanguage()
  const [, words, id] = OF_IMPORT.exec(why) ?? []
  if (!id) return reasonIn(why, language)
  return (
    <>
      {reasonIn(words ?? '', language)}
      {marks.open}
      <Link to={`/records/exchange/imports/${id}`}>{say(W.seeImport)}</Link>
      {marks.close}
    </>
  )
}

import { Link } from 'react-router'
import { useSay } from '../../i18n/index.ts'
import { useMarks } from '../../i18n/marks.ts'
import { W } from './words.ts'

const OF_IMPORT = /^(.*)〔导入 ([\w-]+)〕$/s

/** A reason; of a change that came with a file it leads to the import. */
export function Why({ why }: { why: string }) {
  const say = useSay()
  const marks = useMarks()
  const [, words, id] = OF_IMPORT.exec(why) ?? []
  if (!id) return why
  return (
    <>
      {words}
      {marks.open}
      <Link to={`/records/exchange/imports/${id}`}>{say(W.seeImport)}</Link>
      {marks.close}
    </>
  )
}

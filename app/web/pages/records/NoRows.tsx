import type { MetaRecord } from '../../client/types.ts'
import { useSay, useWords } from '../../i18n/index.ts'
import { useMarks } from '../../i18n/marks.ts'
import { Missing } from '../../kit/Missing.tsx'
import { pageOf } from '../form/useRecord.ts'
import { W } from '../form/words.ts'

/** A list without rows: who brings them in, and for those the way to do so. */
export function NoRows({ record }: { record: MetaRecord }) {
  const say = useSay()
  const words = useWords()
  const marks = useMarks()
  const { may, filledBy } = record
  const name = say(record.name)
  return (
    <Missing
      title={words('emptyRecord', { name })}
      hint={
        filledBy.length > 0
          ? words('emptyRecordBrought', { roles: filledBy.map(say).join(marks.list) })
          : words('emptyRecordHint')
      }
      to={may.import ? `/import/${record.id.replace('.', '/')}` : `${pageOf(record)}/new`}
      action={may.import ? words('bringRows', { name }) : say(W.create)}
      may={may.import !== undefined || may.create !== undefined}
    />
  )
}

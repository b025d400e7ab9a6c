import type { MetaRecord } from '../../client/types.ts'
import { useSay } from '../../i18n/index.ts'
import { useMarks } from '../../i18n/marks.ts'
import { formatNumber } from '../../kit/format.ts'
import { Reference } from '../../kit/Reference.tsx'
import { useCell } from '../../kit/useCell.tsx'
import { REFUSED, W } from '../form/words.ts'
import type { Preview } from './useBulk.ts'

interface Props {
  readonly record: MetaRecord
  readonly preview: Preview
  readonly name: string
  readonly value: unknown
}

/** Some rows of a preview as they are and as they would be, and why others are refused. */
export function Before({ record, preview, name, value }: Props) {
  const say = useSay()
  const cell = useCell()
  const marks = useMarks()
  const column = record.columns[name]
  if (!column) return null
  return (
    <>
      {preview.refused.length > 0 && (
        <ul className="second">
          {preview.refused.map(({ reason, rows }) => (
            <li key={reason}>
              {say(REFUSED[reason])}
              {marks.colon}
              {formatNumber(rows)} {say(W.rows)}
            </li>
          ))}
        </ul>
      )}
      {preview.sample.length > 0 && (
        <section className="table-box boxed" aria-label={say(W.sample)} style={{ maxHeight: 220 }}>
          <table className="table compact">
            <thead>
              <tr>
                <th scope="col">{say(record.columns[record.title]?.name ?? record.name)}</th>
                <th scope="col">{say(W.before)}</th>
                <th scope="col">{say(W.after)}</th>
              </tr>
            </thead>
            <tbody>
              {preview.sample.map(({ id, before }) => (
                <tr key={id}>
                  <td>
                    <Reference record={record.id} id={id} />
                  </td>
                  <td>{cell(column, before[name])}</td>
                  <td>{cell(column, value)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  )
}

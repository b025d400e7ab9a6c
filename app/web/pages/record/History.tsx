import { useRowHistory, type Version } from '../../client/queries.ts'
import type { MetaRecord } from '../../client/types.ts'
import { useLanguage, useSay, useWords } from '../../i18n/index.ts'
import { formatInstant } from '../../kit/format.ts'
import { Answer } from '../../kit/States.tsx'
import { useCell } from '../../kit/useCell.tsx'
import { usePost } from '../../kit/usePost.ts'
import { Why } from '../exchange/Why.tsx'

/** Every change of a row, newest first: who, when, why, and each column's old value beside the new. */
export function History({ record, id }: { record: MetaRecord; id: string }) {
  const words = useWords()
  const asked = useRowHistory(record.id, id)
  return (
    <section className="block">
      <h2>{words('history')}</h2>
      <Answer of={asked}>
        {(versions) => (
          <ol className="timeline">
            {versions.map((version) => (
              <Entry key={version.seq} record={record} version={version} />
            ))}
          </ol>
        )}
      </Answer>
    </section>
  )
}

function Entry({ record, version }: { record: MetaRecord; version: Version }) {
  const say = useSay()
  const words = useWords()
  const language = useLanguage()
  const cell = useCell()
  const post = usePost()
  const { before, after, at, actor, why } = version
  return (
    <li>
      <p className="second">
        <time dateTime={at}>{formatInstant(at, language)}</time> · {post(actor)}
        {why && (
          <>
            {' '}
            · <Why why={why} />
          </>
        )}
      </p>
      {before === null || after === null ? (
        <p>{words(before === null ? 'rowCreated' : 'rowRemoved')}</p>
      ) : (
        <ul className="differences">
          {changed(record, before, after).map(([name, column]) => (
            <li key={name}>
              {say(column.name)} <del>{cell(column, before[name])}</del>
              {' → '}
              <ins>{cell(column, after[name])}</ins>
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

type Image = Readonly<Record<string, unknown>>

const changed = ({ columns }: MetaRecord, before: Image, after: Image) =>
  Object.entries(columns).filter(
    ([name]) => JSON.stringify(before[name] ?? null) !== JSON.stringify(after[name] ?? null),
  )

import { useMeta } from '../../client/queries.ts'
import type { MetaRecord } from '../../client/types.ts'
import { useSay } from '../../i18n/index.ts'
import { useCell } from '../../kit/useCell.tsx'
import { usePost } from '../../kit/usePost.ts'
import type { Draft } from './draft.ts'
import type { Conflict } from './useSave.ts'
import { W } from './words.ts'

interface Props {
  readonly record: MetaRecord
  readonly conflict: Conflict
  readonly draft: Draft
  readonly set: (name: string, value: string) => void
}

/** Before, theirs and mine side by side, to choose from column by column. */
export function ThreeWay({ record, conflict, draft, set }: Props) {
  const say = useSay()
  const cell = useCell()
  const post = usePost()
  const { data: meta } = useMeta()
  const by = meta?.people.find(({ id }) => id === conflict.by)?.name ?? conflict.by
  return (
    <section className="block three-way" role="alert">
      <h2>{say(W.conflict)}</h2>
      <p className="second">
        {say(W.conflictBy)}
        {post(by)}。{say(W.conflictHelp)}
      </p>
      <div className="table-box">
        <table className="table compact">
          <thead>
            <tr>
              {[W.column, W.before, W.theirs, W.mine].map((head) => (
                <th key={head.zh} scope="col">
                  {say(head)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {conflict.columns.map(({ name, base, theirs, mine }) => {
              const column = record.columns[name]
              if (!column) return null
              const option = (value: string, label: string) =>
                mine === theirs ? (
                  cell(column, value)
                ) : (
                  <label>
                    <input
                      type="radio"
                      name={`choose-${name}`}
                      aria-label={`${say(column.name)} ${label}`}
                      checked={draft[name] === value}
                      onChange={() => set(name, value)}
                    />
                    {cell(column, value)}
                  </label>
                )
              return (
                <tr key={name}>
                  <td data-card="title">{say(column.name)}</td>
                  <td data-card="show" data-name={say(W.before)}>
                    {cell(column, base)}
                  </td>
                  <td data-card="show" data-name={say(W.theirs)}>
                    {option(theirs, say(W.theirs))}
                  </td>
                  <td data-card="show" data-name={say(W.mine)}>
                    {option(mine, say(W.mine))}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </section>
  )
}

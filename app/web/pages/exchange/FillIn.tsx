import type { MetaRecord } from '../../client/types.ts'
import { useSay } from '../../i18n/index.ts'
import { useMarks } from '../../i18n/marks.ts'
import { useOfficeChoices } from '../../kit/useOffice.ts'
import type { Filled } from './filled.ts'
import { W } from './words.ts'

interface Props {
  readonly record: MetaRecord
  readonly sheets: readonly string[]
  /** Columns that are filled, and those that may be added to them. */
  readonly names: readonly string[]
  readonly more: readonly string[]
  readonly nameOf: (name: string) => string
  readonly filled: Filled
  readonly fill: (filled: Filled) => void
  readonly add: (name: string) => void
}

/** What a file does not say of its rows, sheet by sheet: of a drawing, layer by layer; a sheet may be left out. */
export function FillIn({ record, sheets, names, more, nameOf, filled, fill, add }: Props) {
  const say = useSay()
  const marks = useMarks()
  return (
    <fieldset className="fill-in">
      <legend>{say(W.fillIn)}</legend>
      <p className="second">{say(W.fillInAbout)}</p>
      <ul>
        {sheets.map((sheet) => {
          const said = filled[sheet]
          const called = sheet || say(W.rowsOfFile)
          return (
            <li key={sheet}>
              {sheets.length > 1 ? (
                <label className="fill-sheet">
                  <input
                    type="checkbox"
                    checked={said !== null}
                    onChange={(event) => fill({ ...filled, [sheet]: event.target.checked ? {} : null })}
                  />
                  {called}
                </label>
              ) : (
                <span className="fill-sheet">{called}</span>
              )}
              {said !== null &&
                names.map((name) => (
                  <div key={name} className="fill-value">
                    <small className="second">{nameOf(name)}</small>
                    <Value
                      record={record}
                      name={name}
                      label={`${called}${marks.colon}${nameOf(name)}`}
                      value={said?.[name] ?? ''}
                      change={(value) => fill({ ...filled, [sheet]: { ...said, [name]: value } })}
                    />
                  </div>
                ))}
            </li>
          )
        })}
      </ul>
      {more.length > 0 && (
        <select
          className="select"
          aria-label={say(W.fillMore)}
          value=""
          onChange={(event) => add(event.target.value)}
        >
          <option value="">{say(W.fillMore)}</option>
          {more.map((name) => (
            <option key={name} value={name}>
              {nameOf(name)}
            </option>
          ))}
        </select>
      )}
    </fieldset>
  )
}

interface ValueProps {
  readonly record: MetaRecord
  readonly name: string
  readonly label: string
  readonly value: string
  readonly change: (value: string) => void
}

/** One of the choices where there are some, else what is written. */
function Value({ record, name, label, value, change }: ValueProps) {
  const say = useSay()
  const offices = useOfficeChoices()
  const column = record.columns[name]
  const choices =
    column?.kind === 'office'
      ? offices
      : Object.entries(column?.choices ?? {}).map(([key, words]) => [key, say(words)] as const)
  if (choices.length === 0)
    return (
      <input
        className="input"
        aria-label={label}
        value={value}
        maxLength={500}
        onChange={(event) => change(event.target.value)}
      />
    )
  return (
    <select
      className="select"
      aria-label={label}
      value={value}
      onChange={(event) => change(event.target.value)}
    >
      <option value="">—</option>
      {choices.map(([key, words]) => (
        <option key={key} value={key}>
          {words}
        </option>
      ))}
    </select>
  )
}

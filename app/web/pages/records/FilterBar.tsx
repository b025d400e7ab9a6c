import { useState } from 'react'
import { useMeta } from '../../client/queries.ts'
import type { MetaColumn, MetaRecord } from '../../client/types.ts'
import { useLanguage, useSay, useWords } from '../../i18n/index.ts'
import { useMarks } from '../../i18n/marks.ts'
import { useCell } from '../../kit/useCell.tsx'
import { DateSwitch } from './DateSwitch.tsx'

interface Props {
  readonly record: MetaRecord
  readonly value: (name: string) => string
  readonly set: (name: string, value: string) => void
}

const CLOSED = new Set<MetaColumn['kind']>(['choice', 'office'])

/** Search, and a field for each column with a closed set of values; what is on shows as a chip that takes it off. */
export function FilterBar({ record, value, set }: Props) {
  const say = useSay()
  const words = useWords()
  const marks = useMarks()
  const options = useOptions()
  const cell = useCell()
  const closed = Object.entries(record.columns).filter(
    ([, column]) => CLOSED.has(column.kind) && !column.quiet,
  )
  // Filters that a link brought along.
  const others = Object.entries(record.columns).filter(
    ([name, column]) => !(CLOSED.has(column.kind) && !column.quiet) && value(`filter[${name}]`),
  )
  // A range says both of its ends.
  const said = (column: (typeof others)[number][1], given: string) => {
    const range = /^(.*)\.\.(.*)$/.exec(given)
    return range ? (
      <>
        {range[1] && cell(column, range[1])} – {range[2] && cell(column, range[2])}
      </>
    ) : (
      cell(column, given)
    )
  }
  const on = closed.filter(([name]) => value(`filter[${name}]`))
  // On a phone they would push the rows off the screen.
  const [open, setOpen] = useState(false)
  return (
    <div className="toolbar">
      <input
        className="input"
        type="search"
        aria-label={words('searchIn', { name: say(record.name) })}
        placeholder={words('searchIn', { name: say(record.name) })}
        value={value('q')}
        onChange={(event) => set('q', event.target.value)}
      />
      <button
        type="button"
        className="button filter-switch"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {words('filter')}
      </button>
      <div className="filters" data-open={open}>
        {closed.map(([name, column]) => (
          <select
            key={name}
            className="select"
            aria-label={say(column.name)}
            value={value(`filter[${name}]`)}
            onChange={(event) => set(`filter[${name}]`, event.target.value)}
          >
            <option value="">{say(column.name)}</option>
            {options(column).map(([key, label]) => (
              <option key={key} value={key}>
                {label}
              </option>
            ))}
          </select>
        ))}
        <DateSwitch record={record} value={value} set={set} />
      </div>
      <div className="chips">
        {on.map(([name, column]) => (
          <button
            key={name}
            type="button"
            className="chip"
            aria-pressed="true"
            onClick={() => set(`filter[${name}]`, '')}
          >
            {say(column.name)}
            {marks.colon}
            {options(column).find(([key]) => key === value(`filter[${name}]`))?.[1]}
            <span aria-hidden="true">×</span>
            <span className="sr-only">{words('clear')}</span>
          </button>
        ))}
        {others.map(([name, column]) => (
          <span key={name} className="chip">
            {say(column.name)}
            {marks.colon}
            {said(column, value(`filter[${name}]`))}
            <button type="button" className="link" onClick={() => set(`filter[${name}]`, '')}>
              <span aria-hidden="true">×</span>
              <span className="sr-only">{words('clear')}</span>
            </button>
          </span>
        ))}
      </div>
    </div>
  )
}

function useOptions(): (column: MetaColumn) => readonly (readonly [string, string])[] {
  const say = useSay()
  const language = useLanguage()
  const { data: meta } = useMeta()
  return (column) =>
    column.kind === 'office'
      ? (meta?.offices ?? []).map(
          ({ id, short, name_en }) => [id, language === 'en' ? name_en : short] as const,
        )
      : Object.entries(column.choices ?? {}).map(([key, name]) => [key, say(name)] as const)
}

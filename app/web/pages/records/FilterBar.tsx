import type { MetaColumn, MetaRecord } from '../../client/types.ts'
import { useSay, useWords } from '../../i18n/index.ts'
import { useMarks } from '../../i18n/marks.ts'
import { Filters } from '../../kit/Filters.tsx'
import { useCell } from '../../kit/useCell.tsx'
import { useOfficeChoices } from '../../kit/useOffice.ts'
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
  return (
    <div className="toolbar">
      <Filters
        search={words('searchIn', { name: say(record.name) })}
        choices={closed.map(([name, column]) => ({
          name: `filter[${name}]`,
          label: say(column.name),
          options: options(column),
        }))}
        value={value}
        set={set}
      >
        <DateSwitch record={record} value={value} set={set} />
      </Filters>
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
  const offices = useOfficeChoices()
  return (column) =>
    column.kind === 'office'
      ? offices
      : Object.entries(column.choices ?? {}).map(([key, name]) => [key, say(name)] as const)
}

import { Input, Select } from 'antd'
import { useState } from 'react'
import { useNamedRow } from '../../client/named.ts'
import { useMeta, useMetaRecord, useRows } from '../../client/queries.ts'
import type { MetaColumn, MetaRecord, Row } from '../../client/types.ts'
import { useSay } from '../../i18n/index.ts'
import { useUnit } from '../../i18n/units.ts'
import { DateInput } from '../../kit/DateInput.tsx'
import { useOffice } from '../../kit/useOffice.ts'
import { PlaceInput } from './PlaceInput.tsx'
import { W } from './words.ts'

interface Props {
  readonly id: string
  readonly column: MetaColumn
  readonly value: string | null
  readonly set: (value: string) => void
  readonly wrong?: boolean
  readonly describedBy?: string | undefined
  /** What stands there now, of a value that is not shown in full. */
  readonly masked?: string | undefined
}

/** The field for a value of a column's kind. */
export function Control(props: Props) {
  const { column, value, set, masked } = props
  const say = useSay()
  const unit = useUnit()
  const shared = {
    id: props.id,
    value: value ?? '',
    onChange: (event: { target: { value: string } }) => set(event.target.value),
    'aria-invalid': props.wrong || undefined,
    'aria-describedby': props.describedBy,
    ...(props.wrong ? { status: 'error' as const } : {}),
  }
  if (column.personal)
    return (
      <Input {...shared} autoComplete="off" placeholder={masked ? `${masked}　${say(W.keepPersonal)}` : ''} />
    )
  switch (column.kind) {
    case 'longText':
      return <Input.TextArea {...shared} autoSize={{ minRows: 3, maxRows: 12 }} />
    case 'integer':
    case 'decimal':
      return <Input {...shared} inputMode="decimal" suffix={unit(column.unit)} />
    case 'boolean':
      return (
        <Choice
          {...props}
          options={[
            { value: 'true', label: say(W.yes) },
            { value: 'false', label: say(W.no) },
          ]}
        />
      )
    case 'date':
    case 'month':
      return (
        <DateInput
          kind={column.kind}
          id={props.id}
          value={value ?? ''}
          set={set}
          aria-invalid={props.wrong || undefined}
          aria-describedby={props.describedBy}
        />
      )
    case 'year':
      return <Input {...shared} type="number" min={1900} max={2200} placeholder="2024" />
    case 'place':
      return <PlaceInput {...shared} set={set} label={say(column.name)} />
    case 'choice':
      return (
        <Choice
          {...props}
          options={Object.entries(column.choices ?? {}).map(([key, name]) => ({
            value: key,
            label: say(name),
          }))}
        />
      )
    case 'office':
      return <Offices {...props} />
    case 'reference':
      return <References {...props} />
    default:
      return <Input {...shared} maxLength={500} suffix={unit(column.unit)} />
  }
}

interface Option {
  readonly value: string
  readonly label: string
}

function Choice({
  options,
  search,
  ...props
}: Props & { options: readonly Option[]; search?: (words: string) => void }) {
  const say = useSay()
  const { id, column, value, set, wrong } = props
  return (
    <Select
      id={id}
      style={{ width: '100%' }}
      value={value || undefined}
      onChange={(chosen?: string) => set(chosen ?? '')}
      options={[...options]}
      allowClear={column.optional ?? false}
      showSearch={search ? { filterOption: false, onSearch: search } : { optionFilterProp: 'label' }}
      placeholder={say(search ? W.searchTitle : W.choose)}
      {...(wrong ? { status: 'error' as const } : {})}
      {...(props.describedBy ? { 'aria-describedby': props.describedBy } : {})}
    />
  )
}

function Offices(props: Props) {
  const { data: meta } = useMeta()
  const office = useOffice()
  return (
    <Choice
      {...props}
      options={(meta?.offices ?? []).map(({ id }) => ({ value: id, label: office(id, 'full') }))}
    />
  )
}

/** A row of another record, searched for by its title as one types. */
function References(props: Props) {
  const target = useMetaRecord(props.column.record)
  return target ? (
    <RowSearch {...props} target={target} />
  ) : (
    <Input id={props.id} value={props.value ?? ''} onChange={(event) => props.set(event.target.value)} />
  )
}

function RowSearch({ target, ...props }: Props & { target: MetaRecord }) {
  const [words, setWords] = useState('')
  const titled = useTitleOf(target)
  const found = useRows(target.id, { q: words, limit: 20, sort: target.title, part: 'rows' })
  const chosen = useNamedRow(target.id, props.value || '-')
  const options = (found.data?.rows ?? []).map((row) => ({ value: row.id, label: titled(row) }))
  const known = options.some(({ value }) => value === props.value)
  const current =
    props.value && !known
      ? [{ value: props.value, label: chosen.data ? titled(chosen.data) : props.value }]
      : []
  return <Choice {...props} search={setWords} options={[...current, ...options]} />
}

export function useTitleOf(record: MetaRecord): (row: Row) => string {
  const say = useSay()
  return (row) => {
    const value = String(row[record.title] ?? row.id)
    return say(record.columns[record.title]?.choices?.[value]) || value
  }
}

import { useRef, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import type { MetaRecord } from '../../client/types.ts'
import { useSay } from '../../i18n/index.ts'
import { PageHead } from '../../kit/PageHead.tsx'
import { Problem } from '../../kit/States.tsx'
import Themed from '../../kit/Themed.tsx'
import { useTitleOf } from './Control.tsx'
import { Field } from './Field.tsx'
import { grouped } from './groups.ts'
import './form.css'
import { ThreeWay } from './ThreeWay.tsx'
import { useLeaveGuard } from './useLeaveGuard.ts'
import { pageOf } from './useRecord.ts'
import { useSave, type VersionedRow } from './useSave.ts'
import { WhyField } from './WhyField.tsx'
import { W } from './words.ts'

/** A form made from a record's columns: a new row, or one that is there. */
export function RecordForm({ record, row }: { record: MetaRecord; row?: VersionedRow }) {
  const say = useSay()
  const go = useNavigate()
  const titled = useTitleOf(record)
  const form = useSave(record, row)
  const [why, setWhy] = useState('')
  const saved = useRef(false)
  useLeaveGuard(() => !saved.current && form.changed.length > 0)
  const submit = async (event: React.FormEvent) => {
    event.preventDefault()
    const id = await form.save(why)
    if (id === undefined) return
    saved.current = true
    void go(pageOf(record, id), { replace: true })
  }
  return (
    <Themed>
      <PageHead
        title={row ? `${say(W.editOf)}${titled(row)}` : `${say(W.createOf)}${say(record.name)}`}
        about={say(row ? W.editHelp : W.createHelp)}
      />
      {form.conflict && (
        <ThreeWay record={record} conflict={form.conflict} draft={form.draft} set={form.set} />
      )}
      <form className="record-form" noValidate onSubmit={(event) => void submit(event)}>
        {grouped(record, form.names).map(({ name, columns }) => (
          <fieldset key={name?.zh ?? ''} className="block">
            {name && <legend>{say(name)}</legend>}
            {columns.map((one) => {
              const column = record.columns[one]
              return (
                column && (
                  <Field
                    key={one}
                    name={one}
                    column={column}
                    value={form.draft[one] ?? null}
                    set={(value) => form.set(one, value)}
                    problem={form.problems[one]}
                    masked={column.personal && row?.[one] ? String(row[one]) : undefined}
                  />
                )
              )
            })}
          </fieldset>
        ))}
        {row && (
          <div className="block">
            <WhyField value={why} set={setWhy} optional />
          </div>
        )}
        {form.error !== undefined && <Problem error={form.error} />}
        <div className="form-actions">
          <button
            type="submit"
            className="button primary"
            disabled={form.busy || (row && form.changed.length === 0)}
          >
            {say(W.save)}
          </button>
          <Link className="button" to={pageOf(record, row?.id)}>
            {say(W.cancel)}
          </Link>
        </div>
      </form>
    </Themed>
  )
}

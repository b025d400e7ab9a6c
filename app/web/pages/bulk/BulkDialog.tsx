import { Modal } from 'antd'
import { useState } from 'react'
import type { MetaRecord } from '../../client/types.ts'
import { useSay } from '../../i18n/index.ts'
import { formatNumber } from '../../kit/format.ts'
import { Problem } from '../../kit/States.tsx'
import Themed from '../../kit/Themed.tsx'
import { check, formColumns, valuesOf } from '../form/draft.ts'
import { Field } from '../form/Field.tsx'
import { WhyField } from '../form/WhyField.tsx'
import { W } from '../form/words.ts'
import { Before } from './Before.tsx'
import { useBulk } from './useBulk.ts'

interface Props {
  readonly record: MetaRecord
  readonly rows: object
  readonly close: (changed: boolean) => void
}

/** One column and its new value for many rows: previewed, confirmed with the reason, and undone where one wishes. */
export default function BulkDialog({ record, rows, close }: Props) {
  const say = useSay()
  const names = formColumns(record, 'change').filter(
    (name) => !record.columns[name]?.personal && record.columns[name]?.kind !== 'place',
  )
  const [name, setName] = useState('')
  const [value, setValue] = useState<string | null>('')
  const [why, setWhy] = useState('')
  const [checked, setChecked] = useState(false)
  const bulk = useBulk(record, rows)
  const { stage } = bulk
  const column = record.columns[name]
  const values = column ? valuesOf(record, [name], { [name]: value }) : {}
  const problem = checked && column ? check(record, values)[name] : undefined
  const preview = () => {
    setChecked(true)
    if (column && Object.keys(check(record, values)).length === 0) void bulk.preview(values)
  }
  const number = (n: number, label: string) => (
    <span>
      {label} <strong>{formatNumber(n)}</strong> {say(W.rows)}
    </span>
  )
  const finished = stage.at === 'done' || stage.at === 'undone'
  const main = {
    ask: { label: W.preview, act: preview, off: !column },
    preview: {
      label: W.confirm,
      act: () => stage.at === 'preview' && void bulk.confirm(values, stage.preview.token, why.trim()),
      off: why.trim() === '' || (stage.at === 'preview' && stage.preview.changed === 0),
    },
    done: {
      label: W.undo,
      act: () => stage.at === 'done' && void bulk.undo(stage.outcome.transaction),
      off: false,
    },
    undone: undefined,
  }[stage.at]
  return (
    <Themed>
      <Modal
        open
        title={say(W.bulk)}
        onCancel={() => close(finished)}
        footer={
          <div className="actions" style={{ justifyContent: 'flex-end' }}>
            <button type="button" className="button" onClick={() => close(finished)}>
              {say(finished ? W.close : W.cancel)}
            </button>
            {main && (
              <button
                type="button"
                className={stage.at === 'done' ? 'button' : 'button primary'}
                disabled={bulk.busy || main.off}
                onClick={main.act}
              >
                {say(main.label)}
              </button>
            )}
          </div>
        }
      >
        <div className="bulk-form">
          {!finished && (
            <>
              <div className="field">
                <label htmlFor="bulk-column">{say(W.column)}</label>
                <select
                  id="bulk-column"
                  className="select"
                  value={name}
                  onChange={(event) => {
                    setName(event.target.value)
                    setValue('')
                    setChecked(false)
                    bulk.again()
                  }}
                >
                  <option value="">{say(W.choose)}</option>
                  {names.map((one) => (
                    <option key={one} value={one}>
                      {say(record.columns[one]?.name)}
                    </option>
                  ))}
                </select>
              </div>
              {column && (
                <Field
                  key={name}
                  name={`bulk-${name}`}
                  column={column}
                  value={value}
                  set={(typed) => {
                    setValue(typed)
                    bulk.again()
                  }}
                  problem={problem}
                />
              )}
            </>
          )}
          {stage.at === 'preview' && column && (
            <>
              <p className="bulk-counts" role="status">
                {number(stage.preview.changed, say(W.willChange))}
                {number(stage.preview.unchanged, say(W.unchanged))}
                {number(
                  stage.preview.refused.reduce((sum, { rows: n }) => sum + n, 0),
                  say(W.refused),
                )}
              </p>
              <Before record={record} preview={stage.preview} name={name} value={values[name]} />
              <WhyField value={why} set={setWhy} />
            </>
          )}
          {stage.at === 'done' && <p role="status">{number(stage.outcome.changed, say(W.done))}</p>}
          {stage.at === 'undone' && (
            <p className="bulk-counts" role="status">
              {number(stage.undone.restored, say(W.undone))}
              {stage.undone.kept > 0 && number(stage.undone.kept, say(W.kept))}
            </p>
          )}
          {bulk.error !== undefined && <Problem error={bulk.error} />}
        </div>
      </Modal>
    </Themed>
  )
}

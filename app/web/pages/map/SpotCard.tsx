import { useEffect, useRef } from 'react'
import { Link } from 'react-router'
import { useRow } from '../../client/queries.ts'
import type { MetaRecord } from '../../client/types.ts'
import { useSay, useWords } from '../../i18n/index.ts'
import { useUnit } from '../../i18n/units.ts'
import type { Spot } from '../../kit/map/open.ts'
import { W } from '../../kit/map/words.ts'
import { Answer } from '../../kit/States.tsx'
import { useCell } from '../../kit/useCell.tsx'
import { pageOf } from '../form/useRecord.ts'

interface Props {
  readonly record: MetaRecord
  /** Those at the spot that was pressed. */
  readonly spots: readonly Spot[]
  readonly knownOn: string | undefined
  readonly close: () => void
}

/** Rows that lie so close together that one press meets them all are listed up to here. */
const MOST = 8

/** What was pressed on the map: a row with its main columns, or the names of several. */
export function SpotCard({ record, spots, knownOn, close }: Props) {
  const say = useSay()
  const head = useRef<HTMLElement>(null)
  const named = useLabel(record)
  const [first] = spots
  useEffect(() => {
    if (first) head.current?.focus()
  }, [first])
  if (!first) return null
  const several = spots.length > 1
  return (
    <section
      className="map-card"
      ref={head}
      tabIndex={-1}
      aria-label={several ? say(W.several) : named(first)}
    >
      <header>
        <h2>{several ? say(W.several) : <Link to={pageOf(record, first.id)}>{named(first)}</Link>}</h2>
        <button type="button" className="link" onClick={close}>
          {say(W.close)}
        </button>
      </header>
      {several ? (
        <ul className="lines">
          {spots.slice(0, MOST).map((spot) => (
            <li key={spot.id}>
              <Link to={pageOf(record, spot.id)}>{named(spot)}</Link>
            </li>
          ))}
          {spots.length > MOST && (
            <li className="second">
              {spots.length - MOST} {say(W.more)}
            </li>
          )}
        </ul>
      ) : (
        <Facts record={record} id={first.id} knownOn={knownOn} />
      )}
    </section>
  )
}

/** As lists name a row: a choice by its name. */
export function useLabel({ columns, title }: MetaRecord): (spot: Spot) => string {
  const say = useSay()
  return ({ label }) => say(columns[title]?.choices?.[label]) || label
}

const SHOWN = 5
const LONG = new Set(['longText', 'data'])

function Facts({ record, id, knownOn }: { record: MetaRecord; id: string; knownOn: string | undefined }) {
  const say = useSay()
  const words = useWords()
  const cell = useCell()
  const unit = useUnit()
  const asked = useRow(record.id, id, knownOn)
  const shown = Object.entries(record.columns)
    .filter(([name, { kind, quiet }]) => name !== record.title && !quiet && !LONG.has(kind))
    .slice(0, SHOWN)
  return (
    <Answer of={asked} lines={SHOWN}>
      {(row) => (
        <>
          {row.synthetic === true && <span className="tag">{words('synthetic')}</span>}
          <dl className="facts">
            {shown.map(([name, column]) => (
              <div key={name} className="facts-row">
                <dt>{say(column.name)}</dt>
                <dd>
                  {cell(column, row[name])}
                  {column.unit && row[name] !== null && (
                    <small className="second"> {unit(column.unit)}</small>
                  )}
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </Answer>
  )
}

import { useRef, useState } from 'react'
import { Link } from 'react-router'
import type { MetaRecord } from '../../client/types.ts'
import { useSay } from '../../i18n/index.ts'
import { formatNumber } from '../../kit/format.ts'
import { canDraw, type Spot, type View } from '../../kit/map/open.ts'
import { W } from '../../kit/map/words.ts'
import { Answer, Empty, Problem } from '../../kit/States.tsx'
import { pageOf } from '../form/useRecord.ts'
import { useMapPart, useMapTotals } from './queries.ts'
import { SpotCard } from './SpotCard.tsx'
import { useMap, useMarks } from './useMap.ts'
import { useShapes } from './useShapes.ts'
import { viewIn, viewText } from './view.ts'

interface Props {
  readonly record: MetaRecord
  /** The column that says where a row is. */
  readonly column: string
  /** What narrows the list, as its address has it. */
  readonly filters: Readonly<Record<string, string>>
  /** The view, as the address has it. */
  readonly at: string
  readonly setAt: (at: string, step: boolean) => void
}

/** The list on a map: the same rows under the same filters, asked for as the view moves. */
export default function MapTab(props: Props) {
  const say = useSay()
  const [able] = useState(canDraw)
  const totals = useMapTotals(props.record.id, props.filters)
  if (!able) return <Empty title={say(W.cannot)} hint={say(W.cannotHelp)} />
  return <Answer of={totals}>{(known) => <Shown {...props} {...known} />}</Answer>
}

type Known = NonNullable<ReturnType<typeof useMapTotals>['data']>

function Shown({ record, column, filters, at, setAt, placed, without, extent }: Props & Known) {
  const say = useSay()
  const box = useRef<HTMLDivElement>(null)
  const [spots, setSpots] = useState<readonly Spot[]>([])
  const { map, seen, showAll, closer } = useMap({
    box,
    view: viewIn(at),
    extent: extent ?? undefined,
    moved: (view: View, step: boolean) => setAt(viewText(view), step),
    pressed: setSpots,
  })
  const part = useMapPart(record.id, filters, seen)
  useMarks(map, part.data, spots, closer)
  useShapes(map, record, filters)
  const list = (value: string) =>
    `${pageOf(record)}?${new URLSearchParams({ ...filters, [`filter[${column}]`]: value })}`
  return (
    <section aria-label={say(W.map)}>
      <div className="map-line">
        <p role="status">
          {part.data && (
            <>
              {say(W.inView)} <strong>{formatNumber(part.data.count)}</strong> / {formatNumber(placed)}{' '}
              {say(W.rows)}
            </>
          )}
        </p>
        {without > 0 && (
          <Link to={list('none')}>
            {say(W.without)} {formatNumber(without)} {say(W.withoutEnd)}
          </Link>
        )}
        <p className="end">
          {seen && part.data && part.data.count > 0 && (
            <Link className="button quiet" to={list(seen)}>
              {say(W.asList)}
            </Link>
          )}
          {extent && (
            <button type="button" className="button" onClick={showAll}>
              {say(W.whole)}
            </button>
          )}
        </p>
      </div>
      {part.error && <Problem error={part.error} retry={() => void part.refetch()} />}
      <div className="map-box">
        <div ref={box} />
        {part.data?.count === 0 && <p className="map-empty">{say(placed === 0 ? W.nowhere : W.nothing)}</p>}
        {spots.length > 0 && (
          <SpotCard record={record} spots={spots} knownOn={filters.knownOn} close={() => setSpots([])} />
        )}
      </div>
    </section>
  )
}

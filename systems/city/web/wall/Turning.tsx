import { useEffect, useState } from 'react'
import { useSay } from '../../../../app/web/i18n/index.ts'
import { useOffice } from '../../../../app/web/kit/useOffice.ts'
import type { Overview, Scores } from '../types.ts'
import { V } from './words.ts'

/** Long enough to be read from afar. */
const TURN_MS = 12_000
const MOST = 6

interface Line {
  readonly key: string
  readonly name: string
  /** 0 to 1. */
  readonly part: number
  readonly says: string
}

/** Blocks that take turns in one place: offices, streets, worst cells, what came again. */
export function Turning({
  overview,
  offices,
  streets,
}: {
  readonly overview: Overview
  readonly offices: Scores
  readonly streets: Scores
}) {
  const say = useSay()
  const office = useOffice()
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setTurn((before) => before + 1), TURN_MS)
    return () => clearInterval(timer)
  }, [])
  const rated = ({ rows }: Scores): Line[] =>
    rows
      .flatMap(({ key, rates: { handledOnTime: rate } }) =>
        key === null || rate === null
          ? []
          : [{ key, name: office(key), part: rate, says: `${(rate * 100).toFixed(2)}%` }],
      )
      .toSorted((a, b) => a.part - b.part)
  const { cells } = overview
  const most = Math.max(1, ...cells.map(({ reports }) => reports))
  const all = cells.reduce((sum, { reports }) => sum + reports, 0)
  const again = cells.reduce((sum, one) => sum + one.again, 0)
  const named = ({ grid, street }: (typeof cells)[number]) => `${office(street)} ${grid.slice(-6)}`
  const blocks = [
    { title: V.rates, lines: rated(offices) },
    {
      title: V.worst,
      lines: cells.map((cell) => ({
        key: cell.grid,
        name: named(cell),
        part: cell.reports / most,
        says: String(cell.reports),
      })),
    },
    { title: V.streets, lines: rated(streets) },
    {
      title: V.recurrence,
      foot: all === 0 ? undefined : `${say(V.recurHelp)} ${((again / all) * 100).toFixed(2)}%`,
      lines: cells
        .filter((cell) => cell.again > 0)
        .toSorted((a, b) => b.again - a.again)
        .map((cell) => ({
          key: cell.grid,
          name: named(cell),
          part: cell.again / cell.reports,
          says: `${cell.again} / ${cell.reports}`,
        })),
    },
  ]
  // Two are seen at once; the next two follow.
  return [0, 1].map((side) => {
    const block = blocks[(turn * 2 + side) % blocks.length] as (typeof blocks)[number]
    return (
      <section key={side} className="city-wall-turn">
        <h2>{say(block.title)}</h2>
        {block.foot && <p className="city-wall-foot">{block.foot}</p>}
        {block.lines.length === 0 && <p className="city-wall-none">{say(V.none)}</p>}
        <ol>
          {block.lines.slice(0, block.foot ? MOST - 1 : MOST).map(({ key, name, part, says }) => (
            <li key={key}>
              <span>{name}</span>
              <i>
                <b style={{ width: `${part * 100}%` }} />
              </i>
              <strong>{says}</strong>
            </li>
          ))}
        </ol>
      </section>
    )
  })
}

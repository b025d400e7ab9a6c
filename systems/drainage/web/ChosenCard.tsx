import { Link } from 'react-router'
import { useSay } from '../../../app/web/i18n/index.ts'
import { formatNumber } from '../../../app/web/kit/format.ts'
import type { Chosen, Section, Traced } from './types.ts'
import { W } from './words.ts'

interface Props {
  readonly chosen: Chosen
  readonly traced: Traced
  readonly section: Section | undefined
  /** Whether the next press on the map is the other end of the long section. */
  readonly ends: boolean
  readonly toNext: () => void
  readonly close: () => void
}

/** What is chosen on the map, what lies above it and where its water comes out. */
export function ChosenCard({ chosen, traced: { up, down }, section, ends, toNext, close }: Props) {
  const say = useSay()
  const isLink = 'link' in chosen
  const id = isLink ? chosen.link : chosen.node
  const code = (isLink ? section?.links : section?.nodes)?.find((each) => each.id === id)?.code
  const to = `/records/drainage/${isLink ? 'links' : 'nodes'}/${encodeURIComponent(id)}`
  const length = (metres: number) => `${formatNumber(metres / 1000, 2)} ${say(W.kilometres)}`
  const ways = [
    [
      W.up,
      `${formatNumber(up.links.length)} ${say(W.pipes)} · ${length(up.length)}${up.more ? ` · ${say(W.beyond)}` : ''}`,
    ],
    [W.area, `${formatNumber(up.area, 1)} ${say(W.hectares)}`],
    [W.joined, formatNumber(up.drainers)],
    [
      W.down,
      `${formatNumber(down.links.length)} ${say(W.pipes)} · ${length(down.length)}${down.more ? ` · ${say(W.beyond)}` : ''}`,
    ],
    [W.outfalls, down.outfalls.join('、') || say(W.nowhere)],
  ] as const
  return (
    <section className="map-card" aria-label={code ?? say(W.chosen)}>
      <header>
        <h2>
          <Link to={to} title={say(W.row)}>
            {code ?? say(W.row)}
          </Link>
        </h2>
        <button type="button" className="link" onClick={close}>
          {say(W.close)}
        </button>
      </header>
      <dl className="facts">
        {ways.map(([name, value]) => (
          <div key={name.en} className="facts-row">
            <dt>{say(name)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <button type="button" className="link" aria-pressed={ends} onClick={toNext}>
        {say(ends ? W.pressEnd : W.between)}
      </button>
    </section>
  )
}

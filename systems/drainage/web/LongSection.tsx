import { useEffect, useRef } from 'react'
import { useSay } from '../../../app/web/i18n/index.ts'
import { formatNumber } from '../../../app/web/kit/format.ts'
import type { Section } from './types.ts'
import { W } from './words.ts'
import './drainage.css'

const WIDTH = 1000
const HEIGHT = 280
const LEFT = 44
const BOTTOM = 24
const TOP = 8
/** A name beside every manhole would be a bar of ink. */
const NAMES = 8

interface Props {
  readonly section: Section
  readonly chosen: string | undefined
  /** A level that has to be in the drawing, m: what moves would shift its scale otherwise. */
  readonly highest?: number | undefined
}

/** 纵断面: ground, manholes, pipes between invert and crown, and water where its level is known. */
export function LongSection({ section, chosen, highest }: Props) {
  const say = useSay()
  const { nodes, links } = section
  const levels = [
    ...nodes.flatMap(({ ground, invert, water }) => [ground, invert, water ?? invert]),
    ...links.flatMap(({ invert, crown }) => [...invert, ...(crown ?? [])]),
    ...(highest === undefined ? [] : [highest]),
  ]
  const [low, high] = [Math.floor(Math.min(...levels)), Math.ceil(Math.max(...levels))]
  const whole = nodes.at(-1)?.chainage || 1
  const x = (chainage: number) => LEFT + (chainage / whole) * (WIDTH - LEFT - 12)
  const y = (level: number) => TOP + ((high - level) / (high - low || 1)) * (HEIGHT - TOP - BOTTOM)
  const line = (of: (node: Section['nodes'][number]) => number) =>
    nodes.map((node) => `${x(node.chainage).toFixed(1)},${y(of(node)).toFixed(1)}`).join(' ')
  const known = nodes.filter(({ water }) => water !== null)
  const every = Math.max(1, Math.ceil(nodes.length / NAMES))
  const ticks = Array.from({ length: high - low + 1 }, (_, i) => low + i)
  const own = nodes.find(({ id }) => id === chosen) ?? nodes[links.find(({ id }) => id === chosen)?.from ?? 0]
  const middle = x(own?.chainage ?? 0)
  const scrolled = useRef<HTMLDivElement>(null)
  // On a narrow screen the drawing is wider than its frame: what is chosen is in sight.
  useEffect(() => {
    const box = scrolled.current
    if (box) box.scrollLeft = (middle / WIDTH) * box.scrollWidth - box.clientWidth / 2
  }, [middle])
  return (
    <figure className="long-section">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled by keys where it is wider than its frame */}
      <div ref={scrolled} tabIndex={0}>
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={say(W.section)}>
          {ticks.map((level) => (
            <g key={level}>
              <line className="net" x1={LEFT} x2={WIDTH} y1={y(level)} y2={y(level)} />
              <text x={LEFT - 6} y={y(level) + 4} textAnchor="end">
                {level}
              </text>
            </g>
          ))}
          {links.map(({ id, code, from, invert, crown, size }) => {
            const [a, b] = [nodes[from], nodes[from + 1]]
            if (!a || !b) return null
            const [left, right] = [x(a.chainage), x(b.chainage)]
            const says = `${code}${size ? ` · ${size} ${say(W.metres)}` : ''}`
            return crown ? (
              <polygon
                key={id}
                className={id === chosen ? 'pipe chosen' : 'pipe'}
                points={`${left},${y(crown[0])} ${right},${y(crown[1])} ${right},${y(invert[1])} ${left},${y(invert[0])}`}
              >
                <title>{says}</title>
              </polygon>
            ) : (
              <line key={id} className="lift" x1={left} x2={right} y1={y(invert[0])} y2={y(invert[1])}>
                <title>{says}</title>
              </line>
            )
          })}
          {known.length > 1 && (
            <polygon
              className="wet"
              points={[
                ...known.map((node) => `${x(node.chainage)},${y(node.water ?? 0)}`),
                ...known.map((node) => `${x(node.chainage)},${y(node.invert)}`).reverse(),
              ].join(' ')}
            />
          )}
          {nodes.map(({ id, code, chainage, ground, invert }, i) => (
            <g key={id}>
              <line
                className={id === chosen ? 'manhole chosen' : 'manhole'}
                x1={x(chainage)}
                x2={x(chainage)}
                y1={y(ground)}
                y2={y(invert)}
              >
                <title>{`${code} · ${ground} / ${invert} ${say(W.metres)}`}</title>
              </line>
              {i % every === 0 && (
                <text
                  x={x(chainage)}
                  y={HEIGHT - 6}
                  textAnchor={i === 0 ? 'start' : i === nodes.length - 1 ? 'end' : 'middle'}
                >
                  {code} · {formatNumber(Math.round(chainage))}
                </text>
              )}
            </g>
          ))}
          <polyline className="ground" points={line(({ ground }) => ground)} />
          {known.length > 1 && (
            <polyline
              className="water"
              points={known.map((node) => `${x(node.chainage)},${y(node.water ?? 0)}`).join(' ')}
            />
          )}
        </svg>
      </div>
      <figcaption>
        <span className="key ground">{say(W.ground)}</span>
        <span className="key pipe">{say(W.pipe)}</span>
        {known.length > 1 && <span className="key water">{say(W.water)}</span>}
        <span className="second">
          {say(W.level)} · {say(W.chainage)}
        </span>
      </figcaption>
    </figure>
  )
}

import type { Figure } from '../../../kernel/figures/figure.ts'
import { useSay, useWords } from '../i18n/index.ts'
import { useUnit } from '../i18n/units.ts'
import { FigureLink } from '../kit/FigureLink.tsx'
import { formatNumber } from '../kit/format.ts'
import { formatRef } from '../kit/formatRef.ts'
import { Mark } from '../kit/Mark.tsx'
import { usePlace } from '../kit/usePlace.ts'
import { useFigureName } from './FigureName.tsx'
import { FigureValue } from './FigureValue.tsx'

/** How a figure came about, one level: its formula, and each figure that went in with a way down. */
export function Lineage({ figure }: { figure: Figure }) {
  const { lineage } = figure
  const say = useSay()
  const words = useWords()
  const unit = useUnit()
  if (lineage.from === 'nothing') return <p>{say(lineage.reason)}</p>
  if (lineage.from === 'statement')
    return (
      <blockquote className="statement">
        <span className="second">{words('statementAt')}</span>
        {lineage.text}
      </blockquote>
    )
  return (
    <div className="lineage">
      <p className="formula">{say(lineage.formula)}</p>
      {'inputs' in lineage && lineage.inputs.length > 0 && <Inputs figures={lineage.inputs} />}
      {lineage.from === 'peers' && (
        <Peers
          peers={lineage.peers}
          unit={figure.ref.aspect.startsWith('growth') ? '%' : ` ${unit(lineage.inputs[0]?.unit)}`}
        />
      )}
    </div>
  )
}

function Inputs({ figures }: { figures: readonly Figure[] }) {
  const name = useFigureName()
  return (
    <ul className="tree">
      {figures.map((figure) => (
        <li key={formatRef(figure.ref)}>
          <span className="tree-row">
            <FigureLink to={formatRef(figure.ref)}>{name(figure)}</FigureLink>
            <Mark status={figure.status} />
            <FigureValue figure={figure} />
          </span>
          {'inputs' in figure.lineage && figure.lineage.inputs.length > 0 && (
            <Inputs figures={figure.lineage.inputs} />
          )}
        </li>
      ))}
    </ul>
  )
}

function Peers({
  peers,
  unit,
}: {
  peers: readonly { place: string; value: string; own: boolean }[]
  unit: string
}) {
  const words = useWords()
  const name = usePlace()
  const sorted = [...peers].sort((a, b) => Number(b.value) - Number(a.value))
  return (
    <ol className="peers">
      {sorted.map(({ place, value, own }) => (
        <li key={place} data-own={own || undefined}>
          <span>
            {name(place, own)}
            {own && <small>{words('own')}</small>}
          </span>
          <span className="numeric">
            {formatNumber(value, 1)}
            {unit}
          </span>
        </li>
      ))}
    </ol>
  )
}

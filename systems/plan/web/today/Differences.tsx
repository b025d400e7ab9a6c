import { Link } from 'react-router'
import { useApi } from '../../../../app/web/client/queries.ts'
import { useStatedName } from '../../../../app/web/figure/FigureName.tsx'
import { useSay } from '../../../../app/web/i18n/index.ts'
import { useMarks } from '../../../../app/web/i18n/marks.ts'
import { useUnit } from '../../../../app/web/i18n/units.ts'
import { FigureLink } from '../../../../app/web/kit/FigureLink.tsx'
import { plainNumber } from '../../../../app/web/kit/format.ts'
import { Light } from '../../../../app/web/kit/Light.tsx'
import { Answer } from '../../../../app/web/kit/States.tsx'
import { isNoReport, NoReport } from '../NoPlan.tsx'
import { useStated } from '../verify/useStated.tsx'
import { W } from '../words.ts'

/** Figures of the report that the records do not bear out. */
export function Differences() {
  const say = useSay()
  const marks = useMarks()
  const unit = useUnit()
  const nameOf = useStatedName()
  const stated = useStated()
  const asked = useApi('/api/plan/verify', {})
  if (isNoReport(asked.error)) return <NoReport />
  return (
    <section className="block">
      <h2>
        {say(W.figuresDiffer)} <Link to="/verify">{say(W.verify)}</Link>
      </h2>
      <Answer of={asked} lines={3}>
        {({ rows, score }) => {
          const different = rows.filter(({ verdict }) => verdict === 'different')
          const { figures } = score
          return (
            <>
              {different.length === 0 && (
                <Light
                  light="green"
                  word={`${say(W.allEqual)}${marks.open}${figures.equal} / ${figures.total}${marks.close}`}
                />
              )}
              <ul className="lines">
                {different.map((row) => (
                  <li key={row.id}>
                    <span className="grow">
                      {row.ref ? <FigureLink to={row.ref}>{nameOf(row)}</FigureLink> : row.indicatorText}
                    </span>
                    <span className="end">
                      {stated(row)} · {plainNumber(row.computed)} {unit(row.computedUnit)}
                    </span>
                  </li>
                ))}
              </ul>
            </>
          )
        }}
      </Answer>
    </section>
  )
}

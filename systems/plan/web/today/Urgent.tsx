import { Link } from 'react-router'
import { useLanguage, useSay } from '../../../../app/web/i18n/index.ts'
import { useMarks } from '../../../../app/web/i18n/marks.ts'
import { shortDate } from '../../../../app/web/kit/format.ts'
import { Light } from '../../../../app/web/kit/Light.tsx'
import type { Granule } from '../types.ts'
import { useOfficeName } from '../useNames.ts'
import { W } from '../words.ts'

const SHOWN = 8
const ORDER = ['red', 'yellow']

/** Tasks in trouble, red before yellow, the furthest behind first, each with its reason. */
export function Urgent({ rows }: { rows: readonly Granule[] }) {
  const say = useSay()
  const language = useLanguage()
  const office = useOfficeName()
  const marks = useMarks()
  const urgent = rows
    .filter(({ light }) => ORDER.includes(light))
    .sort((a, b) => ORDER.indexOf(a.light) - ORDER.indexOf(b.light) || a.gap - b.gap)
  return (
    <section className="block">
      <h2>
        {say(W.needAction)} <small className="second">{urgent.length}</small>
      </h2>
      {urgent.length === 0 && <p className="second">{say(W.noneHere)}</p>}
      <ol className="lines">
        {urgent.slice(0, SHOWN).map((granule) => (
          <li key={granule.id}>
            <Light light={granule.light} />
            <span className="grow">
              <Link className="clamp" to={`/plan/${encodeURIComponent(granule.id)}`}>
                {granule.text}
              </Link>
              <p className="because">{granule.because.map(say).join(marks.semi)}</p>
            </span>
            <span className="end">
              {office(granule.office)}
              <br />
              <small>{shortDate(granule.dueOn, language)}</small>
            </span>
          </li>
        ))}
      </ol>
      {urgent.length > SHOWN && <Link to="/plan">{say(W.seeAll)}</Link>}
    </section>
  )
}

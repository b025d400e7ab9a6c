import { Link } from 'react-router'
import { useSay, useWords } from '../../../../app/web/i18n/index.ts'
import { LightShape } from '../../../../app/web/kit/Light.tsx'
import type { Ledger } from '../types.ts'
import { W } from '../words.ts'

const LIGHTS = ['red', 'yellow', 'green', 'done'] as const

/** The year's tasks by light as one bar of four, each part a way into the ledger. */
export function YearSoFar({ ledger }: { ledger: Ledger }) {
  const say = useSay()
  const words = useWords()
  const { counts } = ledger
  const total = LIGHTS.reduce((sum, light) => sum + counts[light], 0)
  return (
    <section className="lights-bar" aria-label={say(W.planYear)}>
      <div className="lights-total">
        <strong>{total}</strong> <span className="second">{say(W.granules)}</span>
      </div>
      {LIGHTS.map((light) => (
        <Link
          key={light}
          to={`/plan?light=${light}`}
          style={{ flexGrow: Math.max(counts[light], total / 9) }}
          data-light={light}
        >
          <strong>{counts[light]}</strong>
          <span className="light">
            <LightShape light={light} />
            {words(`light_.${light}`)}
          </span>
        </Link>
      ))}
    </section>
  )
}

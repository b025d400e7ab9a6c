import { useState } from 'react'
import { Link } from 'react-router'
import { useApi, useMeta } from '../../../app/web/client/queries.ts'
import { useSay } from '../../../app/web/i18n/index.ts'
import { Chips } from '../../../app/web/kit/Chips.tsx'
import { NoFigures } from '../../../app/web/kit/NoFigures.tsx'
import { PageHead } from '../../../app/web/kit/PageHead.tsx'
import { Answer } from '../../../app/web/kit/States.tsx'
import { OverviewTable } from './OverviewTable.tsx'
import { W } from './words.ts'

/** The dozen figures of the zone's economy on one screen, each with where it stands in the city. */
export default function EconomyPage() {
  const say = useSay()
  const { data: meta } = useMeta()
  const [period, setPeriod] = useState('')
  const asked = useApi('/api/economy/overview', { query: { period } })
  const lastYear = meta ? String(Number(meta.zone.today.slice(0, 4)) - 1) : ''
  return (
    <>
      <PageHead title={say(W.title)} about={say(W.about)}>
        <Link className="button" to="/records/economy/returns">
          {say(W.returns)}
        </Link>
        <Link className="button" to="/records/economy/units">
          {say(W.units)}
        </Link>
      </PageHead>
      <div className="toolbar">
        <Chips
          label={say(W.period)}
          chosen={period}
          choose={setPeriod}
          chips={[
            { key: '', name: say(W.latest) },
            { key: lastYear, name: lastYear },
          ]}
        />
      </div>
      <Answer of={asked} lines={14}>
        {({ items }) =>
          items.some(({ value }) => value !== null) ? <OverviewTable items={items} /> : <NoFigures />
        }
      </Answer>
    </>
  )
}

import { useSearchParams } from 'react-router'
import { useApi, useMeta } from '../../../../app/web/client/queries.ts'
import { useSay } from '../../../../app/web/i18n/index.ts'
import { PageHead } from '../../../../app/web/kit/PageHead.tsx'
import { Answer, Loading } from '../../../../app/web/kit/States.tsx'
import { NoPlan } from '../NoPlan.tsx'
import { W } from '../words.ts'
import { OfficeDetail } from './OfficeDetail.tsx'
import { OfficeTree } from './OfficeTree.tsx'
import { ScoreTable } from './ScoreTable.tsx'

/** The zone's offices: the tree at the left, scores, and what the chosen one answers for. */
export default function OfficesPage() {
  const say = useSay()
  const { data: meta } = useMeta()
  const [params, setParams] = useSearchParams()
  const chosen = params.get('office') ?? ''
  const year = meta?.zone.today.slice(0, 4)
  const asked = useApi('/api/plan/offices/scores', year ? { query: { year } } : undefined)
  const choose = (office: string) => setParams(office ? { office } : {}, { preventScrollReset: true })
  if (!meta) return <Loading />
  return (
    <>
      <PageHead title={say(W.offices)} about={say(W.officesAbout)} />
      <div className="offices">
        <OfficeTree offices={meta.offices} chosen={chosen} choose={choose} />
        <div className="stack">
          {chosen && <OfficeDetail office={chosen} year={year ?? ''} />}
          <Answer of={asked} lines={10}>
            {(scores) =>
              scores.rows.length === 0 ? (
                <NoPlan year={year} />
              ) : (
                <ScoreTable scores={scores} choose={choose} />
              )
            }
          </Answer>
        </div>
      </div>
    </>
  )
}

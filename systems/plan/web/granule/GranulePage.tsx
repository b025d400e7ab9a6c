import { useParams } from 'react-router'
import { useApi } from '../../../../app/web/client/queries.ts'
import { useSay, useWords } from '../../../../app/web/i18n/index.ts'
import { useMarks } from '../../../../app/web/i18n/marks.ts'
import { Light } from '../../../../app/web/kit/Light.tsx'
import { PageHead } from '../../../../app/web/kit/PageHead.tsx'
import { Answer } from '../../../../app/web/kit/States.tsx'
import type { Detail } from '../types.ts'
import { W } from '../words.ts'
import { Actions } from './Actions.tsx'
import { Applications } from './Applications.tsx'
import { EvidenceList } from './EvidenceList.tsx'
import { Facts } from './Facts.tsx'
import { History } from './History.tsx'
import { Letters } from './Letters.tsx'
import { Milestones } from './Milestones.tsx'
import { ProgressChart } from './ProgressChart.tsx'
import { Reports } from './Reports.tsx'

/** One task: how it stands against time, what was reported, what may be done now by whom. */
export default function GranulePage() {
  const { id } = useParams()
  const asked = useApi('/api/plan/granules/{id}', id ? { path: { id } } : undefined)
  return (
    <Answer of={asked} lines={12}>
      {(detail) => <Page detail={detail} />}
    </Answer>
  )
}

function Page({ detail }: { detail: Detail }) {
  const say = useSay()
  const words = useWords()
  const marks = useMarks()
  const { granule } = detail
  return (
    <>
      <PageHead
        title={granule.text}
        about={
          <span className="granule-line">
            <Light light={granule.light} />
            <span>{granule.because.map(say).join(marks.semi)}</span>
            <span>{granule.code}</span>
            {granule.synthetic && <span className="tag">{words('synthetic')}</span>}
          </span>
        }
      />
      <div className="grid main-side granule">
        <div className="stack">
          <ProgressChart detail={detail} />
          <Milestones nodes={detail.nodes} />
          <Reports detail={detail} />
          <History history={detail.history} />
        </div>
        <div className="stack">
          <section className="block">
            <h2>{words('actions')}</h2>
            <Actions detail={detail} />
          </section>
          <Facts detail={detail} />
          <Letters detail={detail} />
          <Applications detail={detail} />
          <EvidenceList detail={detail} />
        </div>
      </div>
      <p className="second granule-foot">
        {say(W.from)}
        {marks.colon}
        {detail.report ? `${detail.report.title}` : '—'}
      </p>
    </>
  )
}

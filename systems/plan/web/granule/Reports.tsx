import { useLanguage, useSay } from '../../../../app/web/i18n/index.ts'
import { formatDate, formatMonth } from '../../../../app/web/kit/format.ts'
import { usePost } from '../../../../app/web/kit/usePost.ts'
import { VERIFICATIONS } from '../choices.ts'
import type { Detail, Report } from '../types.ts'
import { W } from '../words.ts'
import { VerifyButtons } from './VerifyButtons.tsx'

/** What the lead office reported, newest first; the supervision office verifies or returns it here. */
export function Reports({ detail }: { detail: Detail }) {
  const say = useSay()
  const rows = [...detail.progress].reverse()
  return (
    <section className="block">
      <h2>{say(W.reports)}</h2>
      {rows.length === 0 && <p className="second">{say(W.noReports)}</p>}
      <ol className="lines">
        {rows.map((row) => (
          <Line
            key={row.id}
            row={row}
            granule={detail.granule.id}
            canVerify={detail.acts.includes('verify')}
          />
        ))}
      </ol>
    </section>
  )
}

function Line({ row, granule, canVerify }: { row: Report; granule: string; canVerify: boolean }) {
  const say = useSay()
  const language = useLanguage()
  const post = usePost()
  return (
    <li>
      <strong>{formatMonth(row.month, language)}</strong>
      <span className="grow">
        {row.words}
        <br />
        <small className="second">
          {post(row.reportedBy)} · {formatDate(row.reportedOn, language)} · {say(VERIFICATIONS[row.verified])}
        </small>
        {canVerify && row.verified === 'pending' && <VerifyButtons granule={granule} row={row} />}
      </span>
      <span className="end">
        <strong>{row.actual}%</strong>
        <br />
        <small>
          {say(W.planned)} {row.planned}%
        </small>
      </span>
    </li>
  )
}

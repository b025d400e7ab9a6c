import { useEffect } from 'react'
import { Link, NavLink } from 'react-router'
import { useLanguage, useSay, useWords } from '../../../../app/web/i18n/index.ts'
import { Mark } from '../../../../app/web/kit/Mark.tsx'
import { useMayRead } from '../reading/useReadings.ts'
import type { Draft, RunStatus } from '../types.ts'
import { W } from '../words.ts'

const STATUSES: readonly RunStatus[] = ['computed', 'stated', 'forecast', 'missing']
const FORMATS = ['docx', 'html', 'md'] as const

/** Above the paper: which year, how many figures of which kind, downloads. */
export function Tools({ draft, now }: { draft: Draft; now: number }) {
  const words = useWords()
  const say = useSay()
  const language = useLanguage()
  const mayRead = useMayRead()
  const { year, counts } = draft
  useEffect(() => {
    document.title = `${language === 'zh' ? draft.title : `${words('report')} ${year}`} · ${words('brand')}`
  }, [draft.title, year, language, words])
  return (
    <div className="report-tools">
      <nav className="chips" aria-label={words('period')}>
        {[now - 1, now].map((one) => (
          <NavLink
            key={one}
            to={`/report/${one}`}
            className="chip"
            aria-current={one === year ? 'page' : undefined}
          >
            {one}
            {one === now && <small>{say(W.draft)}</small>}
          </NavLink>
        ))}
      </nav>
      <p className="report-score">
        {STATUSES.filter((status) => counts[status] > 0).map((status) => (
          <span key={status}>
            <Mark status={status} /> {counts[status]}
          </span>
        ))}
        {counts.broken > 0 && (
          <span className="broken-count">
            <i className="wavy">{say(W.rewrite)}</i> {counts.broken}
          </span>
        )}
        <Link to="/verify">{say(W.verify)}</Link>
        {mayRead && <Link to="/plan/readings?paper=report">{say(W.readIn)}</Link>}
      </p>
      <p className="page-actions">
        <span className="second">{words('download')}</span>
        {FORMATS.map((format) => (
          <a key={format} className="button quiet" href={`/api/plan/report/${year}/${format}`} download>
            {format}
          </a>
        ))}
        <button type="button" className="button quiet" onClick={() => print()}>
          {words('print')}
        </button>
      </p>
    </div>
  )
}

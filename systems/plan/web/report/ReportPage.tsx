import { useCallback, useRef, useState } from 'react'
import { useParams } from 'react-router'
import { useApi, useMeta } from '../../../../app/web/client/queries.ts'
import { useWords } from '../../../../app/web/i18n/index.ts'
import { PageHead } from '../../../../app/web/kit/PageHead.tsx'
import { Answer } from '../../../../app/web/kit/States.tsx'
import { isNoReport, NoReport } from '../NoPlan.tsx'
import type { Draft } from '../types.ts'
import { Contents } from './Contents.tsx'
import { Notes, type Pointed } from './Notes.tsx'
import { Paper } from './Paper.tsx'
import { contentsOf, paragraphsOf } from './paragraphs.ts'
import './report.css'
import { Tools } from './Tools.tsx'

/** The report as a page in which every figure is alive; without a period, last year's. */
export default function ReportPage() {
  const { data: meta } = useMeta()
  const now = meta ? Number(meta.zone.today.slice(0, 4)) : undefined
  const period = useParams().period ?? (now ? String(now - 1) : undefined)
  const asked = useApi('/api/plan/report/{period}', period ? { path: { period } } : undefined)
  const words = useWords()
  if (!asked.data)
    return (
      <>
        <PageHead title={words('report')} />
        {isNoReport(asked.error) ? (
          <NoReport />
        ) : (
          <Answer of={asked} lines={16}>
            {() => null}
          </Answer>
        )}
      </>
    )
  return (
    <Answer of={asked} lines={16}>
      {(draft) => <Sheet key={draft.year} draft={draft} now={now ?? draft.year} />}
    </Answer>
  )
}

function Sheet({ draft, now }: { draft: Draft; now: number }) {
  const [pointed, setPointed] = useState<Pointed>()
  const words = useWords()
  const box = useRef<HTMLDivElement>(null)
  const point = useCallback((element: HTMLElement, what: Omit<Pointed, 'top'>) => {
    const top = element.getBoundingClientRect().top - (box.current?.getBoundingClientRect().top ?? 0)
    setPointed({ ...what, top })
  }, [])
  const paragraphs = paragraphsOf(draft)
  return (
    <>
      {!draft.blocks.some(({ kind }) => kind === 'title') && (
        <PageHead title={draft.title || words('report')} />
      )}
      <Tools draft={draft} now={now} />
      <div className="report" ref={box}>
        <Contents of={contentsOf(paragraphs)} />
        <Paper paragraphs={paragraphs} year={draft.year} forecast={draft.forecast} point={point} />
        <Notes pointed={pointed} dismiss={() => setPointed(undefined)} />
      </div>
    </>
  )
}

import { Link } from 'react-router'
import { useSay, useWords } from '../../../../app/web/i18n/index.ts'
import { useMarks } from '../../../../app/web/i18n/marks.ts'
import type { DraftSentence, FigureRun } from '../types.ts'
import { W } from '../words.ts'
import type { Point } from './Paper.tsx'
import { claims } from './paragraphs.ts'

/** A sentence with its figures alive; one that claims what no longer holds is marked, never mended. */
export function Sentence({ sentence, year, point }: { sentence: DraftSentence; year: number; point: Point }) {
  const say = useSay()
  const marks = useMarks()
  const broken = claims(sentence.broken)
  const words = sentence.runs.map((run) =>
    run.type === 'words' ? (
      run.text
    ) : (
      <LiveFigure key={`${run.slot}-${run.indicator}`} run={run} year={year} point={point} />
    ),
  )
  if (broken.length === 0) return <>{words}</>
  const show = (event: React.SyntheticEvent<HTMLElement>) => point(event.currentTarget, { broken })
  return (
    <span className="broken">
      {words}
      <button type="button" className="broken-flag" onPointerEnter={show} onFocus={show} onClick={show}>
        {say(W.rewrite)}
        <span className="sr-only">{broken.map(say).join(marks.semi)}</span>
      </button>
    </span>
  )
}

function LiveFigure({ run, year, point }: { run: FigureRun; year: number; point: Point }) {
  const words = useWords()
  const marks = useMarks()
  const show = (event: React.SyntheticEvent<HTMLElement>) => point(event.currentTarget, { run })
  const common = {
    className: `live live-${run.status}`,
    onPointerEnter: show,
    onFocus: show,
    'aria-label': `${run.text}${marks.open}${run.indicator}${marks.comma}${words(`status.${run.status}`)}${marks.close}`,
  }
  if (!run.ref)
    return (
      <button type="button" {...common} onClick={show}>
        {run.text}
      </button>
    )
  return (
    <Link to={`/report/${year}/figure/${encodeURIComponent(run.ref)}`} preventScrollReset {...common}>
      {run.text}
    </Link>
  )
}

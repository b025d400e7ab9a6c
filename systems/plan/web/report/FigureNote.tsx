import { useFigure, useIndicators } from '../../../../app/web/client/queries.ts'
import { ASPECT_NAMES } from '../../../../app/web/figure/aspects.ts'
import { FigureValue } from '../../../../app/web/figure/FigureValue.tsx'
import { useSay, useWords } from '../../../../app/web/i18n/index.ts'
import { Growth } from '../../../../app/web/kit/Growth.tsx'
import { Mark } from '../../../../app/web/kit/Mark.tsx'
import { useOffice } from '../../../../app/web/kit/useOffice.ts'
import type { FigureRun } from '../types.ts'
import { W } from '../words.ts'

/** Definition, growth and source of a figure, in the margin. */
export function FigureNote({ run, to }: { run: FigureRun; to: string }) {
  const say = useSay()
  const words = useWords()
  const office = useOffice()
  const figure = useFigure(to)
  const { data: indicators } = useIndicators()
  const ref = figure.data?.ref
  const growth = useFigure(ref?.aspect === 'level' ? `${ref.indicator}:growth@${ref.period}` : undefined)
  const indicator = indicators?.find(({ id }) => id === ref?.indicator)
  return (
    <>
      <h3>{indicator && ref ? say(indicator.name) + say(ASPECT_NAMES[ref.aspect]) : run.indicator}</h3>
      <p className="note-value">
        {figure.data && figure.data.value !== null ? (
          <FigureValue figure={figure.data} decimals={indicator && Math.max(indicator.decimals, 2)} />
        ) : (
          run.text
        )}
        <Mark status={run.status} />
      </p>
      {growth.data?.value && (
        <p>
          <span className="second">{words('growth')}</span> <Growth value={growth.data.value} />
        </p>
      )}
      {run.notes.map((line) => (
        <p key={line.zh}>{say(line)}</p>
      ))}
      {indicator && (
        <>
          <p>{say(indicator.definition)}</p>
          <p className="second">
            {say(indicator.source)}
            {' · '}
            {office(indicator.office)}
          </p>
        </>
      )}
      <p className="note-open">{say(W.openRows)}</p>
    </>
  )
}

import { useMeta } from '../../../../app/web/client/queries.ts'
import { useLanguage, useSay } from '../../../../app/web/i18n/index.ts'
import { useMarks } from '../../../../app/web/i18n/marks.ts'
import { daysBetween, formatDate } from '../../../../app/web/kit/format.ts'
import { Panel } from '../../../../app/web/kit/Panel.tsx'
import { W } from '../words.ts'
import { type Ladder, useLadder } from './queries.ts'
import { RungLine } from './RungLine.tsx'
import '../enterprises.css'

/** An enterprise on the ladder: what ends soon first, then rung by rung what it has and what it lacks. */
export default function LadderPanel({ id }: { readonly id: string }) {
  return <Panel of={useLadder(id)}>{(ladder) => <Rungs ladder={ladder} />}</Panel>
}

function Rungs({ ladder: { held, rungs } }: { readonly ladder: Ladder }) {
  const say = useSay()
  const marks = useMarks()
  const language = useLanguage()
  const { data: meta } = useMeta()
  const ending = held.filter(({ alarm }) => alarm)
  const judged = rungs.filter(({ verdict, held: has }) => has || verdict !== undefined)
  const silent = rungs.filter((rung) => !judged.includes(rung))
  const nothing = judged.every(({ verdict, held: has }) => !has && !verdict)
  return (
    <>
      {ending.length > 0 && (
        <ul className="renewals">
          {ending.map(({ scheme, name, validTo, alarm }) => (
            <li key={scheme} data-alarm={alarm}>
              {say(
                W.renew(
                  say(name),
                  formatDate(validTo, language),
                  daysBetween(meta?.zone.today ?? '', validTo ?? ''),
                ),
              )}
            </li>
          ))}
        </ul>
      )}
      {nothing ? (
        <p>{say(W.notJudged)}</p>
      ) : (
        <ol className="ladder">
          {judged.map((rung) => (
            <RungLine key={rung.scheme} rung={rung} />
          ))}
        </ol>
      )}
      <p className="chart-source">
        {say(W.byFacts)}{' '}
        {silent.length > 0 && say(W.noRule(silent.map(({ name }) => say(name)).join(marks.list)))}
      </p>
    </>
  )
}

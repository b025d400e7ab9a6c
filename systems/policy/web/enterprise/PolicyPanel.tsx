import { Link } from 'react-router'
import { useMeta } from '../../../../app/web/client/queries.ts'
import { useSay } from '../../../../app/web/i18n/index.ts'
import { useMarks } from '../../../../app/web/i18n/marks.ts'
import { Panel } from '../../../../app/web/kit/Panel.tsx'
import { useGap, useMoney } from '../money.ts'
import { granulePage, type Own, type OwnGranule, useOwn } from '../queries.ts'
import { STATES } from '../redemption/words.ts'
import { W } from '../words.ts'
import '../policy.css'

/** 可享政策: what an enterprise may have and how, what it lacks by how much, of what nothing is known. */
export default function PolicyPanel({ id }: { readonly id: string }) {
  return <Panel of={useOwn(id)}>{(own) => <Policies own={own} />}</Panel>
}

const GROUPS = [
  ['match', W.has],
  ['near', W.misses],
  ['unknown', W.lacks],
  ['claim', W.mayClaim],
] as const

function Policies({ own: { granules, totalYuan } }: { readonly own: Own }) {
  const say = useSay()
  const marks = useMarks()
  const money = useMoney()
  if (granules.length === 0) return <p className="second">{say(W.nothing)}</p>
  return (
    <>
      {Number(totalYuan) > 0 ? (
        <p>
          {say(W.total)}
          {marks.colon}
          <strong className="policy-total">{money(totalYuan)}</strong>
        </p>
      ) : (
        <p className="second">{say(W.totalNone)}</p>
      )}
      {GROUPS.map(([verdict, name]) => {
        const some = granules.filter((granule) => granule.verdict === verdict)
        if (some.length === 0) return null
        const lines = (
          <ul className="policy-lines">
            {some.map((granule) => (
              <Line key={granule.id} granule={granule} />
            ))}
          </ul>
        )
        // What may happen some day is looked up, not read through.
        return (
          <div className="policy-group" key={verdict}>
            {verdict === 'claim' ? (
              <details>
                <summary>{`${say(name)} ${some.length}`}</summary>
                {lines}
              </details>
            ) : (
              <>
                <h3>{`${say(name)} ${some.length}`}</h3>
                {lines}
              </>
            )}
          </div>
        )
      })}
    </>
  )
}

function Line({ granule }: { readonly granule: OwnGranule }) {
  const say = useSay()
  const money = useMoney()
  const { data: meta } = useMeta()
  const { id, title, benefit, verdict, amountYuan, mode, standing, claimed } = granule
  const isFirm = meta?.actor.role === 'enterprise'
  return (
    <li>
      <div className="policy-line-head">
        <span>
          {isFirm ? title : <Link to={granulePage(id)}>{title}</Link>}
          <span className="tag">{say(W.modes[mode])}</span>
          {claimed && <span className="tag">{say(STATES[claimed])}</span>}
          {standing !== 'official' && <span className="tag">{say(W.standings[standing])}</span>}
        </span>
        <strong className="policy-sum">
          {amountYuan === null
            ? say(W.byClaim)
            : verdict === 'near'
              ? say(W.ifMet(money(amountYuan)))
              : money(amountYuan)}
        </strong>
      </div>
      <span className="because">{benefit}</span>
      <Why granule={granule} />
    </li>
  )
}

function Why({ granule: { verdict, criteria, given, behind } }: { readonly granule: OwnGranule }) {
  const say = useSay()
  const marks = useMarks()
  const gap = useGap()
  const list = (names: readonly string[]) => [...new Set(names)].join(marks.list)
  if (behind) return <span className="second">{say(W.behind(behind))}</span>
  if (verdict === 'near')
    return criteria
      .filter(({ holds }) => holds === false)
      .map((each) => (
        <span key={each.number}>
          {say(each.gap === undefined ? W.notMet(each.says) : W.short(each.says, gap(each.gap, each.unit)))}
        </span>
      ))
  if (verdict === 'unknown')
    return <span>{say(W.missing(list(criteria.flatMap(({ missing }) => missing))))}</span>
  if (verdict === 'claim') return <span className="second">{say(W.needs(list(given)))}</span>
  return null
}

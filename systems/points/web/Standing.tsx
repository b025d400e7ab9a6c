import { useMemo } from 'react'
import { useLanguage, useSay } from '../../../app/web/i18n/index.ts'
import { Chart } from '../../../app/web/kit/Chart.tsx'
import { formatMonth, formatNumber } from '../../../app/web/kit/format.ts'
import { historyOption, radarOption } from './options.ts'
import type { Standing as Of } from './types.ts'
import { LISTS, STAGES, STATES, W } from './words.ts'

/** The first look: the score, its place, what the next list takes. */
export function Headline({ of: { score, round, scheme, next } }: { readonly of: Of }) {
  const say = useSay()
  const language = useLanguage()
  return (
    <dl className="facts">
      <dt>
        {say(W.points)} · {formatMonth(round.month, language)}
      </dt>
      <dd>
        <span className="figure-value">
          <strong>{formatNumber(score.total, 2)}</strong>
          <small>{say(W.unitPoints)}</small>
        </span>
        <small className="tag">{say(STATES[round.state])}</small>
        {scheme.standing === 'sample' && <small className="tag">{say(W.sample)}</small>}
      </dd>
      <dt>{say(W.rank)}</dt>
      <dd>
        {say(STAGES[score.stage])} {formatNumber(score.rank, 0)} / {formatNumber(score.ranked, 0)}
      </dd>
      {score.sector_rank !== null && (
        <>
          <dt>{say(W.sectorRank)}</dt>
          <dd>
            {formatNumber(score.sector_rank, 0)} / {formatNumber(score.sector_ranked, 0)}
          </dd>
        </>
      )}
      <dt>{say(W.list)}</dt>
      <dd>{score.list ? say(LISTS[score.list]) : '—'}</dd>
      <dt>{say(W.next)}</dt>
      <dd>
        {next ? (
          <>
            {say(W.short)} <strong>{say(LISTS[next.list])}</strong> {formatNumber(next.short, 2)}{' '}
            {say(W.unitPoints)}
          </>
        ) : (
          say(W.top)
        )}
      </dd>
    </dl>
  )
}

/** What share of each weight was earned. */
export function Profile({ parts }: { readonly parts: Of['parts'] }) {
  const say = useSay()
  const narrow = matchMedia('(max-width: 720px)').matches
  const option = useMemo(
    () =>
      radarOption(
        parts
          .filter(({ counts, weight }) => counts === 'core' && Number(weight) > 0)
          .map(({ name, points, weight }) => ({
            name,
            share: Math.round((1000 * Number(points)) / Number(weight)) / 10,
          })),
        say(W.profileOf),
        narrow,
      ),
    [parts, say, narrow],
  )
  return (
    <Chart title={say(W.profile)} option={option} label={say(W.profileLabel)} height={narrow ? 340 : 400} />
  )
}

/** Points over the months. */
export function Months({ months }: { readonly months: Of['months'] }) {
  const say = useSay()
  const option = useMemo(
    () =>
      historyOption(
        months.map(({ month }) => month),
        months.map(({ total }) => Math.round(Number(total) * 100) / 100),
        say(W.points),
        say(W.unitPoints),
      ),
    [months, say],
  )
  const isMadeUp = months.some(({ remark }) => remark)
  return (
    <Chart
      title={say(W.history)}
      option={option}
      label={say(W.historyLabel)}
      height={220}
      {...(isMadeUp ? { source: say(W.historyNote) } : {})}
    />
  )
}

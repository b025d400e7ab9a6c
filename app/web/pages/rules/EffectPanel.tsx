import { Link } from 'react-router'
import { useMetaRecord } from '../../client/queries.ts'
import { useSay } from '../../i18n/index.ts'
import { Chart } from '../../kit/Chart.tsx'
import { DataTable, type TableColumn } from '../../kit/DataTable.tsx'
import { formatNumber } from '../../kit/format.ts'
import { Loading, Problem } from '../../kit/States.tsx'
import { sayAnswer } from './answers.ts'
import { effectOption } from './effectOption.ts'
import { type Effect, type RuleWhole, useMeasure, type VersionWhole } from './queries.ts'
import type { Wording } from './useWording.ts'
import { W } from './words.ts'

interface Props {
  readonly rule: RuleWhole
  readonly version: VersionWhole
  readonly wording: Wording
}

/** What the model on the page would do to everybody whom the rule judges: measured on demand, kept when submitted. */
export function EffectPanel({ rule, version, wording }: Props) {
  const say = useSay()
  const measure = useMeasure(rule.id)
  const effect = measure.data ?? version.effect
  const measured = measure.variables?.model ?? version.model
  const broken = wording.check.problems.length > 0
  return (
    <section className="block" aria-label={say(W.effect)}>
      <h2>
        {say(W.effect)}
        <button
          type="button"
          className="button"
          disabled={broken || measure.isPending}
          onClick={() => measure.mutate({ model: wording.model })}
        >
          {say(measure.isPending ? W.measuring : W.measure)}
        </button>
      </h2>
      <p className="because">{say(W.effectAbout)}</p>
      {measure.isPending && <Loading lines={4} />}
      {measure.error && <Problem error={measure.error} />}
      {effect && !measure.isPending && (
        <>
          {measured !== wording.model && <p className="rule-hint">{say(W.stale)}</p>}
          {effect.subjects === 0 ? <NoSubjects rule={rule} /> : <Measured rule={rule} effect={effect} />}
        </>
      )}
    </section>
  )
}

/** Nobody to judge yet: no totals of nothing, but where the rows would be. */
function NoSubjects({ rule: { population } }: { rule: RuleWhole }) {
  const say = useSay()
  const record = useMetaRecord(population.record)
  return (
    <p>
      {say(W.noSubjects)}{' '}
      {record && <Link to={`/records/${record.id.replace('.', '/')}`}>{say(record.name)}</Link>}
    </p>
  )
}

function Measured({ rule, effect }: { rule: RuleWhole; effect: Effect }) {
  const say = useSay()
  const { money, wins, loses, moves } = effect
  const finding =
    wins + loses === 0 ? say(W.chartNothing) : say(W.chartWins(formatNumber(wins), formatNumber(loses)))
  return (
    <div className="stack">
      <dl className="rule-totals">
        {(
          [
            [W.subjects, effect.subjects],
            [W.wins, wins],
            [W.loses, loses],
            [W.same, effect.same],
          ] as const
        ).map(([name, count]) => (
          <div key={name.en}>
            <dt>{say(name)}</dt>
            <dd>
              {formatNumber(count)} <small>{say(W.subjectUnit)}</small>
            </dd>
          </div>
        ))}
        {money &&
          (
            [
              [W.moneyBefore, money.before],
              [W.moneyAfter, money.after],
              [W.moneyMore, difference(money)],
            ] as const
          ).map(([name, amount]) => (
            <div key={name.en}>
              <dt>{say(name)}</dt>
              <dd>
                {formatNumber(amount, 2)} <small>{money.unit}</small>
              </dd>
            </div>
          ))}
      </dl>
      {moves.length > 0 && (
        <Chart
          title={finding}
          label={finding}
          height={60 + moves.length * 36}
          option={effectOption(moves, money?.unit, say)}
          source={say(W.chartSource)}
          table={<Moves effect={effect} />}
        />
      )}
      {moves.length > 0 && <Moves effect={effect} />}
      <Changes rule={rule} effect={effect} />
    </div>
  )
}

const difference = ({ before, after }: { before: string; after: string }) =>
  (Number(after) - Number(before)).toFixed(2)

/** Only where a rule is about money. */
const moneyColumn = ({ money }: Effect, name: string): TableColumn<{ readonly money: string }>[] =>
  money
    ? [
        {
          key: 'money',
          name,
          unit: money.unit,
          numeric: true,
          card: 'show',
          cell: (row) => formatNumber(row.money, 2),
        },
      ]
    : []

function Moves({ effect }: { effect: Effect }) {
  const say = useSay()
  type Move = Effect['moves'][number]
  const columns: TableColumn<Move>[] = [
    { key: 'from', name: say(W.fromVerdict), card: 'title', cell: ({ from }) => from },
    { key: 'to', name: say(W.toVerdict), card: 'show', cell: ({ to }) => to },
    {
      key: 'subjects',
      name: say(W.count),
      numeric: true,
      card: 'show',
      cell: ({ subjects }) => formatNumber(subjects),
    },
    ...moneyColumn(effect, say(W.moneyMore)),
  ]
  return (
    <DataTable
      caption={say(W.effect)}
      compact
      columns={columns}
      rows={effect.moves}
      rowKey={({ from, to }) => `${from} ${to}`}
    />
  )
}

/** Who gains or loses most. */
function Changes({ rule, effect }: { rule: RuleWhole; effect: Effect }) {
  const say = useSay()
  if (effect.wins + effect.loses === 0) return null
  if (effect.changes.length === 0) return <p className="because">{say(W.namesHidden)}</p>
  type Change = Effect['changes'][number]
  const path = `/records/${rule.population.record.replace('.', '/')}`
  const columns: TableColumn<Change>[] = [
    {
      key: 'title',
      name: say(W.subject),
      card: 'title',
      cell: ({ id, title }) => <Link to={`${path}/${encodeURIComponent(id)}`}>{title}</Link>,
    },
    {
      key: 'direction',
      name: say(W.change),
      card: 'show',
      cell: ({ direction }) => (
        <span className={direction === 'win' ? 'rule-green' : 'rule-red'}>
          {direction === 'win' ? '▲' : '▼'} {say(direction === 'win' ? W.wins : W.loses)}
        </span>
      ),
    },
    { key: 'before', name: say(W.fromVerdict), cell: ({ before }) => sayAnswer(before, say(W.noValue)) },
    {
      key: 'after',
      name: say(W.toVerdict),
      card: 'show',
      cell: ({ after }) => sayAnswer(after, say(W.noValue)),
    },
    ...moneyColumn(effect, say(W.moneyMore)),
  ]
  return (
    <DataTable
      caption={say(W.subject)}
      boxed
      compact
      columns={columns}
      rows={effect.changes}
      rowKey={({ id }) => id}
    />
  )
}

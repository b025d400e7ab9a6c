import type { Aspect } from '../../engines/report/types.ts'
import { type Text, text } from '../text.ts'
import type { Figure, FigureRef, Lineage } from './figure.ts'
import type { Indicator } from './indicator.ts'
import { type Peers, peerKey, type Statements } from './load.ts'
import {
  cumulative,
  formatPeriod,
  type Period,
  parsePeriod,
  periodBefore,
  periodName,
  yearBefore,
} from './period.ts'
import {
  changeOn,
  Decimal,
  growthOf,
  impliedBase,
  rankOf,
  type Series,
  streakOf,
  totalOver,
} from './series.ts'

/** Everything that evaluation may look at; it reads no database. */
export interface Ledger {
  readonly indicators: ReadonlyMap<string, Indicator>
  readonly series: ReadonlyMap<string, Series>
  readonly peers: Peers
  readonly statements: Statements
  readonly ownPlace: string
}

type Answer = Omit<Figure, 'ref'> | undefined

/** Evaluates one figure: computed where rows allow it, else as stated or inferred, else missing. */
export function evaluate(ledger: Ledger, ref: FigureRef): Figure {
  const indicator = ledger.indicators.get(ref.indicator)
  const period = parsePeriod(ref.period)
  if (!indicator || !period)
    return {
      ref,
      ...missing('', text('目录中没有这个指标或时期', 'No such indicator or period in the catalogue')),
    }
  const answer =
    COMPUTE[ref.aspect](ledger, indicator, period) ??
    stated(ledger, ref, indicator) ??
    inferred(ledger, ref, indicator, period)
  return { ref, ...(answer ?? missing(unitOf(ref.aspect, indicator), why(indicator, period))) }
}

/** One way to compute each aspect; undefined when rows or peers do not suffice. */
const COMPUTE: Readonly<Record<Aspect, (ledger: Ledger, indicator: Indicator, period: Period) => Answer>> = {
  level: (ledger, indicator, period) => level(ledger, indicator, period),
  growth: (ledger, indicator, period) => growth(ledger, indicator, period),
  change: (ledger, indicator, period) => change(ledger, indicator, period),
  rank: (ledger, indicator, period) => rank(ledger, indicator, period, 'level'),
  'growth.rank': (ledger, indicator, period) => rank(ledger, indicator, period, 'growth'),
  gap: (ledger, indicator, period) => gap(ledger, indicator, period, 'level'),
  'growth.gap': (ledger, indicator, period) => gap(ledger, indicator, period, 'growth'),
  streak: () => undefined,
  'growth.streak': growthStreak,
  'rank.streak': (ledger, indicator, period) => rankStreak(ledger, indicator, period, 'rank'),
  'growth.rank.streak': (ledger, indicator, period) => rankStreak(ledger, indicator, period, 'growth.rank'),
}

function level(ledger: Ledger, indicator: Indicator, period: Period): Answer {
  const { measure } = indicator
  if (!measure) return undefined
  if (measure.by === 'ratio') {
    const inputs = [measure.numerator, measure.denominator].map((id) => computed(ledger, id, 'level', period))
    const [over, under] = inputs
    if (!over?.value || !under?.value || new Decimal(under.value).isZero()) return undefined
    const value = new Decimal(over.value).div(under.value).times(measure.scale)
    return {
      value: value.toFixed(),
      unit: indicator.unit,
      status: 'computed',
      lineage: fromFigures(ratioFormula(ledger, measure), [over, under]),
    }
  }
  const total = totalOver(ledger.series.get(indicator.id) ?? new Map(), indicator, period)
  if (!total) return undefined
  return {
    value: total.value.toFixed(),
    unit: indicator.unit,
    status: 'computed',
    lineage: {
      from: 'rows',
      formula:
        measure.by === 'sum'
          ? text(`${total.rows} 行相加`, `sum of ${total.rows} rows`)
          : measure.by === 'standing'
            ? text(`期末有效的 ${total.rows} 行计数`, `count of ${total.rows} rows that hold at the end`)
            : text(`${total.rows} 行计数`, `count of ${total.rows} rows`),
      record: measure.record,
      rows: total.rows,
      synthetic: total.synthetic,
    },
  }
}

function growth(ledger: Ledger, indicator: Indicator, period: Period): Answer {
  const before = yearBefore(period)
  const now = computed(ledger, indicator.id, 'level', period)
  const base = computed(ledger, indicator.id, 'level', before)
  if (!now?.value || !base?.value) return undefined
  const series = ledger.series.get(indicator.id)
  const totals = series && [totalOver(series, indicator, period), totalOver(series, indicator, before)]
  const value =
    totals?.[0] && totals[1]
      ? growthOf(totals[0], totals[1])
      : new Decimal(base.value).isZero()
        ? undefined
        : new Decimal(now.value).div(base.value).minus(1).times(100)
  if (!value) return undefined
  const comparable = totals?.[0] && !totals[0].comparable.equals(totals[0].value)
  const formula = comparable
    ? text(
        `按可比价格：${totals[0]?.comparable.toFixed(4)} ÷ 上年同期 − 1`,
        `at comparable prices: ${totals[0]?.comparable.toFixed(4)} ÷ the year before − 1`,
      )
    : text('本期 ÷ 上年同期 − 1', 'this period ÷ the year before − 1')
  return { value: value.toFixed(), unit: '%', status: 'computed', lineage: fromFigures(formula, [now, base]) }
}

/** 环比: against the month, quarter or day just before, at current prices. */
function change(ledger: Ledger, indicator: Indicator, period: Period): Answer {
  const before = periodBefore(period)
  const now = computed(ledger, indicator.id, 'level', period)
  const base = before && computed(ledger, indicator.id, 'level', before)
  if (!now?.value || !base?.value) return undefined
  const value = changeOn(new Decimal(now.value), new Decimal(base.value))
  if (!value) return undefined
  const formula = text('本期 ÷ 上期 − 1', 'this period ÷ the one before − 1')
  return { value: value.toFixed(), unit: '%', status: 'computed', lineage: fromFigures(formula, [now, base]) }
}

function districts(ledger: Ledger, indicator: Indicator, period: Period, aspect: 'level' | 'growth') {
  const list = ledger.peers.get(peerKey(indicator.id, aspect, formatPeriod(period))) ?? []
  return list.filter(({ group }) => group === 'district')
}

function rank(ledger: Ledger, indicator: Indicator, period: Period, aspect: 'level' | 'growth'): Answer {
  const others = districts(ledger, indicator, period, aspect)
  const own = computed(ledger, indicator.id, aspect, period)
  if (others.length === 0 || !own?.value) return undefined
  const value = new Decimal(own.value)
  const lowestFirst = indicator.direction === 'down'
  const peers = [
    ...others.map((peer) => ({ place: peer.place, value: peer.value, own: false })),
    { place: ledger.ownPlace, value, own: true },
  ].sort((a, b) => (lowestFirst ? a.value.comparedTo(b.value) : b.value.comparedTo(a.value)))
  return {
    value: String(
      rankOf(
        value,
        others.map((peer) => peer.value),
        indicator.direction,
      ),
    ),
    unit: '位',
    status: 'computed',
    lineage: {
      from: 'peers',
      formula: lowestFirst
        ? text(`在 ${peers.length} 个地区中由低到高排位`, `place among ${peers.length}, lowest first`)
        : text(`在 ${peers.length} 个地区中由高到低排位`, `place among ${peers.length}, highest first`),
      peers: peers.map((peer) => ({ place: peer.place, value: peer.value.toFixed(), own: peer.own })),
      synthetic: others.some((peer) => peer.synthetic),
      inputs: [own],
    },
  }
}

function gap(ledger: Ledger, indicator: Indicator, period: Period, aspect: 'level' | 'growth'): Answer {
  const list = ledger.peers.get(peerKey(indicator.id, aspect, formatPeriod(period))) ?? []
  const city = list.find(({ group }) => group === 'city')
  const own = computed(ledger, indicator.id, aspect, period)
  if (!city || !own?.value) return undefined
  return {
    value: new Decimal(own.value).minus(city.value).toFixed(),
    unit: aspect === 'growth' ? '个百分点' : indicator.unit,
    status: 'computed',
    lineage: {
      from: 'peers',
      formula: text('本区 − 全市', 'the zone − the city'),
      peers: [
        { place: ledger.ownPlace, value: own.value, own: true },
        { place: city.place, value: city.value.toFixed(), own: false },
      ],
      synthetic: city.synthetic,
      inputs: [own],
    },
  }
}

/** 增速连续N个月居首: months, newest first, in which the cumulative figure ranks first. */
function rankStreak(
  ledger: Ledger,
  indicator: Indicator,
  period: Period,
  aspect: 'rank' | 'growth.rank',
): Answer {
  const inputs: Figure[] = []
  let held = 0
  let { year, to } = period
  // Ends for certain: before the first row nothing is computed.
  for (; ; held++) {
    const figure = computed(ledger, indicator.id, aspect, cumulative(year, to))
    // The month that ended the streak, where it is known, shows why it is not longer.
    if (figure) inputs.push(figure)
    if (figure?.value !== '1') break
    ;[year, to] = to === 1 ? [year - 1, 12] : [year, to - 1]
  }
  if (inputs.length === 0) return undefined
  const formula = text(
    '自本期起逐月向前，累计增速居首的月数',
    'months back from this one with the first place',
  )
  return {
    value: String(held),
    unit: '个月',
    status: 'computed',
    lineage: fromFigures(formula, inputs),
  }
}

/** 增速连续N年保持…以上: whole years back from this one whose growth reaches the indicator's mark. */
function growthStreak(ledger: Ledger, indicator: Indicator, period: Period): Answer {
  const mark = indicator.streak?.growthAtLeast
  if (mark === undefined || period.from !== 1) return undefined
  const inputs: Figure[] = []
  for (let back = 0; ; back++) {
    const figure = computed(ledger, indicator.id, 'growth', yearBefore(period, back))
    if (!figure) break
    inputs.push(figure)
    if (new Decimal(figure.value ?? 0).lessThan(mark)) break
  }
  if (inputs.length === 0) return undefined
  const held = streakOf(inputs.map((figure) => new Decimal(figure.value ?? 0).greaterThanOrEqualTo(mark)))
  const formula = text(`增速不低于 ${mark}% 的连续年数`, `years in a row with growth of ${mark}% or more`)
  return { value: String(held), unit: '年', status: 'computed', lineage: fromFigures(formula, inputs) }
}

/** A figure only if it is computed: derived figures never mix rows with what a report merely says. */
function computed(ledger: Ledger, id: string, aspect: Aspect, period: Period): Figure | undefined {
  const indicator = ledger.indicators.get(id)
  const answer = indicator && COMPUTE[aspect](ledger, indicator, period)
  return answer && { ref: { indicator: id, aspect, period: formatPeriod(period) }, ...answer }
}

function stated(ledger: Ledger, ref: FigureRef, indicator: Indicator): Answer {
  const found = ledger.statements.get(`${ref.indicator}:${ref.aspect}@${ref.period}`)
  if (!found) return undefined
  return {
    value: found.value,
    unit: found.unit || unitOf(ref.aspect, indicator),
    status: 'stated',
    lineage: {
      from: 'statement',
      report: found.report,
      start: found.start,
      end: found.end,
      text: found.text,
    },
  }
}

/** Last year's level from this year's stated level and growth. */
function inferred(ledger: Ledger, ref: FigureRef, indicator: Indicator, period: Period): Answer {
  if (ref.aspect !== 'level' || indicator.nature === 'ratio') return undefined
  const after = formatPeriod({ ...period, year: period.year + 1 })
  const [now, rate] = (['level', 'growth'] as const).map((aspect) =>
    stated(ledger, { indicator: indicator.id, aspect, period: after }, indicator),
  )
  if (!now?.value || !rate?.value || new Decimal(rate.value).equals(-100)) return undefined
  const inputs = [now, rate].map((answer, index) => ({
    ref: { indicator: indicator.id, aspect: (['level', 'growth'] as const)[index] ?? 'level', period: after },
    ...answer,
  }))
  return {
    value: impliedBase(new Decimal(now.value), new Decimal(rate.value)).toFixed(indicator.decimals),
    unit: indicator.unit,
    status: 'inferred',
    lineage: fromFigures(text('次年数 ÷（1 + 次年增速）', 'next year ÷ (1 + its growth)'), inputs),
  }
}

const fromFigures = (formula: Text, inputs: readonly Figure[]): Lineage => ({
  from: 'figures',
  formula,
  inputs,
})

const missing = (unit: string, reason: Text): Omit<Figure, 'ref'> => ({
  value: null,
  unit,
  status: 'missing',
  lineage: { from: 'nothing', reason },
})

function why(indicator: Indicator, period: Period): Text {
  const name = formatPeriod(period)
  return indicator.measure
    ? text(
        `${periodName(name, 'zh')}的数据尚不完整`,
        `The data of ${periodName(name, 'en')} are not complete`,
      )
    : text(
        '尚无系统计算这个指标，也没有报告写明',
        'No system computes this indicator and no report states it',
      )
}

function unitOf(aspect: Aspect, indicator: Indicator): string {
  if (aspect === 'level') return indicator.unit
  if (aspect === 'growth' || aspect === 'change') return '%'
  if (aspect.endsWith('rank')) return '位'
  return aspect === 'growth.gap' ? '个百分点' : ''
}

function ratioFormula(ledger: Ledger, measure: { numerator: string; denominator: string }): Text {
  const [over, under] = [measure.numerator, measure.denominator].map((id) => ledger.indicators.get(id)?.name)
  return text(`${over?.zh} ÷ ${under?.zh}`, `${over?.en} ÷ ${under?.en}`)
}

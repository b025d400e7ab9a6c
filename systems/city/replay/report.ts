import { type Text, text } from '../../../kernel/text.ts'
import { COUNTS, type Counts, type Period, RATES, ratesOf } from '../scoring/rates.ts'
import type { Group, Outcome } from './outcome.ts'
import type { Played } from './play.ts'
import type { Told } from './read.ts'

const COUNT_NAMES: Readonly<Record<keyof Counts, Text>> = {
  reported: text('上报', 'Reported'),
  filed: text('立案', 'Filed'),
  dispatched: text('派遣', 'Dispatched'),
  dispatchedRight: text('准确派遣', 'Dispatched right'),
  toHandle: text('应处置', 'To handle'),
  handled: text('已处置', 'Handled'),
  handledOnTime: text('按期处置', 'Handled on time'),
  reworked: text('返工', 'Reworked'),
  toClose: text('应结案', 'To close'),
  closed: text('结案', 'Closed'),
  closedOnTime: text('按期结案', 'Closed on time'),
}
const RATE_NAMES: Readonly<Record<keyof typeof RATES, Text>> = {
  filed: text('立案率', 'Filed, rate'),
  dispatchedRight: text('准确派遣率', 'Dispatched right, rate'),
  handled: text('处置率', 'Handled, rate'),
  handledOnTime: text('按期处置率', 'Handled on time, rate'),
  reworked: text('返工率', 'Reworked, rate'),
  closed: text('结案率', 'Closed, rate'),
  closedOnTime: text('按期结案率', 'Closed on time, rate'),
}
const OTHERS = {
  void: text('作废', 'Void'),
  merged: text('并案', 'Merged'),
  late: text('超时', 'Late'),
} as const

export interface Replayed {
  readonly rows: readonly Told[]
  readonly played: Played
  readonly seconds: number
  readonly period: Period
  readonly own: Outcome
  readonly shown: Outcome
  readonly differ: readonly string[]
}

/** What is printed at the end: the scoreboard beside the file, then how fast it went. */
export function report({ rows, played, seconds, period, own, shown, differ }: Replayed): readonly Text[] {
  const [ownRates, rates] = [ratesOf(own.counts), ratesOf(shown.counts)]
  const without = rows.filter(({ place }) => !place).length
  return [
    heading(text('全区', 'All')),
    ...COUNTS.map((name) => line(COUNT_NAMES[name], String(shown.counts[name]), String(own.counts[name]))),
    ...(Object.keys(OTHERS) as (keyof typeof OTHERS)[]).map((name) =>
      line(OTHERS[name], String(shown[name]), String(own[name])),
    ),
    ...(Object.keys(RATES) as (keyof typeof RATES)[]).map((name) =>
      line(RATE_NAMES[name], percent(rates[name]), percent(ownRates[name])),
    ),
    line(text('结案用时中位数（小时）', 'Median hours to close'), hours(shown.median), hours(own.median)),
    ...groups(
      text('按单位：上报/结案/中位小时', 'By office: reported/closed/median hours'),
      shown.owners,
      own.owners,
    ),
    ...groups(
      text('按类别：上报/结案/中位小时', 'By class: reported/closed/median hours'),
      shown.classes,
      own.classes,
    ),
    text('', ''),
    text(
      `${rows.length} 件，其中 ${without} 件没有坐标（落在中间）；${period.from} 至 ${period.to}`,
      `${rows.length} requests, ${without} of them without coordinates (placed in the middle); ${period.from} to ${period.to}`,
    ),
    text(
      `${played.steps} 步、到期触发 ${played.fired} 次，用时 ${seconds.toFixed(1)} 秒：每秒 ${(rows.length / seconds).toFixed(1)} 件、${((played.steps + played.fired) / seconds).toFixed(1)} 步`,
      `${played.steps} steps and ${played.fired} limits in ${seconds.toFixed(1)} s: ${(rows.length / seconds).toFixed(1)} requests, ${((played.steps + played.fired) / seconds).toFixed(1)} steps a second`,
    ),
    differ.length === 0
      ? text('评价结果与文件自身的结果一致', 'The scoreboard agrees with the file')
      : text(`不一致：${differ.join('、')}`, `They differ: ${differ.join(', ')}`),
  ]
}

const percent = (rate: number | null) => (rate === null ? '–' : `${(rate * 100).toFixed(2)}%`)
const hours = (median: number | null) => (median === null ? '–' : median.toFixed(2))

const NAME = 40
const VALUE = 24
const both = (make: (language: 'zh' | 'en') => string): Text => text(make('zh'), make('en'))
/** Chinese signs take two places on a terminal. */
const padded = (words: string, width: number) =>
  words +
  ' '.repeat(Math.max(1, width - [...words].reduce((sum, sign) => sum + (sign > '\u2e80' ? 2 : 1), 0)))
const row = (name: string, shown: string, own: string) => `${padded(name, NAME)}${padded(shown, VALUE)}${own}`
const line = (name: Text, shown: string, own: string): Text =>
  both((language) => row(name[language], shown, own))
const SHOWN = text('系统', 'system')
const OWN = text('文件', 'file')
const heading = (name: Text): Text =>
  both((language) => `\n${row(name[language], SHOWN[language], OWN[language])}`)

function groups(name: Text, shown: readonly Group[], own: readonly Group[]): readonly Text[] {
  const found = new Map(shown.map((group) => [group.name, group]))
  return [
    heading(name),
    ...own.map((group) => line(text(group.name, group.name), told(found.get(group.name)), told(group))),
  ]
}
const told = (group: Group | undefined) =>
  group ? `${group.reported} / ${group.closed} / ${hours(group.median)}` : '–'

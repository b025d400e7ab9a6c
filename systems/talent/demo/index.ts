/** Loads the talent part of the demonstration zone: invented people of high-tech firms on the register. */
import { sql } from 'kysely'
import { apportion } from '../../../kernel/sample/apportion.ts'
import { enterSamples } from '../../../kernel/sample/enter.ts'
import { random } from '../../../kernel/sample/random.ts'
import type { NewRow, RecordDefinition } from '../../../kernel/store/index.ts'
import type { Context, Progress } from '../../../kernel/system.ts'
import { cityTotals, events, outputs, selections, stations } from '../tables.ts'
import { EVENTS, PROGRAMMES, type Programme } from '../words.ts'

const SEED = 'talent 2023'
const keeper = 'talent'

/** Selections by year and programme: those of 2023 are what the report states, the others around it. */
const SELECTED: Readonly<Record<string, Readonly<Record<Programme, number>>>> = {
  '2022': {
    'national-recruitment': 11,
    'national-training': 3,
    'provincial-recruitment': 14,
    'provincial-training': 9,
    'municipal-talent': 24,
    'municipal-team': 5,
  },
  '2023': {
    'national-recruitment': 13,
    'national-training': 5,
    'provincial-recruitment': 17,
    'provincial-training': 10,
    'municipal-talent': 28,
    'municipal-team': 6,
  },
  '2024': {
    'national-recruitment': 9,
    'national-training': 4,
    'provincial-recruitment': 12,
    'provincial-training': 8,
    'municipal-talent': 21,
    'municipal-team': 4,
  },
}
/** Selected for the national training programme in the whole city. */
const IN_CITY: Readonly<Record<string, number>> = { '2022': 11, '2023': 15, '2024': 13 }
const STATIONS_SET_UP: Readonly<Record<string, number>> = { '2021': 3, '2022': 3, '2023': 4, '2024': 2 }
const EVENTS_HELD: Readonly<Record<string, number>> = { '2022': 19, '2023': 24, '2024': 20 }
/** 万元 a year; of 2024 until October. */
const OUTPUT: Readonly<Record<string, number>> = { '2022': 613_400, '2023': 703_200, '2024': 652_800 }
const FIRMS = 36
const MONTHS: Readonly<Record<string, number>> = { '2024': 10 }

const FIELDS = ['新材料', '智能制造', '新一代信息技术', '生物医药', '新能源', '软件和工业互联网']
const SURNAMES = '王李张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗'
const GIVEN = '明华文静伟敏强磊洋艳勇杰娟涛超霞平刚晨宁'

export async function* load(context: Context): AsyncIterable<Progress> {
  const firms = await firmsOf(context)
  yield* enter(context, selections, makeSelections(firms), 'selected_on')
  yield* enter(context, stations, makeStations(firms), 'set_up_on')
  yield* enter(context, events, makeEvents(), 'held_on')
  yield* enter(context, outputs, makeOutputs(firms), 'month')
  yield* enter(
    context,
    cityTotals,
    Object.entries(IN_CITY).map(([year, people]) => ({
      id: `${year}-national-training`,
      period: `${year}-12`,
      programme: 'national-training',
      people: String(people),
      source: '示例：演示用虚构数据',
      keeper,
    })),
    'period',
  )
}

/** Firms whose certificate of high technology holds: the demonstration's firms of talent are among these. */
async function firmsOf({ db, systems }: Context): Promise<readonly string[]> {
  const kept = systems.some(({ records }) => records.some(({ id }) => id === 'enterprises.honours'))
  if (!kept) return []
  const { rows } = await sql<{ id: string }>`select distinct e.id from enterprises.enterprises e
    join enterprises.honours h on h.enterprise = e.id and h.scheme = 'high-tech' and h.state = 'granted'
    where e.cancelled_on is null order by e.id limit 400`.execute(db)
  return rows.map(({ id }) => id)
}

const monthsOf = (year: string) => MONTHS[year] ?? 12
const dayIn = (year: string, { below }: { below: (n: number) => number }) =>
  `${year}-${String(1 + below(monthsOf(year))).padStart(2, '0')}-${String(1 + below(28)).padStart(2, '0')}`

function makeSelections(firms: readonly string[]): NewRow[] {
  const draw = random(SEED, 'selections')
  return Object.entries(SELECTED).flatMap(([year, programmes]) =>
    Object.entries(programmes).flatMap(([programme, count]) =>
      Array.from({ length: count }, (_, i) => ({
        id: `${programme}-${year}-${i + 1}`,
        person: `${draw.pick([...SURNAMES])}${draw.pick([...GIVEN])}${draw.pick([...GIVEN])}`,
        programme,
        field: draw.pick(FIELDS),
        enterprise: firms.length > 0 ? draw.pick(firms) : null,
        employer: firms.length > 0 ? null : '示例单位',
        selected_on: dayIn(year, draw),
        left_on: null,
        document: `示例公告〔${year}〕${PROGRAMMES[programme as Programme].zh}`,
        keeper,
      })),
    ),
  )
}

function makeStations(firms: readonly string[]): NewRow[] {
  if (firms.length === 0) return []
  const draw = random(SEED, 'stations')
  return Object.entries(STATIONS_SET_UP).flatMap(([year, count]) =>
    Array.from({ length: count }, (_, i) => ({
      id: `${year}-${i + 1}`,
      kind: i === 0 ? 'station' : 'provincial',
      enterprise: draw.pick(firms),
      set_up_on: dayIn(year, draw),
      closed_on: null,
      document: `示例批复〔${year}〕${i + 1}号`,
      keeper,
    })),
  )
}

function makeEvents(): NewRow[] {
  const draw = random(SEED, 'events')
  const kinds = Object.keys(EVENTS) as (keyof typeof EVENTS)[]
  return Object.entries(EVENTS_HELD).flatMap(([year, count]) =>
    Array.from({ length: count }, (_, i) => {
      const kind = draw.pick(kinds)
      return {
        id: `${year}-${i + 1}`,
        name: `示例${EVENTS[kind].zh}（${year}年第${i + 1}场）`,
        kind,
        held_on: dayIn(year, draw),
        guests: String(20 + draw.below(260)),
        venue: draw.pick(['高新区人才之家', '新材料国际创新中心', '软件园', '研发园']),
        keeper,
      }
    }),
  )
}

/** A year's output spread over firms and months by weight, exactly. */
function makeOutputs(firms: readonly string[]): NewRow[] {
  const draw = random(SEED, 'outputs')
  const some = firms.filter((_, i) => i % Math.max(1, Math.floor(firms.length / FIRMS)) === 0).slice(0, FIRMS)
  const sizes = some.map(() => Math.exp(0.9 * draw.normal()))
  return Object.entries(OUTPUT).flatMap(([year, total]) => {
    const cells = some.flatMap((enterprise, f) =>
      Array.from({ length: monthsOf(year) }, (_, m) => ({
        enterprise,
        month: `${year}-${String(m + 1).padStart(2, '0')}`,
        weight: (sizes[f] as number) * (0.8 + 0.4 * draw.next()),
      })),
    )
    const parts = apportion(
      total * 100,
      cells.map(({ weight }) => weight),
    )
    return cells.map(({ enterprise, month }, i) => ({
      id: `${enterprise}-${month}`,
      enterprise,
      month,
      output: (Number(parts[i]) / 100).toFixed(2),
      source: '示例：人才企业月报',
      keeper,
    }))
  })
}

async function* enter(
  context: Context,
  record: RecordDefinition,
  rows: readonly NewRow[],
  since: string,
): AsyncIterable<Progress> {
  const recorded = rows.map((row) => ({ ...row, recorded_at: recordedAt(String(row[since])) }))
  if (recorded.length > 0) await enterSamples(context)(record, recorded)
  yield { step: record.name, done: rows.length, total: rows.length }
}

/** Entered on the day itself; of a month on the first day after it. */
function recordedAt(since: string): string {
  const [year, month, day] = since.split('-').map(Number) as [number, number, number?]
  if (day) return `${since}T17:00:00+08:00`
  const next = month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`
  return `${next}-10T09:00:00+08:00`
}

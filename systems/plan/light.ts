import { daysBetween } from '../../kernel/calendar/days.ts'
import { type Text, text } from '../../kernel/text.ts'
import type { Colour, Light, Status } from './words.ts'

/**
 * The light of a granule: a decision table read from the top, first match wins.
 * The table is data, so that the supervision office can read it on a page and a zone can carry its own.
 */

/** What the table looks at; all percents 0 to 100, dates YYYY-MM-DD. */
export interface LightInput {
  readonly status: Status
  readonly today: string
  readonly startsOn: string
  readonly dueOn: string
  /** 计划进度 at the day of the last report asked for. */
  readonly planned: number
  /** 完成进度 as last reported. */
  readonly actual: number
  /** The planned date of the oldest milestone not yet done, if it has any. */
  readonly nextNodeOn?: string | undefined
  /** The day by which the last monthly report was due, when it has not come. */
  readonly reportDueOn?: string | undefined
}

/** Facts that conditions compare; days may be negative. */
export interface LightFacts {
  readonly closed: number
  readonly overdueDays: number
  readonly daysToDue: number
  readonly idleDays: number
  readonly gap: number
  readonly nodeLateDays: number
  readonly reportLateDays: number
  readonly actual: number
}

export interface Thresholds {
  /** Percentage points behind plan beyond which yellow turns red. */
  readonly gap: number
  /** Days that a milestone or a start may be late before it is red. */
  readonly late: number
  /** Days before the due date at which an unfinished task is reminded. */
  readonly reminder: number
}

/** Sample values; a zone sets its own. */
export const THRESHOLDS: Thresholds = { gap: 10, late: 30, reminder: 15 }

export interface Condition {
  readonly fact: keyof LightFacts
  readonly is: 'above' | 'atMost' | 'below' | 'equal'
  readonly than: number | keyof Thresholds
}

export interface LightRule {
  readonly number: number
  /** One of these groups, every condition of the group. No group: always. */
  readonly when: readonly (readonly Condition[])[]
  readonly light: Light
  readonly slip: Colour | null
  readonly says: Text
}

const above = (fact: keyof LightFacts, than: Condition['than']): Condition => ({ fact, is: 'above', than })
const atMost = (fact: keyof LightFacts, than: Condition['than']): Condition => ({ fact, is: 'atMost', than })
const below = (fact: keyof LightFacts, than: Condition['than']): Condition => ({ fact, is: 'below', than })
const equal = (fact: keyof LightFacts, than: Condition['than']): Condition => ({ fact, is: 'equal', than })

export const LIGHT_TABLE: readonly LightRule[] = [
  {
    number: 1,
    when: [[equal('closed', 1)]],
    light: 'done',
    slip: null,
    says: text('已销号（或已调整出清单）', 'Closed and verified, or taken off the list'),
  },
  {
    number: 2,
    when: [[above('overdueDays', 0)]],
    light: 'red',
    slip: 'red',
    says: text('已过完成时限仍未销号', 'Past its due date and not closed'),
  },
  {
    number: 3,
    when: [[above('idleDays', 'late')]],
    light: 'red',
    slip: 'red',
    says: text('超过计划开始时间较久仍未启动', 'Not started well after the planned start'),
  },
  {
    number: 4,
    when: [[above('gap', 'gap')], [above('nodeLateDays', 'late')]],
    light: 'red',
    slip: 'red',
    says: text('进度严重滞后，或节点逾期较久', 'Far behind plan, or a milestone long missed'),
  },
  {
    number: 5,
    when: [[above('gap', 0)], [above('nodeLateDays', 0)], [above('reportLateDays', 0)]],
    light: 'yellow',
    slip: 'yellow',
    says: text('进度滞后、节点逾期或未按时填报', 'Behind plan, a milestone missed, or a report late'),
  },
  {
    number: 6,
    when: [[atMost('daysToDue', 'reminder'), below('actual', 100)]],
    light: 'yellow',
    slip: 'blue',
    says: text('临近完成时限', 'Its due date is near'),
  },
  { number: 7, when: [], light: 'green', slip: null, says: text('按计划推进', 'On plan') },
]

/** Not started: no office has it in hand, or nothing of it is done. */
const NOT_STARTED: ReadonlySet<Status> = new Set(['drafted', 'issued', 'signed'])
const ENDED: ReadonlySet<Status> = new Set(['closed', 'adjusted'])

export function lightFacts(input: LightInput): LightFacts {
  const started = !NOT_STARTED.has(input.status) || input.actual > 0
  return {
    closed: ENDED.has(input.status) ? 1 : 0,
    overdueDays: daysBetween(input.dueOn, input.today),
    daysToDue: daysBetween(input.today, input.dueOn),
    idleDays: started ? 0 : daysBetween(input.startsOn, input.today),
    gap: input.planned - input.actual,
    nodeLateDays: input.nextNodeOn ? daysBetween(input.nextNodeOn, input.today) : 0,
    reportLateDays: input.reportDueOn ? daysBetween(input.reportDueOn, input.today) : 0,
    actual: input.actual,
  }
}

const COMPARE: Readonly<Record<Condition['is'], (a: number, b: number) => boolean>> = {
  above: (a, b) => a > b,
  atMost: (a, b) => a <= b,
  below: (a, b) => a < b,
  equal: (a, b) => a === b,
}

const holds = (facts: LightFacts, thresholds: Thresholds) => (condition: Condition) =>
  COMPARE[condition.is](
    facts[condition.fact],
    typeof condition.than === 'number' ? condition.than : thresholds[condition.than],
  )

/** @returns the first rule that matches, hence exactly one light. */
export function lightOf(
  input: LightInput,
  thresholds: Thresholds = THRESHOLDS,
  table: readonly LightRule[] = LIGHT_TABLE,
): LightRule {
  const facts = lightFacts(input)
  const test = holds(facts, thresholds)
  const rule = table.find(({ when }) => when.length === 0 || when.some((group) => group.every(test)))
  if (!rule) throw new Error('a light table must end with a rule without conditions')
  return rule
}

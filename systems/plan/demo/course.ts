import type { MadeFile } from '../../../kernel/attachments/index.ts'
import { addDays, endOfMonth, monthOf } from '../../../kernel/calendar/days.ts'
import { addWorkdays } from '../../../kernel/calendar/workdays.ts'
import { addMonths } from '../../../kernel/figures/period.ts'
import { plannedPercent } from '../path.ts'
import { ANSWER_DAYS } from '../settings.ts'
import { evidence } from '../tables.ts'
import type { Issued } from './letters.ts'
import { OFFICE_BY_ID } from './offices.ts'
import type { Profile } from './profiles.ts'
import { between, chance } from './random.ts'

/** A granule as the demonstration begins to tell its year. */
export interface Begun {
  readonly id: string
  readonly text: string
  readonly measure: string
  readonly lead_office: string
  readonly starts_on: string
  readonly due_on: string
  readonly target: string | null
  readonly target_unit: string | null
}

/** What the list, not the profile, decides. */
export interface Story {
  /** Issued, signed for, started: days of the plan year, MM-DD. */
  readonly begins: readonly [issued: string, signed: string, started: string]
  /** The day of closing for those that are closed. */
  readonly closedOn: string
}

export interface Course {
  readonly granule: Readonly<Record<string, unknown>>
  readonly nodes: readonly Row[]
  readonly progress: readonly Row[]
  readonly letters: readonly Omit<Issued, 'id' | 'number'>[]
  readonly evidence: readonly Row[]
  readonly files: readonly MadeFile[]
  readonly changes: readonly Row[]
}
type Row = Readonly<Record<string, unknown>>

const STEPS = ['制定实施方案', '全面启动实施', '完成主体任务', '总结验收'] as const
const STEP_DATES = ['03-31', '06-30', '09-30'] as const
const WEIGHTS = ['15', '25', '35', '25'] as const

/** What happened to one granule by the profile it was dealt; a function of its arguments alone. */
export function courseOf(begun: Begun, profile: Profile, seed: string, story: Story): Course {
  const due = profile.due ?? begun.due_on
  const year = begun.starts_on.slice(0, 4)
  const closed = profile.status === 'closed' ? story.closedOn : null
  const last = closed && monthOf(closed) < profile.reportedTo ? monthOf(closed) : profile.reportedTo
  const plan = { startsOn: begun.starts_on, dueOn: due }
  const [low, high] = profile.against
  const against = low + chance(seed, begun.id, 'against') * (high - low)
  const who = `${OFFICE_BY_ID.get(begun.lead_office)?.short ?? begun.lead_office}经办`
  const first = monthOf(`${year}-${story.begins[0]}`)
  const months = monthsFrom(first, last)
  const percents = months.map((month, index) => {
    if (month === last && (closed || profile.status === 'applied')) return 100
    const planned = plannedPercent(plan, endOfMonth(month))
    // An offset grows into being over the months, so that a lag is seen coming.
    return Math.max(
      0,
      Math.min(closed ? 95 : 98, Math.round((planned + (against * (index + 1)) / months.length) * 10) / 10),
    )
  })
  const final = percents.at(-1) ?? 0
  const shown =
    closed ||
    profile.status === 'applied' ||
    (begun.measure !== 'loose' && chance(seed, begun.id, 'file') < 0.7)
      ? evidenceOf(begun, closed ?? addDays(`${addMonths(last, 1)}-01`, 3), who)
      : undefined
  return {
    granule: {
      due_on: due,
      status: profile.status,
      closed_on: closed,
      closed_month: closed ? monthOf(closed) : null,
    },
    nodes: begun.measure === 'loose' ? [] : nodesOf(begun, profile, due, closed, final),
    progress: months.map((month, index) => ({
      id: `${begun.id}:${month}`,
      granule: begun.id,
      month,
      planned_percent: String(plannedPercent(plan, endOfMonth(month))),
      actual_percent: String(percents[index]),
      value: begun.target ? String(Math.floor((Number(begun.target) * (percents[index] ?? 0)) / 100)) : null,
      words: wordsOf(begun, month, percents[index] ?? 0),
      evidence_note: chance(seed, begun.id, month, 'note') < 0.5 ? '现场照片、会议纪要（示例）' : null,
      reported_by: who,
      reported_on: addDays(`${addMonths(month, 1)}-01`, between(0, 4, seed, begun.id, month, 'day')),
      verified:
        month === '2024-10' && chance(seed, begun.id, 'pending') < 0.5
          ? 'pending'
          : chance(seed, begun.id, month, 'returned') < 0.04
            ? 'returned'
            : 'verified',
      verified_by: null,
    })),
    letters: profile.letters.map(({ colour, issued, answered, settled, reason }) => ({
      office: begun.lead_office,
      by: who,
      granule: begun.id,
      colour,
      reason,
      issued_on: issued,
      issued_by: '督查室',
      answer_due_on: addWorkdays(issued, ANSWER_DAYS[colour]),
      answer: answered ? '已制定赶工措施，明确责任人和完成时间，按周报送进展。（示例）' : null,
      answered_on: answered ?? null,
      answered_by: answered ? who : null,
      state: settled ? 'closed' : answered ? 'answered' : 'open',
      ...signedOf(addWorkdays(issued, 1), who),
      settled_on: settled && answered ? addWorkdays(answered, 2) : null,
      settled_by: settled ? '督查室' : null,
    })),
    evidence: shown ? [shown.row] : [],
    files: shown ? [shown.file] : [],
    changes: changesOf(begun, profile, closed, who, due, story),
  }
}

/** The demonstration stays on its day; what is issued on it has not been signed for. */
const TODAY = '2024-11-15'
const signedOf = (day: string, by: string) =>
  day < TODAY ? { signed_on: day, signed_by: by } : { signed_on: null, signed_by: null }

const earlier = (a: string, b: string): string => (a < b ? a : b)

function monthsFrom(first: string, last: string): readonly string[] {
  const months: string[] = []
  for (let month = first; month <= last; month = addMonths(month, 1)) months.push(month)
  return months
}

function nodesOf(
  begun: Begun,
  profile: Profile,
  due: string,
  closed: string | null,
  final: number,
): readonly Row[] {
  const year = begun.starts_on.slice(0, 4)
  return STEPS.map((name, index) => {
    const planned =
      index === 3
        ? due
        : index === 2 && profile.third
          ? profile.third.planned
          : `${year}-${STEP_DATES[index]}`
    const done =
      closed !== null || profile.status === 'applied' || final >= 100
        ? earlier(addDays(planned, -4), closed ?? '2024-11-12')
        : profile.status === 'signed' || index === 3 || (index === 2 && profile.third?.done === false)
          ? null
          : addDays(planned, -3)
    return {
      id: `${begun.id}:n${index + 1}`,
      granule: begun.id,
      position: index + 1,
      name,
      planned_on: planned,
      weight: WEIGHTS[index],
      done_on: done,
    }
  })
}

function wordsOf(begun: Begun, month: string, percent: number): string {
  const amount = begun.target
    ? `，累计完成 ${Math.floor((Number(begun.target) * percent) / 100)}${begun.target_unit ?? ''}`
    : ''
  if (percent === 0) return `${Number(month.slice(5))}月：尚未启动。（示例）`
  return `${Number(month.slice(5))}月：按方案推进，完成进度 ${percent}%${amount}。（示例）`
}

function evidenceOf(begun: Begun, date: string, who: string): { row: Row; file: MadeFile } {
  const words = `示例佐证材料（演示数据，非真实文件）\n任务：${begun.text}\n日期：${date}\n`
  const id = `${begun.id}:e1`
  const name = '完成情况说明（示例）.txt'
  return {
    row: { id, granule: begun.id, name, note: '演示数据', added_on: date, added_by: who },
    file: {
      id,
      owner: { record: evidence.id, row: id },
      name,
      contentType: 'text/plain; charset=utf-8',
      bytes: new TextEncoder().encode(words),
      recordedAt: `${date}T09:00:00+08:00`,
    },
  }
}

function changesOf(
  begun: Begun,
  profile: Profile,
  closed: string | null,
  who: string,
  due: string,
  story: Story,
): readonly Row[] {
  const year = begun.starts_on.slice(0, 4)
  const moves: [before: string, after: string, on: string, by: string][] = [
    ['drafted', 'issued', `${year}-${story.begins[0]}`, '督查室'],
    ['issued', 'signed', `${year}-${story.begins[1]}`, who],
  ]
  if (profile.status !== 'signed') moves.push(['signed', 'active', `${year}-${story.begins[2]}`, who])
  if (closed)
    moves.push(['active', 'applied', addDays(closed, -4), who], ['applied', 'closed', closed, '督查室'])
  if (profile.status === 'applied') moves.push(['active', 'applied', '2024-11-12', who])
  const rows: Row[] = moves.map(([before, after, on, by], index) => ({
    id: `${begun.id}:c${index + 1}`,
    granule: begun.id,
    kind: 'status',
    field: 'status',
    before,
    after,
    reason: null,
    approved_by: null,
    changed_by: by,
    changed_on: on,
  }))
  if (due === begun.due_on) return rows
  return [
    ...rows,
    {
      id: `${begun.id}:c${rows.length + 1}`,
      granule: begun.id,
      kind: 'change',
      field: 'due_on',
      before: begun.due_on,
      after: due,
      reason: '专题会议要求提前完成（示例）',
      approved_by: '分管领导',
      changed_by: '督查室',
      changed_on: `${year}-04-10`,
    },
  ]
}

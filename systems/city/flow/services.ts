import { sql } from 'kysely'
import { deadline, type Service } from '../../../kernel/flow/index.ts'
import { updateRow } from '../../../kernel/store/index.ts'
import type { Context } from '../../../kernel/system.ts'
import { cityError } from '../errors.ts'
import { findCell } from '../grid.ts'
import { limitFor } from '../limits.ts'
import { lockReport, type OneReport } from '../report/read.ts'
import { CITY_OFFICE, MOST_RETURNS, RETURN_WITHIN } from '../settings.ts'
import { officeChoices } from '../suggest/choices.ts'
import { reports } from '../tables/index.ts'
import { SEVERITIES, type Severity } from '../words.ts'
import { oneOf, reasonIn, requirePhoto, wordsIn } from './answers.ts'

type Vars = Parameters<Service>[1]['vars']
type Step = (
  context: Context,
  report: OneReport,
  vars: Vars,
) => Promise<{ readonly row: Readonly<Record<string, unknown>>; readonly vars?: Vars }>

/** A step changes the report's row; what it tells the case goes on with it. */
const step =
  (work: Step): Service =>
  async (context, call) => {
    const report = await lockReport(context, call.case)
    const { row, vars } = await work(context, report, call.vars)
    await updateRow(context, reports, report.id, row)
    return vars
  }

/** 核实: whether it is there is for the seat to weigh. */
const verified = step(async (context, _, vars) => {
  const found = oneOf(vars, 'found', [true, false])
  const why = found ? (wordsIn(vars, 'reason') ?? null) : reasonIn(vars)
  return {
    row: { state: 'accepting', verified_at: context.moment(), collector: context.actor.id, why },
    vars: { found: null, reason: null, verified: found },
  }
})

/** 受理立案: class, place, cell and photo are there, or the reason why not. */
const accepted = step(async (context, report, vars) => {
  const cleared = { filing: null, class: null, severity: null, reason: null }
  const by = { filed_by: context.actor.id }
  if (oneOf(vars, 'filing', ['file', 'refuse']) === 'refuse')
    return { row: { ...by, state: 'void', why: reasonIn(vars) }, vars: { ...cleared, next: 'end' } }
  const named = await classOf(context, wordsIn(vars, 'class') ?? report.class)
  const given = wordsIn(vars, 'severity')
  const severity = given ? oneOf(vars, 'severity', Object.keys(SEVERITIES)) : report.severity
  if (!report.place) throw cityError('CITY_PLACE', { place: 'place' })
  const cell = report.grid ? undefined : await findCell(context, report.place)
  const grid = report.grid ?? cell?.code
  const street = report.street ?? cell?.street
  if (!grid || !street) throw cityError('CITY_GRID', { place: 'place', value: report.place })
  await requirePhoto(context, report, 'before')
  return {
    row: {
      ...by,
      state: 'dispatching',
      class: named,
      severity,
      grid,
      street,
      filed_at: report.filed_at ?? context.moment(),
      why: null,
    },
    vars: {
      ...cleared,
      street,
      offices: await officeChoices(context, { class: named, grid, street }),
      next: 'dispatch',
    },
  }
})

/** A class that a report may have: in force, and at the end of the tree. */
async function classOf({ db, today }: Context, id: string | null): Promise<string> {
  const { rows } = await sql<{
    id: string
  }>`select id from city.classes c where id = ${id} and "from" <= ${today}
    and (c."to" is null or c."to" > ${today}) and not exists (select from city.classes d where d.parent = c.id)`.execute(
    db,
  )
  if (!rows[0]) throw cityError('CITY_CLASS', { place: 'class', value: id })
  return rows[0].id
}

/** 派遣: an office has it from now on, and its time runs. */
const dispatched = step(async (context, report, vars) => {
  const office = wordsIn(vars, 'office')
  const { rows } = await sql`select from access.offices where id = ${office ?? null}`.execute(context.db)
  if (!office || rows.length === 0) throw cityError('CITY_OFFICE', { place: 'office', value: office })
  const now = context.moment()
  const limit = await limitFor(context, {
    id: report.class as string,
    severity: report.severity as Severity,
    grid: report.grid,
  })
  const due = deadline(limit, now) as string
  return {
    row: {
      state: 'handling',
      office,
      unit: office,
      dispatched_at: now,
      dispatched_by: context.actor.id,
      dispatches: report.dispatches + 1,
      limit,
      due_at: due,
      first_due_at: report.first_due_at ?? due,
      late: false,
      handled_at: null,
      checked_at: null,
      closed_at: null,
    },
    vars: { office: null, unit: office, limit },
  }
})

/** 处置: done with a photo, or sent back with a reason while that is open. */
const handled = step(async (context, report, vars) => {
  const cleared = { outcome: null, reason: null }
  const now = context.moment()
  if (oneOf(vars, 'outcome', ['done', 'return']) === 'done') {
    await requirePhoto(context, report, 'after', report.checked_at ?? report.dispatched_at)
    return {
      row: {
        state: 'checking',
        handled_at: now,
        late: report.late || isOver(report, now),
        why: wordsIn(vars, 'reason') ?? null,
      },
      vars: { ...cleared, next: 'check' },
    }
  }
  const why = reasonIn(vars)
  if (report.returns >= MOST_RETURNS)
    throw cityError('CITY_RETURNS', { place: 'outcome', value: report.returns })
  const until = deadline(RETURN_WITHIN, report.dispatched_at as string) as string
  if (Date.parse(now) > Date.parse(until))
    throw cityError('CITY_RETURN_LATE', { place: 'outcome', value: until })
  return {
    row: {
      state: 'dispatching',
      office: CITY_OFFICE,
      unit: null,
      due_at: null,
      returns: report.returns + 1,
      why,
    },
    vars: { ...cleared, unit: null, next: 'dispatch' },
  }
})

const isOver = ({ due_at }: OneReport, now: string): boolean =>
  due_at !== null && Date.parse(now) > Date.parse(due_at)

/** 核查: what did not pass is done again within the time that is left. */
const checked = step(async (context, report, vars) => {
  const cleared = { pass: null, reason: null }
  const now = context.moment()
  const row = { checked_at: now, checked_by: context.actor.id }
  if (oneOf(vars, 'pass', [true, false]))
    return { row: { ...row, why: wordsIn(vars, 'reason') ?? null }, vars: { ...cleared, next: 'close' } }
  const left = Math.max(0, Math.floor((Date.parse(report.due_at as string) - Date.parse(now)) / 1000))
  return {
    row: { ...row, state: 'handling', handled_at: null, reworks: report.reworks + 1, why: reasonIn(vars) },
    vars: { ...cleared, next: 'handle', limit: `PT${left}S` },
  }
})

/** 结案 */
const closed = step(async (context) => ({ row: { state: 'closed', closed_at: context.moment() } }))

/** 重开: the reporter says that it is not fixed. */
const reopened = step(async (_, report, vars) => ({
  row: {
    state: 'dispatching',
    office: CITY_OFFICE,
    unit: null,
    due_at: null,
    handled_at: null,
    checked_at: null,
    closed_at: null,
    reopened: report.reopened + 1,
    why: wordsIn(vars, 'reason') ?? null,
  },
  vars: { reason: null, unit: null },
}))

/** 超时: its time has come to its end and it is not done. One whose time was put off is not. */
const late = step(async (context, { late, state, due_at }) => {
  const hasCome = due_at !== null && Date.parse(due_at) <= Date.parse(context.moment())
  return { row: { late: late || (state === 'handling' && hasCome) } }
})

export const services: Readonly<Record<string, Service>> = {
  verified,
  accepted,
  dispatched,
  handled,
  checked,
  closed,
  reopened,
  late,
}

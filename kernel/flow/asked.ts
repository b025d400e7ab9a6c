import { called, type Element, type Process, type Wait } from '../../engines/bpmn/index.ts'
import { GaoxinError } from '../errors.ts'
import { text } from '../text.ts'
import { deadline } from './deadline.ts'
import { evaluator } from './expressions.ts'
import type { TaskRow, WaitRow } from './rows.ts'
import { warningOf } from './work/clock.ts'

/** What a user task asks of whom until when, as its diagram says it; none of other waits. */
export function taskOf(
  process: Process,
  { token, element: id, event, vars }: Wait,
  now: string,
): readonly TaskRow[] {
  const element = process.elements.get(id) as Element
  if (event || element.kind !== 'user') return []
  const said = (name: string) => {
    const given = element.given[name]
    const value = given?.startsWith('=') ? evaluator(now)(given.slice(1), vars) : given
    return value === undefined || value === null ? null : String(value)
  }
  const until = (name: string) => {
    const limit = said(name)
    if (limit === null) return null
    return momentOf(limit, now) ?? refuse(name, limit)
  }
  const warning = (due: string | null) => {
    const at = warningOf(due, said('warn'), now)
    return at === undefined ? refuse('warn', said('warn') as string) : at
  }
  const due = until('due')
  return [
    {
      token: token as number,
      element: id,
      name: called(element),
      office: said('office'),
      role: said('role'),
      due,
      warn_at: warning(due),
      escalate: said('escalate'),
    },
  ]
}

/** What a wait for an event is kept as; none of tasks. */
export function waitOf({ key, element, event, vars }: Wait, now: string): readonly WaitRow[] {
  if (!event) return []
  const { type, ref, timer } = event
  return [{ key, element, type, ref: ref ?? null, due: timer ? timerOf(timer, vars, now) : null }]
}

/** A time limit as it stands, or an expression that gives one, or a moment. */
function timerOf({ kind, text: said }: { kind: string; text: string }, vars: Wait['vars'], now: string) {
  const limit = said.startsWith('=') ? String(evaluator(now)(said.slice(1), vars)) : said
  const at = kind === 'cycle' ? deadline(limit.replace(/^R\d*\//, ''), now) : momentOf(limit, now)
  return at ?? refuse('timer', limit)
}

/** When a limit that begins now ends: `5WD`, `PT4H`, or a moment by itself, `2024-05-01T09:00:00+08:00`. */
export function momentOf(limit: string, now: string): string | undefined {
  const until = deadline(limit, now)
  if (until !== undefined) return until
  return /^\d{4}-\d\d-\d\d/.test(limit) && !Number.isNaN(Date.parse(limit))
    ? new Date(limit).toISOString()
    : undefined
}

function refuse(place: string, limit: string): never {
  throw new GaoxinError(
    'FLOW_TIME_LIMIT',
    text('时限写法无法识别', 'A time limit cannot be read'),
    text('写作 5WD（工作日）、16WH（工作小时）、P3D 或 PT4H', 'Write 5WD, 16WH, P3D or PT4H'),
    { place, value: limit, status: 422 },
  )
}

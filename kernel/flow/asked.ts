import { called, type Element, type Process, type Wait } from '../../engines/bpmn/index.ts'
import { GaoxinError } from '../errors.ts'
import type { Database } from '../store/index.ts'
import { text } from '../text.ts'
import { DUTY, type Duty, deadline } from './deadline.ts'
import { evaluator } from './expressions.ts'
import { type Hours, hoursOf, USUAL } from './hours.ts'
import type { TaskRow, WaitRow } from './save.ts'
import { warningOf } from './work/clock.ts'

/** What is kept of waits that began, by the hours of duty of the offices that they are for. */
export async function askedOf(
  db: Database,
  process: Process,
  waits: readonly Wait[],
  now: string,
): Promise<{ readonly tasks: readonly TaskRow[]; readonly waits: readonly WaitRow[] }> {
  // Most steps set no limit: they ask for no hours.
  const hours = waits.some((wait) => isLimited(process, wait)) ? await hoursOf(db) : USUAL
  return {
    tasks: waits.flatMap((wait) => taskOf(process, wait, now, hours)),
    waits: waits.flatMap((wait) => waitOf(process, wait, now, hours)),
  }
}

const isLimited = ({ elements }: Process, { element, event }: Wait): boolean =>
  event ? event.timer !== undefined : elements.get(element)?.given.due !== undefined

/** What a diagram says of an element, as it stands or as its expression gives it. */
function saidOf({ elements }: Process, id: string, vars: Wait['vars'], now: string) {
  return (name: string): string | null => {
    const given = elements.get(id)?.given[name]
    const value = given?.startsWith('=') ? evaluator(now)(given.slice(1), vars) : given
    return value === undefined || value === null ? null : String(value)
  }
}

/** What a user task asks of whom until when, as its diagram says it; none of other waits. */
function taskOf(
  process: Process,
  { token, element: id, event, vars }: Wait,
  now: string,
  hours: Hours,
): readonly TaskRow[] {
  const element = process.elements.get(id) as Element
  if (event || element.kind !== 'user') return []
  const said = saidOf(process, id, vars, now)
  const office = said('office')
  const duty = hours.of(office)
  const limit = said('due')
  const due = limit === null ? null : (momentOf(limit, now, duty) ?? refuse('due', limit))
  const warn = said('warn')
  const warning = warningOf(due, warn ?? hours.warn, now, duty)
  return [
    {
      token: token as number,
      element: id,
      name: called(element),
      office,
      role: said('role'),
      due,
      warn_at: warning === undefined ? refuse('warn', warn ?? hours.warn) : warning,
      escalate: said('escalate'),
    },
  ]
}

/** What a wait for an event is kept as; none of tasks. */
function waitOf(
  process: Process,
  { key, element, event, vars }: Wait,
  now: string,
  hours: Hours,
): readonly WaitRow[] {
  if (!event) return []
  const { type, ref, timer } = event
  // A timer on the edge of a task counts as the task's own limit does.
  const host = process.elements.get(element)?.attachedTo
  const duty = hours.of(timer && host ? saidOf(process, host, vars, now)('office') : null)
  return [{ key, element, type, ref: ref ?? null, due: timer ? timerOf(timer, vars, now, duty) : null }]
}

/** A time limit as it stands, or an expression that gives one, or a moment. */
function timerOf(
  { kind, text: said }: { kind: string; text: string },
  vars: Wait['vars'],
  now: string,
  duty: Duty,
) {
  const limit = said.startsWith('=') ? String(evaluator(now)(said.slice(1), vars)) : said
  const at = kind === 'cycle' ? deadline(limit.replace(/^R\d*\//, ''), now, duty) : momentOf(limit, now, duty)
  return at ?? refuse('timer', limit)
}

/** When a limit that begins now ends: `5WD`, `PT4H`, or a moment by itself, `2024-05-01T09:00:00+08:00`. */
export function momentOf(limit: string, now: string, duty: Duty = DUTY): string | undefined {
  const until = deadline(limit, now, duty)
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

import { sql } from 'kysely'
import type { Vars } from '../../../engines/bpmn/index.ts'
import { outsideAt } from '../../../kernel/calendar/moments.ts'
import type { Context } from '../../../kernel/system.ts'
import { cityError } from '../errors.ts'
import type { Phase } from '../words.ts'

/**
 * What people answer at each step of a case; forms and pages send these names. A service takes its answer away, so
 * that none counts twice.
 */
export interface Answers {
  /** 核实 */
  readonly verify: { readonly found: boolean; readonly reason?: string }
  /** 受理立案; what the report lacks may be given with it. */
  readonly accept: {
    readonly filing: 'file' | 'refuse'
    readonly class?: string
    readonly severity?: string
    readonly reason?: string
  }
  /** 派遣: the id of an office. */
  readonly dispatch: { readonly office: string }
  /** 处置 */
  readonly handle: { readonly outcome: 'done' | 'return'; readonly reason?: string }
  /** 核查 */
  readonly check: { readonly pass: boolean; readonly reason?: string }
}

/** @throws GaoxinError CITY_ANSWER where it is none of the choices */
export function oneOf<T>(vars: Vars, name: string, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === vars[name])
  if (found === undefined) throw cityError('CITY_ANSWER', { place: name, value: vars[name] })
  return found
}

const MOST_WORDS = 500

/** @throws GaoxinError CITY_REASON where there is none */
export function reasonIn({ reason }: Vars): string {
  const words = typeof reason === 'string' ? reason.trim().slice(0, MOST_WORDS) : ''
  if (words === '') throw cityError('CITY_REASON', { place: 'reason' })
  return words
}

/** What is not a text, or empty, was not given. */
export const wordsIn = (vars: Vars, name: string): string | undefined => {
  const words = vars[name]
  return typeof words === 'string' && words.trim() !== '' ? words.trim().slice(0, MOST_WORDS) : undefined
}

/**
 * A step that needs a photo has one of that phase, taken since. What a demonstration made up needs none.
 * @throws GaoxinError CITY_PHOTO
 */
export async function requirePhoto(
  context: Pick<Context, 'db' | 'moment' | 'now'>,
  { id, synthetic }: { readonly id: string; readonly synthetic: boolean },
  phase: Phase,
  since: string | null = null,
): Promise<void> {
  if (synthetic) return
  // A photo bears when it was recorded, which the clock outside says.
  const after = since && outsideAt(context, since)
  const { rows } = await sql`select from city.photos where report = ${id} and phase = ${phase}
    and recorded_at >= coalesce(${after}::timestamptz, '-infinity') limit 1`.execute(context.db)
  if (rows.length === 0) throw cityError('CITY_PHOTO', { place: 'photo', value: phase })
}

import { sql } from 'kysely'
import type { Setting } from '../settings.ts'
import type { Database } from '../store/index.ts'
import { text } from '../text.ts'
import { DUTY, type Duty } from './deadline.ts'
import { before, WARN } from './work/clock.ts'

/** By what limits are counted: the hours of duty of an office, and how long before a limit its holder is warned. */
export interface Hours {
  readonly of: (office: string | null) => Duty
  /** Where a diagram does not say it. */
  readonly warn: string
}

export const USUAL: Hours = { of: () => DUTY, warn: WARN }

/** The zone's setting of how long before a limit whoever has a task is warned: 1WD, 4WH, P1D. */
export const WARN_SETTING = 'flow.warn'

const isWarn = (said: string): boolean => before('2024-01-31T09:00:00.000Z', said) !== undefined

export const warnSetting: Setting = {
  key: WARN_SETTING,
  name: text('办件预警提前量', 'Early warning of limits'),
  about: text(
    '时限前多久提醒经办人，流程图另有规定的除外；写作 1WD（工作日）、4WH（工作小时）、P1D 或 PT2H',
    'How long before a limit whoever has the task is warned, where its diagram does not say it; 1WD, 4WH, P1D or PT2H',
  ),
  usual: WARN,
  problem: (said) =>
    isWarn(said)
      ? undefined
      : text(
          '提前量写法无法识别，请写作 1WD、4WH、P1D 或 PT2H',
          'It cannot be read; write 1WD, 4WH, P1D or PT2H',
        ),
}

/** As the zone keeps them; what cannot be read counts as not said. One question, of as many rows as offices say it. */
export async function hoursOf(db: Database): Promise<Hours> {
  const { rows } = await sql<{ office: string | null; said: string }>`
    select id as office, hours as said from access.offices where hours is not null
    union all select null, value from gaoxin.settings where key = ${WARN_SETTING}`.execute(db)
  const own = new Map(rows.map(({ office, said }) => [office, said]))
  const warn = own.get(null) ?? WARN
  return {
    of: (office) => readDuty((office !== null && own.get(office)) || '') ?? DUTY,
    warn: isWarn(warn) ? warn : WARN,
  }
}

/** `08:30-12:00 13:30-17:00`: spans of a day, one after the other. Undefined where it is not that. Pure. */
export function readDuty(said: string): Duty | undefined {
  const spans = said
    .trim()
    .split(/[\s,，;；、]+/)
    .map((span) => /^(\d{1,2})[:：](\d\d)[-–—~～至](\d{1,2})[:：](\d\d)$/.exec(span)?.slice(1).map(Number))
  const duty: [number, number][] = []
  for (const span of spans) {
    const [fromHour = 0, fromMinute = 0, toHour = 0, toMinute = 0] = span ?? []
    const [from, to] = [fromHour * 60 + fromMinute, toHour * 60 + toMinute]
    if (!span || fromMinute > 59 || toMinute > 59 || from >= to || to > 24 * 60) return undefined
    if (from < (duty.at(-1)?.[1] ?? 0)) return undefined
    duty.push([from, to])
  }
  return duty
}

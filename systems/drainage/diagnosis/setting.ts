import { z } from 'zod'
import type { Setting } from '../../../kernel/settings.ts'
import { readSettings } from '../../../kernel/store/index.ts'
import type { Context } from '../../../kernel/system.ts'
import { type Text, text } from '../../../kernel/text.ts'
import { drainageError } from '../errors.ts'
import { type Limits, USUAL } from './limits.ts'

const positive = z.number().positive().max(1e6)
const share = z.number().positive().max(1)
const part = <S extends z.ZodRawShape>(shape: S) => z.strictObject(shape).partial()

const limits = z
  .strictObject({
    days: z.number().int().min(2).max(30),
    rainDay: z.number().min(0).max(100),
    dryDays: z.number().int().min(1).max(30),
    mixed: part({ flow: positive }),
    infiltration: part({ rain: positive, share: positive }),
    blockage: part({ fill: positive, below: positive, flow: positive }),
    stuck: part({ hours: positive }),
    drift: part({ slope: positive, share, straight: share }),
    range: part({ share, over: z.number().min(0).max(100) }),
    silent: part({ hours: positive }),
  })
  .partial()

export const SETTING = 'drainage.diagnosis'

/** The zone's own limits over the usual ones. @throws GaoxinError DRAINAGE_SETTING */
export async function readLimits({ db }: Pick<Context, 'db'>): Promise<Limits> {
  const written = (await readSettings(db))[SETTING] ?? '{}'
  const wrong = problem(written)
  if (wrong) throw drainageError('DRAINAGE_SETTING', { place: SETTING, more: wrong })
  const own = limits.parse(JSON.parse(written)) as Readonly<Record<string, unknown>>
  const merged = Object.entries(USUAL).map(([key, usual]) => [
    key,
    typeof usual === 'object' ? { ...usual, ...(own[key] as object) } : (own[key] ?? usual),
  ])
  return Object.fromEntries(merged) as Limits
}

function problem(written: string): Text | undefined {
  try {
    const { error } = limits.safeParse(JSON.parse(written))
    const where = error?.issues[0]?.path.join('.')
    return error ? text(`不合规则：${where}`, `Does not fit: ${where}`) : undefined
  } catch {
    return text('不是 JSON', 'This is no JSON')
  }
}

export const diagnosisSetting: Setting = {
  key: SETTING,
  name: text('监测诊断阈值', 'Limits of the diagnosis'),
  about: text(
    'JSON：days 看几天、rainDay 雨天毫米数、dryDays 至少几个旱天、mixed 混接、infiltration 入渗、blockage 淤堵、stuck 卡死、drift 漂移、range 超量程、silent 失联；没有写的按默认。默认值为示例',
    'JSON: days, rainDay, dryDays, mixed, infiltration, blockage, stuck, drift, range, silent; what is left out is as usual. The usual values are samples',
  ),
  usual: '{}',
  long: true,
  problem,
}

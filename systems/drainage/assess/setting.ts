import { z } from 'zod'
import type { Setting } from '../../../kernel/settings.ts'
import { readSettings } from '../../../kernel/store/index.ts'
import type { Context } from '../../../kernel/system.ts'
import { type Text, text } from '../../../kernel/text.ts'
import { drainageError } from '../errors.ts'
import { type Scheme, USUAL } from './cjj181.ts'

const weight = z.number().min(0).max(10)
const points = z.number().min(0).max(10)
const pair = z.tuple([z.number().min(0), points])
const cuts = z
  .tuple([z.number(), z.number(), z.number()])
  .refine(([one, two, three]) => one < two && two < three)

const scheme = z.strictObject({
  alpha: z.number().min(1).max(10).default(USUAL.alpha),
  gaps: z
    .strictObject({ one: z.number().min(0), near: z.number().min(0) })
    .refine(({ one, near }) => one <= near)
    .default(USUAL.gaps),
  repair: z.strictObject({ F: weight, K: weight, E: weight, T: weight }).default(USUAL.repair),
  upkeep: z.strictObject({ G: weight, K: weight, E: weight }).default(USUAL.upkeep),
  importance: z
    .strictObject({ first: points, second: points, third: points, other: points })
    .default(USUAL.importance),
  sizes: z.strictObject({ above: z.array(pair).max(20), from: pair }).default({
    above: USUAL.sizes.above.map(([metres, value]) => [metres, value]),
    from: [...USUAL.sizes.from],
  }),
  grades: z
    .strictObject({ defects: cuts, index: cuts })
    .default({ defects: [...USUAL.grades.defects], index: [...USUAL.grades.index] }),
})

export const SETTING = 'drainage.assessment'

/** The zone's own weights over the usual ones. @throws GaoxinError DRAINAGE_SETTING */
export async function readScheme({ db }: Pick<Context, 'db'>): Promise<Scheme> {
  const written = (await readSettings(db))[SETTING] ?? '{}'
  const wrong = problem(written)
  if (wrong) throw drainageError('DRAINAGE_SETTING', { place: SETTING, more: wrong })
  return scheme.parse(JSON.parse(written))
}

function problem(written: string): Text | undefined {
  try {
    const { error } = scheme.safeParse(JSON.parse(written))
    const where = error?.issues[0]?.path.join('.')
    return error ? text(`不合规则：${where}`, `Does not fit: ${where}`) : undefined
  } catch {
    return text('不是 JSON', 'This is no JSON')
  }
}

export const assessmentSetting: Setting = {
  key: SETTING,
  name: text('管道评估参数', 'Assessment of pipes'),
  about: text(
    'JSON：CJJ 181 的系数 alpha、间距 gaps、RI 权重 repair、MI 权重 upkeep、地区重要性 importance、管径 sizes、分级 grades；没有写的按默认。默认值为示例，使用前请按标准核定',
    'JSON: alpha, gaps, weights of RI (repair) and MI (upkeep), importance, sizes and grades of CJJ 181; what is left out is as usual. The usual values are samples: settle them by the standard',
  ),
  usual: '{}',
  long: true,
  problem,
}

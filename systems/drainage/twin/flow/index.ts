import { readFileSync } from 'node:fs'
import { type ProcessDeclaration, sendMessage, startCase, taskForm } from '../../../../kernel/flow/index.ts'
import type { Context } from '../../../../kernel/system.ts'
import { text } from '../../../../kernel/text.ts'
import { DRAINAGE_OFFICE, WARNING_PLAN, type WaterLevel } from '../../settings.ts'
import { type WarningRow, warnings } from '../tables.ts'
import { LEVEL_NAMES } from '../words.ts'

const OVER = 'drainage.warning-over'

const FORESEEN = {
  key: 'foreseen',
  label: '预警内容',
  properties: { en: 'What is foreseen' },
  readonly: true,
}

/** 内涝预警处置: people, pumps and closures of the plan go out, somebody looks, and the case ends. */
export const warningProcess: ProcessDeclaration = {
  id: 'drainage.warning',
  name: text('内涝预警处置', 'Response to a flood warning'),
  about: text(
    '一处预警从布防、现场确认到解除；布防之前水情解除的自行结束',
    'A warning is answered by people and pumps, confirmed on site and lifted; it ends by itself where the water never comes',
  ),
  office: DRAINAGE_OFFICE,
  diagram: readFileSync(new URL('./warning.bpmn', import.meta.url), 'utf8'),
  forms: {
    deploy: taskForm('deploy', [
      FORESEEN,
      {
        key: 'plan',
        label: '预案（人员、泵车、封控）',
        properties: { en: 'Plan (people, pumps, closures)' },
        readonly: true,
      },
      {
        key: 'deployed',
        label: '布防情况',
        properties: { en: 'What was deployed' },
        validate: { required: true, maxLength: 1000 },
      },
    ]),
    confirm: taskForm('confirm', [
      FORESEEN,
      { key: 'deployed', label: '布防情况', properties: { en: 'What was deployed' }, readonly: true },
      {
        type: 'number',
        key: 'depth',
        label: '现场水深（厘米）',
        properties: { en: 'Depth on site (cm)' },
        validate: { required: true, min: 0, max: 500 },
      },
      {
        key: 'note',
        label: '现场情况',
        properties: { en: 'What was found' },
        validate: { maxLength: 1000 },
      },
    ]),
  },
}

/** What people go out for: warnings near each other, and the plan of the highest level of them. */
export interface Call {
  /** Of the warning that leads. */
  readonly id: string
  readonly level: WaterLevel
  /** For which level they went out before. */
  readonly called?: WaterLevel | undefined
  /** The deepest first. */
  readonly members: readonly Pick<WarningRow, 'code' | 'depth' | 'certainty'>[]
  readonly synthetic: boolean
}

/** So many places are told one by one. */
const TOLD = 8

/** Begins cases whose level asks for people. */
export async function beginCases(context: Context, calls: readonly Call[]): Promise<void> {
  for (const { id, level, called, members, synthetic } of calls) {
    const plan = WARNING_PLAN[level]
    const [first] = members
    if (!plan || !first) continue
    const places = members
      .slice(0, TOLD)
      .map(
        ({ code, depth, certainty }) =>
          `${code} 最大水深 ${Math.round(Number(depth) * 100)} 厘米，把握 ${certainty}%`,
      )
    await startCase(context, {
      process: 'drainage.warning',
      title: `${LEVEL_NAMES[level].zh}内涝预警 ${first.code}${members.length > 1 ? ` 等 ${members.length} 处` : ''}`,
      subject: { record: warnings.id, id },
      vars: {
        office: DRAINAGE_OFFICE,
        foreseen: [
          ...(called ? [`由${LEVEL_NAMES[called].zh}升级`] : []),
          ...places,
          ...(members.length > TOLD ? [`另有 ${members.length - TOLD} 处`] : []),
        ].join('；'),
        plan: `人员 ${plan.people} 名；泵车 ${plan.pumps} 台；${plan.closure.zh}`,
      },
      synthetic,
    })
  }
}

/** Tells cases that the water will not come, or is gone. */
export async function endCases(context: Context, ids: readonly string[]): Promise<void> {
  for (const id of ids) await sendMessage(context, OVER, { subject: { record: warnings.id, id } })
}

import { text } from '../../../../app/web/i18n/text.ts'
import type { Text } from '../../../../kernel/text.ts'
import { COLOURS } from '../choices.ts'

/** A form as data: what is asked, and how the answers become a request. */
export interface Field {
  readonly name: string
  readonly label: Text
  readonly kind: 'lines' | 'line' | 'percent' | 'number' | 'month' | 'date' | 'choice' | 'office' | 'files'
  readonly optional?: boolean
  readonly choices?: Readonly<Record<string, Text>>
  readonly help?: Text
}
export interface FormPlan {
  readonly title: Text
  readonly fields: readonly Field[]
}

export const progressForm: FormPlan = {
  title: text('填报进展', 'Report progress'),
  fields: [
    { name: 'month', label: text('月份', 'Month'), kind: 'month' },
    { name: 'actual', label: text('完成进度（%，累计）', 'Done so far, %'), kind: 'percent' },
    {
      name: 'value',
      label: text('完成数量（目标的单位）', 'Amount so far, in the unit of the target'),
      kind: 'number',
      optional: true,
    },
    { name: 'words', label: text('进展情况', 'In words'), kind: 'lines' },
    { name: 'evidenceNote', label: text('佐证说明', 'Note on evidence'), kind: 'line', optional: true },
  ],
}

const wanted: readonly Field[] = [
  { name: 'dueOn', label: text('新的完成时限', 'New due date'), kind: 'date', optional: true },
  { name: 'target', label: text('新的目标数', 'New target'), kind: 'number', optional: true },
  { name: 'leadOffice', label: text('新的牵头单位', 'New lead office'), kind: 'office', optional: true },
]
const why: Field = { name: 'reason', label: text('理由', 'Reason'), kind: 'lines' }
const paper: Field = {
  name: 'document',
  label: text('批准文号', 'Number of the paper'),
  kind: 'line',
  optional: true,
}

export const applyForm: FormPlan = { title: text('申请调整', 'Apply for a change'), fields: [...wanted, why] }
export const changeForm: FormPlan = { title: text('调整', 'Change'), fields: [...wanted, why, paper] }
export const lightForm: FormPlan = {
  title: text('人工亮灯', 'Set the light'),
  fields: [
    {
      name: 'light',
      label: text('灯', 'Light'),
      kind: 'choice',
      choices: { green: text('绿灯', 'Green'), yellow: text('黄灯', 'Yellow'), red: text('红灯', 'Red') },
    },
    why,
  ],
}
export const approveForm: FormPlan = {
  title: text('批准', 'Approve'),
  fields: [{ name: 'remark', label: text('批复意见', 'Remark'), kind: 'lines', optional: true }, paper],
}
export const refuseForm: FormPlan = {
  title: text('不批准', 'Refuse'),
  fields: [{ name: 'remark', label: text('批复意见', 'Remark'), kind: 'lines' }],
}

export const letterForm: FormPlan = {
  title: text('签发督办单', 'Issue a letter'),
  fields: [
    { name: 'colour', label: text('颜色', 'Colour'), kind: 'choice', choices: COLOURS },
    { name: 'reason', label: text('事由', 'Reason'), kind: 'lines' },
  ],
}

export const answerForm: FormPlan = {
  title: text('答复', 'Answer'),
  fields: [{ name: 'answer', label: text('答复内容', 'Answer'), kind: 'lines' }],
}

export const evidenceForm: FormPlan = {
  title: text('上传佐证', 'Attach evidence'),
  fields: [
    {
      name: 'files',
      label: text('文件', 'Files'),
      kind: 'files',
      help: text(
        '可选多份：PDF、OFD、图片、Word、Excel 或文本，含宏的文件不收',
        'Several may be chosen: PDF, OFD, pictures, Word, Excel or text, none with macros',
      ),
    },
    { name: 'note', label: text('说明', 'Note'), kind: 'line', optional: true },
  ],
}

/** Moves that must say why. */
export const reasonForm = (title: Text): FormPlan => ({
  title,
  fields: [why],
})
export const NEEDS_REASON: ReadonlySet<string> = new Set(['return', 'drop'])

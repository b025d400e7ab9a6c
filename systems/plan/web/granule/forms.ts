import { text } from '../../../../app/web/i18n/text.ts'
import type { Text } from '../../../../kernel/text.ts'
import { COLOURS } from '../choices.ts'

/** A form as data: what is asked, and how the answers become a request. */
export interface Field {
  readonly name: string
  readonly label: Text
  readonly kind: 'lines' | 'line' | 'percent' | 'number' | 'month' | 'choice' | 'file'
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
      name: 'file',
      label: text('文件', 'File'),
      kind: 'file',
      help: text(
        'PDF、图片、Word、Excel 或文本，不超过 5 MB',
        'PDF, picture, Word, Excel or text, at most 5 MB',
      ),
    },
    { name: 'note', label: text('说明', 'Note'), kind: 'line', optional: true },
  ],
}

/** Moves that must say why. */
export const reasonForm = (title: Text): FormPlan => ({
  title,
  fields: [{ name: 'reason', label: text('理由', 'Reason'), kind: 'lines' }],
})
export const NEEDS_REASON: ReadonlySet<string> = new Set(['return', 'drop'])

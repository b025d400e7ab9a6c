import { type Forms, taskForm } from '../../../kernel/flow/index.ts'
import { SEVERITIES } from '../words.ts'

const reason = (label: string, en: string, more: object = {}) => ({
  type: 'textarea',
  key: 'reason',
  label,
  properties: { en },
  validate: { maxLength: 500 },
  ...more,
})
const severities = Object.entries(SEVERITIES).map(([value, { zh }]) => ({ value, label: zh }))
const severitiesEn = Object.fromEntries(
  Object.entries(SEVERITIES).map(([value, { en }]) => [`en.${value}`, en]),
)

/** What the case page asks at each step; the names are those of `Answers`, whose services ask for the rest. */
export const forms: Forms = {
  verify: taskForm('verify', [
    { type: 'checkbox', key: 'found', label: '现场属实', properties: { en: 'It is as reported' } },
    reason('情况说明（不属实的必须填写）', 'What was found (needed where it is not so)'),
  ]),
  accept: taskForm('accept', [
    {
      type: 'radio',
      key: 'filing',
      label: '是否立案',
      properties: { en: 'File it?', 'en.file': 'File', 'en.refuse': 'Do not file' },
      validate: { required: true },
      values: [
        { value: 'file', label: '立案' },
        { value: 'refuse', label: '不予立案' },
      ],
    },
    {
      type: 'select',
      key: 'class',
      label: '类别（不选则用上报时的类别）',
      properties: { en: 'Class (as reported where none is chosen)' },
      valuesKey: 'classes',
      conditional: { hide: '=filing != "file"' },
    },
    {
      type: 'select',
      key: 'severity',
      label: '严重程度（不选则不变）',
      properties: { en: 'Severity (unchanged where none is chosen)', ...severitiesEn },
      values: severities,
      conditional: { hide: '=filing != "file"' },
    },
    reason('不予立案的理由', 'Why it is not filed', { conditional: { hide: '=filing != "refuse"' } }),
  ]),
  dispatch: taskForm('dispatch', [
    {
      type: 'select',
      key: 'office',
      label: '责任单位',
      properties: { en: 'Responsible office' },
      valuesKey: 'offices',
      searchable: true,
      validate: { required: true },
    },
  ]),
  handle: taskForm('handle', [
    {
      type: 'radio',
      key: 'outcome',
      label: '办理结果',
      properties: { en: 'Outcome', 'en.done': 'Handled', 'en.return': 'Returned: not ours' },
      validate: { required: true },
      values: [
        { value: 'done', label: '已处置' },
        { value: 'return', label: '回退：不属本单位职责' },
      ],
    },
    reason('说明（回退的必须填写）', 'Remark (needed when it is returned)'),
  ]),
  check: taskForm('check', [
    { type: 'checkbox', key: 'pass', label: '核查通过', properties: { en: 'Passed' } },
    reason('情况说明（不通过的必须填写）', 'What was found (needed where it did not pass)'),
  ]),
}

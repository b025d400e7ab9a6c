import { type Forms, taskForm } from '../../../../kernel/flow/index.ts'
import { type Act, VERBS } from '../verbs.ts'

const choice = (acts: readonly Act[]) => ({
  type: 'radio',
  key: 'act',
  label: '怎样办',
  properties: {
    en: 'What is done',
    ...Object.fromEntries(acts.map((act) => [`en.${act}`, VERBS[act].name.en])),
  },
  validate: { required: true },
  values: acts.map((act) => ({ value: act, label: VERBS[act].name.zh })),
})
const words = (key: string, label: string, en: string, more: object = {}) => ({
  type: 'textarea',
  key,
  label,
  properties: { en },
  validate: { maxLength: 2000 },
  ...more,
})
const yuan = (key: string, label: string, en: string, more: object = {}) => ({
  type: 'textfield',
  key,
  label,
  properties: { en },
  validate: { pattern: '^\\d{1,12}(\\.\\d{1,2})?$' },
  ...more,
})

/** What the case page asks at each step; the names are those of `Given`. Orders and answers of the bank come by batches. */
export const forms: Forms = {
  review: taskForm('review', [
    choice(['review', 'ask', 'reject']),
    yuan('decidedAmount', '议定金额（元，只用于一事一议）', 'Amount agreed on (yuan; case by case only)', {
      conditional: { hide: '=act != "review"' },
    }),
    words(
      'reason',
      '补正内容或理由（通过的可不填，一事一议必须填写）',
      'What is missing, or why (may be empty when it passes, except case by case)',
    ),
  ]),
  approve: taskForm('approve', [
    choice(['approve', 'return', 'ask', 'reject']),
    words('reason', '补正内容或理由', 'What is missing, or why', {
      conditional: { hide: '=act = "approve"' },
    }),
  ]),
  publicize: taskForm('publicize', [
    choice(['publicize', 'return']),
    words('reason', '退回理由', 'Why it is sent back', { conditional: { hide: '=act != "return"' } }),
  ]),
  objection: taskForm('objection', [
    words('objecting', '异议', 'Objection', { readonly: true }),
    {
      type: 'radio',
      key: 'upheld',
      label: '异议是否成立',
      properties: { en: 'Is it upheld?', 'en.no': 'No', 'en.yes': 'Yes: back to review' },
      validate: { required: true },
      values: [
        { value: 'no', label: '不成立' },
        { value: 'yes', label: '成立，退回重审' },
      ],
    },
    words('answer', '答复', 'Answer', { validate: { required: true, maxLength: 2000 } }),
  ]),
  clear: taskForm('clear', [
    choice(['clear', 'return']),
    words('reason', '退回理由', 'Why it is sent back', { conditional: { hide: '=act != "return"' } }),
  ]),
  recover: taskForm('recover', [
    choice(['recover']),
    yuan('amount', '到账金额（元）', 'Amount that came back (yuan)', {
      validate: { required: true, pattern: '^\\d{1,12}(\\.\\d{1,2})?$' },
    }),
  ]),
}

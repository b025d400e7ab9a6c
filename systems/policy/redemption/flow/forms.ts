import type { Form, Forms } from '../../../../kernel/flow/index.ts'
import { type Act, VERBS } from '../verbs.ts'

const form = (id: string, components: readonly object[]): Form => ({
  type: 'default',
  id,
  schemaVersion: 18,
  components: components.map((each, i) => ({
    id: `${id}_${i + 1}`,
    ...each,
  })) as unknown as Form['components'],
})
const choice = (acts: readonly Act[]) => ({
  type: 'radio',
  key: 'act',
  label: '怎样办',
  validate: { required: true },
  values: acts.map((act) => ({ value: act, label: VERBS[act].name.zh })),
})
const words = (key: string, label: string, more: object = {}) => ({
  type: 'textarea',
  key,
  label,
  validate: { maxLength: 2000 },
  ...more,
})
const yuan = (key: string, label: string, more: object = {}) => ({
  type: 'textfield',
  key,
  label,
  validate: { pattern: '^\\d{1,12}(\\.\\d{1,2})?$' },
  ...more,
})

/** What the case page asks at each step; the names are those of `Given`. Orders and answers of the bank come by batches. */
export const forms: Forms = {
  review: form('review', [
    choice(['review', 'ask', 'reject']),
    yuan('decidedAmount', '议定金额（元，只用于一事一议）', { conditional: { hide: '=act != "review"' } }),
    words('reason', '补正内容或理由（通过的可不填，一事一议必须填写）'),
  ]),
  approve: form('approve', [
    choice(['approve', 'return', 'ask', 'reject']),
    words('reason', '补正内容或理由', { conditional: { hide: '=act = "approve"' } }),
  ]),
  publicize: form('publicize', [
    choice(['publicize', 'return']),
    words('reason', '退回理由', { conditional: { hide: '=act != "return"' } }),
  ]),
  objection: form('objection', [
    words('objecting', '异议', { readonly: true }),
    {
      type: 'radio',
      key: 'upheld',
      label: '异议是否成立',
      validate: { required: true },
      values: [
        { value: 'no', label: '不成立' },
        { value: 'yes', label: '成立，退回重审' },
      ],
    },
    words('answer', '答复', { validate: { required: true, maxLength: 2000 } }),
  ]),
  clear: form('clear', [
    choice(['clear', 'return']),
    words('reason', '退回理由', { conditional: { hide: '=act != "return"' } }),
  ]),
  recover: form('recover', [
    choice(['recover']),
    yuan('amount', '到账金额（元）', {
      validate: { required: true, pattern: '^\\d{1,12}(\\.\\d{1,2})?$' },
    }),
  ]),
}

import { type Forms, taskForm } from '../../../kernel/flow/index.ts'

const ASKED = { key: 'asked', label: '督办事由', properties: { en: 'Why it is supervised' }, readonly: true }

/** What the case page asks at each step; `services.ts` holds the answers to the rest. */
export const forms: Forms = {
  answer: taskForm('answer', [
    ASKED,
    {
      key: 'returned',
      label: '退回意见',
      properties: { en: 'Why it was sent back' },
      readonly: true,
      conditional: { hide: '=returned = null' },
    },
    {
      key: 'answer',
      label: '答复内容',
      properties: { en: 'Answer' },
      validate: { required: true, maxLength: 5000 },
    },
  ]),
  review: taskForm('review', [
    ASKED,
    { key: 'answered', label: '答复内容', properties: { en: 'Answer' }, readonly: true },
    {
      type: 'radio',
      key: 'outcome',
      label: '复核结果',
      properties: { en: 'Result of the review', 'en.settle': 'Settle and close', 'en.return': 'Send back' },
      validate: { required: true },
      values: [
        { value: 'settle', label: '办结销号' },
        { value: 'return', label: '退回重办' },
      ],
    },
    {
      key: 'reason',
      label: '复核意见（退回的必须填写）',
      properties: { en: 'Remark (needed when it is sent back)' },
      validate: { maxLength: 500 },
    },
  ]),
}

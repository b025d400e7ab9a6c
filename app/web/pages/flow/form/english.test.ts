import { expect, it } from 'vitest'
import { formInEnglish, knownInEnglish } from './english.ts'

it('a form is shown by the English words that it gives, and by its own where it gives none', () => {
  const form = {
    components: [
      {
        type: 'radio',
        key: 'way',
        label: '怎样办',
        properties: { en: 'What is done', 'en.a': 'Pass' },
        values: [
          { value: 'a', label: '通过' },
          { value: 'b', label: '退回' },
        ],
      },
      { type: 'group', components: [{ type: 'text', text: '说明', properties: { en: 'A note' } }] },
    ],
  }
  expect(formInEnglish(form)).toMatchObject({
    components: [
      {
        label: 'What is done',
        values: [
          { value: 'a', label: 'Pass' },
          { value: 'b', label: '退回' },
        ],
      },
      { components: [{ text: 'A note' }] },
    ],
  })
  expect(knownInEnglish({ offices: [{ value: 'x', label: '城管局', en: 'City' }], said: '好' })).toEqual({
    offices: [{ value: 'x', label: 'City', en: 'City' }],
    said: '好',
  })
})
